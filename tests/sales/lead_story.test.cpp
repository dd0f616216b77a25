// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/lead_story.hpp>
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::marks;
using sales::outcome;
using sales::stage;
using story = sales::basic_lead_story<row>;
using by_touches = sales::basic_lead_story<row, marks::absent>;
using told = told_story<story>;

constexpr std::uint32_t a_day = 86400;
/// Which stages the lead has reached, as facts of its start.
template <class T> std::vector<int> started(const T &t, instant at) {
    std::vector<int> stages;
    for (const auto &f : t.all(outcome::of_started)) {
        CHECK(f.at == at);
        stages.push_back(static_cast<int>(f.stage));
    }
    std::sort(stages.begin(), stages.end());
    return stages;
}

TEST_CASE("a lead arrives once, as MCL or MQL, whichever is first") {
    const told t{on(1, 10, activity::mcl), on(2, 10, activity::mql), on(3, 10, activity::mcl)};
    CHECK(t.the(outcome::lead_arrived).at == march(1, 10));
}
TEST_CASE("a stage is reached with all before it: at its own time, and in the cohort of the arrival") {
    const told t{on(1, 10, activity::mql), on(4, 10, activity::sql)};
    CHECK(t.count(outcome::reached) == 4);
    CHECK(started(t, march(1, 10)) == std::vector{0, 1, 2, 3}); // MCL, MQL, SAL, SQL
}
TEST_CASE("a lead without an arrival is in the cohort of its first stage, until it arrives") {
    const told before{on(2, 10, activity::sal)};
    CHECK(started(before, march(2, 10)) == std::vector{0, 1, 2});
    const told t{on(2, 10, activity::sal), on(5, 10, activity::mcl)};
    CHECK(started(t, march(5, 10)) == std::vector{0, 1, 2});
}
TEST_CASE("a lead with a won deal has reached customer at that win") {
    const told t{on(1, 10, activity::mcl), on(9, 10, activity::deal_won), on(11, 10, activity::customer)};
    CHECK(t.the(outcome::became_customer).at == march(9, 10));
    CHECK(t.the(outcome::became_customer).elapsed == 8 * a_day);
    CHECK(t.the(outcome::lead_converted).at == march(1, 10));
    REQUIRE(t.acts(activity::customer).size() == 1);
    CHECK(t.acts(activity::customer)[0].at == march(9, 10));
    CHECK(t.acts(activity::customer)[0].elapsed == 8 * a_day);
}
TEST_CASE(
    "a goal dated before its start is reached, in no time; the first goal at or after it counts for times") {
    const told early{on(1, 10, activity::deal_won), on(3, 10, activity::mcl)};
    CHECK(early.the(outcome::lead_converted).backwards);
    CHECK_FALSE(early.the(outcome::lead_converted).elapsed.has_value());
    CHECK(early.count(outcome::became_customer) == 0);
    const told t{on(1, 10, activity::deal_won), on(3, 10, activity::mcl), on(5, 10, activity::deal_won)};
    CHECK_FALSE(t.the(outcome::lead_converted).backwards);
    CHECK(t.the(outcome::lead_converted).elapsed == 2 * a_day);
    CHECK(t.the(outcome::became_customer).at == march(5, 10));
    CHECK(t.acts(activity::customer).size() == 1); // it became one once
}
TEST_CASE("it waits until the first response at or after its arrival, and then no more") {
    const told t{on(1, 10, activity::mcl), on(1, 12, activity::first_response), on(2, 10, activity::mql),
                 on(3, 10, activity::first_response)};
    CHECK(t.the(outcome::responded).elapsed == 7200);
    CHECK(t.the(outcome::responded).at == march(1, 10));
    CHECK(t.the(outcome::lead_answered).elapsed == 7200);
    CHECK(t.the(outcome::responded_to_handover).at == march(2, 10));
    CHECK(t.the(outcome::responded_to_handover).elapsed == a_day);
    REQUIRE(t.acts(activity::first_response).size() == 1);
    CHECK(t.acts(activity::first_response)[0].elapsed == 7200);
}
TEST_CASE("it waits again if it went out and arrived anew") {
    const told t{on(1, 10, activity::mcl), on(1, 12, activity::first_response), on(2, 10, activity::out),
                 on(5, 10, activity::mcl), on(5, 11, activity::first_response)};
    REQUIRE(t.count(outcome::responded) == 2);
    CHECK(t.all(outcome::responded)[1].at == march(5, 10));
    CHECK(t.all(outcome::responded)[1].elapsed == 3600);
    CHECK(t.count(outcome::lead_answered) == 1);
    CHECK(t.count(outcome::lead_arrived) == 1);
}
TEST_CASE("a mark before the arrival answers the lead, in no time") {
    const told t{on(1, 10, activity::first_response), on(2, 10, activity::mcl)};
    CHECK(t.the(outcome::lead_answered).backwards);
    CHECK(t.count(outcome::responded) == 0);
}
TEST_CASE("where no row is marked, the first touch at or after the arrival is the response") {
    const told_story<by_touches> t{on(1, 8, activity::email_sent), on(1, 10, activity::mcl),
                                   on(1, 11, activity::email_opened), on(1, 12, activity::conversation),
                                   on(1, 13, activity::email_sent)};
    CHECK(t.the(outcome::responded).elapsed == 7200);
    REQUIRE(t.acts(activity::first_response).size() == 1);
    CHECK(t.acts(activity::first_response)[0].at == march(1, 10)); // it belongs to the arrival
    CHECK(t.acts(activity::first_response)[0].elapsed == 7200);
    const told marked{on(1, 10, activity::mcl), on(1, 12, activity::conversation)};
    CHECK(marked.count(outcome::lead_answered) == 0); // there a touch answers nothing
}
inline constexpr weekly_schedule office{.week = {{{{{9 * 60, 17 * 60}, {}}},
                                                  {{{9 * 60, 17 * 60}, {}}},
                                                  {{{9 * 60, 17 * 60}, {}}},
                                                  {{{9 * 60, 17 * 60}, {}}},
                                                  {{{9 * 60, 17 * 60}, {}}}}}};
