// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/score.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool is_in_points() {
    const score nps{opaque(6u), opaque(2u), opaque(10u)};
    expect(nps.value() == 40.0 && nps.value<float>() == 40.0f && nps.value_or(0.0) == 40.0);
    expect(nps.per(100) == 40 && nps.per(1000) == 400);
    expect(nps.exact() == fraction<unsigned>{4, 10});
    return true;
}
static_assert(is_in_points());
TEST_CASE("a score is in points of 100") { CHECK(is_in_points()); }

constexpr bool runs_from_minus_100_to_100() {
    expect(score{opaque(7u), opaque(0u), opaque(7u)}.value() == 100.0);
    expect(score{opaque(0u), opaque(7u), opaque(7u)}.value() == -100.0);
    expect(score{opaque(3u), opaque(3u), opaque(7u)}.value() == 0.0);
    expect(score{opaque(0u), opaque(1u), opaque(8u)}.per(100) == -13); // 12.5, away from zero
    return true;
}
static_assert(runs_from_minus_100_to_100());
TEST_CASE("a score runs from -100 to 100") { CHECK(runs_from_minus_100_to_100()); }

constexpr bool without_answers_there_is_none() {
    expect(!score<std::uint32_t>{}.has_value() && !score<std::uint32_t>{}.value() &&
           !score<std::uint32_t>{}.per(100));
    expect(score{opaque(0u), opaque(0u), opaque(5u)}.value() == 0.0); // five undecided
    return true;
}
static_assert(without_answers_there_is_none());
TEST_CASE("without answers there is no score") { CHECK(without_answers_there_is_none()); }

constexpr bool knows_when_a_count_is_full() {
    using byte = std::uint8_t;
    expect(score{opaque(byte{255}), opaque(byte{0}), opaque(byte{0})}.saturated());
    expect(score{opaque(byte{0}), opaque(byte{255}), opaque(byte{0})}.saturated());
    expect(score{opaque(byte{0}), opaque(byte{0}), opaque(byte{255})}.saturated());
    expect(!score{opaque(byte{100}), opaque(byte{100}), opaque(byte{254})}.saturated());
    return true;
}
static_assert(knows_when_a_count_is_full());
TEST_CASE("a score of a full count says so") { CHECK(knows_when_a_count_is_full()); }

} // namespace
} // namespace kpi::test
