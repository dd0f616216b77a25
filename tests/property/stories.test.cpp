// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/accumulator/dimension.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/sales/customer_story.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/prospect_story.hpp>
#include <kpi/sales/rep_story.hpp>
#include <kpi/sales/respondent_story.hpp>
#include <kpi/sales/spending_story.hpp>
#include <kpi/sales/touches_story.hpp>
#include <kpi/story/through.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace kpi::test {
namespace {

using sales::activity;
using sales::fact;
using sales::outcome;

/// A board that counts every fact apart, so that two are equal where the same facts were recorded and not
/// retracted: the sum of their hashes.
struct everything_told {
    using event = row;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    std::uint64_t facts{}, sum{};

    constexpr void record(const row &e) noexcept { ++facts, sum += hash_of(e); }
    constexpr void record(const fact &f) noexcept { ++facts, sum += hash_of(f); }
    constexpr void record(std::span<const row> rows) noexcept {
        for (const row &e : rows)
            record(e);
    }
    [[nodiscard]] constexpr bool retract(const auto &f) noexcept {
        --facts, sum -= hash_of(f);
        return true;
    }
    constexpr everything_told &operator+=(const everything_told &o) noexcept {
        facts += o.facts, sum += o.sum;
        return *this;
    }
    friend constexpr bool operator==(const everything_told &, const everything_told &) = default;
    constexpr void reset() noexcept { *this = {}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.facts), visit(self.sum); }

private:
    static constexpr std::uint64_t hash_of(const row &e) noexcept {
        std::uint64_t h = 1;
        const kept<row> act{e};
        visit_fields(act, [&](auto n) { h = mix(h + static_cast<std::uint64_t>(n)); });
        return h;
    }
    static constexpr std::uint64_t hash_of(const fact &f) noexcept {
        std::uint64_t h = 2;
        const auto add = [&](auto n) { h = mix(h + static_cast<std::uint64_t>(n)); };
        const auto add_if = [&](const auto &x) { add(told(x)), add(told(x) ? told_value(x) : 0u); };
        const auto add_time = [&](const auto &x) { add(told(x)), add(told(x) ? x->seconds : 0); };
        add(f.at.seconds), add(f.kind), add(f.stage), add(f.channel), add(f.whole_day), add(f.backwards);
        add(f.again), add(f.fresh), add(f.from_first_event), add(f.k), add(f.touches), add(f.quarters);
        add(f.pace), add_if(f.elapsed), add_if(f.value), add_if(f.units), add_time(f.before),
            add_time(f.since);
        add_if(f.prospect), add_if(f.lead), add_if(f.deal), add_if(f.customer), add_if(f.rep);
        return h;
    }
};

/// What is told of a case once at most, whatever happened to it, as names for the facts that exclude each
/// other: won or lost, one of them.
int once_a_case(const fact &f) {
    switch (f.kind) {
    case outcome::won:
    case outcome::lost:
        return 1;
    case outcome::won_of_opened:
    case outcome::lost_of_opened:
    case outcome::still_open_of_opened:
        return 2;
    case outcome::replied_positively:
    case outcome::replied_negatively:
    case outcome::silent:
        return 3;
    case outcome::of_started:
        return 10 + static_cast<int>(f.stage);
    case outcome::deal_opened:
    case outcome::became_customer:
    case outcome::lifecycle:
    case outcome::lead_arrived:
    case outcome::lead_answered:
    case outcome::lead_ripe:
    case outcome::answered_soon:
    case outcome::lead_converted:
    case outcome::lead_still_open:
    case outcome::mql_touched:
    case outcome::recycled:
    case outcome::ready_to_buy:
    case outcome::tried:
    case outcome::contacted:
    case outcome::touched_twice:
    case outcome::called:
    case outcome::acquired:
    case outcome::customer_known:
    case outcome::gained:
    case outcome::onboarded:
    case outcome::first_upsell:
    case outcome::engaged:
    case outcome::trial_ended:
    case outcome::trial_converted:
    case outcome::spent:
        return 100 + static_cast<int>(f.kind);
    default:
        return 0;
    }
}
int once_a_case(const row &e) {
    switch (e.kind) {
    case activity::opportunity:
        return 1000;
    case activity::deal_won:
    case activity::deal_lost:
        return 1001;
    case activity::customer:
        return 1002;
    case activity::nps_promoter:
    case activity::nps_passive:
    case activity::nps_detractor:
        return 1003;
    case activity::satisfied:
    case activity::not_satisfied:
        return 1004;
    default:
        return 0;
    }
}

