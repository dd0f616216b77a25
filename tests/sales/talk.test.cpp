// SPDX-License-Identifier: MIT
#include <kpi/sales/talk.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

TEST_CASE("X2: talk time, of calls that were picked up") {
    scorecard<touch, talk_time, talk_time_quantiles, live_talk_time, zero_second_pick_ups> b;
    b.record({.kind = picked_up, .elapsed = 292}, 132);
    b.record({.kind = picked_up, .elapsed = 403});
    b.record({.kind = no_answer, .elapsed = 30});
    CHECK(b.get<talk_time>().exact() == fraction<std::uint64_t>{38'947, 133, false});
    CHECK(b.get<talk_time_quantiles>(1, 2).low <= 292);
    CHECK(b.get<zero_second_pick_ups>().n == 0);
    CHECK_FALSE(b.get<live_talk_time>().has_value()); // by whom is not known
    b.record({.kind = conversation, .elapsed = 0});
    b.record({.kind = conversation}); // no duration is none of 0
    CHECK(b.get<zero_second_pick_ups>().n == 1);
    CHECK(b.get<live_talk_time>() == mean_value{0, 1});
}

} // namespace
} // namespace kpi::test
