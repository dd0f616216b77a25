// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/rep_story.hpp>
#include <kpi/sales/reps.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/scorecard/team.hpp>
#include <kpi/statistics/skew.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

TEST_CASE("A37: switches for each active hour") {
    crowd<rep_story> team;
    instant t = at({2026, 3, 2}, 9);
    const auto act = [&](activity kind, medium channel, std::int64_t after) {
        t.seconds += after;
        team.record(1, {.at = t, .kind = kind, .channel = channel, .rep = 1});
    };
    act(call, medium::phone, 0);
    act(call, medium::phone, 1200);
    act(email_sent, medium::email, 1200);
    act(call, medium::phone, 1200);
    act(social_touch, medium::social, 1200);
    act(email_sent, medium::email, 1200);
    act(email_sent, medium::email, 1200);
    using board = of_facts<context_switches>;
    CHECK(team.board<board>().value() == rate<std::uint64_t>{4, 7200}); // 4 switches in 6 steps, 2 hours
    CHECK(team.board<board>().value().per(3600) == 2);
    act(email_opened, medium::social, 10);            // not the rep's act
    act(call, medium::phone, 3601);                   // after a gap of more than an hour
    act(email_sent, medium::email, 86400 - 6 * 3600); // after midnight
    CHECK(team.board<board>().value().happened == 4);
}

TEST_CASE("two reps who take turns switch nothing: each has steps of their own") {
    crowd<rep_story> team;
    for (std::int64_t i = 0; i < 10; ++i)
        team.record(static_cast<std::uint64_t>(i % 2),
                    {.at = {i * 60}, .kind = call, .channel = i % 2 == 0 ? medium::phone : medium::video});
    CHECK(team.board<of_facts<context_switches>>().value().happened == 0);
}

} // namespace
} // namespace kpi::test
