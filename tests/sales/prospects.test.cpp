// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/scorecard/team.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

using repliers =
    crowd<sales::prospect, positive_reply_rate, negative_reply_rate, silent_share, prospect_acquisition_rate>;

TEST_CASE("A24 to A28: each prospect once, and the positive reply wins") {
    repliers all;
    record_each(all, 1, 50, {.kind = email_sent}, opaque(std::uint16_t{2}));
    record_each(all, 1, 30, {.kind = email_sent}); // 130 emails to the 50
    record_each(all, 1, 3, {.kind = reply_positive});
    record_each(all, 3, 3, {.kind = reply_positive}); // 4 positive replies from the 3
    record_each(all, 1, 1, {.kind = reply_negative}); // one of them first said no
    record_each(all, 4, 8, {.kind = reply_negative});
    const auto positive = pool<positive_reply_rate>(all), negative = pool<negative_reply_rate>(all);
    const auto silent = pool<silent_share>(all);
    CHECK(positive == share{3, 50});
    CHECK(negative == share{5, 50});
    CHECK(silent == share{42, 50});
    CHECK(positive.part + negative.part + silent.part == positive.whole); // the three shares sum to 1
    CHECK(positive.exact);
    CHECK(positive.sampling_error() == 0.0);
}

TEST_CASE("a prospect whose only touch bounced was not contacted") {
    repliers all;
    record_each(all, 1, 2, {.kind = email_sent});
    record_each(all, 1, 1, {.kind = email_bounced});
    record_each(all, 9, 9,
                {.kind = reply_positive}); // replied, and was never contacted: of the contacted alone
    CHECK(pool<positive_reply_rate>(all) == share{0, 1});
}

TEST_CASE("L9: tried, spoken to or not") {
    repliers all;
    record_each(all, 1, 80, {.kind = no_answer});
    record_each(all, 1, 52, {.kind = conversation});
    record_each(all, 1, 4, {.kind = activity::customer});
    CHECK(pool<prospect_acquisition_rate>(all) == share{4, 80});
}

TEST_CASE("L4: touched at least twice") {
    crowd<sales::prospect, share_touched_twice> all;
    record_each(all, 1, 100, {.kind = call});
    record_each(all, 1, 62, {.kind = call}, opaque(std::uint16_t{3}));
    CHECK(pool<share_touched_twice>(all) == share{62, 100});
}

using spent = crowd<sales::prospect, touches_per_won_deal, touches_per_lost_deal>;
constexpr auto by(medium channel, activity kind) { return touch{.kind = kind, .channel = channel}; }

TEST_CASE("A33: touches of a lost deal, by channel") {
    spent all;
    record_each(all, 1, 1, by(medium::video, video_meeting), 5);
    record_each(all, 1, 1, by(medium::email, email_sent), 11);
    record_each(all, 1, 1, by(medium::phone, no_answer), 7);
    record_each(all, 1, 1, {.kind = deal_lost});
    record_each(all, 1, 1, by(medium::phone, call), 9); // after the deal: for the next one
    CHECK(pool<touches_per_lost_deal>(all).per(1) == 23);
    CHECK(pool<touches_per_lost_deal>(all, medium::video).per(1) == 5);
    CHECK(pool<touches_per_lost_deal>(all, medium::email).per(1) == 11);
    CHECK(pool<touches_per_lost_deal>(all, medium::phone).per(1) == 7);
    CHECK_FALSE(pool<touches_per_won_deal>(all).has_value());
}

TEST_CASE("A34: two deals won, pooled") {
    spent all;
    for (const auto &[prospect, video, email, phone] :
         {std::array{1u, 3u, 8u, 4u}, std::array{2u, 5u, 10u, 6u}}) {
        record_each(all, prospect, prospect, by(medium::video, video_meeting),
                    static_cast<std::uint16_t>(video));
        record_each(all, prospect, prospect, by(medium::email, email_sent),
                    static_cast<std::uint16_t>(email));
        record_each(all, prospect, prospect, by(medium::phone, call), static_cast<std::uint16_t>(phone));
        record_each(all, prospect, prospect, {.kind = deal_won});
    }
    CHECK(pool<touches_per_won_deal>(all) == ratio<std::uint32_t>{36, 2});
    CHECK(pool<touches_per_won_deal>(all, medium::video).per(1) == 4);
    CHECK(pool<touches_per_won_deal>(all, medium::email).per(1) == 9);
    CHECK(pool<touches_per_won_deal>(all, medium::phone).per(1) == 5);
}

