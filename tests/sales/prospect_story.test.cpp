// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/prospect_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::medium;
using sales::outcome;
using story = sales::basic_prospect_story<row>;
using of_a_window = sales::basic_prospect_story<row, sales::replies::after_a_touch>;
using told = told_story<story>;

TEST_CASE(
    "positive, negative and silent share sum to 1: a positive reply wins, whatever came before or after") {
    const told yes{on(1, 10, activity::call), on(2, 10, activity::reply_positive),
                   on(3, 10, activity::reply_negative)};
    CHECK(yes.count(outcome::replied_positively) == 1);
    CHECK(yes.count(outcome::replied_negatively) == 0);
    const told no{on(1, 10, activity::call), on(2, 10, activity::reply_negative)};
    CHECK(no.count(outcome::replied_negatively) == 1);
    CHECK(no.count(outcome::silent) == 0);
    const told silent{on(1, 10, activity::call), on(2, 10, activity::reply_automatic)};
    CHECK(silent.count(outcome::silent) == 1);
    CHECK(silent.the(outcome::contacted).at == march(1, 10));
}
TEST_CASE("bounces are taken off emails: contacted by at least one touch that is none") {
    const told bounced{on(1, 10, activity::email_sent), on(1, 11, activity::email_bounced)};
    CHECK(bounced.count(outcome::tried) == 1);
    CHECK(bounced.count(outcome::contacted) == 0);
    CHECK(bounced.count(outcome::silent) == 0);
    const told second{on(1, 10, activity::email_sent), on(1, 11, activity::email_bounced),
                      on(2, 10, activity::email_sent)};
    CHECK(second.count(outcome::contacted) == 1);
    const told called{on(1, 10, activity::email_sent), on(1, 11, activity::email_bounced),
                      on(2, 10, activity::busy)};
    CHECK(called.count(outcome::contacted) == 1);
}
TEST_CASE("in a window a reply or win counts at or after the first touch in it; without one in any order") {
    const row reply = on(1, 9, activity::reply_positive), won = on(1, 9, activity::deal_won),
              touch = on(1, 10, activity::call);
    CHECK(told{reply, won, touch}.count(outcome::replied_positively) == 1);
    CHECK(told{reply, won, touch}.the(outcome::acquired).k == 0);
    const told_story<of_a_window> window{reply, won, touch};
    CHECK(window.count(outcome::replied_positively) == 0);
    CHECK(window.count(outcome::acquired) == 0);
    CHECK(window.count(outcome::silent) == 1);
}
TEST_CASE("conversion at touch k: acquired after exactly k, of those who got at least k") {
    const told t{on(1, 10, activity::call), on(2, 10, activity::email_sent), on(3, 10, activity::deal_won),
                 on(4, 10, activity::call), on(5, 10, activity::customer)};
    CHECK(t.the(outcome::acquired).k == 2);
    CHECK(t.the(outcome::acquired).at == march(1, 10));
    CHECK(t.count(outcome::got_touch) == 2); // what comes after the success did not lead to it
    CHECK(t.count(outcome::touched_twice) == 1);
    REQUIRE(t.count(outcome::touches_of_customer) == 2);
    CHECK(t.all(outcome::touches_of_customer)[0].channel == medium::phone);
    CHECK_FALSE(t.all(outcome::touches_of_customer)[0].again);
    CHECK(t.all(outcome::touches_of_customer)[1].channel == medium::email);
    CHECK(t.all(outcome::touches_of_customer)[1].again);
}
TEST_CASE("attempts: calls of prospects called, and of no others") {
    CHECK(told{on(1, 10, activity::call), on(1, 12, activity::busy), on(2, 9, activity::email_sent)}
              .the(outcome::called)
              .touches == 2);
    CHECK(told{on(2, 9, activity::email_sent)}.count(outcome::called) == 0);
}
TEST_CASE("a row may stand for several that are alike") {
    told_log log;
    story s;
    s.record(on(1, 10, activity::call), log, 3);
    s.record(on(1, 11, activity::call), log, 0);
    const auto facts = log.left<sales::fact>();
    CHECK(std::count_if(facts.begin(), facts.end(),
                        [](const auto &f) { return f.kind == outcome::got_touch; }) == 3);
}
TEST_CASE("the story of a prospect keeps the law of stories") {
    const auto make = [](random &r) { return any_row_of(r, story::concerns | event_set{activity::mql}); };
    story_keeps_its_law<story>(make);
    story_keeps_its_law<of_a_window>(make);
}

} // namespace
} // namespace kpi::test
