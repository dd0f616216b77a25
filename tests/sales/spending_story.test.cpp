// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/spending_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using story = sales::basic_spending_story<row>;

TEST_CASE("what a customer spends in a period is one fact, of all purchases that name a value") {
    const told_story<story> t{on(1, 10, activity::upsell), on(2, 10, activity::deal_won, 500),
                              on(3, 10, activity::renewed, 40), on(4, 10, activity::interaction, 7)};
    CHECK(t.the(outcome::spent).at == march(2, 10));
    CHECK(t.the(outcome::spent).value == 540u);
}
TEST_CASE("the story of spending keeps the law of stories") {
    story_keeps_its_law<story>(
        [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); });
}

} // namespace
} // namespace kpi::test
