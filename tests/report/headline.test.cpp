// SPDX-License-Identifier: MIT
// Which sentences a log yields, and that one case less yields none.
#include "show/headline.hpp"

#include "reports.hpp"
#include "show/group_table.hpp"

#include <algorithm>
#include <sstream>

namespace headline_test {
namespace {

using namespace report;
using namespace report::test;

/// Deals that are settled on a day: so many won, so many lost.
std::string settled(const std::string &rep, const std::string &day, int won, int lost) {
    static int id = 0;
    std::string rows;
    for (int i = 0; i < won + lost; ++i)
        rows += day + (i < won ? ",deal_won," : ",deal_lost,") + rep + ",d" + std::to_string(++id) + '\n';
    return rows;
}
const std::string heading = "at,kind,rep,deal\n";

request by(const std::string &what) {
    request asked;
    asked.by = what;
    return asked;
}

/// The first sentence that has this in it.
std::string said(const sheet &s, std::string_view part) {
    for (const sentence &each : headline_of(s))
        if (each.text.find(part) != std::string::npos) return each.text;
    return {};
}
among_groups stands(const sheet &s, std::string_view name, std::string_view group) {
    const line *l = find(s, name);
    for (std::size_t g = 0; l != nullptr && g < s.groups.size(); ++g)
        if (s.groups[g] == group) return l->groups[g].stands;
    return among_groups::untold;
}
std::string table_text(const sheet &s, page on = {}) {
    std::ostringstream text;
    print_group_table(text, s, on);
    return text.str();
}

} // namespace

TEST_CASE("results come first, then what became of cases, each with its range and counts") {
    const sheet s = report_on(heading + settled("Ann", "2024-01-05", 21, 33));
    const auto all = headline_of(s);
    REQUIRE(all.size() >= 2);
    CHECK(all[0].text.starts_with("Deals won 21"));
    CHECK(all[1].text == "Win rate 39 % (27 to 52 %), 21 of 54: deals won of deals settled.");
    CHECK(all[1].metric == "win_rate");
}

TEST_CASE("a log without events has no headline, nor has one that cannot be read") {
    CHECK(headline_of(report_on(heading)).empty());
    sheet s = report_on(heading + settled("Ann", "2024-01-05", 1, 0));
    s.unfit = "rows cannot be read";
    CHECK(headline_of(s).empty());
}

TEST_CASE("a share of which cases are open is one so far, and has no range") {
    const sheet s = report_on("at,kind,lead\n2024-01-01,mcl,a\n2024-01-01,mcl,b\n2024-01-02,customer,a\n");
    const std::string text = said(s, "Lead conversion");
    CHECK(text.find("so far, 1 of 2, 1 of them still open") != std::string::npos);
    CHECK(text.find('(') == std::string::npos);
}

TEST_CASE("a change is called more than chance of complete periods alone, and not with one case less") {
    // of 20 and 20: 15 against 7 is mid-p 0.014; 14 against 8 is 0.06
    const auto months = [](int before, int after, const std::string &end) {
        return report_on(heading + settled("Ann", "2024-01-01", before, 20 - before) +
                             settled("Ann", "2024-02-10", after, 20 - after) + end,
                         by("month"));
    };
    const std::string march = settled("Ann", "2024-03-05", 1, 1);
    CHECK(said(months(7, 15, march), "Win rate")
              .find("2024-02 had 75 % after 35 % in 2024-01: up, more than chance") != std::string::npos);
    CHECK(said(months(15, 7, march), "Win rate").find("down, more than chance") != std::string::npos);
    CHECK(said(months(8, 14, march), "Win rate").find("that may be chance") != std::string::npos);
    CHECK(said(months(7, 15, ""), "Win rate").find("chance") == std::string::npos); // February is running
}

TEST_CASE("of prospects that two periods share nothing is called more than chance") {
    std::string rows = "at,kind,prospect\n2024-01-01,call,x\n2024-03-05,call,x\n";
    for (int i = 0; i < 40; ++i) {
        const std::string id = "p" + std::to_string(i);
        rows += "2024-01-09,call," + id + "\n2024-02-09,call," + id + '\n';
        if (i < 30) rows += "2024-02-10,reply_positive," + id + '\n';
    }
    const sheet s = report_on(rows, by("month"));
    REQUIRE(said(s, "Positive reply rate") != "");
    CHECK(said(s, "Positive reply rate").find("chance") == std::string::npos);
}

TEST_CASE("settlements that were said again, or taken back, are a caution that says what they are") {
    const auto all =
        cautions_of(report_on(heading + "2024-01-01,deal_won,Ann,a\n2024-01-02,deal_won,Ann,a\n"));
    REQUIRE(all.size() == 1);
    CHECK(all.front().starts_with("Deals repeated: 1 settlement: "));
}

TEST_CASE("half of the cases took so long where there are six or more") {
    const auto cycles = [](int n) {
        std::string rows = heading;
        for (int i = 0; i < n; ++i)
            rows += "2024-01-01,opportunity,Ann,c" + std::to_string(i) + "\n2024-01-" +
                    std::to_string(11 + i) + ",deal_won,Ann,c" + std::to_string(i) + "\n";
        return report_on(rows);
    };
    CHECK(said(cycles(6), "half took").starts_with("Sales cycle: half took 1"));
    CHECK(said(cycles(5), "half took").empty());
}

TEST_CASE("who won most is said where one alone did, and is somebody") {
    const auto won = [](int ann, int ben, int nobody) {
        return report_on(heading + settled("Ann", "2024-01-05", ann, 1) +
                             settled("Ben", "2024-01-05", ben, 1) + settled("", "2024-01-05", nobody, 1),
                         by("rep"));
    };
    CHECK(said(won(3, 2, 0), "Most") == "Most deals won: Ann, 3 of 5 (60 %).");
    CHECK(said(won(2, 3, 9), "Most") == "Most deals won: Ben, 3 of 14 (21 %).");
    CHECK(said(won(3, 3, 0), "Most").empty());
    CHECK(said(won(0, 0, 5), "Most").empty());
}

TEST_CASE("a group is marked where test and range agree, by its share and not by its size") {
    const auto team = [](int ann, int ben) {
        return report_on(heading + settled("Ann", "2024-01-05", ann, 20 - ann) +
                             settled("Ben", "2024-01-05", ben, 20 - ben),
                         by("rep"));
    };
    const sheet apart = team(15, 7);
    CHECK(stands(apart, "win_rate", "Ann") == among_groups::above);
    CHECK(stands(apart, "win_rate", "Ben") == among_groups::below);
    CHECK(said(apart, "more than chance") ==
          "Win rate, against all others together and more than chance: above are "
          "Ann (75 %); below are Ben (35 %).");
    const sheet alike = team(14, 8);
    CHECK(stands(alike, "win_rate", "Ann") == among_groups::untold);
    CHECK(said(alike, "more than chance").empty());
    CHECK(table_text(apart).find("75 % \u25B2") != std::string::npos);
    CHECK(table_text(apart, {.ascii = true}).find("75 % +") != std::string::npos);
    CHECK(table_text(apart, {.plain = true}).find("Win rate 75 %, above the others") != std::string::npos);
    CHECK(table_text(alike).find("chance") == std::string::npos);
}

TEST_CASE("from five groups on a rate of few cases is drawn to what groups are like, and ranked by that") {
    const auto team = [](bool all, bool differ) {
        const auto of = [&](const std::string &rep, int won) {
            return settled(rep, "2024-01-05", differ ? won : 50, differ ? 100 - won : 50);
        };
        return report_on(heading + of("Ann", 90) + of("Ben", 50) + of("Cid", 30) +
                             (all ? of("Dan", 60) + of("Eve", 10) : "") + settled("Fay", "2024-01-05", 2, 0),
                         by("rep"));
    };
    const sheet s = team(true, true);
    CHECK(told(s, "win_rate", "Fay") == "2/2");
    CHECK(beside(s, "win_rate", "rank", "Ann") == 1);
    CHECK(beside(s, "win_rate", "rank", "Fay") == 2);
    CHECK(beside(s, "win_rate", "rank", "Eve") == 6);
    CHECK(beside(s, "win_rate", "shrunk", "Fay") > 60);
    CHECK(beside(s, "win_rate", "shrunk", "Fay") < 85);
    CHECK(beside(s, "win_rate", "shrunk", "Ben") == doctest::Approx(50).epsilon(0.05));
    CHECK(beside(s, "win_rate", "rank", "(none)") == -1);
    CHECK(beside(team(true, false), "win_rate", "rank", "Fay") == -1); // no more than chance
    CHECK(beside(team(false, true), "win_rate", "rank", "Ann") == -1); // four groups
}

TEST_CASE("where less is better the least of the drawn rates is the first") {
    std::string rows = "at,kind,campaign,count\n";
    for (const auto &[campaign, abandoned] : {std::pair{"a", 2}, {"b", 40}, {"c", 10}, {"d", 25}, {"e", 60}})
        rows += std::string{"2024-01-05,abandoned,"} + campaign + ',' + std::to_string(abandoned) +
                "\n2024-01-05,conversation," + campaign + ',' + std::to_string(100 - abandoned) + '\n';
    request asked = by("campaign");
    asked.columns = {"abandon_rate"};
    const sheet s = report_on(rows, asked);
    CHECK(beside(s, "abandon_rate", "rank", "a") == 1);
    CHECK(beside(s, "abandon_rate", "rank", "e") == 5);
}

TEST_CASE("a share that moved against its groups is told with what moved it, and only then") {
    const auto deals = [](const std::string &product, const std::string &day, int won, int of) {
        const std::string behind = ',' + product + '\n';
        return day + ",deal_won," + std::to_string(won) + behind + day + ",deal_lost," +
               std::to_string(of - won) + behind;
    };
    const auto months = [&](int of_few, const std::string &groups, const std::string &end) {
        return report_on("at,kind,count,product\n" + deals("basic", "2024-01-01", 60, 100) +
                             deals("pro", "2024-01-31", 5, 20) + deals("basic", "2024-02-01", 14, 20) +
                             deals("pro", "2024-02-10", of_few, 100) + end + ",call,1,\n",
                         by(groups));
    };
    const sheet s = months(30, "product,month", "2024-03-05");
    const auto rate = std::find_if(s.moved.begin(), s.moved.end(),
                                   [](const auto &moved) { return moved.how.name == "win_rate"; });
    REQUIRE(rate != s.moved.end());
    CHECK(rate->by.by_rates == doctest::Approx(0.075));
    CHECK(rate->by.by_weights == doctest::Approx(-0.25));
    const auto all = headline_of(s);
    CHECK(std::count_if(all.begin(), all.end(), [](const sentence &each) {
              return each.text.find("within the groups") != std::string::npos;
          }) == 1); // by its first name
    CHECK(said(s, "within the groups") ==
          "Win rate fell from 54.2 % in 2024-01 to 36.7 % in 2024-02, more than chance, though within the "
          "groups it rose by 7.5 points: how many cases each group has took 25.0.");
    CHECK(months(30, "month", "2024-03-05").moved.empty());
    CHECK(months(10, "product,month", "2024-03-05").moved.empty()); // the groups fell, too
    CHECK(months(47, "product,month", "2024-03-05").moved.empty()); // no more than chance
    CHECK(months(30, "product,month", "2024-02-20").moved.empty()); // February is running
}

TEST_CASE("prospects that several groups share are never held against each other") {
    std::string rows = "at,kind,rep,prospect,channel\n";
    for (int i = 0; i < 40; ++i) {
        const std::string id = "p" + std::to_string(i);
        rows += "2024-01-01,call,Ann," + id + ",phone\n2024-01-02,call,Ben," + id + ",phone\n";
        if (i < 20) rows += "2024-01-03,reply_positive,Ann," + id + ",phone\n";
    }
    const sheet s = report_on(rows, by("rep"));
    REQUIRE(find(s, "positive_reply_rate") != nullptr);
    for (const figure &f : find(s, "positive_reply_rate")->groups)
        CHECK_FALSE(f.p_value.has_value());
}

TEST_CASE("a share of which cases are still open is held against nothing") {
    const auto leads = [](bool all_ended) {
        std::string rows = "at,kind,rep,lead\n";
        for (int i = 0; i < 80; ++i) {
            const std::string rep = i % 2 == 0 ? "Ann" : "Ben", id = ",l" + std::to_string(i) + '\n';
            const bool converts = i % 2 == 0 && i < 60;
            rows += "2024-01-01,mcl," + rep + id;
            if (converts || all_ended)
                rows += (converts ? "2024-01-09,customer," : "2024-01-09,out,") + rep + id;
        }
        return report_on(rows, by("rep"));
    };
    CHECK(stands(leads(true), "lead_conversion_rate", "Ann") == among_groups::above);
    CHECK(stands(leads(false), "lead_conversion_rate", "Ann") == among_groups::untold);
    CHECK(table_text(leads(false)).find("75 %*") != std::string::npos);
    CHECK(table_text(leads(false), {.plain = true}).find("Lead conversion rate 75 % so far") !=
          std::string::npos);
}

TEST_CASE("periods are not held against all others") {
    const sheet s = report_on(heading + settled("Ann", "2024-01-01", 20, 0) +
                                  settled("Ann", "2024-02-01", 0, 20) + settled("Ann", "2024-03-01", 1, 1),
                              by("month"));
    for (const figure &f : find(s, "win_rate")->groups)
        CHECK(f.stands == among_groups::untold);
}

TEST_CASE("the table is sorted by its first column, nobody last, and its columns can be chosen") {
    request asked = by("rep");
    const std::string rows = heading + settled("Ann", "2024-01-05", 1, 5) +
                             settled("Ben", "2024-01-05", 4, 5) + settled("", "2024-01-05", 9, 0);
    const std::string usual = table_text(report_on(rows, asked));
    CHECK(usual.find("Ben") < usual.find("Ann"));
    CHECK(usual.find("Ann") < usual.find("(none)"));
    asked.columns = {"win_loss_ratio"};
    const sheet s = report_on(rows, asked);
    REQUIRE(table_of(s).size() == 1);
    CHECK(table_of(s).front()->how.name == "win_loss_ratio");
    CHECK(table_text(report_on(rows)).empty());
}

TEST_CASE(
    "a target is reached or missed by the range of what was sampled, by the value of what was counted") {
    const auto against = [](const std::string &target) {
        request asked;
        asked.wanted = read_targets({target});
        return said(report_on(heading + settled("Ann", "2024-01-05", 21, 33), asked), "target");
    };
    CHECK(against("win_rate=60%") == "Win rate 39 % is below its target of 60.0 %, more than chance.");
    CHECK(against("win_rate=20%") == "Win rate 39 % is above its target of 20.0 %, more than chance.");
    CHECK(against("win_rate=45%") == "Win rate 39 %: too few cases to tell from its target of 45.0 %.");
    CHECK(against("deals_won=22") == "Deals won 21 is below its target of 22.");
    CHECK(against("deals_won=21") == "Deals won 21 is its target of 21.");
}

TEST_CASE("refused rows are a caution above one in a hundred, with the commonest reason") {
    const auto with_bad = [](int bad) {
        std::string rows = heading + settled("Ann", "2024-01-05", 100, 100 - bad);
        for (int i = 0; i < bad; ++i)
            rows += "2024-02-30,deal_won,Ann,x\n";
        return cautions_of(report_on(rows));
    };
    CHECK(with_bad(2).empty());
    REQUIRE(with_bad(3).size() == 1);
    CHECK(with_bad(3).front() ==
          "log.csv: 3 of 200 rows cannot be read; 3 rows: at is no date of the form iso: "
          "\"2024-02-30\" (lines 199, 200, 201)");
    const sheet dateless = report_on(
        "who,won\nAnn,\n",
        R"({"events": [{"kind": "deal_won", "undated": true, "at": {"column": "won", "optional": true}}]})");
    REQUIRE(cautions_of(dateless).size() == 1);
    CHECK(cautions_of(dateless).front() ==
          "1 event has no date: in the figures of the whole, and in no period");
}

TEST_CASE("ranges are of the confidence that is asked for") {
    request asked;
    asked.confidence = 0.5;
    const std::string rows = heading + settled("Ann", "2024-01-05", 21, 33);
    const auto half = find(report_on(rows, asked), "win_rate")->total.interval;
    const auto usual = find(report_on(rows), "win_rate")->total.interval;
    REQUIRE((half && usual));
    CHECK(half->first > usual->first);
    CHECK(half->second < usual->second);
}

} // namespace headline_test
