// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/deal_story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using story = sales::basic_deal_story<row>;
using told = told_story<story>;

constexpr std::uint32_t a_day = 86400;
constexpr row opened = on(1, 10, activity::opportunity, 900);

TEST_CASE(
    "a deal is won by its last settlement that was not reopened: closure, cycle and revenue see one story") {
    row won = on(11, 10, activity::deal_won);
    won.prospect = 7, won.rep = std::uint16_t{3};
    const told t{opened, won};
    REQUIRE(t.acts(activity::deal_won).size() == 1);
    CHECK(t.acts(activity::deal_won)[0].elapsed == 10 * a_day);
    CHECK(t.acts(activity::deal_won)[0].value == 900); // the last one named, on any of its rows
    CHECK(t.acts(activity::opportunity).size() == 1);
    CHECK(t.the(outcome::won).value == 900);
    CHECK(t.the(outcome::won).prospect == 7u);
    CHECK(t.the(outcome::won).rep == 3u); // a deal is of the rep of its settlement
    CHECK(t.the(outcome::deal_opened).at == march(1, 10));
    CHECK(t.the(outcome::won_of_opened).at == march(1, 10));
    CHECK(t.the(outcome::came_in).at == march(1, 10));
    CHECK(t.the(outcome::went_out).at == march(11, 10));
}
TEST_CASE("settled the other way in between: the later one counts, the cycle runs from the opening") {
    const told t{opened, on(3, 10, activity::deal_lost), on(6, 10, activity::deal_won, 500)};
    CHECK(t.count(outcome::lost) == 0);
    CHECK(t.acts(activity::deal_lost).empty());
    CHECK(t.the(outcome::won).elapsed == 5 * a_day);
    CHECK(t.the(outcome::reversed).at == march(3, 10));
    CHECK(t.count(outcome::lost_of_opened) == 0);
}
TEST_CASE("the same outcome again is a repeat") {
    const told t{opened, on(3, 10, activity::deal_won, 500), on(6, 10, activity::deal_won, 600)};
    CHECK(t.the(outcome::won).value == 500);
    CHECK(t.the(outcome::won).at == march(3, 10));
    CHECK(t.the(outcome::repeated).at == march(6, 10));
}
TEST_CASE("a reopened deal is open: its win is taken back, and it is in the pipeline again") {
    told t{opened, on(3, 10, activity::deal_won, 500), on(6, 10, activity::opportunity)};
    CHECK(t.count(outcome::won) == 0);
    CHECK(t.acts(activity::deal_won).empty());
    CHECK(t.acts(activity::opportunity).size() == 1); // opportunities created counts deals
    REQUIRE(t.count(outcome::came_in) == 2);
    CHECK(t.all(outcome::came_in)[1].before == march(3, 10));
    CHECK(t.all(outcome::came_in)[1].in(march(3), march(30)).again); // was in it that month already
    CHECK_FALSE(t.all(outcome::came_in)[1].in(march(5), march(30)).again);
    t.story.end(march(8, 10), t.log);
    CHECK(t.the(outcome::still_open_of_opened).elapsed == 7 * a_day);
}
TEST_CASE("a settlement before the only opening is backwards, and settled") {
    const told t{on(2, 10, activity::deal_won, 500), on(5, 10, activity::opportunity)};
    CHECK(t.the(outcome::won).backwards);
    CHECK_FALSE(t.the(outcome::won).elapsed.has_value());
    CHECK(t.the(outcome::won).at == march(2, 10));
    CHECK(t.the(outcome::won_of_opened).at == march(5, 10));
}
TEST_CASE("a deal settled without any opening was in the pipeline at its settlement, and has no cycle") {
    const told t{on(2, 10, activity::deal_won, 500)};
    CHECK(t.the(outcome::came_in).at == march(2, 10));
    CHECK(t.the(outcome::went_out).at == march(2, 10));
    CHECK(t.count(outcome::deal_opened) == 0);
    CHECK_FALSE(t.the(outcome::won).elapsed.has_value());
}
TEST_CASE("of an open deal the value is the last one named: the level of the pipeline follows") {
    const told t{opened, on(2, 10, activity::proposal_sent, 700), on(3, 10, activity::proposal_sent)};
    CHECK(t.the(outcome::came_in).value == 900u);
    CHECK(t.the(outcome::worth_less).value == 900u);
    CHECK(t.the(outcome::worth_more).value == 700u);
}
TEST_CASE("a date without a time is a whole day: won within so many dates") {
    const told t{on(1, 23, activity::opportunity), on(8, 0, activity::deal_won)};
    CHECK(t.the(outcome::won).elapsed == 7 * a_day);
    CHECK(t.the(outcome::won).whole_day);
    CHECK(t.acts(activity::deal_won)[0].elapsed == 7 * a_day);
}
TEST_CASE("any row of a deal links it to its prospect, lead and customer") {
    row named = on(2, 10, activity::proposal_sent);
    named.prospect = 4, named.lead = 5, named.customer = 6;
    const told t{opened, named, on(3, 10, activity::deal_won)};
    const row won = t.acts(activity::deal_won)[0];
    CHECK(won.prospect == 4);
    CHECK(won.lead == 5);
    CHECK(won.customer == 6);
    CHECK(t.story.prospect() == 4u);
}
struct forecast {
    instant at{};
    activity kind{};
    std::optional<instant> due{};
    std::uint32_t deal{};
    maybe<std::uint32_t> value{};
    friend constexpr bool operator==(const forecast &, const forecast &) = default;
};
TEST_CASE("an open deal falls due on the last date named, and slipped where that was moved later") {
    told_log log;
    sales::basic_deal_story<forecast> s;
    s.record({.at = march(1), .kind = activity::opportunity, .due = march(20), .value = 70}, log);
    s.record({.at = march(2), .kind = activity::proposal_sent, .due = march(25)}, log);
    s.record({.at = march(3), .kind = activity::proposal_sent, .due = march(22)}, log);
    const auto slipped = [&] {
        auto facts = log.left<sales::fact>();
        std::erase_if(facts, [](const auto &f) { return f.kind != outcome::slipped; });
        return facts;
    }();
    REQUIRE(slipped.size() == 1);
    CHECK(slipped[0].at == march(2));
    told_log early, late;
    s.end(march(21), early), s.end(march(24), late);
    CHECK(early.left<sales::fact>().back().at == march(22));
    CHECK(early.left<sales::fact>().back().value == 70u);
    CHECK_FALSE(early.left<sales::fact>().back().elapsed.has_value());
    CHECK(late.left<sales::fact>().back().elapsed == 2 * a_day); // overdue
    s.record({.at = march(23), .kind = activity::deal_won}, log);
    told_log settled;
    s.end(march(24), settled);
    CHECK(settled.size() == 0);
}
TEST_CASE("the story of a deal keeps the law of stories") {
    story_keeps_its_law<story>([](random &r) {
        return any_row_of(
            r, {activity::opportunity, activity::deal_won, activity::deal_lost, activity::proposal_sent});
    });
}

} // namespace
} // namespace kpi::test
