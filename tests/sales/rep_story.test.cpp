// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/rep_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using story = sales::basic_rep_story<row>;

TEST_CASE("a rep switches from calls to emails, by what their kinds imply where no channel is told") {
    row call = on(1, 10, activity::call);
    call.rep = std::uint16_t{4};
    row email = call;
    email.kind = activity::email_sent, email.at.seconds += 600;
    row opened = email;
    opened.kind = activity::email_opened, opened.at.seconds += 60; // the prospect did it
    row again = email;
    again.at.seconds += 900;
    const told_story<story> t{call, email, opened, again};
    CHECK(t.the(outcome::switched).at.seconds == email.at.seconds);
    CHECK(t.the(outcome::switched).rep == 4u);
    REQUIRE(t.count(outcome::active_time) == 2);
    CHECK(t.all(outcome::active_time)[1].elapsed == 900);
}
TEST_CASE("the story of a rep keeps the law of stories") {
    story_keeps_its_law<story>(
        [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); });
}

} // namespace
} // namespace kpi::test
