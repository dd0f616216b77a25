// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/mean_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only seconds{"seconds", "", mean_of<member::elapsed>(open_or_sold)};

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<seconds, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<seconds, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<seconds, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<seconds, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<seconds, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
