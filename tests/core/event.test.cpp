// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/event.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace kpi::test {
namespace {

enum class door : unsigned char { knocked, opened };
enum old_style { first, second };
struct visit {
    door kind{};
    int street{};
};
struct frozen {
    const door kind{};
};
struct without_a_kind {
    int street{};
};
struct with_a_number_for_a_kind {
    int kind{};
};

static_assert(event<door> && event<old_style> && event<visit> && event<frozen> && event<timed<door, int>>);
static_assert(!event<int> && !event<without_a_kind> && !event<with_a_number_for_a_kind>);
static_assert(std::is_same_v<kind_of<door>, door> && std::is_same_v<kind_of<visit>, door>);
static_assert(std::is_same_v<kind_of<frozen>, door> &&
              std::is_same_v<kind_of<timed<old_style, int>>, old_style>);

constexpr bool says_what_happened() {
    expect(kind(opaque(door::opened)) == door::opened);
    expect(kind(visit{.kind = opaque(door::opened), .street = 4}) == door::opened);
    expect(kind(timed<door, int>{opaque(door::opened), 4}) == door::opened);
    expect(kind(opaque(second)) == second);
    return true;
}
static_assert(says_what_happened());
TEST_CASE("an enumerator, or any struct with a member `kind` that is one, is an event") {
    CHECK(says_what_happened());
}

} // namespace
} // namespace kpi::test
