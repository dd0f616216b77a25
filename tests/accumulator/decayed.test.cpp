// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

namespace kpi::test {
namespace {

using board = basic_scorecard<visit, std::uint64_t, opened_rate, slams_per_sale, opened_in_the_first_street>;
using form = decayed<days<64>, board>; // a sixty-fourth of a half-life is a day
inline constexpr dimension number{"number", &visit::number};

static_assert(form::keeps == law::within_a_bound && !form::retractable && form::scale == 65536);
static_assert(sizeof(form) == sizeof(board) + 16 + 4 * sizeof(std::uint32_t));

constexpr visit on(std::int64_t day, door kind = door::opened, std::int64_t second = 0) {
    return {.kind = opaque(kind), .at = {opaque(day) * 86400 + second}};
}
constexpr std::uint64_t weight(const form &f) { return f.get<opened_rate>().whole; }
constexpr std::int64_t begin = 64 * 300;

constexpr bool an_event_weighs_more_the_later_it_is_in_a_half_life() {
    // 65536 * 2^((d + 1/2) / 64), in the middle of each day.
    constexpr std::uint64_t of_day[]{65892, 66609, 67335, 68068};
    for (std::int64_t d = 0; d < 4; ++d) {
        form first, last;
        first.record(on(begin + d));
        last.record(on(begin + d, door::opened, 86399));
        expect(weight(first) == of_day[d] && first == last);
    }
    form f;
    f.record(on(begin + 63));
    expect(weight(f) == 130364); // nearly twice
    f.reset();
    expect(f == form{});
    return true;
}
static_assert(an_event_weighs_more_the_later_it_is_in_a_half_life());
TEST_CASE("an event weighs more the later it comes, and twice as much after a half-life") {
    CHECK(an_event_weighs_more_the_later_it_is_in_a_half_life());
}

constexpr bool what_was_fades() {
    form f;
    f.record(on(begin));
    for (int i = 0; i < 15; ++i)
        f.record(on(begin, door::knocked));
    expect(f.get<opened_rate>().per(10000) == 625); // of one time: a rate as always
    f.record(on(begin + 64));                       // weighs as much as two of them
    f.record(on(begin + 64, door::knocked));
    expect(f.get<opened_rate>() == proportion<std::uint64_t>{65892 + 32946, 2 * 65892 + 16 * 32946});
    expect(f.seen() == 18 && f.faded() == 0);
    return true;
}
static_assert(what_was_fades());
TEST_CASE("what was half a year ago weighs less than what is") { CHECK(what_was_fades()); }

constexpr bool what_comes_late_weighs_what_it_would_have() {
    form f;
    f.record(on(begin, door::knocked));
    f.record(on(begin - 64));
    expect(f.get<opened_rate>().part == 65892 / 2);
    f.record(on(begin - 16 * 64)); // a sixty-five-thousandth
    expect(f.get<opened_rate>().part == 65892 / 2 + 1 && f.faded() == 0);
    f.record(on(begin - 17 * 64 + 63)); // later in an earlier half-life
    f.record(on(begin - 1'000'000));
    expect(f.get<opened_rate>().part == 65892 / 2 + 1 && f.faded() == 2 && f.seen() == 5);
    return true;
}
static_assert(what_comes_late_weighs_what_it_would_have());
TEST_CASE("what comes late weighs what it would have, and nothing after 17 half-lives") {
    CHECK(what_comes_late_weighs_what_it_would_have());
}

constexpr bool after_a_long_silence_nothing_is_left() {
    for (const std::int64_t silence : {18, 63, 64, 65, 1000, 100'000}) {
        form f;
        for (int i = 0; i < 3; ++i)
            f.record(on(begin));
        f.record(on(begin + 64 * opaque(silence), door::slammed));
        expect(weight(f) == 0 && !f.get<opened_rate>().has_value());
        expect(f.get<slams_per_sale>().a == 65892 && f.seen() == 4);
    }
    return true;
}
static_assert(after_a_long_silence_nothing_is_left());
TEST_CASE("after a long silence nothing is left of what was") {
    CHECK(after_a_long_silence_nothing_is_left());
}

constexpr bool the_ends_of_time_are_times_like_others() {
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                           high = std::numeric_limits<std::int64_t>::max();
    form f;
    f.record({.kind = opaque(door::opened), .at = {low}});
    expect(weight(f) >= form::scale && weight(f) < 2 * form::scale);
    f.record(on(-1));
    expect(weight(f) == 130364); // the last day before 1970
    f.record({.kind = opaque(door::opened), .at = {high}});
    expect(weight(f) >= form::scale && weight(f) < 2 * form::scale && f.seen() == 3);
    for (std::int64_t day = 0; day < 64; ++day) { // no day of 1970 is one of the last half-life
        form late = f;
        late.record(on(day));
        expect(late.faded() == 1);
    }
    f.record(on(begin));
    expect(f.faded() == 1);
    return true;
}
static_assert(the_ends_of_time_are_times_like_others());
TEST_CASE("the ends of time are times like others, and so are those before 1970") {
    CHECK(the_ends_of_time_are_times_like_others());
}

TEST_CASE("weights saturate and do not wrap") {
    form f;
    f.record(on(begin));
    int i = 0; // the landmark, two counts of events, and then the weights
    visit_fields(f, [&](auto &field) {
        if constexpr (sizeof(field) == 8) field = ~std::uint64_t{} - 65892;
        ++i;
    });
    f.record(on(begin));
    CHECK(weight(f) == ~std::uint64_t{});
    f.record(on(begin));
    CHECK(f.get<opened_rate>().saturated());
    form twice = f;
    twice += f;
    CHECK(weight(twice) == ~std::uint64_t{});
}

template <class T> struct seen_at {
    door kind{};
    T at{};
};
/// The weight, in 65536ths, of one event.
template <class HalfLife, class T> constexpr std::uint64_t weight_of(T t) {
    decayed<HalfLife, basic_scorecard<seen_at<T>, std::uint64_t, opened_rate>> f;
    f.record({opaque(door::opened), t});
    return f.template get<opened_rate>().whole;
}
constexpr bool any_time_point_will_do() {
    namespace chrono = std::chrono;
    using chrono::sys_days;
    // Noon of the 33rd of 64 days, in any ticks.
    const instant noon{(opaque(begin) + 32) * 86400 + 43200};
    constexpr std::uint64_t half = 93185; // 65536 * 2^((32 + 1/2) / 64)
    const auto near = [](std::uint64_t w) { return w > half - 8 && w < half + 8; };
    expect(near(weight_of<days<64>>(noon)));
    expect(near(weight_of<days<64>>(basic_instant<std::int32_t>{static_cast<std::int32_t>(noon.seconds)})));
    expect(near(weight_of<days<64>>(basic_instant<std::uint32_t>{static_cast<std::uint32_t>(noon.seconds)})));
    expect(near(weight_of<days<64>>(sys_days{chrono::days{begin + 32}})));
    expect(near(weight_of<days<64>>(chrono::sys_time<chrono::nanoseconds>{chrono::seconds{noon.seconds}})));
    // A half-life that is no whole number of ticks: day 30 is hour 720, 20 hours into the 21st 35 hours.
    expect(weight_of<hours<35>>(sys_days{chrono::days{opaque(30)}}) ==
           weight_of<hours<35>>(instant{720 * 3600}));
    expect(weight_of<weeks>(basic_instant<std::uint32_t>{opaque(0u)}) == weight_of<weeks>(instant{0}));
    constexpr std::int32_t low = std::numeric_limits<std::int32_t>::min();
    expect(weight_of<weeks>(basic_instant<std::int32_t>{opaque(low)}) == weight_of<weeks>(instant{low}));
    return true;
}
static_assert(any_time_point_will_do());
TEST_CASE("any time point will do, and any half-life") {
    CHECK(any_time_point_will_do());
    for (int d = -1000; d < 1000; ++d) {
        CAPTURE(d);
        const std::uint64_t w = weight_of<hours<35>>(std::chrono::sys_days{std::chrono::days{d}});
        REQUIRE(w == weight_of<hours<35>>(instant{std::int64_t{d} * 86400}));
        REQUIRE((w > 65536 && w < 2 * 65536));
    }
}

TEST_CASE("a tick finer than a second weighs what its second does, whatever came before it") {
    namespace chrono = std::chrono;
    using milliseconds = chrono::sys_time<chrono::milliseconds>;
    using fine = decayed<hours<35>, basic_scorecard<seen_at<milliseconds>, std::uint64_t, opened_rate>>;
    using coarse = decayed<hours<35>, basic_scorecard<seen_at<instant>, std::uint64_t, opened_rate>>;
    random r{5};
    fine f;
    coarse c;
    std::int64_t clock = -40'000'000; // milliseconds: before 1970, and then behind it
    for (int i = 0; i < 20'000; ++i) {
        clock += r.pick<std::int64_t>(10'000);
        const std::int64_t at = i % 7 == 0 ? clock - r.pick<std::int64_t>(300'000'000) : clock;
        const auto kind = r.pick<std::uint64_t>(2) == 0 ? door::opened : door::knocked;
        const milliseconds t{chrono::milliseconds{at}};
        f.record({kind, t});
        c.record({kind, instant{chrono::floor<chrono::seconds>(t).time_since_epoch().count()}});
        REQUIRE(f.get<opened_rate>() == c.get<opened_rate>());
    }
    CHECK(f.seen() == c.seen());
    CHECK(f.faded() == c.faded());
}

constexpr bool parts_are_brought_to_one_time() {
    form early, late;
    early.record(on(begin));
    late.record(on(begin + 64, door::knocked));
    late.record(on(begin + 3 * 64, door::knocked));
    form a = early, b = late;
    a += late;
    b += early;
    expect(a == b);
    expect(a.get<opened_rate>() == proportion<std::uint64_t>{65892 / 8, 65892 / 8 + 65892 / 4 + 65892});
    expect(a.seen() == 3);
    b = late;
    b += form{};
    form c;
    c += late;
    expect(b == late && c == late);
    c += c;
    expect(c.get<opened_rate>().whole == 2 * late.get<opened_rate>().whole && c.seen() == 4);
    return true;
}
static_assert(parts_are_brought_to_one_time());
TEST_CASE("parts are brought to one time before they are merged") { CHECK(parts_are_brought_to_one_time()); }

constexpr bool where_the_last_event_fell_is_not_believed_for_long() {
    form late;
    late.record(on(begin + 64));
    form merged;
    merged.record(on(begin));
    merged += late; // the newest half-life is another now
    form in_order;
    in_order.record(on(begin)), in_order.record(on(begin + 64));
    merged.record(on(begin)), in_order.record(on(begin));
    expect(merged == in_order && weight(merged) == 65892 + 32946 + 32946);

    form written;
    written.record(on(begin));
    std::array<std::uint64_t, sizeof(form) / 4> kept{};
    std::size_t i = 0, j = 0;
    visit_fields(late, [&](const auto &field) { kept[i++] = static_cast<std::uint64_t>(field); });
    visit_fields(written, [&](auto &field) {
        field = static_cast<std::remove_reference_t<decltype(field)>>(kept[j++]);
    });
    written.record(on(begin)), late.record(on(begin));
    expect(written == late && weight(late) == 65892 + 32946);
    return true;
}
static_assert(where_the_last_event_fell_is_not_believed_for_long());
TEST_CASE("a merge, and what is written from outside, move the newest half-life") {
    CHECK(where_the_last_event_fell_is_not_believed_for_long());
}

/// A half-life that reaches past an end of a 32-bit clock would meet the other end there.
template <class Rep> constexpr bool the_ends_of_a_clock_do_not_meet() {
    using limits = std::numeric_limits<Rep>;
    using seen = seen_at<basic_instant<Rep>>;
    for (const bool upwards : {false, true}) {
        decayed<weeks, basic_scorecard<seen, std::uint64_t, opened_rate>> f;
        const Rep low = static_cast<Rep>(limits::min() + 5), high = static_cast<Rep>(limits::max() - 5);
        f.record({opaque(door::opened), {upwards ? low : high}});
        f.record({opaque(door::opened), {upwards ? high : low}});
        const auto weight = f.template get<opened_rate>().whole; // of the one at the high end
        expect(weight >= 65536 && weight < 2 * 65536 && f.faded() == (upwards ? 0u : 1u));
    }
    return true;
}
static_assert(the_ends_of_a_clock_do_not_meet<std::int32_t>());
static_assert(the_ends_of_a_clock_do_not_meet<std::uint32_t>());
TEST_CASE("the ends of a clock of 32 bits do not meet") {
    CHECK(the_ends_of_a_clock_do_not_meet<std::int32_t>());
    CHECK(the_ends_of_a_clock_do_not_meet<std::uint32_t>());
}

template <class Decayed> void batches_are_their_events(std::int64_t pace) {
    random r{17};
    for (int run = 0; run < 20; ++run) {
        std::vector<visit> events(500);
        std::int64_t clock = 64 * 86400 * (300 + run) - 500 * pace / 2; // half-lives begin within
        for (visit &v : events) {
            v = any_visit(r);
            v.at = {clock += r.pick<std::int64_t>(static_cast<std::uint64_t>(pace)) + pace / 2};
        }
        Decayed one_by_one, at_once;
        one_by_one.record(events[0]), at_once.record(events[0]);
        if (run % 2 != 0) { // near the end of what is counted
            const auto nearly_full = [](auto &field) {
                if constexpr (sizeof(field) == 8) field = ~std::uint64_t{} - 2'000'000;
            };
            visit_fields(one_by_one, nearly_full), visit_fields(at_once, nearly_full);
        }
        for (const visit &v : events)
            one_by_one.record(v);
        at_once.record(std::span<const visit>{events});
        REQUIRE(at_once == one_by_one);
    }
}
TEST_CASE("a batch is its events, many of which weigh the same") {
    for (const std::int64_t pace : {1, 50, 2000, 40'000}) {
        batches_are_their_events<form>(pace);
        batches_are_their_events<decayed<hours<35>, board>>(pace);
        batches_are_their_events<decayed<weeks, by<street, 64, board>>>(pace);
    }
}

const auto by_number = [](const visit &v) { return v.number; };

TEST_CASE("decayed keeps its law: identity, batches, empty is zero") {
    keeps_its_law<form>(any_visit, by_number);
    keeps_its_law<decayed<days<1>, board>>(any_visit, by_number);
    keeps_its_law<decayed<weeks, by<street, 4, board>>>(any_visit, by_number, {.runs = 20});
    keeps_its_law<by<street, 4, decayed<weeks, board>>>(any_visit, by_number, {.runs = 20});
    keeps_its_law<by<street, 4, by_key<number, 8, decayed<days<1>, board>>>>(any_visit, by_number,
                                                                             {.runs = 10});
}

TEST_CASE("n events that are alike weigh n times as much, also in groups and where they come too late") {
    takes_alike_events_at_once<form>(any_visit);
    takes_alike_events_at_once<decayed<hours<35>, board>>(any_visit);
    takes_alike_events_at_once<by<street, 4, decayed<weeks, board>>>(any_visit);
    form f;
    f.record(on(begin));
    f.record(on(begin - 64 * 20), 3);
    CHECK(f.faded() == 3);
    CHECK(f.seen() == 4);
}

TEST_CASE("the walk leads through to the board inside") {
    decayed<days<7>, by<street, 4, board>> f;
    f.record({.kind = door::opened, .street = 2});
    int boards = 0;
    f.walk([&](const board &b, const label &where) {
        ++boards;
        CHECK(where.key == 2);
        CHECK(b.get<opened_rate>().whole > 65536);
    });
    CHECK(boards == 1);
    CHECK(f.weighted()[2].get<opened_rate>().part > 65536);
}

} // namespace
} // namespace kpi::test
