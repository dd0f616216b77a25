// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/values.hpp"
#include <kpi/accumulator/top.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace kpi::test {
namespace {

using u8 = std::uint8_t;
using u32 = std::uint32_t;
using entry = top<4>::entry;

static_assert(state<top<4>> && top<4>::keeps == law::within_a_bound && !top<4>::retractable);
static_assert(sizeof(top<16>) == 16 * 12 + (kpi::detail::words_in_vectors<u32, 16> ? 16 : 4));
static_assert(sizeof(top<8, u8, u8>) == 8 * 3 + 1);

constexpr bool is_exact_while_there_are_entries() {
    top<4> t;
    for (const u32 id : {5u, 3u, 5u, 9u, 3u, 5u, 0u})
        t.record(opaque(id));
    expect(t.entries().size() == 4 && t.total() == 7);
    expect(t.entries()[0] == entry{5, 3, 0} && t.entries()[1] == entry{3, 2, 0});
    expect(t.entries()[2] == entry{0, 1, 0} && t.entries()[3] == entry{9, 1, 0}); // equal ones by their ids
    expect(t.find(3)->count == 2 && !t.find(opaque(7u)) && top<4>{}.entries().empty());
    expect(t.certain(1) && t.certain(2) && t.certain(3) && t.certain(4) && !t.certain(5));
    t.record(opaque(9u), 0); // no event
    expect(t.total() == 7 && t.find(9)->count == 1);
    t.reset();
    expect(t == top<4>{} && t.certain(0) && !t.certain(1) && !t.find(0));
    return true;
}
static_assert(is_exact_while_there_are_entries());
TEST_CASE("the most frequent ids, exactly, while each has an entry") {
    CHECK(is_exact_while_there_are_entries());
}

constexpr bool a_new_id_takes_over_the_last_entry() {
    top<2> t;
    t.record(opaque(1u), 10);
    t.record(2, 3);
    t.record(opaque(3u)); // was it 2 that came 3 times, or one that had no entry then?
    expect(t.entries()[1] == top<2>::entry{3, 4, 3} && t.entries()[1].guaranteed() == 1);
    expect(t.least() == 4 && t.total() == 14 && !t.find(2));
    expect(t.certain(1) && !t.certain(2));
    t.record(opaque(3u), 7);
    expect(t.entries()[0] == top<2>::entry{3, 11, 3} && !t.certain(1)); // 8 to 11 are not surely more than 10
    return true;
}
static_assert(a_new_id_takes_over_the_last_entry());
TEST_CASE("an id that finds no entry takes over the last one, and what was counted there") {
    CHECK(a_new_id_takes_over_the_last_entry());
}

constexpr bool merging_counts_what_may_have_been_missed() {
    top<2> a, b;
    a.record(opaque(1u), 5);
    a.record(2, 4);
    b.record(3, 6);
    top<2> sum = a;
    sum += b; // b had an entry left: 1 and 2 never came there
    expect(sum.entries()[0] == top<2>::entry{3, 10, 4} && sum.entries()[1] == top<2>::entry{1, 5, 0});
    b.record(2, 1);
    sum = a;
    sum += b;
    expect(sum.entries()[0] == top<2>::entry{3, 10, 4} && sum.entries()[1] == top<2>::entry{1, 6, 1});
    expect(sum.total() == 16);
    sum += sum;
    expect(sum.total() == 32 && sum.find(3)->count == 20);
    return true;
}
static_assert(merging_counts_what_may_have_been_missed());
TEST_CASE("a merge counts what may have been missed") { CHECK(merging_counts_what_may_have_been_missed()); }

constexpr bool a_saturated_count_stays_and_says_at_least() {
    top<2, u8, u8> t;
    t.record(opaque(u8{1}), 200);
    t.record(2, 254);
    t.record(1, 100);
    expect(is_saturated(t.total()) && is_saturated(t.entries()[0].count) && t.entries()[0].id == 1);
    expect(t.certain(1));
    t.record(opaque(u8{2}), 1);
    expect(!t.certain(1)); // at least 255 and at least 255
    return true;
}
static_assert(a_saturated_count_stays_and_says_at_least());
TEST_CASE("a saturated count stays, and nothing is certain behind it") {
    CHECK(a_saturated_count_stays_and_says_at_least());
}

// ---- the bound

template <std::size_t K> void holds_its_bound(const top<K> &t, const std::map<u32, u32> &truth, u32 total) {
    REQUIRE(t.total() == total);
    REQUIRE(std::uint64_t{t.least()} * K <= total);
    REQUIRE(std::ranges::is_sorted(t.entries(), [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
    }));
    for (const auto &known : truth) {
        const u32 id = known.first, count = known.second;
        CAPTURE(id);
        if (const auto e = t.find(id)) {
            REQUIRE(e->guaranteed() <= count);
            REQUIRE(count <= e->count);
            REQUIRE(e->over <= t.least());
        } else {
            REQUIRE(count <= t.least());
        }
    }
    const auto entries = t.entries();
    for (std::size_t n = 1; n <= entries.size(); ++n)
        if (t.certain(n)) {
            std::map<u32, u32> behind = truth;
            u32 fewest = ~u32{0};
            for (const auto &e : std::span{entries}.first(n)) {
                fewest = std::min(fewest, truth.at(e.id));
                behind.erase(e.id);
            }
            for (const auto &other : behind)
                REQUIRE(other.second <= fewest);
        }
    if (truth.size() <= K) {
        REQUIRE(t.entries().size() == truth.size());
        for (const auto &e : t.entries())
            REQUIRE(e == typename top<K>::entry{e.id, truth.at(e.id), 0});
    }
}

/// Few ids often and many seldom; or each as often as any, in turn, which is the worst for the entries.
u32 skewed(random &r) { return static_cast<u32>(std::countr_zero(r() | (1u << 20))) * 64 + r.pick<u32>(3); }

template <std::size_t K> void every_split_and_merge_holds_the_bound(auto next) {
    for (int run = 0; run < 60; ++run) {
        const auto seed = static_cast<std::uint64_t>(run) * 31 + K;
        CAPTURE(seed);
        random r{seed};
        std::vector<top<K>> parts(1 + r.pick<std::size_t>(6));
        std::map<u32, u32> truth;
        u32 total = 0;
        for (std::uint64_t n = r.below(600); n > 0; --n) {
            const u32 id = next(r, n), times = r.below(8) == 0 ? 5u : 1u;
            parts[r.pick<std::size_t>(parts.size())].record(id, times);
            truth[id] += times;
            total += times;
        }
        while (parts.size() > 1) { // any merge tree
            const auto i = r.pick<std::size_t>(parts.size() - 1);
            REQUIRE(merged(parts[i], parts.back()) == merged(parts.back(), parts[i]));
            parts[i] += parts.back();
            parts.pop_back();
        }
        holds_its_bound(parts[0], truth, total);
    }
}

TEST_CASE("every id is within the bound, however the stream is split and merged") {
    const auto skew = [](random &r, std::uint64_t) { return skewed(r); };
    const auto in_turn = [](random &, std::uint64_t n) { return static_cast<u32>(n % 9); };
    const auto alike = [](random &r, std::uint64_t) { return r.pick<u32>(12); };
    const auto new_ones = [](random &, std::uint64_t n) { return static_cast<u32>(n); };
    every_split_and_merge_holds_the_bound<1>(skew);
    every_split_and_merge_holds_the_bound<8>(skew);
    every_split_and_merge_holds_the_bound<8>(in_turn);
    every_split_and_merge_holds_the_bound<8>(alike);
    every_split_and_merge_holds_the_bound<8>(new_ones);
    every_split_and_merge_holds_the_bound<12>(alike); // as many entries as ids: exact
}

TEST_CASE("a state that is read goes on as if it had been recorded, and so does one in another order") {
    random r{7};
    std::map<u32, u32> truth;
    top<8> whole;
    for (u32 n = 1; n <= 500; ++n) {
        const u32 id = r.pick<u32>(30);
        ++truth[id];
        whole.record(id);
        top<8> read, ordered;
        std::vector<u32> fields;
        visit_fields(std::as_const(whole), [&](u32 field) { fields.push_back(field); });
        std::size_t i = 0;
        read.record(any_value<u32>(r)); // and is overwritten
        visit_fields(read, [&](u32 &field) { field = fields[i++]; });
        REQUIRE(read == whole);

        const auto entries = whole.entries(); // as they were written once
        for (i = 0; i < entries.size(); ++i)
            fields[3 * i] = entries[i].id, fields[3 * i + 1] = entries[i].count,
                       fields[3 * i + 2] = entries[i].over;
        i = 0;
        visit_fields(ordered, [&](u32 &field) { field = fields[i++]; });
        holds_its_bound(ordered, truth, n);

        const u32 next = r.pick<u32>(30);
        auto after = truth;
        ++after[next];
        read.record(next), ordered.record(next);
        holds_its_bound(ordered, after, n + 1);
        REQUIRE(read == [&] {
            auto same = whole;
            same.record(next);
            return same;
        }());
    }
}

TEST_CASE("every number of entries, of every width, does the same") {
    const auto compare = [](auto entries) {
        constexpr std::size_t K = entries();
        random r{K};
        const auto same = [](const auto &a, const auto &b) {
            return a.id == b.id && a.count == b.count && a.over == b.over;
        };
        top<K, u32, u32> narrow;
        top<K, std::uint64_t, std::uint64_t> wide;
        top<K, std::uint16_t, u32> plain;
        for (int n = 0; n < 600; ++n) {
            const auto id = static_cast<std::uint16_t>(r.below(4) == 0 ? r.below(1000) : r.below(K + 3));
            const u32 times = r.below(9) == 0 ? 3u : 1u;
            narrow.record(id, times), wide.record(id, times), plain.record(id, times);
            REQUIRE(std::ranges::equal(narrow.entries(), plain.entries(), same));
            REQUIRE(std::ranges::equal(narrow.entries(), wide.entries(), same));
        }
        for (int n = 0; n < 200; ++n) { // until all are saturated, and on
            const auto id = static_cast<std::uint16_t>(r.below(2 * K));
            narrow.record(id, u32{1} << 31), plain.record(id, u32{1} << 31);
            REQUIRE(std::ranges::equal(narrow.entries(), plain.entries(), same));
        }
    };
    [&]<std::size_t... K>(std::index_sequence<K...>) {
        (compare(std::integral_constant<std::size_t, K + 1>{}), ...);
    }
    (std::make_index_sequence<20>{});
    compare(std::integral_constant<std::size_t, 63>{});
    compare(std::integral_constant<std::size_t, 64>{});
    compare(std::integral_constant<std::size_t, 65>{});
}

TEST_CASE("saturated counts are still bounds") {
    for (int run = 0; run < 60; ++run) {
        CAPTURE(run);
        random r{static_cast<std::uint64_t>(run)};
        top<4, u32, u8> a, b;
        std::map<u32, u32> truth;
        for (int n = 0; n < 400; ++n) {
            const u32 id = r.pick<u32>(6);
            const u8 times = r.pick<u8>(4);
            (r.below(2) == 0 ? a : b).record(id, times);
            truth[id] += times;
        }
        a += b;
        for (const auto &e : a.entries()) {
            REQUIRE(e.guaranteed() <= truth.at(e.id));
            REQUIRE((is_saturated(e.count) || truth.at(e.id) <= e.count));
        }
    }
}

TEST_CASE("what came in more than one of K events has an entry") {
    random r{1};
    top<10> t;
    for (int i = 0; i < 10'000; ++i)
        t.record(r.below(9) == 0 ? 42u : 1000u + r.pick<u32>(5000));
    REQUIRE(t.find(42));
    CHECK(t.entries()[0].id == 42);
}

TEST_CASE("top keeps its law") {
    keeps_its_law<top<8>>([](random &r) { return skewed(r); }, [](u32 id) { return id; });
    keeps_its_law<top<8>>(any_value<u32>, [](u32 id) { return id; });
    takes_alike_events_at_once<top<8>>([](random &r) { return r.pick<u32>(8); });
}

TEST_CASE("an id that has more bits than those that are counted is none of them") {
    top<4> t;
    t.record(opaque(5u));
    CHECK(t.find(5));
    CHECK(t.find(std::int8_t{5}));
    CHECK_FALSE(t.find((std::uint64_t{1} << 32) + 5));
    CHECK_FALSE(t.find(-5));
}

} // namespace
} // namespace kpi::test
