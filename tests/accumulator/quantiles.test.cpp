// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/values.hpp"
#include "support/wide.hpp"
#include <kpi/accumulator/quantiles.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace kpi::test {
namespace {

using u8 = std::uint8_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;

static_assert(state<quantiles<>> && quantiles<>::keeps == law::exact && quantiles<>::retractable);
static_assert(sizeof(quantiles<>) == 6'912);                     // better than 0.8 % over 32 bits
static_assert(sizeof(quantiles<128, u64>) == 15'104);            // the same over 64
static_assert(sizeof(quantiles<32, u32, std::uint16_t>) == 928); // 3 %, for firmware
static_assert(sizeof(quantiles<256, u8, u8>) == 256);            // each value has its counter

constexpr bool tells_quantiles_by_nearest_rank() {
    quantiles q;
    for (const u32 x : {15u, 20u, 35u, 40u, 50u})
        q.record(opaque(x));
    expect(q.count() == 5);
    expect(q.quantile(5, 100).value() == 15.0 && q.quantile(30, 100).value() == 20.0);
    expect(q.quantile(40, 100).value() == 20.0 && q.quantile(50, 100).value() == 35.0);
    expect(q.quantile(1, 1).value() == 50.0 && q.quantile(0, 1).value() == 15.0);
    expect(q.median() == quantile<u32>{35, 35, 5, false});
    q.record(opaque(35u), 2);
    q.record(36u);
    expect(q.median().value() == 35.0);
    expect(q.retract(opaque(35u)) && q.retract(35u) && q.retract(35u) && !q.retract(35u));
    expect(q.median().value() == 36.0);
    return true;
}
static_assert(tells_quantiles_by_nearest_rank());
TEST_CASE("quantiles by nearest rank, exact below OneIn") { CHECK(tells_quantiles_by_nearest_rank()); }

constexpr bool the_median_of_an_even_number_is_between_two() {
    quantiles q;
    q.record(opaque(1u));
    q.record(opaque(4u));
    expect(q.median() == quantile<u32>{2, 3, 2, false} && q.median().value() == 2.5);
    q.record(opaque(0xffffffffu), 2);
    expect(q.median().low <= 0x80000001u && q.median().high >= 0x80000001u); // (4 + 2^32 - 1) / 2
    quantiles<> far;
    far.record(opaque(10u));
    far.record(opaque(20u));
    expect(far.median() == quantile<u32>{15, 15, 2, false});
    return true;
}
static_assert(the_median_of_an_even_number_is_between_two());
TEST_CASE("the median of an even number of values is the mean of the two middle ones") {
    CHECK(the_median_of_an_even_number_is_between_two());
}

constexpr bool few_values_have_no_outer_quantiles() {
    quantiles q;
    q.record(opaque(10u));
    expect(q.median().too_few && q.median().value() == 10.0);
    q.record(opaque(20u), 2);
    expect(q.quantile(95, 100).too_few && q.quantile(95, 100).value() == 20.0);
    expect(q.quantile(5, 100).too_few && !q.median().too_few && !q.quantile(1, 2).too_few);
    expect(!q.quantile(0, 1).too_few && !q.quantile(1, 1).too_few); // the ends are what they are
    q.record(opaque(30u), 16);
    expect(q.quantile(95, 100).too_few);
    q.record(opaque(40u));
    expect(!q.quantile(95, 100).too_few && q.quantile(95, 100).value() == 30.0); // one of twenty is above
    expect(q.quantile(951, 1000).too_few);
    return true;
}
static_assert(few_values_have_no_outer_quantiles());
TEST_CASE("few values have no outer quantiles: no p95 of 3") { CHECK(few_values_have_no_outer_quantiles()); }

constexpr bool what_is_not_defined_is_absent() {
    const quantiles<4> empty;
    expect(!empty.median().has_value() && !empty.quantile(1, 2).has_value() && empty.count() == 0);
    expect(empty.median() == quantile<u32>{} && empty.quantile(1, 2) == quantile<u32>{});
    expect(empty.rank(opaque(7u)) == bounds<u64>{} && !empty.within(7).low.has_value());
    quantiles<4> one;
    one.record(opaque(3u));
    expect(!one.quantile(3, 2).has_value() && !one.quantile(0, 0).has_value());
    expect(!one.quantile(opaque(-1), 2).has_value() && !one.quantile(1, opaque(-2)).has_value());
    expect(one.quantile(opaque(std::uint64_t{1} << 33), std::uint64_t{1} << 34).has_value());
    return true;
}
static_assert(what_is_not_defined_is_absent());
TEST_CASE("of no values there is no quantile, and no share of more than all") {
    CHECK(what_is_not_defined_is_absent());
}

constexpr bool the_share_within_a_limit_is_certain_on_an_edge() {
    quantiles<8> q; // 8, 9 are told together, and so are 14 and 15
    for (u32 x = 0; x < 20; ++x)
        q.record(opaque(x));
    expect(quantiles<8>::edge(7) == 7 && quantiles<8>::edge(opaque(8u)) == 9 && quantiles<8>::edge(9) == 9);
    expect(q.rank(9) == bounds<u64>{10, 10} && q.rank(opaque(8u)) == bounds<u64>{8, 10});
    expect(q.within(9).certain() && q.within(9).low == proportion<u64>{10, 20});
    expect(!q.within(8).certain() && q.within(8).low.per(100) == 40 && q.within(8).high.per(100) == 50);
    expect(q.within(opaque(~u32{0})).low == proportion<u64>{20, 20});
    expect(q.rank(0) == bounds<u64>{1, 1});
    return true;
}
static_assert(the_share_within_a_limit_is_certain_on_an_edge());
TEST_CASE("the share within a limit is certain on the edge of a bucket, and bounded elsewhere") {
    CHECK(the_share_within_a_limit_is_certain_on_an_edge());
}

constexpr bool a_limit_is_any_whole_number() {
    quantiles<8, u8> q;
    q.record(opaque(u8{0})), q.record(opaque(u8{255}));
    expect(q.rank(opaque(-1)) == bounds<u64>{0, 0} && q.within(-1).low == proportion<u64>{0, 2});
    expect(q.within(-1).certain() && q.within(opaque(0)).low == proportion<u64>{1, 2});
    expect(q.rank(opaque(256)) == bounds<u64>{2, 2} && q.within(u64{1} << 32).low == proportion<u64>{2, 2});
    expect(q.edge(opaque(-1)) == 0 && q.edge(256) == 255);
    return true;
}
static_assert(a_limit_is_any_whole_number());
TEST_CASE("a limit may be any whole number: nothing is below 0, all is below what no value reaches") {
    CHECK(a_limit_is_any_whole_number());
}

constexpr bool what_is_saturated_is_absent() {
    quantiles<4, u8, u8> q;
    q.record(opaque(u8{1}), 254);
    q.record(u8{3}, 2);
    expect(q.median().value() == 1.0 && !q.saturated());
    q.record(u8{1}, 9);
    expect(q.saturated() && q.median().saturated() && !q.median().has_value());
    expect(q.median() == quantile<u8>{0, 0, ~u64{0}, false} && q.quantile(1, 2) == q.median());
    expect(!q.quantile(1, 2).has_value() && q.quantile(1, 2).saturated() && !q.within(3).low.has_value());
    expect(q.rank(0) == bounds<u64>{0, 0} && q.rank(3) == bounds<u64>{257, ~u64{0}}); // at least 255 of 1
    expect(!q.retract(u8{1}) && q.retract(u8{3}));
    return true;
}
static_assert(what_is_saturated_is_absent());
TEST_CASE("where a count is saturated, what depends on it is absent") {
    CHECK(what_is_saturated_is_absent());
}

constexpr bool counts_of_64_bits_do_not_overflow() {
    quantiles<4, u32, u64> q;
    q.record(1u, opaque(u64{1} << 62));
    q.record(2u, u64{1} << 62);
    q.record(3u, 1);
    expect(q.count() == (u64{1} << 63) + 1);
    expect(q.median().value() == 2.0 && q.quantile(1, 2).value() == 2.0);
    expect(q.quantile(0xffffffffu / 2, 0xffffffffu).value() == 1.0); // just below a half
    expect(q.quantile(0xfffffffeu, 0xffffffffu).value() == 2.0);
    return true;
}
static_assert(counts_of_64_bits_do_not_overflow());
TEST_CASE("ranks among 2^63 values are exact") { CHECK(counts_of_64_bits_do_not_overflow()); }

// ---- the buckets

template <class S> void buckets_tile_the_range() {
    using V = typename S::event;
    constexpr V most = (std::numeric_limits<V>::max)();
    static S s;
    std::size_t buckets = 0;
    for (V low = 0;; ++low) {
        const V high = S::edge(low);
        CAPTURE(low);
        REQUIRE(high >= low);
        REQUIRE(S::edge(high) == high);
        REQUIRE(S::edge(static_cast<V>(low + (high - low) / 2)) == high);
        s.record(low);
        REQUIRE(s.quantile(1, 1).low == low); // its bucket starts here
        REQUIRE(s.quantile(1, 1).high == high);
        REQUIRE(s.retract(high));
        ++buckets;
        low = high;
        if (low == most) break;
    }
    CHECK(buckets == S::buckets);
    CHECK(s == S{});
}

template <std::uint32_t OneIn, class V> void the_middle_is_off_by_one_in() {
    using S = quantiles<OneIn, V>;
    for (V low = 0;;) {
        const V high = S::edge(low);
        const auto middle = quantile<V>{low, high, 1, false}.exact();
        for (const V x : {low, high}) { // |middle - x| <= x / OneIn
            const wide a = middle.numerator, b = wide{x} * middle.denominator;
            CAPTURE(x);
            REQUIRE((a < b ? b - a : a - b) * OneIn <= b);
            if (x < OneIn) REQUIRE(a == b);
        }
        if (high == (std::numeric_limits<V>::max)()) break;
        low = static_cast<V>(high + 1);
    }
}

TEST_CASE("the buckets tile the whole range without a gap") {
    buckets_tile_the_range<quantiles<32>>();
    buckets_tile_the_range<quantiles<2>>();
    buckets_tile_the_range<quantiles<8, u64>>();
    buckets_tile_the_range<quantiles<16, std::uint16_t>>();
    buckets_tile_the_range<quantiles<256, u8>>();
    buckets_tile_the_range<quantiles<2, u8>>();
}

TEST_CASE("a value is told with a relative error of one in OneIn at most, and exactly below OneIn") {
    the_middle_is_off_by_one_in<128, u32>();
    the_middle_is_off_by_one_in<2, u32>();
    the_middle_is_off_by_one_in<1024, u32>();
    the_middle_is_off_by_one_in<128, u64>();
    the_middle_is_off_by_one_in<64, std::uint16_t>();
    the_middle_is_off_by_one_in<128, u8>();
}

// ---- against sorted values

template <class S> void agrees_with_sorted_values(std::size_t n) {
    using V = typename S::event;
    random r{n + 1};
    for (auto &stream : streams<V>(n, r)) {
        S s;
        s.record(stream);
        std::ranges::sort(stream);
        REQUIRE(s.count() == n);
        const auto holds = [&](const quantile<V> &q, std::size_t rank) {
            return q.low <= stream[rank - 1] && stream[rank - 1] <= q.high && S::edge(q.low) == q.high &&
                   q.n == n;
        };
        for (const u32 whole : {1u, 2u, 3u, 4u, 7u, 100u, 1000u})
            for (u32 part = 0; part <= whole; part += 1 + whole / 13) {
                const std::size_t rank = std::max<std::size_t>(1, (n * part + whole - 1) / whole);
                CAPTURE(part);
                CAPTURE(whole);
                REQUIRE(holds(s.quantile(part, whole), rank));
                const std::size_t shorter = std::min(part, whole - part);
                REQUIRE(s.quantile(part, whole).too_few == (shorter != 0 && n * shorter < whole));
            }
        const V a = stream[(n - 1) / 2], b = stream[n / 2];
        REQUIRE(2 * wide{s.median().low} <= wide{a} + b);
        REQUIRE(wide{a} + b <= 2 * wide{s.median().high});
        for (int i = 0; i < 50; ++i) {
            const V x = i < 25 ? any_value<V>(r) : stream[r.pick<std::size_t>(n)];
            const auto up_to = static_cast<u64>(std::ranges::upper_bound(stream, x) - stream.begin());
            const bounds<u64> rank = s.rank(x);
            REQUIRE(rank.low <= up_to);
            REQUIRE(up_to <= rank.high);
            if (S::edge(x) == x) REQUIRE(rank.certain());
            REQUIRE(s.within(x).low == proportion<u64>{rank.low, n});
            REQUIRE(s.within(x).high == proportion<u64>{rank.high, n});
        }
    }
}

TEST_CASE("quantiles, medians and ranks hold the sorted values' own") {
    for (const std::size_t n : {1u, 2u, 3u, 10u, 19u, 20u, 21u, 500u, 1001u}) {
        agrees_with_sorted_values<quantiles<>>(n);
        agrees_with_sorted_values<quantiles<2, u64>>(n);
        agrees_with_sorted_values<quantiles<256, u8>>(n);
    }
}

const auto by_value = [](auto x) { return x; };

TEST_CASE("quantiles keep the exact law, and take back what they recorded") {
    keeps_its_law<quantiles<>>(any_value<u32>, by_value, {.runs = 20, .events = 300});
    keeps_its_law<quantiles<16, u64>>(any_value<u64>, by_value, {.runs = 20, .events = 300});
    takes_alike_events_at_once<quantiles<8>>(any_value<u32>);
    takes_back_what_it_recorded<quantiles<8>>(any_value<u32>);
}
TEST_CASE("quantiles of narrow counts keep the exact law when they saturate") {
    keeps_its_law<quantiles<4, u8, u8>>([](random &r) { return r.pick<u8>(8); }, by_value,
                                        {.runs = 30, .events = 3000});
}

} // namespace
} // namespace kpi::test