TEST_CASE("a deal without any touch is in the denominator, and shown") {
    spent all;
    record_each(all, 1, 3, {.kind = deal_won});
    record_each(all, 4, 4, by(medium::email, email_sent), 6);
    record_each(all, 4, 4, {.kind = deal_won});
    CHECK(pool<touches_per_won_deal>(all) == ratio<std::uint32_t>{6, 4});
    CHECK(pool<touches_per_won_deal>(all, untouched{}) == share{3, 4});
}

TEST_CASE("a lost deal ends the touching: the next deal starts at none") {
    spent all;
    record_each(all, 1, 1, by(medium::email, email_sent), 6);
    record_each(all, 1, 1, {.kind = deal_lost});
    record_each(all, 1, 1, by(medium::email, email_sent), 2);
    record_each(all, 1, 1, {.kind = deal_won});
    CHECK(pool<touches_per_won_deal>(all) == ratio<std::uint32_t>{2, 1});
    CHECK(pool<touches_per_lost_deal>(all) == ratio<std::uint32_t>{6, 1});
}

TEST_CASE("L10 to L12: conversion at touch k, of those who got as far") {
    crowd<sales::prospect, touches_per_customer> all;
    // 100 get one touch, and 5 convert at once; 80 get a second, 8 convert; 50 a third, 2 convert
    record_each(all, 1, 100, {.kind = email_sent});
    record_each(all, 1, 5, {.kind = activity::customer});
    record_each(all, 1, 5, {.kind = email_sent}, 4); // touched on as customers: no longer an attempt
    record_each(all, 6, 85, {.kind = email_sent});
    record_each(all, 6, 13, {.kind = activity::customer});
    record_each(all, 14, 63, {.kind = email_sent});
    record_each(all, 14, 15, {.kind = activity::customer});
    CHECK(pool<touches_per_customer>(all, at_touch{1}) == share{5, 100});
    CHECK(pool<touches_per_customer>(all, at_touch{2}) == share{8, 80});
    CHECK(pool<touches_per_customer>(all, at_touch{3}) == share{2, 50});
    CHECK_FALSE(pool<touches_per_customer>(all, at_touch{4}).has_value());
}

TEST_CASE("workload: prospects tried by each rep, against the rep's prospect acquisition rate") {
    using crowd_of_a_rep = crowd<sales::prospect, prospects_tried, prospect_acquisition_rate>;
    static kpi::by<sales::rep, 5, crowd_of_a_rep> team;
    const std::array<std::uint32_t, 4> tried{10, 20, 40, 80}, gained{5, 8, 12, 8}; // 50, 40, 30, 10 %
    for (std::uint16_t rep = 0; rep < 4; ++rep) {
        record_each(team, 1, tried[rep], {.kind = call, .rep = rep}, 3);
        record_each(team, 1, gained[rep], {.kind = activity::customer, .rep = rep});
    }
    const auto workload = [](const crowd_of_a_rep &rep) { return pool<prospects_tried>(rep).value(); };
    const auto success = [](const crowd_of_a_rep &rep) {
        return pool<prospect_acquisition_rate>(rep).value();
    };
    CHECK(workload(team[2]) == 40.0);
    CHECK(success(team[2]) == doctest::Approx(0.3));
    CHECK_FALSE(success(team[4]).has_value()); // tried nobody: no rate, and in no correlation
    CHECK(*correlation(team, workload, success) ==
          doctest::Approx(-0.9930196)); // -15.75 / sqrt(2875 * 0.0875)
}

TEST_CASE("X7, X8: prospects tried, and attempts for each") {
    static by_key<sales::prospect, 4096, basic_scorecard<touch, std::uint16_t, attempts_per_prospect>, 32>
        all;
    record_each(all, 1, 800, {.kind = call}, 2);
    record_each(all, 1, 400, {.kind = no_answer});
    record_each(all, 900, 950, {.kind = email_sent}); // not called
    const auto attempts = pool<attempts_per_prospect>(all);
    CHECK(attempts == ratio<std::uint32_t>{2000, 800});
    CHECK(proportion<std::uint32_t>{attempts.b, 1000}.per(10) == 8);
}

const auto any_touch = [](random &r) {
    return touch{.kind = static_cast<activity>(r.below(52)),
                 .channel = static_cast<medium>(r.below(9)),
                 .prospect = r.pick<std::uint32_t>(60)};
};
const auto by_prospect = [](const touch &t) { return t.prospect; };

TEST_CASE("boards of prospects keep their laws: shares exactly, what needs an order by id") {
    keeps_its_law<repliers>(any_touch, by_prospect, {.runs = 10});
    static_assert(repliers::keeps == law::exact && spent::keeps == law::by_id);
    keeps_its_law<by_key<sales::prospect, 1024, spent::inner, 16>>(any_touch, by_prospect, {.runs = 10});
}

} // namespace
} // namespace kpi::test
