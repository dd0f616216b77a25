// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/measured.hpp"
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/due_dates.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

/// `due` as a moment: a time, or a date alone.
struct promise {
    instant at{};
    activity kind{};
    std::uint32_t deal{};
    maybe<std::uint32_t> value{};
    moment due{};
    friend constexpr bool operator==(const promise &, const promise &) = default;
};
constexpr moment on_the(std::uint8_t day) { return {at({2024, 3, day}).seconds, true, true}; }
constexpr moment on_the(std::uint8_t day, int hour) {
    return {at({2024, 3, day}, hour).seconds, true, false};
}
constexpr instant march(std::uint8_t day) { return at({2024, 3, day}); }

using of_due_dates = of_facts<open_deals_due, open_value_due, overdue_deals, overdue_value, slipped_deals>;
using promises = crowd<basic_deal_story<promise>>;

TEST_CASE("open deals are due by the date named last, and overdue from the day after it on") {
    promises all;
    all.record(1, {march(1), opportunity, 1, 100, on_the(10)});
    all.record(2, {march(1), opportunity, 2, 200, on_the(12)});
    all.record(3, {march(1), opportunity, 3, 400, {}});
    all.record(2, {march(2), proposal_sent, 2, {}, on_the(20)});
    const auto as_of_the_end_of = [&](std::uint8_t day) {
        promises then = all;
        then.end(march(static_cast<std::uint8_t>(day + 1)));
        return then.board<of_due_dates>();
    };
    const auto due_today = as_of_the_end_of(10), past = as_of_the_end_of(11);
    CHECK(due_today.get<open_deals_due>().n == 2);
    CHECK(due_today.get<open_value_due>().value() == 300);
    CHECK(due_today.get<overdue_deals>().n == 0);
    CHECK(due_today.get<slipped_deals>().n == 1);
    CHECK(past.get<overdue_deals>().n == 1);
    CHECK(past.get<overdue_value>().value() == 100);
}

TEST_CASE("a due time is past on its own day, and a date that is named with a time is the same day") {
    promises all;
    all.record(1, {march(1), opportunity, 1, {}, on_the(10, 17)});
    all.record(2, {march(1), opportunity, 2, {}, on_the(10)});
    all.record(2, {march(2), proposal_sent, 2, {}, on_the(10, 17)});
    all.record(2, {march(3), proposal_sent, 2, {}, on_the(10)});
    all.end(march(11));
    const auto b = all.board<of_due_dates>();
    CHECK(b.get<overdue_deals>().n == 1);
    CHECK(b.get<slipped_deals>().n == 0);
}

TEST_CASE("a settled deal is neither due nor overdue, and slips no more") {
    promises all;
    all.record(1, {march(1), opportunity, 1, {}, on_the(2)});
    all.record(1, {march(5), deal_won, 1, {}, on_the(9)});
    all.end(march(20));
    CHECK(all.board<of_due_dates>() == of_due_dates{});
}

} // namespace
} // namespace kpi::test
