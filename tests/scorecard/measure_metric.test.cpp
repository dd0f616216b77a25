// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr mean_metric<visit, member::value> mean_sale{.name = "mean_sale", .of = door::bought};
inline constexpr total_metric<visit, member::value> takings{.name = "takings", .of = door::bought};
inline constexpr extrema_metric<visit, member::elapsed> waits{
    .name = "waits", .of = door::opened, .step = 60};
inline constexpr quantiles_metric<visit, member::elapsed> wait_quantiles{
    .name = "wait_quantiles", .of = door::opened, .step = 60};
inline constexpr mean_metric<visit, member::value, in_the_first_street> first_street_sale{
    .name = "first_street_sale", .of = door::bought};
using board = scorecard<visit, mean_sale, takings, waits, first_street_sale>;

constexpr bool a_measurement_is_taken_of_the_events_of_a_set() {
    board b;
    expect(!b.get<mean_sale>().has_value() && !b.get<waits>().has_value());
    b.record({.kind = opaque(door::bought), .street = 0, .value = 10}, 3);
    b.record({.kind = door::bought, .street = 1, .value = 30});
    b.record({.kind = door::opened, .elapsed = 1, .value = 999});
    expect(b.get<mean_sale>().per(1) == 15 && b.get<takings>().n == 60);
    expect(b.get<first_street_sale>().per(1) == 10);
    expect(b.state<mean_sale>().count() == 4);
    return true;
}
static_assert(a_measurement_is_taken_of_the_events_of_a_set());
TEST_CASE("a measurement is taken of the events of a set, under a condition") {
    CHECK(a_measurement_is_taken_of_the_events_of_a_set());
}

constexpr bool a_step_rounds_half_up() {
    scorecard<visit, waits> b;
    b.record({.kind = opaque(door::opened), .elapsed = 89});
    expect(b.value().maximum() == 1u);
    b.record({.kind = door::opened, .elapsed = 90});
    expect(b.value().maximum() == 2u);
    b.record({.kind = door::opened, .elapsed = 29});
    expect(b.value().minimum() == 0u);
    return true;
}
static_assert(a_step_rounds_half_up());
TEST_CASE("a measurement in steps is rounded half up") { CHECK(a_step_rounds_half_up()); }

constexpr bool an_event_that_one_metric_cannot_take_back_stays_in_all() {
    scorecard<visit, mean_sale, first_street_sale, takings> b;
    b.record({.kind = opaque(door::bought), .street = 1, .value = 10});
    const auto before = b;
    expect(!b.retract(
        {.kind = door::bought, .street = 0, .value = 10})); // the mean has it, the first street has not
    expect(b == before);
    expect(b.retract({.kind = door::bought, .street = 1, .value = 10}));
    return true;
}
static_assert(an_event_that_one_metric_cannot_take_back_stays_in_all());
TEST_CASE("an event that one metric cannot take back stays in all") {
    CHECK(an_event_that_one_metric_cannot_take_back_stays_in_all());
}

TEST_CASE("a quantile is named on reading") {
    static live<wait_quantiles> b;
    for (std::uint32_t minute = 1; minute <= 100; ++minute)
        b.record({.kind = door::opened, .elapsed = minute * 60});
    CHECK(b.value(95, 100).low == 95);
    CHECK(b.value(1, 2).high == 50);
    CHECK(live<wait_quantiles>::readable<wait_quantiles>); // the median
}

TEST_CASE("a board of measurements keeps the exact law") {
    keeps_its_law<board>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
    takes_back_what_it_recorded<scorecard<visit, mean_sale, takings, first_street_sale>>(any_visit,
                                                                                         {.runs = 20});
}

} // namespace
} // namespace kpi::test
