// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/mean_of.hpp>
#include <kpi/scorecard/measured.hpp>
#include <kpi/scorecard/quantiles_of.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only seconds{"seconds", "", mean_of<member::elapsed>(open_or_sold)};
inline constexpr only seconds_again{"seconds_again", "", mean_of<member::elapsed>(open_or_sold)};
inline constexpr only minutes{"minutes", "", mean_of<member::elapsed>(open_or_sold, 60)};

inline constexpr only only_days{
    "days", "", measured<quantiles<32, std::uint16_t>, member::elapsed, door>{open_or_sold, 86'400, {}}};

// A word is held once, however many metrics observe it.
static_assert(sizeof(scorecard<visit, seconds, seconds_again>) == sizeof(mean));
static_assert(sizeof(scorecard<visit, seconds, minutes>) == 2 * sizeof(mean));

constexpr bool what_is_not_told_is_not_zero() {
    scorecard<quiet_visit, seconds, minutes> b;
    b.record({.kind = opaque(door::opened), .elapsed = 90});
    b.record({.kind = door::opened});
    b.record({.kind = door::dog});
    expect(b.get<seconds>().value() == mean_value{90, 1} && b.untold<seconds>() == 1);
    expect(b.get<minutes>().value() == mean_value{2, 1}); // rounded half up
    expect(!b.retract({.kind = door::bought, .elapsed = 91}));
    expect(b.retract({.kind = door::bought}) && !b.retract({.kind = door::bought})); // one was untold
    return true;
}
static_assert(what_is_not_told_is_not_zero());
TEST_CASE("what is not told is not zero, and is counted") { CHECK(what_is_not_told_is_not_zero()); }

TEST_CASE("a leaf that holds few steps holds many small ones") {
    scorecard<visit, only_days> b;
    b.record({.kind = door::opened, .elapsed = 10 * 86'400});
    CHECK(b.state<only_days>().median().low == 10);
    b.record({.kind = door::opened, .elapsed = ~std::uint32_t{}}, 2);
    CHECK(b.state<only_days>().median().high >= 49'710);
}

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<minutes, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<minutes, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<minutes, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<minutes, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<minutes, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
