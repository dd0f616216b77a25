// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/growth.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool is_the_change_over_what_was() {
    expect(growth{opaque(80u), opaque(100u)}.value() == 0.25);
    expect(growth{opaque(100u), opaque(80u)}.percent() == -20.0);
    expect(growth{opaque(100u), opaque(0u)}.value() == -1.0); // all of it lost
    expect(growth{opaque(1u), opaque(5u)}.per(100) == 400);   // no upper limit
    expect(growth{opaque(8u), opaque(7u)}.per(100) == -13);   // 12.5, away from zero
    expect(growth{opaque(7u), opaque(7u)}.value() == 0.0);
    return true;
}
static_assert(is_the_change_over_what_was());
TEST_CASE("growth is the change over what was there before") { CHECK(is_the_change_over_what_was()); }

constexpr bool from_nothing_there_is_no_rate() {
    expect(!growth<std::uint32_t>{}.has_value());
    expect(!growth{opaque(0u), opaque(9u)}.value() && !growth{opaque(0u), opaque(9u)}.per(100));
    return true;
}
static_assert(from_nothing_there_is_no_rate());
TEST_CASE("growth from nothing has no rate") { CHECK(from_nothing_there_is_no_rate()); }

constexpr bool the_whole_width_is_there() {
    constexpr std::uint64_t top = saturation<std::uint64_t>;
    expect(growth{opaque(top), opaque(std::uint64_t{0})}.per(1'000'000) == -1'000'000);
    expect(growth{opaque(std::uint64_t{1}), opaque(top - 1)}.per(1) == INT64_MAX);
    expect(growth{opaque(std::uint8_t{1}), opaque(std::uint8_t{255})}.saturated());
    expect(growth{opaque(std::uint8_t{255}), opaque(std::uint8_t{1})}.saturated());
    expect(!growth{opaque(std::uint8_t{254}), opaque(std::uint8_t{0})}.saturated());
    return true;
}
static_assert(the_whole_width_is_there());
TEST_CASE("growth uses the whole width of its counts, and knows when one is full") {
    CHECK(the_whole_width_is_there());
}

constexpr bool
growth_is_pooled() { // from 10 to 15 and from 90 to 45: a fall, and not the mean of +50 and -50 %
    growth g{opaque(10u), opaque(15u)};
    g += growth{90u, 45u};
    expect(g == growth{100u, 60u} && g.per(100) == -40);
    growth full{opaque(std::uint8_t{200}), opaque(std::uint8_t{201})};
    full += full;
    expect(full == growth{std::uint8_t{255}, std::uint8_t{255}});
    return true;
}
static_assert(growth_is_pooled());
TEST_CASE("growth is pooled: the periods are added up, never the rates") { CHECK(growth_is_pooled()); }

} // namespace
} // namespace kpi::test
