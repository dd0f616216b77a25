// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/sales/activity.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/time_metric.hpp>

#include <doctest/doctest.h>

#include <string_view>

namespace kpi::test {
namespace {

enum class step : std::uint8_t { asked, answered };
struct dated_step {
    step kind{};
    std::uint32_t elapsed{};
    bool whole_day{};
};
struct timed_step {
    step kind{};
    std::uint32_t elapsed{};
};
inline constexpr mean_time_metric<dated_step> wait{.name = "wait", .of = {step::answered}};
inline constexpr time_quantiles_metric<dated_step> waits{.name = "waits", .of = {step::answered}};
inline constexpr mean_metric<timed_step, member::elapsed> plain_wait{.name = "wait", .of = {step::answered}};
constexpr std::uint32_t a_day = 86400;

/// Whether all figures of both say that people read them in days.
constexpr bool told_in_days(const scorecard<dated_step, wait, waits> &b) {
    bool all = true;
    const auto look = [&](const figure_info &info, const auto &) { all = all && info.whole_days; };
    b.figures<wait>(look), b.figures<waits>(look);
    return all;
}

constexpr bool times_count_and_dates_stand_beside() {
    scorecard<dated_step, wait, waits> b;
    expect(!b.get<wait>().has_value() && !b.get<waits>().has_value());
    b.record({step::answered, opaque(2 * a_day), true});
    b.record({step::answered, 4 * a_day, true});
    expect(b.get<wait>().per(1) == 3 * a_day && b.get<wait>().n == 2); // no pair has times
    expect(told_in_days(b));
    b.record({step::answered, 60, false});
    expect(b.get<wait>().per(1) == 60 && b.get<wait>().n == 1);
    expect(b.get<waits>(1, 1).high == 60 && !told_in_days(b));
    std::uint64_t beside = 0;
    b.figures<wait>([&](const figure_info &info, const auto &value) {
        if constexpr (requires { value.n; })
            if (info.name == std::string_view{"by_date"}) beside = value.n;
    });
    expect(beside == 2);
    expect(b.retract({step::answered, 60, false}));
    expect(b.get<wait>().n == 2);
    return true;
}
TEST_CASE("times are of pairs that have times; those of dates stand beside them, or for them") {
    CHECK(times_count_and_dates_stand_beside());
}
TEST_CASE("where no event can be a date alone, nothing is kept for one") {
    using board = scorecard<timed_step, wait>;
    static_assert(sizeof(board) == sizeof(scorecard<timed_step, plain_wait>));
    board b;
    CHECK_FALSE(b.value().has_value());
    b.record({step::answered, 60});
    CHECK(b.value().per(1) == 60);
}

} // namespace
} // namespace kpi::test
