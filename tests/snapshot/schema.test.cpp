// SPDX-License-Identifier: MIT
#include "snapshot/states.hpp"
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/snapshot/schema.hpp>
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

#include <set>

namespace kpi::test {
namespace {

using snapshot::schema;

template <class A, class B> inline constexpr bool alike = schema<A> == schema<B>;

inline constexpr proportion_metric<door> renamed{
    .name = "open_rate", .part = opened_rate.part, .whole = opened_rate.whole};
inline constexpr proportion_metric<door> of_other_kinds{
    .name = "opened_rate", .part = {door::opened}, .whole = {door::opened, door::knocked}};
inline constexpr proportion_metric<door> of_unlisted_kinds{
    .name = "opened_rate", .part = opened_rate.part, .whole = opened_rate.whole, .without = unlisted<door>};
inline constexpr proportion_metric<door> told_apart{.name = "opened_rate",
                                                    .part = opened_rate.part,
                                                    .whole = opened_rate.whole,
                                                    .unit = "parts",
                                                    .help = "What it is told as changes no count."};
inline constexpr ratio_metric<door> of_another_sort{
    .name = "opened_rate", .a = opened_rate.part, .b = opened_rate.whole};
struct in_the_last_street : in_the_first_street {};
inline constexpr proportion_metric<visit, in_the_last_street> under_another_condition{
    .name = "opened_in_the_first_street",
    .part = {door::opened, door::bought},
    .whole = {door::knocked, door::opened, door::bought}};
inline constexpr mean_metric<door, member::value> of_another_member{.name = "minutes_at_the_door",
                                                                    .of = minutes_at_the_door.of};
inline constexpr mean_metric<door, member::elapsed> of_another_kind{.name = "minutes_at_the_door",
                                                                    .of = {door::opened}};
inline constexpr mean_metric<door, member::elapsed> in_other_steps{
    .name = "minutes_at_the_door", .of = minutes_at_the_door.of, .step = 60};
inline constexpr total_metric<door, member::elapsed> of_another_leaf{.name = "minutes_at_the_door",
                                                                     .of = minutes_at_the_door.of};
inline constexpr count_metric<visit, at_most<member::elapsed>> within_an_hour{
    .name = "in_time", .of = {door::opened}, .where = {3600}};
inline constexpr count_metric<visit, at_most<member::elapsed>> within_a_day{
    .name = "in_time", .of = {door::opened}, .where = {86400}};

namespace rebuilt { // the same house, with two of its kinds in each other's place
enum class door : std::uint8_t { knocked = 0, bought = 1, opened = 2, slammed = 3 };
}
static_assert(static_cast<int>(door::opened) == 1 && static_cast<int>(door::bought) == 2);
inline constexpr event_set<door> bought_or_opened{door::opened, door::bought};
inline constexpr event_set<rebuilt::door> opened_or_bought{rebuilt::door::opened, rebuilt::door::bought};

template <const auto &M> using on_doors = scorecard<visit, M>;
using board = on_doors<opened_rate>;

TEST_CASE("the schema of a board is of its words, whatever metrics are made of them") {
    CHECK(alike<board, live<opened_rate, visit>>);
    CHECK(alike<board, on_doors<told_apart>>);
    CHECK(alike<board, on_doors<renamed>>);
    CHECK(alike<board, on_doors<of_another_sort>>);
    CHECK(
        alike<scorecard<visit, slams_per_sale, opened_rate>, scorecard<visit, opened_rate, slams_per_sale>>);
    CHECK_FALSE(alike<board, on_doors<of_other_kinds>>);
    CHECK_FALSE(alike<board, on_doors<of_unlisted_kinds>>);
    CHECK_FALSE(alike<board, scorecard<visit, opened_rate, slams_per_sale>>);
    CHECK_FALSE(alike<board, basic_scorecard<visit, std::uint16_t, opened_rate>>);
}

TEST_CASE("a metric with a condition or a state of its own is told apart by them") {
    CHECK_FALSE(alike<on_doors<opened_in_the_first_street>, on_doors<under_another_condition>>);
    CHECK_FALSE(alike<on_doors<minutes_at_the_door>, on_doors<of_another_member>>);
    CHECK_FALSE(alike<on_doors<minutes_at_the_door>, on_doors<of_another_kind>>);
    CHECK_FALSE(alike<on_doors<minutes_at_the_door>, on_doors<in_other_steps>>);
    CHECK_FALSE(alike<on_doors<minutes_at_the_door>, on_doors<of_another_leaf>>);
    CHECK_FALSE(alike<on_doors<within_an_hour>, on_doors<within_a_day>>);
}

// A word of somebody's own, which says nothing to a snapshot: its kinds are said for it.
struct houses_of {
    event_set<door> of{};
    template <class Event> using state = total;
    constexpr void record(total &s, const auto &e) const noexcept {
        if (of.contains(e.kind)) s.record(e.number);
    }
};
struct houses_metric {
    using event = visit;
    std::string_view name{"houses"}, help{"Their numbers, added up."};
    event_set<door> of{};
    constexpr std::array<houses_of, 1> observes() const { return {{{of}}}; }
    static constexpr auto value(const total &s) { return s.value(); }
};
inline constexpr houses_metric houses_opened{.of = {door::opened}};
inline constexpr houses_metric houses_bought{.of = {door::bought}};

TEST_CASE("a word of one's own is told apart by its kinds") {
    CHECK_FALSE(alike<on_doors<houses_opened>, on_doors<houses_bought>>);
}

struct halves_of_a_fortnight : fixed_period<7 * 86400> {
    static constexpr std::string_view name = "fortnight";
};
struct fortnight
    : fixed_period<14 * 86400, 7 * 86400> { // whose second one starts when that of the halves does
    static constexpr std::string_view name = "fortnight";
};
inline constexpr dimension road{"road", &visit::street};
inline constexpr event_set<door> other_answers{door::opened};
struct sidereal_time : around_the_clock {};
inline constexpr weekly_schedule mornings{.week = {{{{{8 * 60, 12 * 60}, {}}}}}};
inline constexpr weekly_schedule long_mornings{.week = {{{{{8 * 60, 13 * 60}, {}}}}}};
inline constexpr std::array<std::int32_t, 1> new_year{20454};
inline constexpr weekly_schedule mornings_of_2026{.week = mornings.week, .holidays = new_year};
struct visit_in_milliseconds : visit {
    struct point {
        struct duration {
            struct period {
                static constexpr std::int64_t num = 1, den = 1000;
            };
            std::int64_t n{};
            constexpr std::int64_t count() const { return n; }
        };
        duration d{};
        constexpr duration time_since_epoch() const { return d; }
    };
    point at{};
};
using milli_board = scorecard<visit_in_milliseconds, opened_rate>;
inline constexpr dimension milli_house{"house", &visit_in_milliseconds::number};

TEST_CASE("a combinator of other parameters has another schema") {
    CHECK_FALSE(alike<by<street, 8, board>, by<street, 9, board>>);
    CHECK_FALSE(alike<by<street, 8, board>, by<road, 8, board>>);
    CHECK_FALSE(alike<by<street, 8, board>, by<street, 8, on_doors<of_other_kinds>>>);
    CHECK_FALSE(alike<by_key<house, 8, board>, by_key<house, 16, board>>);
    CHECK_FALSE(alike<by_key<house, 8, board, 4>, by_key<house, 8, board, 2>>);
    CHECK_FALSE(alike<by_key<house, 8, board>, by<house, 8, board>>);
    CHECK_FALSE(alike<over<days<1>, 7, board>, over<days<2>, 7, board>>);
    CHECK_FALSE(alike<over<days<7>, 7, board>, over<weeks, 7, board>>);
    CHECK_FALSE(alike<over<days<1>, 7, board>, over<days<1>, 8, board>>);
    CHECK_FALSE(alike<over<fortnight, 7, board>, over<halves_of_a_fortnight, 7, board>>);
    CHECK_FALSE(alike<over<calendar_month, 7, board>, over<calendar_quarter, 7, board>>);
    CHECK_FALSE(alike<decayed<days<7>, wide_board>, decayed<days<8>, wide_board>>);
    CHECK_FALSE(
        alike<between<knocks, answers, house, 8, board>, between<knocks, other_answers, house, 8, board>>);
    CHECK_FALSE(alike<between<answers, knocks, house, 8, board>, between<knocks, answers, house, 8, board>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board>, between<knocks, answers, street, 8, board>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board>, between<knocks, answers, house, 16, board>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board>,
                      between<knocks, answers, house, 8, board, sidereal_time>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board, business_time<mornings>>,
                      between<knocks, answers, house, 8, board, business_time<long_mornings>>>);
    CHECK(alike<between<knocks, answers, house, 8, board, business_time<mornings>>,
                between<knocks, answers, house, 8, board, business_time<mornings_of_2026>>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board>,
                      between<knocks, answers, milli_house, 8, milli_board>>);
    CHECK_FALSE(alike<between<knocks, answers, house, 8, board>,
                      between<knocks, answers, house, 8, board, around_the_clock, 8>>);
}

TEST_CASE("a leaf of other parameters has another schema") {
    CHECK_FALSE(alike<quantiles<>, quantiles<64>>);
    CHECK_FALSE(alike<quantiles<16, std::uint16_t>, quantiles<16, std::uint32_t>>);
    CHECK_FALSE(alike<quantiles<>, quantiles<128, std::uint32_t, std::uint16_t>>);
    CHECK_FALSE(alike<distinct<16, 8>, distinct<17, 8>>);
    CHECK_FALSE(alike<distinct<16, 8>, distinct<16, 9>>);
    CHECK_FALSE(alike<distinct<16, 8>, distinct<16, 8, std::uint16_t>>);
    CHECK_FALSE(alike<distinct_dense<10>, distinct_dense<11>>);
    CHECK_FALSE(alike<top<8>, top<9>>);
    CHECK_FALSE(alike<top<8>, top<8, std::uint64_t>>);
    CHECK_FALSE(alike<extrema<std::uint32_t>, extrema<std::int32_t>>);
    CHECK_FALSE(alike<life_table<24, 10>, life_table<12, 10>>);
    CHECK_FALSE(alike<life_table<24, 10>, life_table<24, 11>>);
    CHECK_FALSE(alike<life_table<24, 10>, life_table<24, 10, 3>>);
    CHECK_FALSE(alike<life_table<24, 10>, life_table<24, 10, 2, std::uint16_t>>);
    CHECK_FALSE(alike<two_stream_evidence<1>, two_stream_evidence<1, 2>>);
    CHECK_FALSE(alike<two_stream_evidence<1>, two_stream_evidence<2, 1>>);
    CHECK_FALSE(alike<two_stream_evidence<1>, two_stream_evidence<1, 1, float>>);
    CHECK_FALSE(alike<tally<door, knocks>, tally<door, answers>>);
    CHECK_FALSE(alike<tally<door, knocks>, tally<door, knocks, std::uint16_t>>);
    static_assert(bought_or_opened.bits == opened_or_bought.bits);
    CHECK_FALSE(alike<tally<door, bought_or_opened>, tally<rebuilt::door, opened_or_bought>>);
}

TEST_CASE("the lower half of a schema is of what stands around the boards, and not of their words") {
    const auto around = [](std::uint64_t whole) { return static_cast<std::uint32_t>(whole); };
    CHECK(around(schema<by<street, 8, board>>) == around(schema<by<street, 8, on_doors<of_other_kinds>>>));
    CHECK(around(schema<by<street, 8, board>>) != around(schema<by<street, 9, board>>));
    CHECK(around(schema<by<street, 8, board>>) != around(schema<over<days<1>, 8, board>>));
    CHECK(around(schema<scorecard<visit, opened_rate>>) !=
          around(schema<scorecard<sales::touch, sales::win_rate>>)); // another vocabulary
}

TEST_CASE("every state of the library has a schema of its own") {
    std::set<std::uint64_t> all;
    std::size_t n = 0;
    for_each_state([&]<class State>(std::string_view) { all.insert(schema<State>), ++n; });
    CHECK(all.size() == n);
}

TEST_CASE("a schema is the same on every machine, and for ever: snapshots hold it") {
    CHECK(schema<mean> == 13794854990120435193u);
    CHECK(schema<shared_board> == 3204252888588153947u);
    CHECK(schema<waiting> == 5542318987061178014u);
    CHECK(schema<scorecard<sales::touch, sales::win_rate, sales::reply_rate>> == 10864340441561981094u);
}

} // namespace
} // namespace kpi::test
