// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/level_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only doors_open{"doors_open", "",
                                 level_of(event_set{door::opened}, event_set{door::slammed})};
inline constexpr only worth_open{"worth_open", "",
                                 level_of<member::value>(event_set{door::opened}, event_set{door::slammed})};

constexpr bool a_level_goes_on_from_one_period_to_the_next() {
    using board = scorecard<visit, doors_open, worth_open>;
    board january, february;
    january.record({.kind = opaque(door::opened), .value = 70}, 3);
    january.record({.kind = door::slammed, .value = 70});
    february.record({.kind = door::slammed, .value = 70});
    expect(january.get<doors_open>().end() == 2 && january.get<worth_open>().end() == 140);
    expect(february.get<doors_open>().end() == 0 && !february.get<doors_open>().during.coherent());
    const auto after = february.get_after<doors_open>(january);
    expect(after.start == 2 && after.end() == 1);
    expect(february.get_after<worth_open>(january).end() == 70);
    return true;
}
static_assert(a_level_goes_on_from_one_period_to_the_next());
TEST_CASE("a level goes on from one period to the next") {
    CHECK(a_level_goes_on_from_one_period_to_the_next());
}

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<worth_open, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<worth_open, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<worth_open, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<worth_open, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<worth_open, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
