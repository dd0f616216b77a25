// SPDX-License-Identifier: MIT
// What is shown, and what is left out because it would be a wrong figure.
#include "figures/sheet.hpp"

#include "reports.hpp"
#include "show/text.hpp"
#include <kpi/sales/catalog.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

namespace sheet_test {
namespace {

using namespace report;
using namespace report::test;

bool has_note(const sheet &s, std::string_view part) {
    for (const std::string &note : s.notes)
        if (note.find(part) != std::string::npos) return true;
    return false;
}
bool lacks_figure(const sheet &s, std::string_view name) {
    for (const missing_metric &m : s.missing)
        if (m.metric->how.name == name) return m.lacks_given;
    return false;
}

} // namespace

TEST_CASE("every metric is shown or left out, never both and never neither") {
    const sheet s = report_on("at,kind\n2024-01-01,deal_won\n");
    for (const listed_metric &metric : all_metrics()) {
        CAPTURE(metric.how.name);
        const bool missing = std::any_of(s.missing.begin(), s.missing.end(),
                                         [&](const missing_metric &m) { return m.metric == &metric; });
        CHECK(missing != (find(s, metric.how.name) != nullptr));
    }
    // all but those of another vocabulary, and the sketch of ids that are kept here
    std::size_t in_the_library = 0;
    sales::for_each_chapter([&](std::string_view, auto list) { in_the_library += list.size; });
    CHECK(all_metrics().size() == in_the_library - sales::bookkeeping.size - 1);
}

TEST_CASE("a phone log that cannot tell a conversation has no conversation rate, rather than one of 0 %") {
    constexpr std::string_view phone =
        R"({"events": [{"kind": {"column": "d", "map": {"A": "picked_up", "N": "no_answer"}}}]})";
    const sheet s = report_on("d\nA\nN\n", phone);
    CHECK(told(s, "pick_up_rate") == "1/2");
    CHECK(told(s, "conversation_rate") == "left out");
    CHECK(told(s, "dials_per_conversation") == "left out");
    CHECK(s.notes.empty());
}

TEST_CASE("what became of a case is left out where no row names one, and it is said which id is lacking") {
    const auto lacks = [](const sheet &s, std::string_view name) {
        for (const missing_metric &m : s.missing)
            if (m.metric->how.name == name) return m.lacks_id;
        return std::string{};
    };
    const std::string rows = "2024-01-01,mql,\n2024-01-02,call,\n2024-01-03,call,\n2024-01-04,opportunity,\n"
                             "2024-01-05,deal_won,\n2024-01-06,upsell,\n";
    const sheet s = report_on("at,kind,prospect\n" + rows);
    CHECK(told(s, "leads_arrived") == "1/1");
    CHECK(told(s, "opportunities_created") == "1/1");
    CHECK(told(s, "win_rate") == "1/1");
    for (const auto &lacking : {std::pair{"lead_conversion_rate", "lead"},
                                {"speed_to_lead", "lead"},
                                {"open_deals", "deal"},
                                {"cohort_win_rate", "deal"},
                                {"deals_reversed", "deal"},
                                {"prospects_tried", "prospect"},
                                {"follow_ups", "prospect"},
                                {"new_customers", "prospect or lead or customer"},
                                {"upsell_rate", "prospect or lead or customer"}}) {
        CAPTURE(lacking.first);
        CHECK(told(s, lacking.first) == "left out");
        CHECK(lacks(s, lacking.first) == lacking.second);
    }
    std::ostringstream text;
    print_text(text, s);
    CHECK(text.str().find("as no row has the id of a lead") != std::string::npos);

    const sheet one = report_on("at,kind,prospect\n" + rows + "2024-01-02,call,P\n"); // one id is enough
    CHECK(told(one, "prospects_tried") == "1/1");
    CHECK(told(one, "follow_ups") == "0/1");
    CHECK(told(report_on("at,kind,prospect\n" + rows + "2024-01-02,follow_up,\n"), "follow_ups") == "1/1");
    CHECK(told(report_on("at,kind,prospect\n" + rows + "2024-01-02,customer,\n"), "new_customers") == "1/1");
}

TEST_CASE("a zero that the profile can tell is a zero") {
    constexpr std::string_view deals =
        R"({"events": [{"kind": {"column": "d", "map": {"W": "deal_won", "L": "deal_lost"}}}]})";
    CHECK(told(report_on("d\nL\n", deals), "win_rate") == "0/1");
}

TEST_CASE("a zero of a log that may not record the event is marked") {
    const sheet s = report_on("at,kind\n2024-01-01,email_sent\n");
    CHECK(told(s, "bounce_rate") == "0/1");
    CHECK(has_note(s, "bounce_rate (email_bounced)"));
    CHECK(told(s, "calls") == "left out");
    CHECK(told(s, "win_rate") == "left out");
}

TEST_CASE("answers of customers are not shown as answers of staff") {
    const sheet s =
        report_on("at,kind\n2024-01-01,nps_promoter\n2024-01-01,nps_detractor\n2024-01-01,nps_detractor\n");
    CHECK(told(s, "net_promoter_score") == "-1/3");
    CHECK(told(s, "employee_net_promoter_score") == "left out");
}

TEST_CASE("replies whose channel is unknown are in no figure about emails, and that is said") {
    const std::string log = "at,kind,channel\n2024-01-01,email_sent,email\n2024-01-01,email_sent,email\n2024-"
                            "01-01,reply_positive,email\n";
    CHECK(told(report_on(log), "reply_rate") == "1/2");
    const sheet some = report_on(log + "2024-01-01,reply_negative,\n");
    CHECK(told(some, "reply_rate") == "1/2");
    CHECK(has_note(some, "1 replies have no channel"));
    const sheet none = report_on("at,kind\n2024-01-01,email_sent\n2024-01-01,reply_positive\n");
    CHECK(told(none, "reply_rate") == "left out");
}

TEST_CASE("figures that only the caller has: asked for by name, told of the whole alone") {
    const std::string log =
        "at,kind,rep\n2024-01-01,churned,Ann\n2024-01-01,opportunity,Ann\n2024-01-01,deal_won,Ann\n"
        "2024-01-02,upsell,Ann\n";
    const sheet without = report_on(log);
    CHECK(told(without, "churn_rate") == "left out"); // nobody knows of which customers
    CHECK(lacks_figure(without, "churn_rate"));
    CHECK(lacks_figure(without, "cost_per_opportunity"));
    CHECK_FALSE(lacks_figure(without, "calls"));
    CHECK(told(without, "deal_closure_rate") == "left out"); // which deal was won?
    CHECK(lacks_figure(without, "deal_closure_rate"));
    CHECK(has_note(report_on("at,kind,deal\n2024-01-01,deal_won,D\n"), "--given deals_open_at_the_start=N"));

    const sheet with = report_on(log, {.by = "rep",
                                       .wanted = {},
                                       .given = {{"customers_at_the_start", {200, 1}},
                                                 {"deals_open_at_the_start", {3, 1}},
                                                 {"cost", {500, 1}}}});
    CHECK(told(with, "churn_rate") == "1/201"); // those given, and the one that the log knows
    CHECK(told(with, "retention_rate") == "200/201");
    CHECK(told(with, "deal_closure_rate") == "1/5"); // without ids, a deal each
    CHECK(told(with, "cost_per_opportunity") == "500/1");
    CHECK(told(with, "upsell_rate") == "left out"); // whose upsell?
    CHECK(told(with, "churn_rate", "Ann") == "left out");
    CHECK(told(with, "win_rate", "Ann") == "1/1");
}

TEST_CASE("figures made of others ask for all that they need, and for what the log has to tell") {
    const std::string log = "at,kind,lead,value,units,elapsed\n"
                            "2024-01-01,mcl,L1,,,\n2024-01-02,mql,L1,,,\n2024-01-05,mcl,L2,,,\n"
                            "2024-01-09,customer,L1,5000,,\n"
                            "2024-01-09,deal_won,L1,5000,100,3628800\n2024-01-09,deal_lost,L2,,,0\n";
    const auto given = [&](givens figures) {
        return report_on(log, {.by = {}, .wanted = {}, .given = std::move(figures)});
    };
    const sheet half = given({{"gross_margin_percent", {40, 1}}});
    CHECK(told(half, "lead_roi") == "left out");
    CHECK(lacks_figure(half, "lead_roi"));
    const sheet all = given({{"gross_margin_percent", {40, 1}},
                             {"marketing_cost", {500, 1}},
                             {"open_opportunities", {4, 1}},
                             {"competitors_price", {40, 1}},
                             {"prospects_on_the_list", {9, 1}}});
    CHECK(told(all, "lead_roi") == "150000/50000");
    CHECK(told(all, "cost_per_lead") == "500/2");
    CHECK(told(all, "competitor_price_index") == "5000/4000");
    CHECK(told(all, "pipeline_velocity") == "23810/100"); // 4 * 1/2 * 5000 / 42 days
    CHECK(find(all, "pipeline_velocity")->total.rounded);
    CHECK(told(all, "list_penetration") == "left out"); // nobody was tried, as far as the log tells
    CHECK_FALSE(lacks_figure(all, "list_penetration"));
    CHECK(told(all, "open_pipeline_value") == "left out"); // no deal was opened with a value
}

TEST_CASE("won deals by the length of their cycle") {
    const sheet s = report_on("at,kind,elapsed\n2024-01-01,deal_won,604800\n2024-01-01,deal_won,604799\n"
                              "2024-01-01,deal_won,700000\n");
    CHECK(told(s, "won_deals_by_cycle_length: < 7 days") == "1/3");
    CHECK(told(s, "won_deals_by_cycle_length: 7-13 days") == "2/3");
}

TEST_CASE("the customer lifecycle begins with the first impression, or with the lead's first event") {
    const sheet s = report_on("at,kind,lead\n2024-01-01,email_sent,L1\n2024-01-31,customer,L1\n"
                              "2024-01-01,call,L2\n2024-01-11,first_impression,L2\n2024-01-31,customer,L2\n");
    CHECK(told(s, "customer_lifecycle_length") == "50/2");
    CHECK(told(s, "lead_to_customer_time") == "left out"); // nobody arrived
}

TEST_CASE("the workload of reps") {
    std::string log = "at,kind,rep,prospect\n";
    const auto work = [&](const char *rep, int tried, int won) {
        for (int i = 0; i < tried; ++i) {
            const std::string tail = std::string{","} + rep + ',' + rep + std::to_string(i) + '\n';
            log += "2024-01-01,call" + tail + (i < won ? "2024-01-02,customer" + tail : "");
        }
    };
    work("Ann", 10, 5), work("Ben", 20, 8), work("Cid", 40, 12), work("Dan", 80, 8);
    const sheet s = report_on(log, {.by = "rep", .wanted = {}, .given = {}});
    CHECK(told(s, "prospects_tried") == "150/1");
    CHECK(told(s, "prospects_tried", "Cid") == "40/1");
}

TEST_CASE("a part greater than its whole is shown and marked") {
    const sheet s =
        report_on("at,kind\n2024-01-01,email_sent\n2024-01-01,email_bounced\n2024-01-01,email_bounced\n");
    CHECK(told(s, "bounce_rate") == "2/1");
    CHECK_FALSE(find(s, "bounce_rate")->total.coherent);
    CHECK_FALSE(find(s, "bounce_rate")->total.interval);
    CHECK(has_note(s, "A part is greater than its whole"));
}

TEST_CASE("stages are shares of all rows, with the greatest first; by group too") {
    constexpr std::string_view profile =
        R"({"rep": "rep", "stage": "stage", "events": [{"kind": "opportunity"}]})";
    const sheet s = report_on("rep,stage\nAnn,open\nAnn,won\nBen,open\nBen,\n", profile,
                              {.by = "rep", .wanted = {}, .given = {}});
    REQUIRE(s.stages.lines.size() == 3);
    CHECK(s.stages.lines[0].how.name == "open");
    CHECK(told(s, "open") == "2/4");
    CHECK(told(s, "(none)") == "1/4");
    CHECK(told(s, "won", "Ann") == "1/2");
    CHECK(told(s, "won", "Ben") == "0/2");
}

TEST_CASE("a row that makes no event still tells its stage") {
    constexpr std::string_view profile =
        R"({"stage": "s", "events": [{"kind": {"column": "s", "map": {"won": "deal_won", "open": null}}}]})";
    const sheet s = report_on("s\nwon\nopen\nopen\nopen\n", profile);
    CHECK(s.rows.used == 4);
    CHECK(told(s, "open") == "3/4");
    CHECK(told(s, "deals_won") == "1/1");
}

TEST_CASE("groups are in the order of their names, without a name first") {
    const sheet s = report_on("at,kind,rep\n2024-01-01,call,Zoe\n2024-01-01,call,\n2024-01-01,call,Ann\n",
                              {.by = "rep", .wanted = {}, .given = {}});
    CHECK(s.groups == std::vector<std::string>{"(none)", "Ann", "Zoe"});
}

TEST_CASE("the target of a count is the team's, every other one is anybody's") {
    const sheet s = report_on(
        "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-01,deal_lost,Ben\n",
        {.by = "rep", .wanted = {{"deals_won", {{4, 1}, {}}}, {"win_rate", {{25, 100}, {}}}}, .given = {}});
    CHECK(find(s, "deals_won")->target == fraction{4, 1});
    CHECK_FALSE(find(s, "deals_won")->target_is_of_groups());
    CHECK(find(s, "win_rate")->target_is_of_groups());
}

TEST_CASE("times with and without a zone in one file are pointed out") {
    CHECK(has_note(report_on("at,kind\n2024-01-01T10:00Z,call\n2024-01-01T10:00,call\n"),
                   "may be hours apart"));
    CHECK_FALSE(has_note(report_on("at,kind\n2024-01-01T10:00Z,call\n"), "may be hours apart"));
}

TEST_CASE("the days that a log spans, and events without any") {
    const sheet s = report_on("at,kind\n2024-03-01T10:00,call\n2024-01-01,call\n");
    CHECK(iso_day(*s.rows.first) == "2024-01-01");
    CHECK(iso_day(*s.rows.last) == "2024-03-01");
    CHECK(s.rows.all_undated() == 0);
}

TEST_CASE("stages have no groups where the profile tells these of some events alone") {
    constexpr std::string_view profile =
        R"({"stage": "stage", "events": [{"kind": "opportunity", "rep": "rep"}]})";
    const sheet s = report_on("rep,stage\nAnn,open\n", profile, {.by = "rep", .wanted = {}, .given = {}});
    CHECK(told(s, "open") == "1/1");
    CHECK(find(s, "open")->groups.empty());
}

} // namespace sheet_test
