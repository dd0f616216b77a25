// SPDX-License-Identifier: MIT
#include "story/replay.hpp"

#include <kpi/sales/rep_story.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>
#include <vector>

namespace replay_test {

// What the host does with cases, seen with stories that are as small as they can be.
namespace {

using namespace report;
using kpi::sales::fact;
using kpi::sales::outcome;

constexpr std::int64_t day = 86'400;

fact fact_at(outcome what, const act &a) {
    fact f;
    f.kind = what, f.at = a.at;
    return f;
}

/// The last settlement counts.
struct last_settlement {
    static constexpr kind_set acts{activity::deal_won, activity::deal_lost};
    static constexpr kind_set concerns{activity::opportunity, activity::deal_won, activity::deal_lost};
    act settled{};
    bool is_settled{};
    void record(const act &a, auto &sink) {
        if (a.kind == activity::opportunity) return sink.tell(fact_at(outcome::deal_opened, a));
        if (is_settled) sink.take_back(settled);
        is_settled = true, sink.tell(settled = a);
    }
    void end(kpi::instant, auto &) {}
};
struct converted_lead {
    static constexpr kind_set acts{};
    static constexpr kind_set concerns{activity::mcl, activity::customer, activity::deal_won};
    act arrived{};
    bool has_arrived{}, is_customer{};
    void record(const act &a, auto &sink) {
        if (a.kind == activity::mcl && !has_arrived)
            arrived = a, has_arrived = true, sink.tell(fact_at(outcome::lead_arrived, a));
        if (a.kind != activity::mcl && has_arrived && !is_customer)
            is_customer = true, sink.tell(fact_at(outcome::lead_converted, arrived));
    }
    void end(kpi::instant, auto &) {}
};
struct touched_prospect {
    static constexpr kind_set concerns =
        kpi::sales::kinds::touches | kpi::sales::kinds::replies | kind_set{activity::deal_won};
    act first{};
    bool is_tried{}, has_replied{};
    void record(const act &a, auto &sink) {
        const bool touch = kpi::sales::kinds::touches.contains(a.kind);
        if (touch && !is_tried) is_tried = true, sink.tell(fact_at(outcome::tried, first = a));
        has_replied |= kpi::sales::kinds::replies.contains(a.kind);
    }
    void end(kpi::instant, auto &sink) {
        if (is_tried && has_replied) sink.tell(fact_at(outcome::replied_positively, first));
    }
};
struct gained_customer {
    static constexpr kind_set acts{};
    static constexpr kind_set concerns{activity::customer, activity::deal_won, activity::churned};
    bool is_customer{};
    void record(const act &a, auto &sink) {
        if (a.kind == activity::churned) return;
        if (!is_customer) is_customer = true, sink.tell(fact_at(outcome::gained, a));
    }
    void end(kpi::instant, auto &) {}
};
struct last_answer {
    static constexpr kind_set acts = kpi::sales::kinds::nps_answers;
    static constexpr kind_set concerns = kpi::sales::kinds::nps_answers;
    act last{};
    bool any{};
    void record(const act &a, auto &sink) {
        if (any) sink.take_back(last);
        any = true, sink.tell(last = a);
    }
    void end(kpi::instant, auto &) {}
};
struct busy_rep {
    static constexpr kind_set concerns = kpi::sales::kinds::touches;
    void record(const act &a, auto &sink) { sink.tell(fact_at(outcome::switched, a)); }
    void end(kpi::instant, auto &) {}
};
struct silent {
    static constexpr kind_set concerns{};
    void record(const act &, auto &) {}
    void end(kpi::instant, auto &) {}
};
/// Touches of a deal, at its settlement.
struct settled_prospect {
    static constexpr kind_set concerns{activity::deal_won};
    void record(const act &a, auto &sink) { sink.tell(fact_at(outcome::touches_of_won, a)); }
    void end(kpi::instant, auto &) {}
};
struct stories {
    using deal = last_settlement;
    template <bool, class = kpi::around_the_clock> using lead = converted_lead;
    template <bool> using touches = settled_prospect;
    using spending = silent;
    using prospect = touched_prospect;
    using customer = gained_customer;
    using respondent = last_answer;
    using rep = busy_rep;
    using message = silent;
    static constexpr kind_set of_outreach{};
};

struct stories_with_steps : stories {
    using rep = kpi::sales::basic_rep_story<act>;
};

/// How often a thing was told, by reading, slot, group and what it is.
struct counts {
    std::map<std::tuple<std::size_t, std::size_t, std::string, int>, std::uint64_t> all;
    const names *groups{};

