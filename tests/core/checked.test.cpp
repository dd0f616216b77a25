// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/checked.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

template <class I> constexpr bool exact_or_refused(int a, int b) {
    const auto agrees = [](std::optional<I> answer, int exact) {
        return answer ? *answer == exact
                      : exact < std::numeric_limits<I>::min() || exact > std::numeric_limits<I>::max();
    };
    const I x = opaque(static_cast<I>(a)), y = opaque(static_cast<I>(b));
    return agrees(checked_add(x, y), a + b) && agrees(checked_subtract(x, y), a - b) &&
           agrees(checked_multiply(x, y), a * b) && signed_difference(x, y) == a - b;
}

// Clang stops at about a million steps: constants get the edges, the run every pair of 8-bit integers.
template <class I> constexpr bool exact_or_refused_at_the_edges() {
    constexpr int low = std::numeric_limits<I>::min(), high = std::numeric_limits<I>::max();
    constexpr int edges[]{low, low + 1, low / 2,  low / 2 + 1,  0,        1,   2, 11, 12, 15,
                          16,  17,      high / 2, high / 2 + 1, high - 1, high};
    for (const int a : edges)
        for (const int b : edges)
            expect(exact_or_refused<I>(a, b) && exact_or_refused<I>(low + high - a, b));
    return true;
}
static_assert(exact_or_refused_at_the_edges<std::int8_t>());
static_assert(exact_or_refused_at_the_edges<std::uint8_t>());
TEST_CASE_TEMPLATE("sums, differences and products are exact or refused", I, std::int8_t, std::uint8_t) {
    for (int a = std::numeric_limits<I>::min(); a <= std::numeric_limits<I>::max(); ++a)
        for (int b = std::numeric_limits<I>::min(); b <= std::numeric_limits<I>::max(); ++b) {
            CAPTURE(a);
            CAPTURE(b);
            REQUIRE(exact_or_refused<I>(a, b));
        }
}

constexpr bool the_ends_of_64_bits() {
    using limits = std::numeric_limits<std::int64_t>;
    const auto least = opaque(limits::min()), most = opaque(limits::max());
    const auto all = opaque(std::numeric_limits<std::uint64_t>::max());
    expect(!checked_add(most, std::int64_t{1}) && !checked_add(least, std::int64_t{-1}));
    expect(checked_add(least, most) == -1);
    expect(!checked_subtract(std::int64_t{0}, least) &&
           checked_subtract(std::int64_t{-1}, least) == limits::max());
    expect(!checked_multiply(least, std::int64_t{-1}) && !checked_multiply(std::int64_t{-1}, least));
    expect(checked_multiply(least, std::int64_t{1}) == limits::min());
    expect(checked_multiply(most, std::int64_t{-1}) == -limits::max());
    expect(!checked_add(all, std::uint64_t{1}) && !checked_multiply(all, std::uint64_t{2}));
    expect(!signed_difference(all, std::uint64_t{0}) && !signed_difference(std::uint64_t{0}, all));
    expect(!signed_difference(std::uint64_t{0},
                              std::uint64_t{1} << 63)); // one value that would fit: refused too
    expect(signed_difference(~std::uint64_t{} >> 1, opaque(std::uint64_t{0})) == limits::max());
    expect(signed_difference(all - 1, all) == -1);
    return true;
}
static_assert(the_ends_of_64_bits());
TEST_CASE("the ends of 64 bits") { CHECK(the_ends_of_64_bits()); }

} // namespace
} // namespace kpi::test
