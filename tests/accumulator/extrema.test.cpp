// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/values.hpp"
#include <kpi/accumulator/extrema.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace kpi::test {
namespace {

static_assert(state<extrema<>> && sizeof(extrema<>) == 8 && extrema<>::keeps == law::exact);
static_assert(sizeof(extrema<std::int64_t>) == 16 && sizeof(extrema<std::int8_t>) == 2);
static_assert(!extrema<>::retractable);

constexpr bool least_and_greatest() {
    extrema e;
    for (const std::uint32_t x : {7u, 3u, 9u, 3u})
        e.record(opaque(x));
    expect(e.minimum() == 3u && e.maximum() == 9u);
    e.record(opaque(0u), 0); // no event
    expect(e.minimum() == 3u);
    e.record(opaque(0u), 5);
    expect(e.minimum() == 0u && e.maximum() == 9u);
    e.reset();
    expect(!e.has_value() && !e.minimum() && !e.maximum());
    return true;
}
static_assert(least_and_greatest());
TEST_CASE("the least and the greatest value; of none, both are absent") { CHECK(least_and_greatest()); }

template <std::integral V> constexpr bool ends_are_values_as_any() {
    using limits = std::numeric_limits<V>;
    for (const V x : {(limits::min)(), V{0}, (limits::max)()}) {
        extrema<V> e;
        e.record(opaque(x));
        expect(e.has_value() && e.minimum() == x && e.maximum() == x);
    }
    extrema<V> e;
    e.record(opaque((limits::max)()));
    e.record(opaque((limits::min)()));
    expect(e.minimum() == (limits::min)() && e.maximum() == (limits::max)());
    return true;
}
static_assert(ends_are_values_as_any<std::uint32_t>() && ends_are_values_as_any<std::int32_t>());
static_assert(ends_are_values_as_any<std::uint64_t>() && ends_are_values_as_any<std::int64_t>());
TEST_CASE("the ends of the range are values as any other, of either sign") {
    CHECK(ends_are_values_as_any<std::uint32_t>());
    CHECK(ends_are_values_as_any<std::int32_t>());
    CHECK(ends_are_values_as_any<std::uint64_t>());
    CHECK(ends_are_values_as_any<std::int64_t>());
}

TEST_CASE("extrema of every two values of 8 bits") {
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b) {
            extrema<std::int8_t> s;
            s.record(static_cast<std::int8_t>(a));
            extrema<std::int8_t> t;
            t.record(static_cast<std::int8_t>(b));
            s += t;
            REQUIRE(s.minimum() == std::min(a, b));
            REQUIRE(s.maximum() == std::max(a, b));
        }
}

TEST_CASE("extrema agree with a search through all values") {
    random r{3};
    for (const auto &stream : streams(500, r)) {
        extrema s;
        s.record(stream);
        CHECK(s.minimum() == *std::ranges::min_element(stream));
        CHECK(s.maximum() == *std::ranges::max_element(stream));
    }
}

TEST_CASE("extrema keep the exact law") {
    const auto by_value = [](auto x) { return static_cast<std::uint64_t>(x); };
    keeps_its_law<extrema<>>(any_value<std::uint32_t>, by_value);
    keeps_its_law<extrema<std::int64_t>>(
        [](random &r) { return static_cast<std::int64_t>(any_value<std::uint64_t>(r)); }, by_value);
    takes_alike_events_at_once<extrema<>>(any_value<std::uint32_t>);
}

} // namespace
} // namespace kpi::test
