// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/event_set.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <type_traits>

namespace kpi::test {
namespace {

enum class door : unsigned char { knocked, opened, bought, last = 63, beyond = 64 };
using kpi::operators::operator|; // the opt-in, in the enumeration's own namespace

// Clang 14 crashes over two temporaries of a consteval constructor in one function; braces for an argument
// are none.
constexpr bool same(event_set<door> a, event_set<door> b) { return a == b; }

constexpr bool is_written_with_braces() {
    constexpr event_set<door> answered{door::opened, door::bought};
    expect(answered.bits == 0b110 && answered.size() == 2 && !answered.empty() && !answered.unlisted);
    expect(answered.contains(opaque(door::opened)) && !answered.contains(opaque(door::knocked)));
    constexpr event_set ends{door::knocked, door::last};
    static_assert(std::is_same_v<decltype(ends), const event_set<door>>);
    expect(ends.bits == ((1ull << 63) | 1) && ends.contains(opaque(door::last)));
    constexpr event_set<door> one = door::bought; // where a set is asked for, a kind will do
    expect(one.bits == 0b100 && one.contains(opaque(door::bought)));
    expect(!one.contains(opaque(door::opened)) && !one.contains(opaque(door::last)) &&
           !one.contains(opaque(door::beyond)));
    constexpr event_set<door> twice{door::opened, door::opened};
    expect(twice.size() == 1);
    return true;
}
static_assert(is_written_with_braces());
TEST_CASE("a set is written with braces, 64 kinds wide") { CHECK(is_written_with_braces()); }

constexpr bool a_kind_outside_is_refused() {
    event_set<door> set;
    expect(set.empty() && set.size() == 0);
    expect(set.insert(opaque(door::last)) && set.contains(door::last));
    expect(!set.insert(opaque(door::beyond)) && !set.insert(opaque(static_cast<door>(255))));
    expect(!set.contains(opaque(door::beyond)) && !set.contains(opaque(static_cast<door>(127))));
    expect(same(set, {door::last})); // nothing happened to it
    return true;
}
static_assert(a_kind_outside_is_refused());
TEST_CASE("a kind outside 0..63 is refused, and never contained") { CHECK(a_kind_outside_is_refused()); }

enum class twisted : signed char { before = -1, first };
enum class huge : std::uint64_t { first, beyond = 1ull << 40 };

constexpr bool a_kind_of_any_type_is_seen_for_what_it_is() {
    event_set<twisted> set;
    expect(!set.insert(opaque(twisted::before)) && !set.contains(twisted::before) &&
           set.insert(twisted::first));
    event_set<huge> wide;
    expect(!wide.insert(opaque(huge::beyond)) && !wide.contains(opaque(huge::beyond)) &&
           wide.insert(huge::first));
    return true;
}
static_assert(a_kind_of_any_type_is_seen_for_what_it_is());
TEST_CASE("a negative kind and one of 64 bits are outside as well") {
    CHECK(a_kind_of_any_type_is_seen_for_what_it_is());
}

constexpr bool is_joined_taken_apart_and_compared() {
    event_set<door> a, b;
    expect(a.insert(opaque(door::knocked)) && a.insert(door::opened));
    expect(b.insert(opaque(door::opened)) && b.insert(door::bought));
    expect(same(a | b, {door::knocked, door::opened, door::bought}));
    expect(same(a - b, {door::knocked}) && same(b - a, {door::bought}) && same(a & b, {door::opened}));
    expect((a | b).contains(a) && (a | b).contains(b) && !a.contains(b) && a.contains(event_set<door>{}));
    expect(same(b, door::opened | door::bought) && !same(a, b));
    return true;
}
static_assert(is_joined_taken_apart_and_compared());
TEST_CASE("sets are joined, taken apart and compared") { CHECK(is_joined_taken_apart_and_compared()); }

constexpr bool unlisted_is_a_kind_of_its_own() {
    const event_set<door> strangers = unlisted<door>, opened{door::opened};
    expect(!strangers.empty() && strangers.size() == 0 && !strangers.contains(opaque(door::knocked)));
    expect((opened | strangers).unlisted && (opened | strangers).contains(strangers));
    expect(!opened.contains(strangers) && strangers.contains(event_set<door>{}));
    expect(((opened | strangers) - strangers) == opened && ((opened | strangers) & strangers) == strangers);
    expect((strangers - opened) == strangers);
    return true;
}
static_assert(unlisted_is_a_kind_of_its_own());
TEST_CASE("what no enumerator names is in a set where it is asked for") {
    CHECK(unlisted_is_a_kind_of_its_own());
}

} // namespace
} // namespace kpi::test
