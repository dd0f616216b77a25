// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/respondent_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using story = sales::basic_respondent_story<row>;

TEST_CASE("a respondent has one answer to each question, the last one") {
    const told_story<story> t{on(1, 10, activity::nps_detractor), on(2, 10, activity::satisfied),
                              on(3, 10, activity::nps_promoter)};
    CHECK(t.acts(activity::nps_detractor).empty());
    CHECK(t.acts(activity::nps_promoter).size() == 1);
    CHECK(t.acts(activity::satisfied).size() == 1); // another question
}
TEST_CASE("the story of a respondent keeps the law of stories") {
    story_keeps_its_law<story>(
        [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); });
}

} // namespace
} // namespace kpi::test
