// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/values.hpp"
#include <kpi/accumulator/distinct_dense.hpp>

#include <doctest/doctest.h>

#include <set>

namespace kpi::test {
namespace {

using u32 = std::uint32_t;
using seventy = distinct_dense<70>;

static_assert(state<seventy> && seventy::keeps == law::exact && !seventy::retractable);
static_assert(sizeof(distinct_dense<1>) == 8 && sizeof(distinct_dense<32>) == 8 &&
              sizeof(distinct_dense<33>) == 12);
static_assert(sizeof(distinct_dense<100'000>) == 12'504);

constexpr bool counts_each_id_once() {
    seventy s;
    for (const u32 id : {3u, 69u, 3u, 0u, 32u, 3u})
        s.record(opaque(id));
    expect(s.value() == cardinality{4} && !s.value().estimated());
    expect(s.contains(69) && s.contains(opaque(0u)) && !s.contains(1) && !s.contains(70));
    s.record(opaque(5u), 0); // no event
    s.record(opaque(6u), 9);
    expect(s.value().n == 5 && !s.contains(5));
    s.reset();
    expect(s == seventy{} && s.value() == cardinality{});
    return true;
}
static_assert(counts_each_id_once());
TEST_CASE("each id is counted once, however often it comes") { CHECK(counts_each_id_once()); }

constexpr bool an_id_past_the_end_is_counted_apart() {
    seventy s;
    s.record(opaque(70u));
    s.record(opaque(~u32{0}), 3);
    expect(s.value().n == 0 && s.other() == 4);
    s.record(opaque(71u), ~u32{0});
    expect(is_saturated(s.other()));
    return true;
}
static_assert(an_id_past_the_end_is_counted_apart());
TEST_CASE("an event whose id is past the end is counted in other") {
    CHECK(an_id_past_the_end_is_counted_apart());
}

TEST_CASE("dense ids agree with a set of them") {
    random r{1};
    for (const auto &stream : streams(300, r)) {
        distinct_dense<257> s;
        std::set<u32> ids;
        u32 other = 0;
        for (const u32 id : stream) {
            s.record(id);
            if (id < 257)
                ids.insert(id);
            else
                ++other;
        }
        CHECK(s.value().n == ids.size());
        CHECK(s.other() == other);
    }
}

TEST_CASE("dense ids keep the exact law") {
    keeps_its_law<seventy>([](random &r) { return r.pick<u32>(80); }, [](u32 id) { return id; });
    takes_alike_events_at_once<seventy>([](random &r) { return r.pick<u32>(80); });
}

TEST_CASE("an id that has more bits than those that are counted was not seen") {
    distinct_dense<40> d;
    d.record(opaque(5u));
    CHECK(d.contains(5));
    CHECK_FALSE(d.contains((std::uint64_t{1} << 32) + 5));
    CHECK_FALSE(d.contains(-5));
}

} // namespace
} // namespace kpi::test