/// Replays one case after the other, holds the facts of each until its end, and records what remains.
template <class Story, class Key> class host {
public:
    explicit host(Key key) : key_{key} {}
    void record(const row &e) { cases_[key_(e)].push_back(e); }
    everything_told replay(const instant *now) const {
        everything_told board;
        for (const auto &[id, rows] : cases_) {
            told_log held;
            Story story{};
            for (const row &e : rows)
                if (Story::concerns.contains(e.kind)) story.record(e, held);
            if (now != nullptr) story.end(*now, held);
            REQUIRE(held.never_told == 0);
            std::set<int> told_once;
            record_all(held.template left<fact>(), board, told_once);
            record_all(held.template left<row>(), board, told_once);
        }
        return board;
    }

private:
    template <class Fact>
    static void record_all(const std::vector<Fact> &facts, everything_told &board, std::set<int> &told_once) {
        for (const Fact &f : facts) {
            board.record(f);
            const int name = once_a_case(f);
            if (name != 0) REQUIRE(told_once.insert(name).second);
        }
    }
    Key key_;
    std::map<std::uint64_t, std::vector<row>> cases_;
};

std::vector<row> hostile_log(random &r, event_set<activity> kinds) {
    std::vector<row> log;
    for (std::size_t n = r.pick<std::size_t>(120); n > 0; --n) {
        row e = any_row_of(r, kinds);
        e.prospect = r.pick<std::uint32_t>(5), e.lead = r.pick<std::uint32_t>(5),
        e.customer = r.pick<std::uint32_t>(5);
        log.push_back(e);
    }
    // in the order of time: a date comes before the times of its day
    std::stable_sort(log.begin(), log.end(),
                     [](const row &a, const row &b) { return a.at.seconds < b.at.seconds; });
    return log;
}

inline constexpr dimension deal_id{"deal", [](const row &e) { return *e.deal; }};
inline constexpr dimension lead_id{"lead", [](const row &e) { return *e.lead; }};
inline constexpr dimension prospect_id{"prospect", [](const row &e) { return *e.prospect; }};
inline constexpr dimension customer_id{"customer", [](const row &e) { return *e.customer; }};
inline constexpr dimension rep_id{"rep", [](const row &e) { return e.rep.value_or(9); }};

template <class Story, const auto &Dimension> void is_told_alike(event_set<activity> kinds) {
    bool anything = false;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        CAPTURE(seed);
        random r{seed};
        const auto log = hostile_log(r, kinds);
        const instant now = march(20);
        through<Story, Dimension, 16, everything_told, 16> in_order, parts[2];
        host<Story, decltype(Dimension.key)> by_case{Dimension.key};
        for (const row &e : log) {
            in_order.record(e), by_case.record(e);
            parts[Dimension(e) % 2].record(e);
        }
        REQUIRE(in_order.account().complete());
        REQUIRE(in_order.account().events() == log.size());
        REQUIRE(in_order.told() == by_case.replay(nullptr));
        REQUIRE(in_order.as_of(now) == by_case.replay(&now));
        parts[1] += parts[0];
        REQUIRE(parts[1] == in_order);
        anything = anything || in_order.told().facts != 0;
    }
    CHECK(anything);
}

TEST_CASE("in order through a table, and case by case by a host that holds the facts: deals") {
    is_told_alike<sales::basic_deal_story<row>, deal_id>(
        {activity::opportunity, activity::deal_won, activity::deal_lost, activity::proposal_sent});
}
inline constexpr event_set<activity> of_leads{
    activity::first_impression, activity::mcl,           activity::mql, activity::sal,         activity::sql,
    activity::customer,         activity::deal_won,      activity::out, activity::opportunity, activity::call,
    activity::deal_lost,        activity::first_response};
TEST_CASE("likewise leads, whose first responses are marked or not") {
    is_told_alike<sales::basic_lead_story<row>, lead_id>(of_leads);
    is_told_alike<sales::basic_lead_story<row, sales::marks::absent>, lead_id>(of_leads);
}
TEST_CASE("likewise prospects and their touches") {
    using story = sales::basic_prospect_story<row>;
    is_told_alike<story, prospect_id>(story::concerns);
    is_told_alike<sales::basic_prospect_story<row, sales::replies::after_a_touch>, prospect_id>(
        story::concerns);
    using touches = sales::basic_touches_story<row, sales::marks::absent>;
    is_told_alike<touches, prospect_id>(touches::concerns);
}
TEST_CASE("likewise customers, what they spend and answer, and reps") {
    using story = sales::basic_customer_story<row>;
    is_told_alike<story, customer_id>(story::concerns);
    is_told_alike<sales::basic_spending_story<row>, customer_id>(story::concerns);
    is_told_alike<sales::basic_respondent_story<row>, customer_id>(story::concerns);
    is_told_alike<sales::basic_rep_story<row>, rep_id>(sales::kinds::touches);
}

} // namespace
} // namespace kpi::test
