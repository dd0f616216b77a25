// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/latest_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only last_sale{"last_sale", "", latest_of{sold}};

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<last_sale, visit>>(any_visit, number_of, {.runs = 20});
    takes_alike_events_at_once<live<last_sale, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
