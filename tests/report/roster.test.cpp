// SPDX-License-Identifier: MIT
// Who sells, from a file of its own: what is read, what is refused, and what a log and a roster say of each
// other.
#include "profile/roster.hpp"

#include "reports.hpp"
#include "sample_log.hpp"

#include <string>
#include <utility>

namespace roster_test {
namespace {

using namespace report;
using namespace report::test;

roster roster_of(std::string text) {
    return read_roster({"team.csv", text_source(std::move(text)), {}}, metrics_known{}.counted_names());
}
std::string refusal_of(const std::string &text) {
    return failure_of([&] { static_cast<void>(roster_of(text)); });
}
/// With a roster, by groups.
request with(const std::string &team, std::string by = {}) {
    request asked;
    asked.by = std::move(by);
    asked.team = roster_of(team);
    return asked;
}
bool has_note(const sheet &s, std::string_view part) {
    for (const std::string &note : s.notes)
        if (note.find(part) != std::string::npos) return true;
    return false;
}
std::string shown(const fraction &f) {
    return std::to_string(f.numerator) + '/' + std::to_string(f.denominator);
}
/// What a group should reach.
std::string wanted(const sheet &s, std::string_view name, std::string_view group) {
    const line *l = find(s, name);
    for (std::size_t g = 0; l != nullptr && g < s.groups.size(); ++g)
        if (s.groups[g] == group && l->target_of(g)) return shown(*l->target_of(g));
    return "none";
}

} // namespace

TEST_CASE("a roster is read: names, aliases, roles, quotas and dates, columns in any order") {
    const roster all = roster_of("role;rep;quota_unit;quota;from;to;hours;aliases;team\n"
                                 "ae;Zoe;deals_won a month;12.5;2024-01-01;2024-03-31;7.5;;north\n"
                                 ";Ann;;;;;;\"A. Lee | ann@x.com|Ann\";\n");
    CHECK(all.source == "team.csv");
    REQUIRE(all.reps.size() == 2);
    const rostered_rep &ann = all.reps[0], &zoe = all.reps[1];
    CHECK(ann.name == "Ann");
    CHECK(ann.aliases == std::vector<std::string>{"A. Lee", "ann@x.com"});
    CHECK_FALSE(ann.rows[0].due);
    CHECK_FALSE(ann.rows[0].logged_in);
    CHECK(zoe.posts[0].role == "ae");
    CHECK(zoe.posts[0].team == "north");
    REQUIRE(zoe.rows[0].due);
    CHECK(zoe.rows[0].due->metric == "deals_won");
    CHECK(zoe.rows[0].due->each == period_kind::month);
    CHECK(shown(zoe.rows[0].due->amount) == "125/10");
    CHECK(iso_day(*zoe.rows[0].on.from) == "2024-01-01");
    CHECK(iso_day(*zoe.rows[0].on.until) == "2024-04-01");
    CHECK(zoe.rows[0].logged_in == 27'000u);
    CHECK(all.roles() == std::vector<std::string>{"", "ae"});
}

TEST_CASE("a roster that cannot be used is refused with its file, line, text and the nearest name") {
    const std::string heads = "rep,aliases,role,team,quota,quota_unit,from,to,hours\n";
    CHECK(refusal_of("") == "team.csv: is empty, and a header was expected");
    CHECK(refusal_of(heads) == "team.csv:1: names no rep");
    CHECK(refusal_of("rep,rol\nAnn,ae\n") ==
          "team.csv:1: there is no column \"rol\" here, did you mean \"role\"?");
    CHECK(refusal_of("role\nae\n") == "team.csv:1: the header has no column \"rep\"; valid are: role");
    CHECK(refusal_of("rep,rep\nAnn,Ann\n") == "team.csv:1: the header has two columns \"rep\"");
    CHECK(refusal_of("rep,role\nAnn\n") == "team.csv:2: 1 column where there should be 2");
    CHECK(refusal_of("rep\nAnn\n\"Be\n") == "team.csv:3: a quote is never closed");
    const auto row = [&](const std::string &rows) { return refusal_of(heads + rows + '\n'); };
    CHECK(row(",,ae,,,,,,") == "team.csv:2: rep is empty: \"\"");
    CHECK(row("Ann,,,,many,deals_won,,,") ==
          "team.csv:2: quota is no number such as 40 or 12000.50: \"many\"");
    CHECK(
        row("Ann,,,,9,deals_wun,,,")
            .starts_with("team.csv:2: quota_unit is no metric that is counted, did you mean \"deals_won\""));
    CHECK(row("Ann,,,,9,win_rate,,,").starts_with("team.csv:2: quota_unit is no metric that is counted"));
    CHECK(row("Ann,,,,9,,,,").starts_with("team.csv:2: quota_unit is no metric that is counted"));
    CHECK(row("Ann,,,,9,deals_won a mont,,,") ==
          "team.csv:2: quota_unit is no metric and a period, such as deals_won a month, did you mean "
          "\"month\"?: \"deals_won a mont\"");
    CHECK(row("Ann,,,,,deals_won,,,") == "team.csv:2: quota_unit has no quota beside it: \"deals_won\"");
    CHECK(row("Ann,,,,,,2024-02-30,,") == "team.csv:2: from is no day such as 2024-01-31: \"2024-02-30\"");
    CHECK(row("Ann,,,,,,2024-02-02,2024-02-01,") == "team.csv:2: to is before the first day: \"2024-02-01\"");
    CHECK(row("Ann,,,,,,,,25") == "team.csv:2: hours are more than a day has: \"25\"");
    CHECK(row("Ann,,,,,,,,-1") == "team.csv:2: hours is negative: \"-1\"");
    CHECK(row("Ann,Ben,,,,,,,\nBen,,,,,,,,") == "team.csv:3: rep names Ann already, in line 2: \"Ben\"");
    CHECK(row("Ann,x,,,,,,,\nBen,x,,,,,,,") == "team.csv:3: aliases names Ann already, in line 2: \"x\"");
    CHECK(row("Ann,,ae,,,,,,\nAnn,,sdr,,,,,,") ==
          "team.csv:3: role is \"ae\" in line 2 for some of these days: \"sdr\"");
    CHECK(row("Ann,,,in,,,,2024-06-30,\nAnn,,,in,,,2024-03-01,,\nAnn,,,out,,,2024-06-30,,") ==
          "team.csv:4: team is \"in\" in line 2 for some of these days: \"out\"");
    CHECK(row("Ann,,ae,in,,,,2024-06-30,\nAnn,,ae,out,,,2024-07-01,,").empty());
    CHECK(row("Ann,,,,9,deals_won,2024-01-01,,\nAnn,,,,9,deals_won,,2024-01-01,") ==
          "team.csv:3: quota_unit has a quota in line 2 for some of these days: \"deals_won\"");
    CHECK(row("Ann,,,,,,,,6\nAnn,,,,,,,,6") ==
          "team.csv:3: hours are told in line 2 for some of these days: \"6\"");
    CHECK(row("Ann,,,,9,deals_won,,2024-01-31,\nAnn,,,,9,deals_won,2024-02-01,,").empty());
    CHECK(row("Ann,,,,9,deals_won,,,\nAnn,,,,9,meetings_held,,,").empty());
}

TEST_CASE("what a log calls by another name is the rep's") {
    const std::string log = "at,kind,rep,deal\n2024-01-01,deal_won,Ann,a\n2024-01-02,deal_won,A. Lee,b\n"
                            "2024-01-03,deal_lost,ann@x.com,c\n2024-01-03,deal_lost,Ben,d\n";
    const sheet s = report_on(log, with("rep,aliases\nAnn,A. Lee|ann@x.com\nBen,\n", "rep"));
    CHECK(s.groups == std::vector<std::string>{"Ann", "Ben"});
    CHECK(told(s, "win_rate", "Ann") == "2/3");
    CHECK(s.not_in_log.empty());
    CHECK(s.not_in_roster.empty());
}

TEST_CASE("a rep without an event counts with 0 between their dates") {
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-31,deal_lost,Ann\n";
    const sheet s = report_on(log, with("rep,from,to\nAnn,,\nBen,2023-05-01,2024-01-01\n"
                                        "Cid,,2023-12-31\nDan,2024-02-01,\n",
                                        "rep"));
    CHECK(s.groups == std::vector<std::string>{"Ann", "Ben"});
    CHECK(told(s, "deals_won", "Ben") == "0/1");
    CHECK(told(s, "win_rate", "Ben") == "0/0");
    CHECK(told(s, "gini_of_deals_won") == "1/2");
    CHECK(beside(s, "deals_won", "rank", "Ben") == 2);
}

TEST_CASE("names that only the log has, and those that only the roster has, are both said") {
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-01,deal_won,Robet\n"
                            "2024-01-01,deal_won,\n2024-01-01,deal_won,Zed\n";
    for (const char *by : {"", "rep", "source"}) {
        const sheet s = report_on(log + "2024-01-01,deal_won,Ann\n",
                                  with("rep\nAnn\nRobert\n", std::string{by} == "source" ? "month" : by));
        CHECK(s.not_in_roster == std::vector<std::string>{"Robet", "Zed"});
        CHECK(s.not_in_log == std::vector<std::string>{"Robert"});
        CHECK(has_note(
            s, "The log names 2 reps whom team.csv does not know, and who are in no comparison: Robet "
               "(did you mean \"Robert\"?), Zed"));
        CHECK(
            has_note(s, "team.csv names 1 rep whom the log does not know: Robert (did you mean \"Robet\"?)"));
    }
    const sheet nobody = report_on("at,kind\n2024-01-01,deal_won\n", with("rep\nAnn\n"));
    CHECK(has_note(nobody, "No column of the log names a rep"));
}

TEST_CASE("teams and roles are groups of reps, and add up to the whole") {
    const std::string log = "at,kind,rep,deal\n2024-01-01,deal_won,Ann,a\n2024-01-02,deal_won,Ben,b\n"
                            "2024-01-03,deal_lost,Cid,c\n2024-01-04,deal_won,Eve,e\n2024-01-05,deal_won,,f\n";
    const std::string team = "rep,role,team\nAnn,ae,north\nBen,ae,south\nCid,sdr,north\nDan,sdr,west\n";
    const sheet teams = report_on(log, with(team, "team"));
    CHECK(teams.groups == std::vector<std::string>{"(none)", "north", "south", "west"});
    CHECK(told(teams, "win_rate", "north") == "1/2");
    CHECK(told(teams, "deals_won", "south") == "1/1");
    CHECK(told(teams, "deals_won", "west") == "0/1");
    CHECK(told(teams, "deals_won", "(none)") == "2/1");
    CHECK(told(teams, "deals_won") == "4/1");
    const sheet roles = report_on(log, with(team, "role"));
    CHECK(roles.groups == std::vector<std::string>{"(none)", "ae", "sdr"});
    CHECK(told(roles, "win_rate", "ae") == "2/2");
    CHECK(failure_of([&] { static_cast<void>(report_on(log, {.by = "team", .wanted = {}, .given = {}})); }) ==
          "--by team: a roster is wanted with it, --team FILE");
}

TEST_CASE("a case is first a rep's, and by that a team's") {
    const std::string log =
        "at,kind,rep,deal,lead\n2024-01-01,opportunity,Ann,a,\n2024-01-02,deal_won,Eve,a,\n"
        "2024-01-01,mcl,Ann,,l\n2024-01-02,mql,Eve,,l\n";
    const sheet s = report_on(log, with("rep,team\nAnn,north\nEve,\n", "team"));
    CHECK(told(s, "deals_won", "north") == "0/1");
    CHECK(told(s, "deals_won", "(none)") == "1/1");
    CHECK(told(s, "leads_arrived", "north") == "0/1");
}

TEST_CASE("stages are told of teams too") {
    constexpr std::string_view profile =
        R"({"rep": "rep", "stage": "stage", "events": [{"kind": "opportunity"}]})";
    const sheet s = report_on("rep,stage\nAnn,open\nBen,won\nCid,open\n", profile,
                              with("rep,team\nAnn,north\nBen,north\nCid,south\n", "team"));
    CHECK(told(s, "open", "north") == "1/2");
    CHECK(told(s, "open", "south") == "1/1");
}

TEST_CASE("whatever the order of the rows, of a log or a roster, the report is the same") {
    const std::string heads = "at,kind,rep,deal\n", won = "2024-01-01,deal_won,Ann,a\n",
                      lost = "2024-01-02,deal_lost,Bee,b\n";
    const std::string head = "rep,aliases,team,quota,quota_unit\n", ann = "Ann,,x,2,deals_won\n",
                      ben = "Ben,Bee,y,1,deals_won\n";
    const sheet one = report_on(heads + won + lost, with(head + ann + ben, "team"));
    const sheet other = report_on(heads + lost + won, with(head + ben + ann, "team"));
    CHECK(one.groups == other.groups);
    for (const char *name : {"win_rate", "quota_attainment_of_deals_won", "gini_of_deals_won"})
        for (const char *group : {"x", "y"}) {
            CHECK(told(one, name) == told(other, name));
            CHECK(told(one, name, group) == told(other, name, group));
        }
}

TEST_CASE("a quota takes the place of an equal part of the team's target") {
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-01,deal_won,Ben\n"
                            "2024-01-01,deal_won,Ben\n2024-01-01,deal_won,Cid\n";
    request asked = with("rep,quota,quota_unit\nAnn,1,deals_won\nBen,4,deals_won\nCid,,\n", "rep");
    asked.wanted = {{"deals_won", {{3, 1}, {}}}};
    const sheet s = report_on(log, asked);
    CHECK(wanted(s, "deals_won", "Ann") == "1/1");
    CHECK(wanted(s, "deals_won", "Ben") == "4/1");
    CHECK(wanted(s, "deals_won", "Cid") == "none");
    CHECK(told(s, "share_of_reps_at_target_of_deals_won") == "1/2");
    CHECK(told(s, "share_of_reps_at_quota_of_deals_won") == "1/2");
    CHECK(told(s, "quota_attainment_of_deals_won") == "3/5"); // Cid has no quota
    CHECK(told(s, "quota_attainment_of_deals_won", "Cid") == "0/0");
    asked.team = roster_of("rep\nAnn\nBen\nCid\n");
    const sheet without = report_on(log, asked);
    CHECK(told(without, "share_of_reps_at_target_of_deals_won") == "3/3");
    CHECK(told(without, "quota_attainment_of_deals_won") == "left out");
}

TEST_CASE("quotas are shared out over working days") {
    // January 2024 has 23 working days, February 21; the first ten days of February 7
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-02-10,deal_won,Ann\n";
    const auto quota_with = [&](const std::string &rows, bool january_alone = false) {
        request asked = with("rep,quota,quota_unit,from,to\n" + rows, "rep");
        if (january_alone) asked.as_of = kpi::at({2024, 1, 31}).seconds, asked.window = 31 * 86'400;
        return wanted(report_on(log, asked), "deals_won", "Ann");
    };
    CHECK(quota_with("Ann,42,deals_won,,\n") == "42/1");
    CHECK(quota_with("Ann,42,deals_won a month,,\n") == "56/1"); // 42 + 42 x 7 / 21
    CHECK(quota_with("Ann,44,deals_won,2024-01-01,2024-02-29\n") == "30/1");
    CHECK(quota_with("Ann,44,deals_won,2024-01-01,2024-02-29\n", true) == "23/1");
    CHECK(quota_with("Ann,42,deals_won a month,2024-02-05,\n") == "10/1");
    CHECK(quota_with("Ann,40,deals_won,,2024-01-31\nAnn,2,deals_won,2024-02-01,\n") == "42/1");
    const std::string on_sunday = "at,kind,rep\n2024-02-10,deal_won,Ann\n2024-02-11,deal_won,Ann\n";
    request asked = with("rep,quota,quota_unit,from,to\nAnn,4,deals_won,2024-02-10,2024-02-11\n", "rep");
    CHECK(wanted(report_on(on_sunday, asked), "deals_won", "Ann") == "4/1"); // of that weekend
    asked.as_of = kpi::at({2024, 2, 11}).seconds, asked.window = 86'400;
    CHECK(wanted(report_on(on_sunday, asked), "deals_won", "Ann") == "0/1"); // no working day is in it
}

TEST_CASE("reps are compared with reps of the same role only") {
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n2024-01-01,deal_won,Ben\n"
                            "2024-01-01,deal_won,Ben\n2024-01-01,call,Cid\n";
    const sheet s = report_on(log, with("rep,role\nAnn,ae\nBen,ae\nCid,sdr\nDan,sdr\n", "rep"));
    CHECK(told(s, "gini_of_deals_won: ae") == "1/6");
    CHECK(told(s, "gini_of_deals_won: sdr") == "left out");
    CHECK(told(s, "gini_of_deals_won") == "left out");
    CHECK(beside(s, "deals_won", "rank", "Ann") == 2);
    CHECK(beside(s, "deals_won", "rank", "Cid") == 1);
}

TEST_CASE("the capacity check asks reps who were there all the time, and of a rate its whole range") {
    const std::string log = "at,kind,rep,count\n2024-01-01,deal_won,Ann,2\n2024-01-01,deal_lost,Ann,8\n"
                            "2024-01-01,deal_won,Ben,20\n2024-01-01,deal_lost,Ben,980\n"
                            "2024-01-01,deal_won,Cid,30\n2024-01-01,deal_lost,Cid,10\n"
                            "2024-01-31,deal_lost,Dan,900\n";
    request asked = with("rep,from\nAnn,\nBen,\nCid,\nDan,2024-01-10\nEve,\n");
    asked.wanted = {{"win_rate", {{25, 100}, {}}}};
    const sheet s = report_on(log, asked);
    CHECK(told(s, "capacity_check_of_win_rate") == "1/3");
    CHECK(beside(s, "capacity_check_of_win_rate", "unknown") ==
          2); // Ann's range goes on beyond, Eve has none
    CHECK(beside(s, "capacity_check_of_win_rate", "unused_capacity") == 1);
}

TEST_CASE("what a roster would tell is left out by name") {
    const auto missing = [](const sheet &s) {
        std::string names;
        for (const missing_team_figure &m : s.missing_of_team)
            names += std::string{m.name} + " (" + m.lacks + ") ";
        return names;
    };
    const std::string log = "at,kind,rep\n2024-01-01,deal_won,Ann\n";
    CHECK(missing(report_on(log)) ==
          "quota_attainment (a roster, --team FILE) share_of_reps_at_quota (a roster, "
          "--team FILE) capacity_check (a roster, --team FILE) ");
    CHECK(missing(report_on(log, with("rep\nAnn\n")))
              .starts_with("quota_attainment (a quota of a rep who was there) "));
    CHECK(missing(report_on(log, with("rep,quota,quota_unit\nAnn,1,deals_won\n"))).empty());
}

TEST_CASE("a quota of amounts is in one currency") {
    const std::string log = "at,kind,rep,value,currency\n2024-01-01,deal_won,Ann,10.50,EUR\n";
    const request asked = with("rep,quota,quota_unit\nAnn,21,revenue_won\n", "rep");
    const sheet s = report_on(log, asked);
    CHECK(told(s, "quota_attainment_of_revenue_won") == "1050/2100");
    CHECK(failure_of([&] { static_cast<void>(report_on(log + "2024-01-01,deal_won,Ann,1,USD\n", asked)); }) ==
          "team.csv: quotas of revenue_won: the amounts of this log are in EUR, USD, and a quota is in one "
          "currency");
}

TEST_CASE("hours logged in come from the roster where it says them of every rep") {
    // two working days: 6 and 7.5 hours on each
    const std::string log = "at,kind,rep,count\n2024-01-01,call,Ann,240\n2024-01-02,call,Ben,90\n";
    const std::string team = "rep,role,hours\nAnn,ae,6\nBen,sdr,7.5\nCid,sdr,";
    const sheet s = report_on(log, with(team + "0\n", "role"));
    CHECK(told(s, "dials_per_hour") == "330/97200");
    CHECK(told(s, "dials_per_hour", "ae") == "240/43200");
    CHECK(told(s, "dials_per_hour", "sdr") == "90/54000");
    CHECK(told(report_on(log, with(team + "\n", "role")), "dials_per_hour") == "left out");
    CHECK(told(report_on(log + "2024-01-02,call,Eve,1\n", with(team + "0\n", "role")), "dials_per_hour") ==
          "left out");
    const sheet days = report_on(log, with(team + "0\n", "day"));
    CHECK(told(days, "dials_per_hour", "2024-01-02") == "90/48600");
    request given = with(team + "0\n", "role");
    given.given = {{"seconds_logged_in", {3600, 1}}};
    CHECK(told(report_on(log, given), "dials_per_hour") == "330/3600");
    CHECK(told(report_on(log, given), "dials_per_hour", "ae") == "left out");
}

TEST_CASE("the roster of the built-in log knows everybody in it") {
    const sheet s = report_on(sample_log(), with(sample_roster(), "team"));
    CHECK(s.groups == std::vector<std::string>{"in-house", "outsourced"});
    CHECK(s.not_in_log.empty());
    CHECK(s.not_in_roster.empty());
    CHECK(find(s, "quota_attainment_of_revenue_won") != nullptr);
    CHECK(find(s, "dials_per_hour") != nullptr);
}

namespace {

/// An SDR in the house until the end of June, then an AE of an agency; and one who stays what he is.
const std::string moving = "rep,role,team,quota,quota_unit,from,to\n"
                           "Ann,sdr,house,10,deals_won,2024-06-01,2024-06-30\n"
                           "Ann,ae,agency,4,deals_won,2024-07-01,2024-07-31\n"
                           "Ben,ae,agency,6,deals_won,,\n";
const std::string moved_log = "at,kind,rep,deal,lead,count\n"
                              "2024-06-03,deal_won,Ann,a,,1\n2024-06-28T23:59:59,deal_won,Ann,b,,1\n"
                              "2024-07-01,deal_won,Ann,c,,1\n2024-07-31,deal_won,Ben,d,,1\n"
                              "2024-06-10,opportunity,Ann,e,,1\n2024-07-02,deal_lost,Ann,e,,1\n"
                              "2024-06-11,opportunity,Ann,f,,1\n"
                              "2024-06-05,conversation,Ann,,,7\n2024-07-05,conversation,Ann,,,2\n";

} // namespace

TEST_CASE("a rep who changes the role or the team has posts, one after the other") {
    const roster all =
        roster_of("rep,role,team,from,to\nAnn,ae,,2024-07-01,\nAnn,sdr,,,2024-06-30\n"
                  "Ann,,north,,\nBen,ae,,2024-01-01,\nCid,,x,2024-01-01,2024-01-31\nCid,,y,2024-03-01,\n"
                  "Cid,,y,2024-02-01,2024-02-29\n");
    const auto told_of = [&](std::size_t rep) {
        std::string text;
        for (const post &each : all.reps[rep].posts)
            text += (each.from ? iso_day(*each.from) : "first") + ' ' + each.role + '/' + each.team + ' ';
        return text;
    };
    CHECK(told_of(0) == "first sdr/north 2024-07-01 ae/north ");
    CHECK(told_of(1) == "first ae/ ");
    CHECK(told_of(2) == "first /x 2024-02-01 /y ");
    CHECK(all.knows_changes());
    CHECK(all.roles() == std::vector<std::string>{"", "ae", "sdr"});
    CHECK(all.jobs(false).size() == 4); // Ann's two, Ben's, and Cid's one in no role
    CHECK(all.jobs(true).size() == 5);
}

TEST_CASE(
    "what a rep did goes to the role and the team of its day, a case to those of the day that names it") {
    const sheet by_team = report_on(moved_log, with(moving, "team"));
    CHECK(by_team.groups == std::vector<std::string>{"agency", "house"});
    CHECK(told(by_team, "deals_won", "house") == "2/1"); // the last one a second before the day's end
    CHECK(told(by_team, "deals_won", "agency") == "2/1");
    CHECK(told(by_team, "conversations", "house") == "7/1");
    CHECK(told(by_team, "conversations", "agency") == "2/1");
    CHECK(told(by_team, "win_rate", "agency") == "2/3");  // opened in the house, lost in the agency
    CHECK(told(by_team, "open_deals", "house") == "1/1"); // f; e has gone from where it had come to
    CHECK(told(by_team, "open_deals", "agency") == "0/1");
    const sheet by_role = report_on(moved_log, with(moving, "role"));
    CHECK(by_role.groups == std::vector<std::string>{"ae", "sdr"});
    CHECK(told(by_role, "deals_won", "sdr") == "2/1");
    CHECK(told(report_on(moved_log, with(moving, "role,month")), "conversations", "sdr, 2024-06") == "7/1");
    request where = with(moving);
    where.where = {"team=house"};
    CHECK(told(report_on(moved_log, where), "deals_won") == "2/1");
    CHECK(told(report_on(moved_log, with(moving, "rep")), "deals_won", "Ann") == "3/1"); // both are hers
}

TEST_CASE("before the first post and between two, a rep is in the one that began last; without a date in the "
          "last") {
    const sheet s = report_on(
        "at,kind,rep\n2023-01-01,call,Ann\n2024-02-15,call,Ann\n2024-03-01,call,Ann\n2025-01-01,call,Ann\n",
        with("rep,team,from,to\nAnn,x,2024-01-01,2024-01-31\nAnn,y,2024-03-01,2024-12-31\n", "team"));
    CHECK(told(s, "calls", "x") == "2/1");
    CHECK(told(s, "calls", "y") == "2/1");
    const sheet dateless =
        report_on("kind\n1\n", R"({"rep": {"constant": "Ann"}, "events": [{"kind": "call"}]})",
                  with("rep,team,from,to\nAnn,x,,2024-01-31\nAnn,y,2024-03-01,\n", "team"));
    CHECK(dateless.groups == std::vector<std::string>{"y"});
}

TEST_CASE("a quota is of the part of the time: that of each role, and of each team") {
    const sheet by_team = report_on(moved_log, with(moving, "team"));
    CHECK(told(by_team, "quota_attainment_of_deals_won", "house") == "2/10");
    CHECK(told(by_team, "quota_attainment_of_deals_won", "agency") == "2/10"); // of 4 and 6
    CHECK(told(by_team, "quota_attainment_of_deals_won") == "4/20");
    const sheet by_rep = report_on(moved_log, with(moving, "rep"));
    CHECK(told(by_rep, "quota_attainment_of_deals_won", "Ann") == "3/14");
    CHECK(wanted(by_rep, "deals_won", "Ann") == "14/1");
    CHECK(wanted(by_rep, "deals_won", "Ben") == "6/1");
    CHECK(beside(by_rep, "deals_won", "rank", "Ann") == -1); // one in each role, and none of both
    CHECK(told(by_rep, "gini_of_deals_won: sdr") == "0/2");
    CHECK(find(by_rep, "gini_of_deals_won: ae") != nullptr);
    // one quota for both posts is shared out over working days: 20 in June, 23 in July
    const sheet divided = report_on(
        moved_log, with("rep,team,quota,quota_unit,from,to\nAnn,,43,deals_won,2024-06-01,2024-07-31\n"
                        "Ann,house,,,,2024-06-30\nAnn,agency,,,2024-07-01,\nBen,agency,,,,\n",
                        "team"));
    CHECK(told(divided, "quota_attainment_of_deals_won", "house") == "2/20");
    CHECK(told(divided, "quota_attainment_of_deals_won", "agency") == "1/23");
}

TEST_CASE("who changed the role was there all the time in neither: no check of capacity holds them") {
    const sheet s = report_on(moved_log, with(moving));
    CHECK(told(s, "capacity_check_of_deals_won: ae") == "1/1"); // Ben alone
    CHECK(find(s, "capacity_check_of_deals_won: sdr") == nullptr);
}

TEST_CASE("the order of a roster's rows decides nothing") {
    const std::string other = "rep,role,team,quota,quota_unit,from,to\n"
                              "Ben,ae,agency,6,deals_won,,\n"
                              "Ann,ae,agency,4,deals_won,2024-07-01,2024-07-31\n"
                              "Ann,sdr,house,10,deals_won,2024-06-01,2024-06-30\n";
    for (const char *by : {"team", "role", "rep"}) {
        const sheet a = report_on(moved_log, with(moving, by)), b = report_on(moved_log, with(other, by));
        CHECK(a.groups == b.groups);
        for (const std::string &group : a.groups)
            CHECK(told(a, "quota_attainment_of_deals_won", group) ==
                  told(b, "quota_attainment_of_deals_won", group));
    }
}

} // namespace roster_test
