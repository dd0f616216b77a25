// SPDX-License-Identifier: MIT
// Every state of the library in one image, recorded, merged, read, written and read back, in times of 32
// bits: what it links is what firmware of this library can need. tests/firmware/check looks at its names.

#include "semihosting.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/covariance.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/distinct_dense.hpp>
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/latest.hpp>
#include <kpi/accumulator/life_table.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/accumulator/top.hpp>
#include <kpi/accumulator/total.hpp>
#include <kpi/accumulator/trailing.hpp>
#include <kpi/concurrency/published.hpp>
#include <kpi/export/json.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/scorecard/grow.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/team.hpp>
#include <kpi/snapshot/store.hpp>
#include <kpi/story/between.hpp>
#include <kpi/story/through.hpp>

#include <array>

namespace {

using namespace kpi;
using kpi::sales::activity;
using time = basic_instant<std::uint32_t>;

struct touch {
    time at{};
    activity kind{};
    sales::medium channel{};
    std::uint8_t source{}, grade{};
    std::uint16_t rep{}, location{}, product{};
    std::uint32_t prospect{}, lead{}, deal{}, customer{}, value{}, units{}, elapsed{}, touches{}, score{};

    friend constexpr bool operator==(const touch &, const touch &) = default;
};

std::uint32_t random = 1;
std::uint32_t any() { return (random = random * 1664525u + 1013904223u) >> 8; }
touch any_touch() {
    return {.at = {1'700'000'000u + any() % 8'000'000u},
            .kind = static_cast<activity>(any() % 60),
            .channel = static_cast<sales::medium>(any() % 8),
            .source = static_cast<std::uint8_t>(any()),
            .rep = static_cast<std::uint16_t>(any() % 9),
            .prospect = any() % 20,
            .lead = any() % 20,
            .deal = any() % 24,
            .customer = any() % 12,
            .value = any(),
            .units = any() % 9,
            .elapsed = any(),
            .touches = any() % 30,
            .score = any() % 11};
}

sales::fact any_fact() {
    sales::fact f{.at = {1'700'000'000 + std::int64_t{any() % 8'000'000u}},
                  .kind = static_cast<sales::outcome>(any() % 60),
                  .channel = static_cast<sales::medium>(any() % 8),
                  .again = any() % 2 == 0,
                  .k = any() % 9,
                  .touches = any() % 30,
                  .quarters = any() % 9,
                  .pace = any()};
    if (any() % 4 != 0) f.elapsed = any();
    if (any() % 4 != 0) f.value = any();
    f.customer = any() % 12;
    return f;
}

template <class T> void keep(const T &value) { __asm__ volatile("" : : "r"(&value) : "memory"); }

template <class Event> Event event() {
    if constexpr (std::same_as<Event, touch>)
        return any_touch();
    else if constexpr (std::same_as<Event, sales::fact>)
        return any_fact();
    else if constexpr (std::same_as<Event, instant>)
        return {std::int64_t{any()}};
    else if constexpr (std::same_as<Event, covariance::event>)
        return {any(), any()};
    else
        return static_cast<Event>(any());
}

/// Reads what can be read without floating point.
template <class T> void read(const T &x) {
    keep(x);
    if constexpr (requires { x.per(1000); }) keep(x.per(1000));
    if constexpr (requires { x.saturated(); }) keep(x.saturated());
    if constexpr (requires { x.coherent(); }) keep(x.coherent());
    if constexpr (requires { compare(x.exact(), x.exact()); })
        if (x.has_value()) keep(compare(x.exact(), x.exact()));
}

int failures = 0;
void check(bool holds) { failures += holds ? 0 : 1; }

// One at a time; a micro:bit only links them.
template <class State> State a;
template <class State> State b;
alignas(8) std::array<std::byte, 60'000> bytes;

template <class S> constexpr bool has_value() {
    if constexpr (requires { typename S::metrics; })
        return false; // a board: see read_board
    else
        return requires(const S &s) { s.value(); }
    &&!requires(const S &s) { s.counted(); }
    && // floating point
        !requires(const S &s) {
        s.correlation();
    };
}

template <class State> void use() {
    State &s = a<State>, &t = b<State>;
    for (int i = 0; i < 300; ++i) {
        s.record(event<typename State::event>());
        const auto more = event<typename State::event>();
        t.record(std::span{&more, 1});
    }
    if constexpr (State::retractable) {
        const auto e = event<typename State::event>();
        s.record(e);
        check(s.retract(e));
    }
    s += t;
    if constexpr (has_value<State>()) read(s.value());
    static_assert(snapshot::encoded_size_bound<State> <= bytes.size());
    const auto written = snapshot::encode(s, bytes);
    check(snapshot::decode(written, t) == snapshot::status::ok);
    check(s == t);
    check(snapshot::merge_from(written, s, t) == snapshot::status::ok);
    t.reset();
    check(t == State{});
}

template <class Board> void read_board(const Board &board) {
    Board::metrics::for_each([&]<const auto & M>() {
        const time now{1'708'000'000u};
        if constexpr (Board::template readable<M>)
            read(board.template get<M>());
        else if constexpr (Board::template readable<M, std::uint32_t>)
            read(board.template get<M>(any()));
        else if constexpr (Board::template readable<M, time>)
            keep(board.template get<M>(now));
        else if constexpr (Board::template readable<M, int, int>)
            keep(board.template get<M>(95, 100));
    });
}

template <const auto &List>
using board_of = typename decltype(List.template speaking<activity>())::template on<scorecard, touch>;
template <const auto &List>
using facts_of =
    typename decltype(List.template speaking<sales::outcome>())::template on<scorecard, sales::fact>;
template <class Board> void use_board() {
    use<Board>();
    read_board(a<Board>);
}

using board_of_one = live<sales::win_rate, touch>;
inline constexpr event_set starts{activity::mql};
inline constexpr event_set stops{activity::first_response};
touch itself(const touch &t) { return t; }
using weighted = basic_scorecard<touch, std::uint64_t, sales::win_rate>;

struct memory {
    static constexpr std::size_t program_unit = 8, erase_block = 512;
    std::array<std::byte, 4096> cells{};
    bool erase(std::size_t at) {
        for (std::size_t i = 0; i < erase_block; ++i)
            cells[at + i] = std::byte{0xff};
        return true;
    }
    bool program(std::size_t at, std::span<const std::byte, program_unit> unit) {
        for (std::size_t i = 0; i < program_unit; ++i)
            cells[at + i] = unit[i];
        return true;
    }
    bool read(std::size_t at, std::span<std::byte> into) {
        for (std::byte &byte : into)
            byte = cells[at++];
        return true;
    }
};
memory flash;
std::array<char, 4096> text;
snapshot::store<memory, board_of_one> store;
published<board_of_one> shown;

} // namespace

int run() {
    const time now{1'708'000'000u};
    use<total>();
    use<mean>();
    use<covariance>();
    use<latest>();
    use<life_table<24, 30>>();
    keep(a<life_table<24, 30>>.count());
    use<extrema<>>();
    read(a<extrema<>>.minimum());
    use<extrema<std::int64_t>>();
    use<quantiles<16>>();
    read(a<quantiles<16>>.quantile(95, 100)), read(a<quantiles<16>>.median()), keep(a<quantiles<16>>.rank(7));
    keep(a<quantiles<16>>.within(100));
    use<quantiles<8, std::uint64_t>>();
    use<distinct<64, 8>>();
    keep(a<distinct<64, 8>>.counted());
    use<distinct<16, 4, std::uint64_t>>();
    use<distinct_dense<100>>();
    keep(a<distinct_dense<100>>.contains(3));
    use<top<8>>();
    keep(a<top<8>>.entries()), keep(a<top<8>>.certain(3));

    use_board<board_of_one>();
    use_board<weighted>();
    use_board<board_of<sales::volume>>();
    use_board<board_of<sales::outreach>>();
    use_board<board_of<sales::talk>>();
    use_board<board_of<sales::revenue>>();
    use_board<board_of<sales::deals>>();
    use_board<board_of<sales::lead_times>>();
    use_board<board_of<sales::surveys>>();
    use_board<facts_of<sales::prospects>>();
    use_board<facts_of<sales::leads>>();
    use_board<facts_of<sales::deals>>();
    use_board<facts_of<sales::customers>>();
    use_board<facts_of<sales::reps>>();

    using team = by<sales::rep, 8, board_of_one>;
    use<team>();
    read(a<team>.total().value()), read(a<team>[3].value()), read(a<team>.other().value());
    keep(total_without_top<sales::deals_won>(by<sales::rep, 4, live<sales::deals_won, touch>>{}, 1));
    using people = by_key<sales::prospect, 16, board_of<sales::outreach>>;
    use<people>();
    keep(a<people>.find(3)), keep(a<people>.total());
    using hours_of_day = over<hours<1>, 24, board_of_one>;
    use<hours_of_day>();
    read(a<hours_of_day>.get<sales::win_rate>(now)), keep(a<hours_of_day>.last(3, now));
    keep(a<hours_of_day>.ago(2, now)), a<hours_of_day>.forget_after(now), keep(a<hours_of_day>.past());
    using months = over<calendar_month, 3, live<sales::deals_won, touch>>;
    use<months>();
    read(grow<sales::deals_won>(a<months>, now));
    use<over<weeks, 4, team>>();
    static trailing<sales::rep, 8, hours<1>, 24, board_of_one, 200> day;
    for (int i = 0; i < 300; ++i)
        day.record(any_touch());
    read(day.get<sales::win_rate>(3, now)), keep(day.total(now)), day.settle(now), day.forget_after(now);
    check(day.seen() == 300), day.reset();
    use<decayed<days<7>, weighted>>();
    read(a<decayed<days<7>, weighted>>.get<sales::win_rate>());
    using won_board = scorecard<touch, sales::deals_won, sales::win_rate, sales::sales_cycle_length>;
    using deals = through<sales::basic_deal_story<touch>, sales::deal, 16, won_board>;
    use<deals>();
    read_board(a<deals>.told()), keep(a<deals>.as_of(now)), keep(a<deals>.account()), keep(a<deals>.open());
    check(to_json(text, a<deals>.told()).complete());
    using speed = between<starts, stops, sales::lead, 16, live<sales::response_time, touch>>;
    use<speed>();
    keep(a<speed>.open_for(60, now)), a<speed>.give_up_before(now);
    use<from<itself, board_of_one>>();

    check(store.save(flash, a<board_of_one>));
    check(store.load(flash, b<board_of_one>) == snapshot::status::ok && a<board_of_one> == b<board_of_one>);
    shown.publish(a<board_of_one>);
    check(shown.read() == a<board_of_one> && shown.try_read(1) == a<board_of_one>);

    firmware::say("failures: "), firmware::say(static_cast<std::uint32_t>(failures)), firmware::say('\n');
    return failures;
}
