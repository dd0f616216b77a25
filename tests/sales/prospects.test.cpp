// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include <kpi/sales/prospect_story.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/touches_story.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

using told_of = crowd<prospect_story>;
using repliers = of_facts<positive_reply_rate, negative_reply_rate, silent_share, prospect_acquisition_rate>;

TEST_CASE("A24 to A28: each prospect once, and the positive reply wins") {
    told_of all;
    record_each(all, 1, 50, {.at = {1}, .kind = email_sent}, 2);
    record_each(all, 1, 30, {.at = {2}, .kind = email_sent});    // 130 emails to the 50
    record_each(all, 1, 1, {.at = {3}, .kind = reply_negative}); // one of them first said no
    record_each(all, 1, 3, {.at = {4}, .kind = reply_positive});
    record_each(all, 3, 3, {.at = {5}, .kind = reply_positive}); // 4 positive replies from the 3
    record_each(all, 4, 8, {.at = {4}, .kind = reply_negative});
    const auto b = all.board<repliers>();
    const auto positive = b.get<positive_reply_rate>(), negative = b.get<negative_reply_rate>();
    const auto silent = b.get<silent_share>();
    CHECK(positive == share{3, 50});
    CHECK(negative == share{5, 50});
    CHECK(silent == share{42, 50});
    CHECK(positive.part + negative.part + silent.part == positive.whole); // the three shares sum to 1
}

TEST_CASE("a prospect whose only touch bounced was not contacted") {
    told_of all;
    record_each(all, 1, 2, {.at = {1}, .kind = email_sent});
    record_each(all, 1, 1, {.at = {2}, .kind = email_bounced});
    record_each(all, 9, 9, {.at = {3}, .kind = reply_positive}); // replied, and was never contacted
    CHECK(all.board<repliers>().get<positive_reply_rate>() == share{0, 1});
}

TEST_CASE("L9: tried, spoken to or not") {
    told_of all;
    record_each(all, 1, 80, {.at = {1}, .kind = no_answer});
    record_each(all, 1, 52, {.at = {2}, .kind = conversation});
    record_each(all, 1, 4, {.at = {3}, .kind = activity::customer});
    CHECK(all.board<repliers>().get<prospect_acquisition_rate>() == share{4, 80});
}

TEST_CASE("L4: touched at least twice") {
    told_of all;
    record_each(all, 1, 100, {.kind = call});
    record_each(all, 1, 62, {.kind = call}, 3);
    CHECK(all.board<of_facts<share_touched_twice>>().value() == share{62, 100});
}

using efforts = of_facts<touches_per_won_deal, touches_per_lost_deal>;
constexpr auto by(std::int64_t at, medium channel, activity kind) {
    return touch{.at = {at}, .kind = kind, .channel = channel};
}
/// What a metric says of one channel; -1 where it says nothing.
template <const auto &M> double by_channel(const auto &board, std::string_view channel) {
    double found = -1;
    board.template figures<M>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.template value<double>(); })
            if (f.label == channel) found = value.template value<double>().value_or(-1);
    });
    return found;
}

TEST_CASE("A33: touches of a lost deal, by channel") {
    crowd<touches_story> all;
    record_each(all, 1, 1, by(1, medium::video, video_meeting), 5);
    record_each(all, 1, 1, by(2, medium::email, email_sent), 11);
    record_each(all, 1, 1, by(3, medium::phone, no_answer), 7);
    record_each(all, 1, 1, {.at = {4}, .kind = deal_lost});
    record_each(all, 1, 1, by(5, medium::phone, call), 9); // after the deal: for the next one
    const auto b = all.board<efforts>();
    CHECK(b.get<touches_per_lost_deal>().per(1) == 23);
    CHECK(by_channel<touches_per_lost_deal>(b, "video") == 5);
    CHECK(by_channel<touches_per_lost_deal>(b, "email") == 11);
    CHECK(by_channel<touches_per_lost_deal>(b, "phone") == 7);
    CHECK_FALSE(b.get<touches_per_won_deal>().has_value());
}