    void put(const place &where, const auto &f, std::uint64_t n) {
        for (const std::uint32_t group : where.groups)
            all[{where.reading, where.slot, group == everyone ? "all" : std::string{(*groups)[group]},
                 key(f)}] += n;
    }
    static int key(const act &a) { return static_cast<int>(a.kind); }
    static int key(const fact &f) { return 1000 + static_cast<int>(f.kind); }
    [[nodiscard]] std::uint64_t of(auto kind, const std::string &group = "all", std::size_t slot = 0,
                                   std::size_t reading = 0) const {
        const int k = static_cast<int>(kind) + (std::is_same_v<decltype(kind), outcome> ? 1000 : 0);
        const auto found = all.find({reading, slot, group, k});
        return found == all.end() ? 0 : found->second;
    }
};

struct log_row {
    activity kind;
    std::int64_t at;
    std::uint64_t prospect{}, lead{}, deal{}, customer{};
    std::string rep{}, source{};
    std::uint64_t n{1};
};

enum class by { nothing, rep, source };
template <class Stories = stories>
counts told(const std::vector<log_row> &rows, by what = by::nothing,
            std::vector<reading_of_log> readings = {{}}, std::uint64_t memory = part_store::no_limit) {
    known_names known;
    auto &texts = known.of_parts;
    labels said{known};
    part_store store{memory};
    log_in_parts log{interests_of<Stories>(), what != by::nothing, store};
    for (const log_row &row : rows) {
        event e;
        e.kind = row.kind, e.dated = true, e.at.seconds = row.at;
        e.prospect = row.prospect, e.lead = row.lead, e.deal = row.deal, e.customer = row.customer;
        e.rep = texts[0].number_of(row.rep), e.source = texts[3].number_of(row.source);
        log.enter(act_of(e, said.number_of(labels_on(e))), e.rep, row.n);
    }
    question asked;
    asked.now = {1000 * day};
    grouped_by groups;
    if (what == by::rep) groups.by.push_back({"rep", dimension::told_by::part, 0});
    if (what == by::source) groups.by.push_back({"source", dimension::told_by::part, 3});
    asked.by = {said, groups};
    for (reading_of_log &r : readings)
        r.by_group = what != by::nothing;
    asked.readings = std::move(readings);
    counts out;
    out.groups = &texts[what == by::source ? 3 : 0];
    const auto places = said.places();
    replay<Stories, counts> alone{log, log, said, places, asked, out};
    replay<Stories, counts>::run({&alone, 1}, [] {});
    out.groups = nullptr;
    return out;
}

} // namespace

TEST_CASE("a deal goes to the rep of the settlement that counts, with all of its facts") {
    const auto out = told({{.kind = activity::opportunity, .at = 1 * day, .deal = 1, .rep = "Ann"},
                           {.kind = activity::deal_lost, .at = 2 * day, .deal = 1, .rep = "Ben"},
                           {.kind = activity::deal_won, .at = 3 * day, .deal = 1, .rep = "Cid"},
                           {.kind = activity::opportunity, .at = 4 * day, .deal = 1, .rep = "Dan"}},
                          by::rep);
    CHECK(out.of(activity::deal_won) == 1);
    CHECK(out.of(activity::deal_lost) == 0);
    CHECK(out.of(activity::deal_won, "Cid") == 1);
    CHECK(out.of(outcome::deal_opened, "Cid") == 2);
    CHECK(out.of(outcome::deal_opened, "Ann") == 0);
}

TEST_CASE("a lead's source is also its deal's and its customer's, unless their rows name one") {
    const std::vector<log_row> rows{{.kind = activity::mcl, .at = 1 * day, .lead = 5, .source = "fair"},
                                    {.kind = activity::opportunity, .at = 2 * day, .lead = 5, .deal = 1},
                                    {.kind = activity::deal_won, .at = 3 * day, .deal = 1, .customer = 9},
                                    {.kind = activity::customer, .at = 4 * day, .lead = 5, .customer = 9},
                                    {.kind = activity::deal_won, .at = 2 * day, .deal = 2, .source = "web"},
                                    {.kind = activity::opportunity, .at = 2 * day, .lead = 5, .deal = 2}};
    const auto out = told(rows, by::source);
    CHECK(out.of(activity::deal_won, "fair") == 1);
    CHECK(out.of(activity::deal_won, "web") == 1);
    CHECK(out.of(outcome::gained, "fair") == 1);
    CHECK(out.of(outcome::lead_converted, "fair") + out.of(outcome::lead_converted, "web") == 1);
}

TEST_CASE("a lead's customer is in the lead's group, though a row of its deal alone says which that is") {
    const std::vector<log_row> rows{
        {.kind = activity::mcl, .at = 1 * day, .lead = 5, .source = "fair"},
        {.kind = activity::opportunity, .at = 2 * day, .deal = 1, .source = "web"},
        {.kind = activity::proposal_sent, .at = 3 * day, .lead = 5, .deal = 1},
        {.kind = activity::customer, .at = 4 * day, .lead = 5, .customer = 9}};
    const auto out = told(rows, by::source);
    CHECK(out.of(outcome::lead_arrived, "web") == 1);
    CHECK(out.of(outcome::gained, "web") == 1);
}

TEST_CASE("any row of a deal links it to its lead, which then is a customer") {
    const auto out = told({{.kind = activity::mcl, .at = 1 * day, .lead = 5},
                           {.kind = activity::deal_won, .at = 3 * day, .deal = 1},
                           {.kind = activity::opportunity, .at = 2 * day, .lead = 5, .deal = 1}});
    CHECK(out.of(outcome::lead_converted) == 1);
    CHECK(out.of(outcome::gained) == 1);
}

TEST_CASE("a customer known by its lead and by its own id is one") {
    const auto out = told({{.kind = activity::deal_won, .at = 3 * day, .lead = 5, .deal = 1},
                           {.kind = activity::customer, .at = 4 * day, .lead = 5, .customer = 9},
                           {.kind = activity::customer, .at = 5 * day, .customer = 9}});
    CHECK(out.of(outcome::gained) == 1);
}

TEST_CASE("rows without an id are a case each, as many as they stand for") {
    const auto out = told({{.kind = activity::deal_won, .at = 3 * day, .n = 7},
                           {.kind = activity::deal_won, .at = 3 * day},
                           {.kind = activity::nps_promoter, .at = 3 * day, .n = 3}});
    CHECK(out.of(activity::deal_won) == 8);
    CHECK(out.of(activity::nps_promoter) == 3);
    CHECK(out.of(outcome::gained) == 0);
}

TEST_CASE("a respondent's last answer counts in each period, and one in the whole") {
    const auto out = told({{.kind = activity::nps_promoter, .at = 1 * day, .customer = 1},
                           {.kind = activity::nps_detractor, .at = 5 * day, .customer = 1},
                           {.kind = activity::nps_passive, .at = 15 * day, .customer = 1}},
                          by::nothing, {{}, {.when = slots{{never, 10 * day}}}});
    CHECK(out.of(activity::nps_passive, "all", 0, 0) == 1);
    CHECK(out.of(activity::nps_detractor, "all", 0, 0) == 0);
    CHECK(out.of(activity::nps_detractor, "all", 0, 1) == 1);
    CHECK(out.of(activity::nps_promoter, "all", 0, 1) == 0);
    CHECK(out.of(activity::nps_passive, "all", 1, 1) == 1);
}

TEST_CASE("a prospect is in the figures of every group that touched it, in the period of the touch") {
    const std::vector<log_row> rows{
        {.kind = activity::reply_positive, .at = 1 * day, .prospect = 1},
        {.kind = activity::conversation, .at = 2 * day, .prospect = 1, .rep = "Ann"},
        {.kind = activity::conversation, .at = 12 * day, .prospect = 1, .rep = "Ann"},
        {.kind = activity::reply_positive, .at = 13 * day, .prospect = 1},
        {.kind = activity::conversation, .at = 14 * day, .prospect = 1, .rep = "Ben"}};
    const auto out = told(rows, by::rep, {{}, {.when = slots::of_window(10 * day)}});
    CHECK(out.of(outcome::tried) == 1);
    CHECK(out.of(outcome::tried, "Ann") == 1);
    CHECK(out.of(outcome::tried, "Ben") == 1);
    SUBCASE("without a window a reply counts in whatever order it came") {
        CHECK(out.of(outcome::replied_positively, "Ann") == 1);
        CHECK(out.of(outcome::replied_positively, "Ben") == 1);
    }
    SUBCASE("in a window it counts if it came after the group's first touch there") {
        CHECK(out.of(outcome::tried, "all", 1, 1) == 1);
        CHECK(out.of(outcome::replied_positively, "all", 1, 1) == 1);
        CHECK(out.of(outcome::replied_positively, "Ann", 1, 1) == 1);
        CHECK(out.of(outcome::replied_positively, "Ben", 1, 1) == 0);
    }
    SUBCASE("before it, a reply in the window counts for the touch before") {
        CHECK(out.of(outcome::replied_positively, "all", 0, 1) == 1);
    }
}

TEST_CASE("facts are in the slot of their time, whatever came before") {
    const auto out = told({{.kind = activity::mcl, .at = 1 * day, .lead = 5},
                           {.kind = activity::customer, .at = 50 * day, .lead = 5}},
                          by::nothing, {{.when = slots::of_window(20 * day)}});
    CHECK(out.of(outcome::lead_converted, "all", 0) == 1);
    CHECK(out.of(outcome::lead_converted, "all", 1) == 0);
    CHECK(out.of(outcome::gained, "all", 1) == 1);
}

TEST_CASE("a rep's steps are told day by day") {
    std::vector<log_row> rows{{.kind = activity::conversation, .at = 5 * day - 600, .rep = "Ann"},
                              {.kind = activity::email_sent, .at = 5 * day - 300, .rep = "Ann"},
                              {.kind = activity::email_sent, .at = 5 * day + 300, .rep = "Ann"},
                              {.kind = activity::conversation, .at = 5 * day + 400, .rep = "Ann"},
                              {.kind = activity::conversation, .at = 5 * day + 500, .rep = "Ben"}};
    const auto out = told<stories_with_steps>(rows, by::rep);
    CHECK(out.of(outcome::active_time, "Ann") == 2);
    CHECK(out.of(outcome::active_time, "Ben") == 0);
    CHECK(out.of(outcome::active_time) == 2);
}

TEST_CASE("rows in any order, in memory or not, tell the same of every group and period") {
    const unsigned seed = 13;
    INFO("seed ", seed);
    std::mt19937 random{seed};
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    constexpr std::array kinds{
        activity::mcl,          activity::customer,     activity::opportunity,    activity::deal_won,
        activity::deal_lost,    activity::conversation, activity::reply_positive, activity::nps_promoter,
        activity::nps_detractor};
    const auto maybe_id = [&] { return static_cast<std::uint64_t>(below(3) == 0 ? 0 : 1 + below(4)); };
    const auto name = [&] { return std::string{std::array{"", "Ann", "Ben"}[below(3)]}; };
    for (int round = 0; round < 200; ++round) {
        std::vector<log_row> rows;
        for (unsigned left = 1 + below(40); left > 0; --left)
            rows.push_back({kinds[below(kinds.size())], below(20) * day / 2, maybe_id(), maybe_id(),
                            maybe_id(), maybe_id(), name(), name()});
        const std::vector<reading_of_log> readings{{}, {.when = slots{{never, 3 * day, 6 * day}}}};
        for (const by what : {by::nothing, by::rep, by::source}) {
            const auto whole = told(rows, what, readings).all;
            REQUIRE(told(rows, what, readings, 0).all == whole); // from a file
            std::shuffle(rows.begin(), rows.end(), random);
            REQUIRE(told(rows, what, readings).all == whole);
        }
    }
}

} // namespace replay_test
