// SPDX-License-Identifier: MIT
// Saturation reaches the reader: whatever counter of a board is full, each figure that depends on it says so,
// or is absent. One board of each kind of metric, in counters of 8 bits; one kind of event after the other is
// recorded until all that it counts in is full, sums of 64 bits too.

#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/formula/customers.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/breakdown_metric.hpp>
#include <kpi/scorecard/cost_metric.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/derived_metric.hpp>
#include <kpi/scorecard/effort_metric.hpp>
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/furthest_metric.hpp>
#include <kpi/scorecard/grow.hpp>
#include <kpi/scorecard/growth_metric.hpp>
#include <kpi/scorecard/latest_metric.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/of_level_metric.hpp>
#include <kpi/scorecard/pace_metric.hpp>
#include <kpi/scorecard/price_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/rate_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/scorecard/score_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/step_measure_metric.hpp>
#include <kpi/scorecard/step_metric.hpp>
#include <kpi/scorecard/time_metric.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace kpi::test {
namespace {

enum class act : std::uint8_t { tried, opened, bought, slammed, came, left, returned };
constexpr auto every_act = {act::tried, act::opened, act::bought,  act::slammed,
                            act::came,  act::left,   act::returned};
enum class road : std::uint8_t { unknown, phone, door };

/// With all that a kind of metric reads.
struct event {
    instant at{1'700'000'000};
    act kind{};
    road channel{road::door};
    bool again{};
    std::uint32_t k{1}, touches{2}, quarters{3}, pace{500}, elapsed{60}, value{5}, units{4}, customer{7};
};

inline constexpr count_metric<act> counts{.name = "counts", .of = {act::opened, act::bought}};
inline constexpr proportion_metric<act> shares{.name = "shares",
                                               .part = act::bought,
                                               .whole = {act::bought, act::tried, act::left},
                                               .without = act::left,
                                               .open = act::opened};
inline constexpr proportion_metric<act> rests{
    .name = "rests", .part = act::bought, .whole = {act::bought, act::tried}, .complementary = true};
inline constexpr proportion_metric<act> of_those_given{
    .name = "of_those_given", .part = act::bought, .whole = act::tried, .given = "doors"};
inline constexpr ratio_metric<act> ratios{.name = "ratios", .a = act::slammed, .b = act::bought};
inline constexpr rate_metric<act> rates{.name = "rates", .of = act::tried, .given = "seconds"};
inline constexpr cost_metric<act> costs{.name = "costs", .of = act::bought, .given = "cost"};
inline constexpr score_metric<act> scores{.name = "scores",
                                          .favour = act::bought,
                                          .against = act::slammed,
                                          .answers = {act::bought, act::slammed, act::opened}};
inline constexpr growth_metric<act> grows{.name = "grows", .of = act::bought};
inline constexpr level_metric<event> stands{.name = "stands", .in = act::came, .out = act::left};
inline constexpr level_metric<event, member::value> is_worth{
    .name = "is_worth", .in = act::came, .out = act::left};
inline constexpr of_level_metric<event> leaves{.name = "leaves",
                                               .part = act::left,
                                               .in = act::came,
                                               .out = {act::left},
                                               .joined = act::opened,
                                               .undone = act::returned,
                                               .complementary = true};
inline constexpr of_level_metric<event, reads_as::ratio> buys{
    .name = "buys", .part = act::bought, .in = act::came, .out = act::left, .given = "customers"};
inline constexpr breakdown_metric<event, level<one_of_each, act>, counted<act>> places{
    .name = "places",
    .in = {level_of(event_set<act>{act::came}, event_set<act>{act::left}),
           counted{event_set<act>{act::opened}}},
    .labels = {"in", "opened"}};
inline constexpr band_metric<event, member::elapsed, 2> bands{
    .name = "bands", .of = act::bought, .edges = {10, 100}, .labels = {"short", "middle", "long"}};
inline constexpr step_metric<event, 2> steps{
    .name = "steps", .part = act::bought, .whole = act::tried, .names = {"at_1", "at_2"}};
inline constexpr furthest_metric<event, 2> furthest{
    .name = "furthest", .goal = act::bought, .of = act::tried, .open = act::opened};
inline constexpr step_measure_metric<mean, event, member::elapsed, 2> at_steps{.name = "at_steps",
                                                                               .of = act::bought};
inline constexpr effort_metric<event, road, 3> efforts{
    .name = "efforts", .of = {act::bought, act::left}, .channels = {"", "phone", "door"}};
inline constexpr engagement_metric<event> engages{.name = "engages", .of = act::bought};
inline constexpr pace_metric<event, member::elapsed> paces{
    .name = "paces", .of = act::opened, .during = act::bought};
inline constexpr price_metric<event, member::value, member::units> prices{.name = "prices",
                                                                          .of = act::bought};
inline constexpr latest_metric<event> latest_time{.name = "latest_time", .of = act::bought};
inline constexpr mean_metric<event, member::elapsed> means{.name = "means", .of = act::bought};
inline constexpr time_metric<mean, event> times{.name = "times", .of = act::bought};
inline constexpr total_metric<event, member::value> totals{.name = "totals", .of = act::bought};
inline constexpr extrema_metric<event, member::value> extremes{.name = "extremes", .of = act::bought};
inline constexpr quantiles_metric<event, member::value> ranks{.name = "ranks", .of = act::bought};
inline constexpr distinct_metric<event, member::customer> different{.name = "different", .of = act::bought};
inline constexpr derived_metric<event, sales::made_of::penetration, counts> derived{
    .name = "derived", .kind = "proportion", .given = "doors"};
inline constexpr derived_metric<event, sales::made_of::lead_cost, counts> derived_cost{
    .name = "derived_cost", .kind = "money", .given = "cost"};
inline constexpr derived_metric<event, sales::made_of::velocity, shares, means, means> derived_product{
    .name = "derived_product", .kind = "money", .given = "open"};

inline constexpr catalogue<counts, shares, rests, of_those_given, ratios, rates, costs, scores, stands,
                           is_worth, leaves, buys, places, bands, steps, furthest, at_steps, efforts, engages,
                           paces, prices, latest_time, means, times, totals, extremes, ranks, different,
                           derived, derived_cost, derived_product>
    kinds_of_metric{};

/// Calls f(key, value) for each figure of a metric, with what it needs besides.
template <const auto &M, class Board> void each_figure_of(const Board &board, auto &&f) {
    const auto tell = [&](const figure_info &info, const auto &value) {
        f(std::string{info.name} + '/' + std::string{info.label}, value);
    };
    if constexpr (Board::template readable<M>)
        board.template figures<M>(tell);
    else if constexpr (Board::template readable<M, instant>)
        board.template figures<M>(tell, instant{1'800'000'000});
    else
        board.template figures<M>(tell, 90);
}

constexpr bool says_so(const auto &value) {
    if constexpr (requires { value.saturated(); })
        return value.saturated() || !value.has_value();
    else
        return !value.has_value();
}

/// The same figure of another board, if it is there.
template <const auto &M, class Value, class Board>
std::optional<Value> same_figure(const Board &board, const std::string &key) {
    std::optional<Value> found;
    each_figure_of<M>(board, [&]<class V>(const std::string &its_key, const V &value) {
        if constexpr (std::same_as<V, Value>)
            if (its_key == key) found = value;
    });
    return found;
}

template <const auto &M> void says_when_a_counter_is_full() {
    using board = basic_scorecard<event, std::uint8_t, M>;
    for (const act full : every_act) {
        for (const road by : {road::door, road::phone}) {
            for (const std::uint32_t touches : {0u, 2u}) {
                board some, more, until_full;
                for (const act a : every_act)
                    for (const act again : every_act)
                        if (a <= again) some.record(event{.kind = a});
                const event one{.kind = full, .channel = by, .touches = touches};
                more = some;
                for (int i = 0; i < 3; ++i)
                    more.record(one);
                until_full.record(one);
                for (int i = 0; i < 80; ++i)
                    until_full += board{until_full};
                until_full += some;
                std::size_t figures = 0;
                each_figure_of<M>(until_full, [&]<class Value>(const std::string &key, const Value &value) {
                    ++figures;
                    CAPTURE(M.name);
                    CAPTURE(key);
                    CAPTURE(static_cast<int>(full));
                    const auto before = same_figure<M, Value>(some, key),
                               after = same_figure<M, Value>(more, key);
                    const bool depends = before != after;
                    const bool unchanged = before && *before == value;
                    CHECK((says_so(value) || (!depends && unchanged)));
                });
                CHECK(figures > 0);
            }
        }
    }
}

TEST_CASE("a figure that a full counter is in says so") {
    kinds_of_metric.for_each([]<const auto & M>() { says_when_a_counter_is_full<M>(); });
}

TEST_CASE("and so does growth, from one board to the next and across a window") {
    basic_scorecard<event, std::uint8_t, grows> before, now;
    before.record({.kind = act::bought}, 255);
    now.record({.kind = act::bought}, 3);
    CHECK(now.get_from<grows>(before).saturated());
    CHECK(before.get_from<grows>(now).saturated());

    over<days<1>, 93, basic_scorecard<event, std::uint8_t, counts>> window;
    const instant today{1'700'000'000};
    const auto ago = [&](std::int64_t days) { return instant{today.seconds - days * 86400}; };
    window.record({.at = ago(1), .kind = act::bought}, 7);
    window.record({.at = ago(2), .kind = act::bought}, 200);
    CHECK_FALSE(grow<counts>(window, today).saturated());
    CHECK_FALSE(grow_to_date<counts>(window, today).saturated());
    window.record({.at = ago(2), .kind = act::bought}, 200);
    CHECK(grow<counts>(window, today).saturated());
    CHECK(grow_to_date<counts>(window, today).saturated());
    const auto treated = before_and_after<counts>(window, today);
    CHECK(treated.saturated());
    // A count that nobody knows grew by nothing that anyone knows.
    CHECK_FALSE(formula::sales_lift(treated, treated).has_value());
    CHECK_FALSE(formula::relative_sales_lift(treated, treated).has_value());
}

constexpr bool a_level_that_is_full_stays_so_in_the_next_period() {
    scorecard<event, stands, leaves> before, now;
    before.record({.kind = act::left});
    for (int i = 0; i < 80; ++i)
        before += scorecard<event, stands, leaves>{before};
    before.record({.kind = act::came});
    now.record({.kind = act::came});
    expect(before.get<stands>().saturated()); // more left than anybody can count
    expect(now.get_after<stands>(before).saturated() && now.get_after<leaves>(before).saturated());
    return true;
}
static_assert(a_level_that_is_full_stays_so_in_the_next_period());
TEST_CASE("a level that is full stays so in the next period") {
    CHECK(a_level_that_is_full_stays_so_in_the_next_period());
}

constexpr bool a_count_is_widened_with_what_it_says() {
    expect(widened<std::uint64_t>(opaque(std::uint8_t{254})) == 254);
    expect(is_saturated(widened<std::uint64_t>(opaque(std::uint8_t{255}))));
    expect(widened<std::int64_t>(saturation<std::uint32_t>) == (std::numeric_limits<std::int64_t>::max)());
    expect(widened<std::int64_t>(saturation<std::uint64_t> - 1) ==
           (std::numeric_limits<std::int64_t>::max)());
    return true;
}
static_assert(a_count_is_widened_with_what_it_says());
TEST_CASE("a count is widened with what it says") { CHECK(a_count_is_widened_with_what_it_says()); }

TEST_CASE("every kind of metric is here") {
    const std::filesystem::path root{KPI_ROOT};
    std::ifstream file{root / "tests/property/saturation.test.cpp"};
    const std::string here{std::istreambuf_iterator<char>{file}, {}};
    std::size_t kinds = 0;
    for (const auto &entry : std::filesystem::directory_iterator{root / "include/kpi/scorecard"}) {
        const std::string name = entry.path().stem().string();
        if (!name.ends_with("_metric")) continue;
        ++kinds;
        CAPTURE(name);
        const std::string made = name == "measure_metric" ? "mean_metric<" : name + "<";
        CHECK(here.find("constexpr " + made) != std::string::npos);
    }
    CHECK(kinds > 15);
}

} // namespace
} // namespace kpi::test
