// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/told.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/step_measure_metric.hpp>

#include <doctest/doctest.h>

#include <string>

namespace kpi::test {
namespace {

/// In a room, and for how long if it is over.
struct stay {
    door kind{};
    std::uint32_t k{};
    maybe<std::uint32_t> elapsed{};
};

inline constexpr step_measure_metric<mean, stay, member::elapsed, 2> time_in_room{
    .name = "time_in_room", .of = {door::opened}, .unit = "s"};
inline constexpr step_measure_metric<quantiles<>, stay, member::elapsed, 2> median_in_room{
    .name = "median_in_room", .of = {door::opened}, .unit = "s"};
using board = scorecard<stay, time_in_room, median_in_room>;

constexpr board three_stays() {
    board b;
    b.record({opaque(door::opened), 1, 10u}), b.record({door::opened, 1, 20u});
    b.record({door::opened, 1, {}}), b.record({door::opened, 3, 99u});
    return b;
}

constexpr bool each_step_measures_its_own_events() {
    const board b = three_stays();
    expect(b.get<time_in_room>()[0].n == 2 && b.get<time_in_room>()[0].sum == 30);
    expect(b.get<time_in_room>()[1].n == 0); // a third step is not asked of
    expect(b.get<median_in_room>()[0].low == 15);
    return true;
}
static_assert(each_step_measures_its_own_events());
TEST_CASE("each step measures its own events") { CHECK(each_step_measures_its_own_events()); }

TEST_CASE("who has nothing to measure yet is open, and beside a median stand p90 and the greatest") {
    std::string told;
    const auto tell = [&](const figure_info &f, const auto &value) {
        if (value.n != 0)
            told += std::string{f.name} + ' ' + std::string{f.label} + ' ' + std::to_string(value.n) + '\n';
    };
    three_stays().figures<time_in_room>(tell), three_stays().figures<median_in_room>(tell);
    CHECK(told == "time_in_room 1 2\nstill_open 1 1\nmedian_in_room 1 2\np90 1 2\nmax 1 2\nstill_open 1 1\n");
}

TEST_CASE("what was recorded is taken back") {
    board b;
    b.record({door::opened, 1, 10u});
    CHECK(b.retract({door::opened, 1, 10u}));
    CHECK(b == board{});
}

} // namespace
} // namespace kpi::test
