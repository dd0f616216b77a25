// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/count.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool is_always_there() {
    expect(count<std::uint32_t>{}.has_value() && count<std::uint32_t>{}.value() == 0.0);
    const count meetings{opaque(7u)};
    expect(meetings.n == 7 && meetings.value<float>() == 7.0f && meetings.per(1) == 7 &&
           meetings.per(10) == 70);
    expect(meetings.exact() == fraction<unsigned>{7, 1} && meetings == count{7u});
    return true;
}
static_assert(is_always_there());
TEST_CASE("a count is always there: nothing counted is 0, not absent") { CHECK(is_always_there()); }

constexpr bool knows_when_it_is_full() {
    expect(count{opaque(std::uint8_t{255})}.saturated() && !count{opaque(std::uint8_t{254})}.saturated());
    expect(count{opaque(saturation<std::uint64_t>)}.saturated());
    return true;
}
static_assert(knows_when_it_is_full());
TEST_CASE("a full count says so") { CHECK(knows_when_it_is_full()); }

constexpr bool counts_add_up() {
    count c{opaque(std::uint8_t{7})};
    c += count{opaque(std::uint8_t{5})};
    expect(c == count{std::uint8_t{12}});
    c += count{opaque(std::uint8_t{250})};
    expect(c.n == 255 && c.saturated());
    return true;
}
static_assert(counts_add_up());
TEST_CASE("counts add up, and stay at their maximum") { CHECK(counts_add_up()); }

} // namespace
} // namespace kpi::test
