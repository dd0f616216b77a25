// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/touches_story.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/through.hpp>

#include <doctest/doctest.h>

#include <map>
#include <vector>

namespace kpi::test {
namespace {

using sales::activity;
using sales::fact;
using sales::outcome;
using sales::touch;

// A user's metrics over acts and over facts, in one board by rep.
inline constexpr proportion_metric<activity> won_share{
    .name = "won_share", .part = {activity::deal_won}, .whole = {activity::deal_won, activity::deal_lost}};
inline constexpr total_metric<touch, member::value> won_value{.name = "won_value",
                                                              .of = {activity::deal_won}};
inline constexpr proportion_metric<outcome> won_of_opened{
    .name = "won_of_opened", .part = {outcome::won_of_opened}, .whole = {outcome::deal_opened}};
inline constexpr count_metric<outcome> still_open{.name = "still_open",
                                                  .of = {outcome::still_open_of_opened}};
using acts = scorecard<touch, won_share, won_value>;
using facts = scorecard<fact, won_of_opened, still_open>;
using deals =
    through<sales::deal_story, sales::deal, 64, beside<by<sales::rep, 8, acts>, by<sales::rep, 8, facts>>>;

constexpr touch deal_row(std::uint8_t day, activity kind, std::uint32_t deal, std::uint16_t rep,
                         std::uint32_t value = 0) {
    touch t{.at = march(day, 10), .kind = kind};
    t.deal = deal, t.rep = rep, t.value = value;
    return t;
}

TEST_CASE("deals go through their stories into boards of acts and of facts, by rep") {
    deals d;
    d.record(deal_row(1, activity::opportunity, 1, 2));
    d.record(deal_row(1, activity::opportunity, 2, 2));
    d.record(deal_row(5, activity::deal_lost, 1, 2));
    d.record(deal_row(6, activity::deal_won, 1, 2, 500)); // the loss is overtaken
    const auto &by_act = d.told().of<0>()[2];
    CHECK(by_act.get<won_share>() == proportion<std::uint32_t>{1, 1});
    CHECK(by_act.get<won_value>().n == 500);
    const auto now = d.as_of(march(9));
    CHECK(now.of<1>()[2].get<won_of_opened>() == proportion<std::uint32_t>{1, 2});
    CHECK(now.of<1>()[2].get<still_open>().n == 1);
    CHECK(d.account().complete());
}

/// Hands settlements on to the case that they belong to, in the order of time.
TEST_CASE("a deal's settlement, with the prospect that any of its rows named, ends the prospect's touching") {
    row opened = on(1, 9, activity::opportunity), won = on(6, 10, activity::deal_won);
    opened.prospect = 4; // the settlement names none
    std::vector<row> of_prospect{on(2, 10, activity::call), on(3, 10, activity::email_sent),
                                 on(8, 10, activity::call)};
    const told_story<sales::basic_deal_story<row>> deal{opened, won};
    for (const row &act : deal.acts(activity::deal_won)) {
        CHECK(act.prospect == 4);
        of_prospect.push_back(act);
    }
    std::sort(of_prospect.begin(), of_prospect.end(),
              [](const row &a, const row &b) { return a.at.seconds < b.at.seconds; });
    told_log log;
    sales::basic_touches_story<row> s;
    for (const row &e : of_prospect)
        s.record(e, log);
    std::uint32_t touches = 0;
    for (const fact &f : log.left<fact>())
        touches += f.kind == outcome::touches_of_won ? f.touches : 0;
    CHECK(touches == 2);
}

} // namespace
} // namespace kpi::test
