// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/message_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using story = sales::basic_message_story<row>;
using told = told_story<story>;

TEST_CASE("an email is opened, clicked, bounced and answered once, in the window of its sending") {
    const told t{on(1, 10, activity::email_sent), on(2, 10, activity::email_opened),
                 on(3, 10, activity::email_opened), on(9, 10, activity::reply_positive)};
    REQUIRE(t.acts(activity::email_opened).size() == 1);
    CHECK(t.acts(activity::email_opened)[0].at == march(1, 10));
    CHECK(t.acts(activity::reply_positive)[0].at == march(1, 10));
}
TEST_CASE("of two replies one counts, the positive one whatever came first") {
    const told t{on(1, 10, activity::email_sent), on(2, 10, activity::reply_negative),
                 on(3, 10, activity::reply_positive), on(4, 10, activity::reply_negative)};
    CHECK(t.acts(activity::reply_positive).size() == 1);
    CHECK(t.acts(activity::reply_negative).empty());
}
TEST_CASE("what comes before the sending has its own time") {
    const told t{on(1, 10, activity::email_opened), on(2, 10, activity::email_sent)};
    CHECK(t.acts(activity::email_opened)[0].at == march(1, 10));
}
TEST_CASE("the story of an email keeps the law of stories") {
    story_keeps_its_law<story>(
        [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); });
}

} // namespace
} // namespace kpi::test
