// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/core/count.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/derived_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr dimension house{"house", &visit::number};
inline constexpr count_metric<door> bought{.name = "bought", .of = door::bought};
inline constexpr total_metric<visit, member::value> taken{.name = "taken", .of = door::bought};

struct what_is_left {
    constexpr ratio<std::int64_t> operator()(const auto &money, const auto &n, std::int64_t fee) const {
        return {static_cast<std::int64_t>(money.n) - fee * static_cast<std::int64_t>(n.n), 1};
    }
};
inline constexpr derived_metric<visit, what_is_left, taken, bought> left_after_fees{
    .name = "left_after_fees", .kind = "money", .given = "fee", .help = "What is left after fees."};
struct cost_of_one {
    constexpr ratio<std::int64_t> operator()(const auto &n, std::int64_t cost) const {
        return {cost, static_cast<std::int64_t>(n.n)};
    }
};
inline constexpr derived_metric<visit, cost_of_one, bought> cost_per_buyer{
    .name = "cost_per_buyer", .kind = "money", .given = "cost", .help = "What a buyer costs."};

using board = scorecard<visit, left_after_fees, opened_rate, bought>;
constexpr visit sale(std::uint32_t number, std::uint32_t value) {
    return {.kind = door::bought, .number = number, .at = {86400}, .value = value};
}

constexpr bool a_board_holds_the_parts_once() {
    static_assert(sizeof(board) == sizeof(scorecard<visit, opened_rate, taken>)); // bought counts in them
    static_assert(sizeof(scorecard<visit, left_after_fees, taken>) == sizeof(live<left_after_fees>));
    static_assert(!board::metrics::contains<taken> && board::retractable && board::keeps == law::exact);
    board b;
    expect(b.get<left_after_fees>(1) == ratio<std::int64_t>{0, 1});
    b.record(sale(1, opaque(50u)));
    b.record(sale(2, 30), 2);
    expect(b.get<left_after_fees>(5) == ratio<std::int64_t>{95, 1});
    expect(b.get<bought>().n == 3 && b.get<opened_rate>() == proportion<std::uint32_t>{3, 3});
    expect(b.retract(sale(1, 50)) && b.get<left_after_fees>(5) == ratio<std::int64_t>{50, 1});
    return true;
}
static_assert(a_board_holds_the_parts_once());
TEST_CASE("a board holds the parts, each once, and nothing for the metric itself") {
    CHECK(a_board_holds_the_parts_once());
}

constexpr bool what_it_needs_is_known() {
    static_assert(board::readable<left_after_fees, int>);
    static_assert(!board::readable<left_after_fees>);
    static_assert(!board::readable<left_after_fees, int, int>);
    static_assert(board::readable<bought>);
    return true;
}
static_assert(what_it_needs_is_known());
TEST_CASE("a board knows what has to be given") { CHECK(what_it_needs_is_known()); }

constexpr bool groups_are_pooled_before_the_formula() {
    by<house, 8, scorecard<visit, cost_per_buyer, left_after_fees>> houses;
    houses.record(sale(1, 50), 4);
    houses.record(sale(2, 10));
    houses.record({.kind = door::bought, .number = opaque(3u), .value = 1});
    expect(houses.total().get<cost_per_buyer>(90) == ratio<std::int64_t>{90, 6}); // the cost is not added up
    expect(houses.total().get<left_after_fees>(2) == ratio<std::int64_t>{199, 1});
    return true;
}
static_assert(groups_are_pooled_before_the_formula());
TEST_CASE("of groups the parts are added up, and no figure given is") {
    CHECK(groups_are_pooled_before_the_formula());
}

constexpr bool a_window_reads_it_too() {
    over<days<1>, 3, live<left_after_fees>> window;
    window.record(sale(1, opaque(20u)));
    expect(window.get<left_after_fees>(instant{86400}, 3) == ratio<std::int64_t>{17, 1});
    return true;
}
static_assert(a_window_reads_it_too());
TEST_CASE("a window reads it as any other metric") { CHECK(a_window_reads_it_too()); }

TEST_CASE("the law is that of the parts") {
    keeps_its_law<board>(
        [](random &r) {
            return visit{.kind = static_cast<door>(r.below(5)), .value = r.pick<std::uint32_t>(100)};
        },
        [](const visit &v) { return v.value; });
}

} // namespace
} // namespace kpi::test