TEST_CASE("by a clock of business hours a lead of Friday evening waits for minutes") {
    const told_story<sales::basic_lead_story<row, marks::present, business_time<office>>> t{
        on(1, 18, activity::mcl), on(4, 10, activity::first_response)}; // 1 March 2024 was a Friday
    CHECK(t.the(outcome::responded).elapsed == 3600);
    CHECK(t.the(outcome::lead_answered).elapsed == 3600);
    CHECK(t.acts(activity::first_response)[0].elapsed == 3600);
}
TEST_CASE("by a clock of business hours the five minutes are of work, and a row's own time is not") {
    using by_office = told_story<sales::basic_lead_story<row, marks::present, business_time<office>>>;
    row answered = on(4, 9, activity::first_response); // on Monday, as the office opens
    answered.at.seconds += 300;
    answered.elapsed = 7; // of every second, says its row
    const by_office soon{on(1, 18, activity::mcl), answered};
    CHECK(soon.count(outcome::answered_soon) == 1);
    CHECK(soon.acts(activity::first_response)[0].elapsed == 300);
    answered.at.seconds += 1;
    CHECK(by_office{on(1, 18, activity::mcl), answered}.count(outcome::answered_soon) == 0);
    CHECK(by_office{on(1, 18, activity::mcl)}.until(march(4, 9)).count(outcome::lead_ripe) == 0);
    CHECK(by_office{on(1, 18, activity::mcl)}.until(march(4, 10)).count(outcome::lead_ripe) == 1);
}
TEST_CASE("speed to lead: answered within five minutes, of leads at least so old, by times at both ends") {
    row arrived = on(1, 10, activity::mcl), answered = on(1, 10, activity::first_response);
    answered.at.seconds += 300;
    CHECK(told{arrived, answered}.count(outcome::answered_soon) == 1); // exactly five minutes
    answered.at.seconds += 1;
    CHECK(told{arrived, answered}.count(outcome::answered_soon) == 0);
    CHECK(told{arrived, answered}.count(outcome::lead_ripe) == 1);
    CHECK(told{arrived}.until({arrived.at.seconds + 299}).count(outcome::lead_ripe) == 0);
    CHECK(told{arrived}.until({arrived.at.seconds + 300}).count(outcome::lead_ripe) == 1);
    const auto dates = told{on(1, 0, activity::mcl), on(1, 0, activity::first_response)}.until(march(4));
    CHECK(dates.count(outcome::answered_soon) == 0);
    CHECK(dates.the(outcome::lead_ripe).whole_day);
    CHECK(told{arrived, on(2, 0, activity::first_response)}.the(outcome::lead_ripe).whole_day);
}
TEST_CASE("recycled: out after the hand-over, and without a deal of it being lost then") {
    CHECK(told{on(1, 10, activity::mql), on(4, 10, activity::out)}.the(outcome::recycled).at == march(1, 10));
    CHECK(told{on(1, 10, activity::mcl), on(4, 10, activity::out)}.count(outcome::recycled) == 0);
    CHECK(told{on(1, 10, activity::mql), on(4, 9, activity::deal_lost), on(4, 10, activity::out)}.count(
              outcome::recycled) == 0);
    CHECK(told{on(1, 10, activity::mql), on(4, 10, activity::out), on(4, 11, activity::deal_lost)}.count(
              outcome::recycled) == 0);
    CHECK(told{on(1, 10, activity::mql), on(4, 10, activity::out), on(4, 10, activity::out),
               on(4, 11, activity::deal_lost)}
              .count(outcome::recycled) == 0);
    CHECK(told{on(1, 10, activity::mql), on(3, 10, activity::out), on(4, 10, activity::out),
               on(4, 11, activity::deal_lost)}
              .count(outcome::recycled) == 1);
    CHECK(told{on(1, 10, activity::mql), on(2, 9, activity::deal_lost), on(4, 10, activity::out)}.count(
              outcome::recycled) == 1);
}
TEST_CASE("ready to buy: an opportunity with no MQL, SAL or SQL before") {
    CHECK(told{on(1, 10, activity::mcl), on(2, 10, activity::opportunity)}.count(outcome::ready_to_buy) == 1);
    CHECK(told{on(1, 10, activity::mql), on(2, 10, activity::opportunity)}.count(outcome::ready_to_buy) == 0);
}
TEST_CASE("followed up: reached MQL, and has a touch") {
    CHECK(told{on(1, 10, activity::mcl), on(2, 10, activity::call)}.count(outcome::mql_touched) == 0);
    CHECK(told{on(1, 10, activity::mcl), on(2, 10, activity::call), on(3, 10, activity::sql)}.count(
              outcome::mql_touched) == 1);
}
TEST_CASE("now in: each lead in one stage, which loses it to the next") {
    const told t{on(1, 10, activity::mcl), on(2, 10, activity::sal), on(3, 10, activity::mcl),
                 on(4, 10, activity::out)};
    std::vector<stage> in, left;
    for (const auto &f : t.all(outcome::entered_stage))
        in.push_back(f.stage);
    for (const auto &f : t.all(outcome::left_stage))
        left.push_back(f.stage);
    CHECK(in == std::vector{stage::mcl, stage::sal, stage::mcl, stage::out});
    CHECK(left == std::vector{stage::mcl, stage::sal, stage::mcl});
}
TEST_CASE("lifecycle: from the first impression; without one from the first event, and it says so") {
    const told t{on(1, 10, activity::first_impression), on(2, 10, activity::mcl),
                 on(6, 10, activity::deal_won)};
    CHECK(t.the(outcome::lifecycle).elapsed == 5 * a_day);
    CHECK(t.the(outcome::lifecycle).at == march(6, 10));
    CHECK_FALSE(t.the(outcome::lifecycle).from_first_event);
    const told first{on(2, 10, activity::email_sent), on(6, 10, activity::customer)};
    CHECK(first.the(outcome::lifecycle).elapsed == 4 * a_day);
    CHECK(first.the(outcome::lifecycle).from_first_event);
    CHECK(told{on(6, 10, activity::customer)}.count(outcome::lifecycle) == 0);
    const told late{on(2, 10, activity::mcl), on(6, 10, activity::customer),
                    on(7, 10, activity::first_impression)};
    CHECK(late.count(outcome::lifecycle) == 0);
}
TEST_CASE("the end tells who still waits, and who is open") {
    const auto t = told{on(1, 10, activity::mcl)}.until(march(3, 10));
    CHECK(t.the(outcome::still_waiting).elapsed == 2 * a_day);
    CHECK(t.the(outcome::lead_still_open).elapsed == 2 * a_day);
    CHECK(told{on(1, 10, activity::mcl), on(2, 10, activity::out)}.until(march(3)).count(
              outcome::lead_still_open) == 0);
}
TEST_CASE("the story of a lead keeps the law of stories, by marks and by touches") {
    const auto make = [](random &r) {
        return any_row_of(r, {activity::first_impression, activity::mcl, activity::mql, activity::sal,
                              activity::sql, activity::opportunity, activity::customer, activity::out,
                              activity::deal_won, activity::deal_lost, activity::first_response,
                              activity::email_sent});
    };
    story_keeps_its_law<story>(make);
    story_keeps_its_law<by_touches>(make);
}

} // namespace
} // namespace kpi::test
