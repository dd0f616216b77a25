// SPDX-License-Identifier: MIT
// n events that are alike, at once, whatever integer n is: none, and fewer than none, change no state; more
// than a count can hold are the most that it holds, and it says so.

#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/kpi.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <memory>

namespace kpi::test {
namespace {

enum class act : std::uint8_t { tried, bought, left };

/// All that a word reads; what is negative or wide takes the leaves for that.
struct event {
    instant at{1'700'000'000};
    act kind{act::bought};
    std::uint32_t rep{1};
    std::uint64_t deal{1};
    std::uint32_t touches{2}, units{4};
    std::uint64_t customer{7};
    std::int64_t value{-5}, elapsed{-60};
    maybe<std::uint32_t> score{}, quarters{3};
};

template <auto Word> struct only {
    std::string_view name{"only"}, help{};
    using event = test::event;
    [[nodiscard]] constexpr auto observes() const { return std::array{Word}; }
    [[nodiscard]] static constexpr auto value(const auto &s) { return s; }
};
inline constexpr event_set<act> bought{act::bought};

inline constexpr count_metric<act> counts{.name = "counts", .of = bought};
inline constexpr level_metric<event, member::value> stands{.name = "stands", .in = bought, .out = act::left};
inline constexpr band_metric<event, member::units, 1> bands{
    .name = "bands", .of = bought, .edges = {10}, .labels = {"few", "many"}};
inline constexpr latest_metric<event> latest_time{.name = "latest_time", .of = bought};
inline constexpr total_metric<event, member::value> net_amount{.name = "net_amount", .of = bought};
inline constexpr total_metric<event, member::units> pieces{.name = "pieces", .of = bought};
inline constexpr mean_metric<event, member::value> wide{.name = "wide", .of = bought};
inline constexpr mean_metric<event, member::touches> narrow{.name = "narrow", .of = bought};
inline constexpr mean_metric<event, member::score> answers{.name = "answers", .of = bought};
inline constexpr mean_metric<event, member::quarters> quarters{.name = "quarters", .of = bought};
inline constexpr extrema_metric<event, member::value> extremes{.name = "extremes", .of = bought};
inline constexpr quantiles_metric<event, member::units> ranks{.name = "ranks", .of = bought};
inline constexpr distinct_metric<event, member::customer> different{.name = "different", .of = bought};
inline constexpr only<covariance_of<member::units, member::touches>(bought)> pairs{};
inline constexpr only<covariance_of<member::elapsed, member::touches>(bought)> pairs_that_do_not_fit{};

template <class Count>
using board_of = basic_scorecard<event, Count, counts, stands, bands, latest_time, net_amount, pieces, wide,
                                 narrow, answers, quarters, extremes, ranks, different>;
template <class Count> using pairs_of = basic_scorecard<event, Count, pairs>;
using board = board_of<std::uint32_t>;
using small = scorecard<event, counts, narrow>;

inline constexpr dimension rep{"rep", &event::rep};
inline constexpr dimension customer{"customer", &event::customer};

constexpr std::uint64_t beyond = (std::uint64_t{1} << 32) + 1;

/// Of a state that may be in use already. A sum of 64 bits holds more than the counts beside it.
template <class S> void takes_any_number(const auto &e, const S &before, bool has_a_sum) {
    constexpr auto most = saturation<typename S::count_type>;
    const auto after = [&](auto n) {
        auto s = std::make_unique<S>(before);
        s->record(e, n);
        return s;
    };
    CHECK(*after(0) == before);
    CHECK(*after(0u) == before);
    CHECK(*after(std::uint64_t{}) == before);
    CHECK(*after(-1) == before);
    CHECK(*after(std::numeric_limits<std::int64_t>::min()) == before);
    if (std::uint64_t{most} < beyond && !has_a_sum) {
        CHECK(*after(beyond) == *after(most));
        CHECK(*after(std::numeric_limits<std::int64_t>::max()) == *after(most));
    }
    CHECK(*after(3) == *after(std::int8_t{3}));
    CHECK(*after(3) == *after(std::uint64_t{3}));
}
template <class S> void takes_any_number(const auto &e, bool has_a_sum = false) {
    auto s = std::make_unique<S>();
    takes_any_number(e, *s, has_a_sum);
    s->record(e);
    takes_any_number(e, *s, has_a_sum);
}

TEST_CASE("no events change no leaf, and more than it can count are all that it can") {
    takes_any_number<tally<act, bought>>(act::bought);
    takes_any_number<tally<act, bought, std::uint64_t>>(act::bought);
    takes_any_number<total>(std::uint64_t{5});
    takes_any_number<net_total>(std::int64_t{-5});
    takes_any_number<mean>(5u);
    takes_any_number<wide_mean<>>(std::int64_t{-5});
    takes_any_number<extrema<>>(0u);
    takes_any_number<quantiles<16>>(5u);
    takes_any_number<distinct<64>>(5u);
    takes_any_number<distinct_dense<8>>(5u);
    takes_any_number<distinct_dense<8>>(9u);
    takes_any_number<top<4>>(5u);
    takes_any_number<covariance>(statistics::point{5u, 6u});
    takes_any_number<latest>(instant{0});
    takes_any_number<life_table<24, 4>>(case_course{30, 1, 0});
}

TEST_CASE("no events change no board") {
    takes_any_number<board>(event{}, true);
    takes_any_number<board>(event{.kind = act::left, .score = 5}, true);
    takes_any_number<scorecard<event, pairs>>(event{});
    takes_any_number<scorecard<event, pairs_that_do_not_fit>>(event{});
}

TEST_CASE("no events change no combinator") {
    takes_any_number<by<rep, 2, board>>(event{}, true);
    takes_any_number<by_key<customer, 8, small>>(event{});
    takes_any_number<over<days<1>, 2, small>>(event{});
    takes_any_number<beside<board, small>>(event{}, true);
    takes_any_number<from<[](const event &e) { return e; }, small>>(event{});
    takes_any_number<by_key<customer, 8, over<days<1>, 2, small>>>(event{});
    using fading = decayed<days<7>, basic_scorecard<event, std::uint64_t, counts>>;
    takes_any_number<fading>(event{});
    takes_any_number<by<rep, 2, fading>>(event{});
    takes_any_number<snapshot::migrated<board>>(event{}, true);
}

constexpr bool all_words_take_the_same_count() {
    const event e{.score = opaque(5u)};
    board_of<std::uint64_t> b;
    b.record(e, opaque(beyond));
    expect(b.get<counts>().n == beyond);
    expect(b.get<net_amount>() == net{0, 5 * beyond} && b.get<pieces>().n == 4 * beyond);
    expect(b.get<stands>().n == 0); // 5 * beyond went out
    // What cannot count so far says so.
    expect(b.get<wide>().saturated() && b.get<narrow>().saturated() && b.get<answers>().saturated());
    expect(b.get<ranks>().saturated() && is_saturated(b.get<bands>().in[0]));
    expect(b.get<different>().n == 1 && b.get<extremes>().minimum() == -5);
    board_of<std::uint64_t> untold;
    untold.record(event{}, opaque(beyond));
    expect(is_saturated(untold.untold<answers>()));
    pairs_of<std::uint64_t> p;
    p.record(e, opaque(beyond));
    expect(p.get<pairs>().saturated());
    return true;
}
static_assert(all_words_take_the_same_count());
TEST_CASE("all words take the same count, or say that they cannot") {
    CHECK(all_words_take_the_same_count());
}

} // namespace
} // namespace kpi::test
