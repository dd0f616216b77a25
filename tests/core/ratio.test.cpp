// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/ratio.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using i64 = std::int64_t;

constexpr bool stands_for_a_to_b() {
    const ratio won_to_lost{opaque(4238u), opaque(2473u)};
    expect(won_to_lost.a == 4238 && won_to_lost.b == 2473);
    expect(won_to_lost.per(1000) == 1714 && *won_to_lost.value() > 1);
    expect(ratio{opaque(3u), opaque(2u)}.value() == 1.5);
    expect(ratio{opaque(3u), opaque(2u)} != ratio{6u, 4u});
    return true;
}
static_assert(stands_for_a_to_b());
TEST_CASE("a ratio is a : b, and may exceed 1") { CHECK(stands_for_a_to_b()); }

constexpr bool is_absent_against_nothing() {
    expect(!ratio<std::uint32_t>{}.has_value() && !ratio{opaque(7u), opaque(0u)}.value());
    expect(!ratio{opaque(i64{-7}), opaque(i64{0})}.per(1));
    expect(ratio{opaque(0u), opaque(7u)}.value() == 0.0);
    return true;
}
static_assert(is_absent_against_nothing());
TEST_CASE("a ratio to nothing is absent") { CHECK(is_absent_against_nothing()); }

constexpr bool money_may_be_negative() {
    expect(ratio{opaque(-3), opaque(4)}.value() == -0.75 && ratio{opaque(3), opaque(-4)}.value() == -0.75);
    expect(ratio{opaque(-3), opaque(-4)}.value() == 0.75);
    expect(ratio{opaque(-1), opaque(2)}.per(1) == -1);
    constexpr i64 least = std::numeric_limits<i64>::min();
    expect(ratio{opaque(least), opaque(least)}.value() == 1.0);
    expect(ratio{opaque(least), opaque(i64{-1})}.per(1) == std::numeric_limits<i64>::max());
    expect(ratio{opaque(std::int8_t{-128}), opaque(std::int8_t{1})}.value() == -128.0);
    return true;
}
static_assert(money_may_be_negative());
TEST_CASE("amounts of money may be negative, the least one included") { CHECK(money_may_be_negative()); }

constexpr bool knows_when_an_amount_is_full() {
    expect(ratio{opaque(std::uint8_t{255}), opaque(std::uint8_t{1})}.saturated());
    expect(ratio{opaque(std::int8_t{1}), opaque(std::int8_t{127})}.saturated());
    expect(!ratio{opaque(std::uint8_t{254}), opaque(std::uint8_t{127})}.saturated());
    return true;
}
static_assert(knows_when_an_amount_is_full());
TEST_CASE("a ratio of a full amount says so") { CHECK(knows_when_an_amount_is_full()); }

constexpr bool ratios_are_pooled() { // 9 : 1 and 1 : 9 are 1 : 1
    ratio r{opaque(9u), opaque(1u)};
    r += ratio{1u, 9u};
    expect(r == ratio{10u, 10u});
    ratio full{opaque(std::uint8_t{200}), opaque(std::uint8_t{201})};
    full += full;
    expect(full == ratio{std::uint8_t{255}, std::uint8_t{255}});
    return true;
}
static_assert(ratios_are_pooled());
TEST_CASE("ratios are pooled: sum over sum") { CHECK(ratios_are_pooled()); }

static_assert(sizeof(ratio<std::uint32_t>) == 8);

} // namespace
} // namespace kpi::test
