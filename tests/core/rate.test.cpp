// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/rate.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool is_per_second_and_per_hour() {
    const rate dials{opaque(90u), opaque(7200u)};
    expect(dials.value() == 0.0125);
    expect(dials.per_hour() == 45.0 && dials.per_hour<float>() == 45.0f);
    expect(dials.per(3600) == 45);
    expect(rate{opaque(1u), opaque(7200u)}.per(3600) == 1); // a half, away from zero
    return true;
}
static_assert(is_per_second_and_per_hour());
TEST_CASE("a rate is per second, and per hour") { CHECK(is_per_second_and_per_hour()); }

constexpr bool without_time_there_is_none() {
    expect(!rate<std::uint32_t>{}.has_value() && !rate{opaque(5u), opaque(0u)}.value());
    expect(!rate{opaque(5u), opaque(0u)}.per_hour() && !rate{opaque(5u), opaque(0u)}.per(3600));
    expect(rate{opaque(0u), opaque(60u)}.value() == 0.0);
    return true;
}
static_assert(without_time_there_is_none());
TEST_CASE("without time there is no rate") { CHECK(without_time_there_is_none()); }

constexpr bool knows_when_a_member_is_full() {
    expect(rate{opaque(std::uint8_t{255}), opaque(std::uint8_t{1})}.saturated());
    expect(rate{opaque(std::uint8_t{1}), opaque(std::uint8_t{255})}.saturated());
    expect(!rate{opaque(std::uint8_t{254}), opaque(std::uint8_t{254})}.saturated());
    return true;
}
static_assert(knows_when_a_member_is_full());
TEST_CASE("a rate of a full count says so") { CHECK(knows_when_a_member_is_full()); }

constexpr bool
rates_are_pooled() { // 90 in an hour and 10 in three: 25 an hour, and not the mean of 90 and 3 1/3
    rate r{opaque(90u), opaque(3600u)};
    r += rate{10u, 10800u};
    expect(r == rate{100u, 14400u} && r.per_hour() == 25.0);
    rate full{opaque(std::uint8_t{200}), opaque(std::uint8_t{201})};
    full += full;
    expect(full == rate{std::uint8_t{255}, std::uint8_t{255}});
    return true;
}
static_assert(rates_are_pooled());
TEST_CASE("rates are pooled: all that happened over all of the time") { CHECK(rates_are_pooled()); }

} // namespace
} // namespace kpi::test
