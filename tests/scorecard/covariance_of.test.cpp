// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/covariance_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only value_by_time{"value_by_time", "",
                                    covariance_of<member::elapsed, member::value>(open_or_sold)};

constexpr bool who_lacks_one_of_both_is_passed_over() {
    scorecard<quiet_visit, value_by_time> b;
    b.record({.kind = opaque(door::opened), .elapsed = 1, .value = 2});
    b.record({.kind = door::opened, .elapsed = 1});
    b.record({.kind = door::opened, .value = 1});
    expect(b.get<value_by_time>().count() == 1);
    return true;
}
static_assert(who_lacks_one_of_both_is_passed_over());
TEST_CASE("an event that lacks one of both is passed over") { CHECK(who_lacks_one_of_both_is_passed_over()); }

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<value_by_time, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<value_by_time, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<value_by_time, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<value_by_time, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<value_by_time, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
