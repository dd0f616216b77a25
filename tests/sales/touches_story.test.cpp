// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/touches_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::marks;
using sales::medium;
using sales::outcome;
using story = sales::basic_touches_story<row>;
using unmarked = sales::basic_touches_story<row, marks::absent>;
using told = told_story<story>;

TEST_CASE("touches belong to the next settlement of their prospect, by channel") {
    row video = on(1, 12, activity::video_meeting);
    const told t{
        on(1, 10, activity::call),      on(1, 11, activity::busy),       video,
        on(3, 10, activity::deal_lost), on(4, 10, activity::email_sent), on(5, 10, activity::deal_won)};
    REQUIRE(t.count(outcome::touches_of_lost) == 2);
    CHECK(t.all(outcome::touches_of_lost)[0].channel == medium::phone);
    CHECK(t.all(outcome::touches_of_lost)[0].touches == 2);
    CHECK(t.all(outcome::touches_of_lost)[1].channel == medium::video);
    CHECK(t.all(outcome::touches_of_lost)[1].again); // the first one counted the deal
    CHECK(t.all(outcome::touches_of_lost)[1].in(march(1), march(30)).again);
    CHECK(t.the(outcome::touches_of_won).touches == 1);
    CHECK(t.the(outcome::touches_of_won).at == march(5, 10));
}
TEST_CASE("a deal with a prospect and without any touch counts") {
    CHECK(told{on(3, 10, activity::deal_won)}.the(outcome::touches_of_won).touches == 0);
}
TEST_CASE("two deals of one prospect that are open at once are told: the touches go to the first settled") {
    const told t{on(1, 9, activity::opportunity), on(1, 10, activity::call), on(2, 10, activity::opportunity),
                 on(3, 10, activity::deal_won), on(4, 10, activity::deal_won)};
    CHECK(t.the(outcome::open_at_once).at == march(2, 10));
    CHECK(t.all(outcome::touches_of_won)[0].touches == 1);
    CHECK(t.all(outcome::touches_of_won)[1].touches == 0);
}
TEST_CASE("where no row marks one, a follow-up is the second or a later touch") {
    const told_story<unmarked> t{on(1, 10, activity::call), on(2, 10, activity::email_sent),
                                 on(3, 10, activity::deal_won), on(4, 10, activity::call)};
    CHECK(t.acts(activity::follow_up).size() == 2);
    CHECK(told{on(1, 10, activity::call), on(2, 10, activity::call)}.acts(activity::follow_up).empty());
}
TEST_CASE("the story of touches keeps the law of stories") {
    const auto make = [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); };
    story_keeps_its_law<story>(make);
    story_keeps_its_law<unmarked>(make);
}

} // namespace
} // namespace kpi::test
