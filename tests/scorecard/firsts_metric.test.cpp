// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/firsts_metric.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr dimension house{"house", &visit::number};
inline constexpr firsts_metric<visit> sold_for_knocks{
    .name = "sold_for_knocks", .start = door::knocked, .goal = door::bought};
using houses = by<house, 8, scorecard<visit, sold_for_knocks>>;
using against = pooled<ratio<std::uint32_t>>;

TEST_CASE("first goals of a period against its first starts, whoever they are") {
    houses h;
    const auto happens = [&h](door kind, std::uint32_t number, std::int64_t at) {
        h.record({.kind = kind, .number = number, .at = {at}});
    };
    happens(door::knocked, 0, 5);
    happens(door::bought, 0, 12); // started before
    happens(door::knocked, 1, 10);
    happens(door::knocked, 1, 2); // its first start is before the period
    happens(door::knocked, 2, 19);
    happens(door::bought, 2, 20); // after it
    happens(door::bought, 3, 11); // never started
    CHECK(pool<sold_for_knocks>(h, period_window{{10}, {20}}) == against{{2, 1}, 4, true});
    CHECK(pool<sold_for_knocks>(h, period_window{{20}, {21}}) == against{{1, 0}, 4, true}); // absent
    CHECK(pool<sold_for_knocks>(h) == against{{3, 3}, 4, true});                            // ever
}

constexpr bool only_what_lies_in_the_period_counts() {
    scorecard<visit, sold_for_knocks> one;
    expect(one.contribution<sold_for_knocks>() == ratio<std::uint32_t>{0, 0});
    one.record({.kind = door::knocked, .at = {opaque(std::int64_t{-5})}});
    one.record({.kind = door::bought, .at = {7}}, 3);
    expect(one.contribution<sold_for_knocks>(period_window{{-5}, {7}}) == ratio<std::uint32_t>{0, 1});
    expect(one.contribution<sold_for_knocks>(period_window{{-4}, {8}}) == ratio<std::uint32_t>{1, 0});
    return true;
}
static_assert(only_what_lies_in_the_period_counts());
TEST_CASE("only what lies in the period counts, its end not being in it") {
    CHECK(only_what_lies_in_the_period_counts());
}

} // namespace
} // namespace kpi::test
