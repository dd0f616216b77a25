// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/bands_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only sizes{"sizes", "", bands_of<member::value>(sold, std::array<std::uint32_t, 2>{10, 20})};

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<sizes, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<sizes, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<sizes, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<sizes, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<sizes, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
