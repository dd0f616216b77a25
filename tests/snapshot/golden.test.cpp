// SPDX-License-Identifier: MIT
// Snapshots that version 1 wrote, kept for ever in tests/golden/v1/: whatever the machine, they are read, and
// what they were made of is written as the same bytes. Neither the files nor the streams here ever change;
// for a new state there is a new file, whose text a failing test prints.

#include "snapshot/frames.hpp"
#include "support/doors.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/covariance.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/distinct_dense.hpp>
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/latest.hpp>
#include <kpi/accumulator/life_table.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/accumulator/tally.hpp>
#include <kpi/accumulator/top.hpp>
#include <kpi/accumulator/total.hpp>
#include <kpi/accumulator/two_stream_evidence.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/codec.hpp>
#include <kpi/story/between.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace kpi::test {
namespace {

inline constexpr mean_metric<door, member::elapsed> seconds_inside{.name = "seconds_inside",
                                                                   .of = {door::opened, door::bought}};
inline constexpr dimension house{"house", &visit::number};
inline constexpr event_set<door> knocks{door::knocked};
inline constexpr event_set<door> answers{door::opened, door::slammed};

using board = scorecard<visit, opened_rate, slams_per_sale, opened_in_the_first_street, seconds_inside>;
using wide_board = basic_scorecard<visit, std::uint64_t, opened_rate>;
using narrow_board = basic_scorecard<visit, std::uint8_t, opened_rate>;

std::uint64_t number(std::uint64_t i) { return mix(i + 1); }
visit visit_of(std::uint64_t i) {
    return {.kind = static_cast<door>(i % 5),
            .street = static_cast<std::uint16_t>(i % 11),
            .number = static_cast<std::uint32_t>(i % 23),
            .at = {static_cast<std::int64_t>(i * 50'000) - 1'000'000},
            .elapsed = static_cast<std::uint32_t>(number(i) % 4000)};
}

template <class State> void holds(const std::string &name, const State &s) {
    CAPTURE(name);
    byte_list buffer(snapshot::encoded_size_bound<State>);
    const auto written = snapshot::encode(s, buffer);
    REQUIRE_FALSE(written.empty());

    std::string hex;
    for (std::size_t i = 0; i < written.size(); ++i) {
        constexpr const char *digits = "0123456789abcdef";
        const auto b = std::to_integer<unsigned>(written[i]);
        (hex += digits[b >> 4]) += digits[b & 15u];
        hex += i % 32 == 31 || i + 1 == written.size() ? '\n' : ' ';
    }
    std::ifstream file{std::string{KPI_ROOT} + "/tests/golden/v1/" + name + ".hex"};
    byte_list kept;
    for (unsigned b = 0; file >> std::hex >> b;)
        kept.push_back(static_cast<std::byte>(b));
    INFO("written today:\n", hex);
    CHECK(kept == byte_list(written.begin(), written.end()));
    State back{};
    CHECK(snapshot::decode(kept, back) == snapshot::status::ok);
    CHECK(back == s);
}

template <class State> void of_visits(const std::string &name, std::uint64_t n) {
    State s;
    for (std::uint64_t i = 0; i < n; ++i)
        s.record(visit_of(i));
    holds(name, s);
}
template <class State> void of_numbers(const std::string &name, std::uint64_t n) {
    State s;
    for (std::uint64_t i = 0; i < n; ++i)
        s.record(static_cast<typename State::event>(number(i)));
    holds(name, s);
}

TEST_CASE("leaves of version 1 are read on every machine") {
    tally<door, knocks | answers> doors;
    for (unsigned i = 0; i < 1000; ++i)
        doors.record(static_cast<door>(i % 4));
    holds("tally", doors);
    of_numbers<total>("total", 10);
    of_numbers<mean>("mean", 10);
    of_numbers<extrema<>>("extrema", 10);
    of_numbers<extrema<std::int64_t>>("extrema_signed", 10);
    of_numbers<quantiles<>>("quantiles", 50);
    of_numbers<distinct<64, 6>>("distinct_counted", 50);
    of_numbers<distinct<64, 6>>("distinct_estimated", 500);
    of_numbers<distinct<16, 4, std::uint64_t>>("distinct_64", 10);
    of_numbers<top<8>>("top", 10);
    distinct_dense<100> dense;
    for (std::uint32_t i = 0; i < 120; i += 7)
        dense.record(i);
    holds("distinct_dense", dense);
    latest last;
    last.record(instant{-5});
    holds("latest", last);
    covariance together;
    for (std::uint64_t i = 0; i < 10; ++i)
        together.record({static_cast<std::uint32_t>(number(i)), static_cast<std::uint32_t>(number(i) >> 32)});
    holds("covariance", together);
}

TEST_CASE("statistics of version 1 are read on every machine") {
    life_table<24, 10> table;
    two_stream_evidence<2> evidence;
    for (std::uint64_t i = 0; i < 200; ++i) {
        const auto draw = static_cast<std::uint32_t>(number(i) >> 32);
        table.record({draw % 300, static_cast<std::uint8_t>(i % 3), i % 7 == 0 ? draw % 50 : 0});
        evidence.record({i % 2 == 0, draw % (i % 2 == 0 ? 3 : 5) == 0});
    }
    holds("life_table", table);
    holds("two_stream_evidence", evidence);
}

TEST_CASE("boards and combinators of version 1 are read on every machine") {
    holds("board_empty", board{});
    of_visits<board>("board", 1000);
    of_visits<narrow_board>("board_8", 1000); // saturated
    of_visits<by<street, 8, board>>("by", 300);
    of_visits<by_key<house, 16, narrow_board>>("by_key", 300);
    of_visits<over<days<1>, 14, board>>("over", 100);
    of_visits<decayed<days<7>, wide_board>>("decayed", 300);
    of_visits<between<knocks, answers, house, 32, by<street, 4, board>>>("between", 300);
    of_visits<by<street, 4, over<calendar_month, 3, board>>>("by_over", 200);
}

TEST_CASE("a built-in board of version 1 is read on every machine") {
    scorecard<sales::touch, sales::win_rate, sales::reply_rate> deals;
    for (unsigned i = 0; i < 500; ++i)
        deals.record(
            {.kind = static_cast<sales::activity>(i % 60), .channel = static_cast<sales::medium>(i % 7)});
    holds("sales_board", deals);
}

} // namespace
} // namespace kpi::test