TEST_CASE("A34: two deals won, pooled") {
    crowd<touches_story> all;
    for (const auto &[prospect, video, email, phone] : {std::array{1, 3, 8, 4}, std::array{2, 5, 10, 6}}) {
        const auto id = static_cast<std::uint32_t>(prospect);
        record_each(all, id, id, by(1, medium::video, video_meeting), video);
        record_each(all, id, id, by(2, medium::email, email_sent), email);
        record_each(all, id, id, by(3, medium::phone, call), phone);
        record_each(all, id, id, {.at = {4}, .kind = deal_won});
    }
    const auto b = all.board<efforts>();
    CHECK(b.get<touches_per_won_deal>() == ratio<std::uint64_t>{36, 2});
    CHECK(by_channel<touches_per_won_deal>(b, "video") == 4);
    CHECK(by_channel<touches_per_won_deal>(b, "email") == 9);
    CHECK(by_channel<touches_per_won_deal>(b, "phone") == 5);
}

TEST_CASE("a deal without any touch is in the denominator, and shown") {
    crowd<touches_story> all;
    record_each(all, 1, 3, {.at = {9}, .kind = deal_won});
    record_each(all, 4, 4, by(1, medium::email, email_sent), 6);
    record_each(all, 4, 4, {.at = {9}, .kind = deal_won});
    const auto b = all.board<efforts>();
    CHECK(b.get<touches_per_won_deal>() == ratio<std::uint64_t>{6, 4});
    std::uint64_t untouched = 0;
    b.figures<touches_per_won_deal>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.n; })
            if (f.name == "untouched") untouched = value.n;
    });
    CHECK(untouched == 3);
}

TEST_CASE("a lost deal ends the touching: the next deal starts at none") {
    crowd<touches_story> all;
    record_each(all, 1, 1, by(1, medium::email, email_sent), 6);
    record_each(all, 1, 1, {.at = {2}, .kind = deal_lost});
    record_each(all, 1, 1, by(3, medium::email, email_sent), 2);
    record_each(all, 1, 1, {.at = {4}, .kind = deal_won});
    const auto b = all.board<efforts>();
    CHECK(b.get<touches_per_won_deal>() == ratio<std::uint64_t>{2, 1});
    CHECK(b.get<touches_per_lost_deal>() == ratio<std::uint64_t>{6, 1});
}

TEST_CASE("L10 to L12: conversion at touch k, of those who got as far") {
    told_of all;
    // 100 get one touch, and 5 convert at once; 80 get a second, 8 convert; 50 a third, 2 convert
    record_each(all, 1, 100, {.at = {1}, .kind = email_sent});
    record_each(all, 1, 5, {.at = {2}, .kind = activity::customer});
    record_each(all, 1, 5, {.at = {3}, .kind = email_sent},
                4); // touched on as customers: no longer an attempt
    record_each(all, 6, 85, {.at = {3}, .kind = email_sent});
    record_each(all, 6, 13, {.at = {4}, .kind = activity::customer});
    record_each(all, 14, 63, {.at = {5}, .kind = email_sent});
    record_each(all, 14, 15, {.at = {6}, .kind = activity::customer});
    const auto steps = all.board<of_facts<conversion_at_touch>>().value();
    CHECK(steps[0] == share{5, 100});
    CHECK(steps[1] == share{8, 80});
    CHECK(steps[2] == share{2, 50});
    CHECK_FALSE(steps[3].has_value());
}

TEST_CASE("X7, X8: prospects tried, and attempts for each that was called") {
    told_of all;
    record_each(all, 1, 800, {.at = {1}, .kind = call}, 2);
    record_each(all, 1, 400, {.at = {2}, .kind = no_answer});
    record_each(all, 900, 950, {.at = {3}, .kind = email_sent}); // not called
    const auto b = all.board<of_facts<attempts_per_prospect, prospects_tried>>();
    CHECK(b.get<attempts_per_prospect>().value() == 2.5);
    CHECK(b.get<attempts_per_prospect>().n == 800);
    CHECK(b.get<prospects_tried>().n == 851);
}

} // namespace
} // namespace kpi::test
