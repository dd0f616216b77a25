// SPDX-License-Identifier: MIT
// What has one metric is read with `value`, what has several with `get<metric>`, with the same extra
// arguments through every nesting.

#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr rate_metric<door> doors_per_hour{
    .name = "doors_per_hour", .of = {door::opened}, .given = "seconds on the street"};
constexpr visit same(const visit &v) noexcept { return v; }

using one = live<doors_per_hour, visit>;
using wide = basic_scorecard<visit, std::uint64_t, opened_rate>;
using several = scorecard<visit, opened_rate, slams_per_sale>;

constexpr instant now{86400 * 100 + 5};
template <class S> constexpr S recorded() {
    S s;
    s.record({.kind = opaque(door::opened), .street = 1, .at = {86400 * 100}});
    s.record({.kind = door::opened, .street = 1, .at = {86400 * 99}});
    return s;
}

constexpr bool one_metric_has_a_value() {
    constexpr unsigned half_a_day = 43200;
    const rate<std::uint32_t> expected{2, half_a_day};
    expect(recorded<one>().value(half_a_day) == expected);
    expect(recorded<from<same, one>>().value(half_a_day) == expected);
    // A window is told the time first, and then whatever its metric is told.
    using week = over<days<1>, 7, one>;
    expect(recorded<week>().value(now, half_a_day) == expected);
    expect(recorded<from<same, week>>().value(now, half_a_day) == expected);
    expect(recorded<over<days<1>, 7, from<same, one>>>().value(now, half_a_day) == expected);
    expect(recorded<over<weeks, 7, week>>().value(now, now, half_a_day) == expected);
    expect(recorded<by<street, 2, week>>()[1].value(now, half_a_day) == expected);
    expect(recorded<from<same, by<street, 2, week>>>()[1].value(now, half_a_day) == expected);
    const auto faded = recorded<decayed<days<1>, wide>>().value();
    expect(faded.part == 65892 + 32946 && faded.whole == faded.part);
    expect(recorded<decayed<days<1>, from<same, wide>>>().value() == faded);
    return true;
}
static_assert(one_metric_has_a_value());
TEST_CASE("what has one metric is read with value, in every nesting") { CHECK(one_metric_has_a_value()); }

constexpr bool several_metrics_are_got() {
    constexpr proportion<std::uint32_t> all{2, 2};
    using week = over<days<1>, 7, several>;
    using pair = beside<several, over<days<1>, 7, one>>;
    expect(recorded<several>().get<opened_rate>() == all);
    expect(recorded<from<same, several>>().get<opened_rate>() == all);
    expect(recorded<week>().get<opened_rate>(now) == all &&
           recorded<over<days<1>, 7, one>>().get<doors_per_hour>(now, 60u).happened == 2);
    expect(recorded<from<same, week>>().get<opened_rate>(now) == all);
    expect(recorded<over<weeks, 2, from<same, several>>>().get<opened_rate>(now) == all);
    expect(recorded<pair>().get<opened_rate>() == all &&
           recorded<pair>().get<doors_per_hour>(now, 60u).happened == 2);
    expect(recorded<from<same, pair>>().get<doors_per_hour>(now, 60u).happened == 2);
    expect(recorded<over<weeks, 2, pair>>().get<opened_rate>(now) == all);
    expect(recorded<by<street, 2, pair>>()[1].get<opened_rate>() == all);
    expect(recorded<beside<from<same, week>, one>>().get<opened_rate>(now) == all);
    return true;
}
static_assert(several_metrics_are_got());
TEST_CASE("what has several metrics is read with get, in every nesting") { CHECK(several_metrics_are_got()); }

inline constexpr event_set<door> knocks{door::knocked}, opens{door::opened};
inline constexpr dimension house{"house", &visit::number};

constexpr bool pairs_are_read_alike() {
    const auto opened = [](auto pairs) {
        pairs.record({.kind = opaque(door::knocked), .number = 7, .at = {1000}});
        pairs.record({.kind = door::opened, .number = 7, .at = {1300}});
        return pairs;
    };
    const rate<std::uint32_t> expected{1, 60};
    expect(opened(between<knocks, opens, house, 8, one>{}).pairs().value(60u) == expected);
    expect(opened(between<knocks, opens, house, 8, from<same, one>>{}).pairs().value(60u) == expected);
    expect(opened(from<same, between<knocks, opens, house, 8, one>>{})->pairs().value(60u) == expected);
    expect(opened(between<knocks, opens, house, 8, beside<several, one>>{})
               .pairs()
               .template get<doors_per_hour>(60u) == expected);
    return true;
}
static_assert(pairs_are_read_alike());
TEST_CASE("what pairs made is read in the same way") { CHECK(pairs_are_read_alike()); }

} // namespace
} // namespace kpi::test
