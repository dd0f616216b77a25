// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/two_stream_evidence.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using evidence = two_stream_evidence<>;
using by_fives = two_stream_evidence<5, 10>;
using rate = evidence::rate;
static_assert(state<evidence> && sizeof(evidence) == 40);
static_assert(evidence::keeps == law::by_product && !evidence::retractable);

constexpr double log_20 = 2.995732273553991;

constexpr bool a_block_is_weighed_at_the_rates_before_it() {
    evidence e;
    expect(e.value() == 1.0 && e.waiting() == 0);
    e.record({false, opaque(true)});
    expect(e.waiting() == 1 && e.value() == 1.0 && e.a() == rate{});
    e.record({true, opaque(false)}); // the first block: nothing was known before it
    expect(e.waiting() == 0 && e.value() == 1.0 && e.a() == rate{1, 1} && e.b() == rate{0, 1});
    e.record({false, true});
    e.record({true, false}); // at 3/4 and 1/4, and 1/2 between them: (3/2) (3/2)
    expect(near(e.value(), 2.25, 1e-9) && e.value() <= 2.25);
    e.record({false, false});
    e.record({true, true}); // at 5/6 and 1/6: (1/3) (1/3)
    expect(near(e.value(), 0.25, 1e-9) && near(e.log_value(), -1.3862943611198906, 1e-9));
    two_stream_evidence<1, 2> uneven;
    for (int block = 0; block < 2; ++block) {
        uneven.record({false, opaque(true)});
        uneven.record({true, opaque(false)});
        uneven.record({true, opaque(false)});
    } // at 3/4 and 1/6, and (3/4 + 2/6) / 3 between them
    expect(near(uneven.value(), 3.533517522175369, 1e-9));
    return true;
}
static_assert(a_block_is_weighed_at_the_rates_before_it());
TEST_CASE("a block is weighed at the rates before it") { CHECK(a_block_is_weighed_at_the_rates_before_it()); }

constexpr bool a_block_takes_all_that_waits() {
    by_fives e;
    for (int i = 0; i < 8; ++i)
        e.record({false, opaque(i < 4)});
    for (int i = 0; i < 9; ++i)
        e.record({true, i < 3});
    expect(e.waiting() == 17 && e.a() == rate{});
    e.record({true, false});
    expect(e.waiting() == 0 && e.a() == rate{4, 8} && e.b() == rate{3, 10});
    return true;
}
static_assert(a_block_takes_all_that_waits());
TEST_CASE("a block takes all that waits") { CHECK(a_block_takes_all_that_waits()); }

constexpr bool parts_multiply() {
    evidence e;
    for (int i = 0; i < 6; ++i)
        e.record({i % 2 == 1, opaque(i % 2 == 0)});
    const double one = e.log_value();
    evidence other = e;
    other.record({true, true}); // waits
    other += e;
    expect(one > 0.5 && other.log_value() == 2 * one && other.waiting() == 1 && other.a() == rate{6, 6});
    other.reset();
    expect(other == evidence{});
    return true;
}
static_assert(parts_multiply());
TEST_CASE("parts multiply") { CHECK(parts_multiply()); }

constexpr stream_outcome any_outcome(random &r) {
    const bool in_b = r.below(3) == 0;
    return {in_b, r.below(10) < (in_b ? 7u : 3u)};
}

TEST_CASE("evidence keeps the law of products") {
    const auto id = [](const stream_outcome &o) { return (o.in_b ? 1u : 0u) + (o.success ? 2u : 0u); };
    keeps_its_law<evidence>(any_outcome, id);
    keeps_its_law<by_fives>(any_outcome, id);
    keeps_its_law<two_stream_evidence<1, 1, float>>(any_outcome, id);
}

TEST_CASE("what is saturated learns no more") {
    evidence e;
    visit_fields(e, [n = 0](auto &field) mutable {
        if (n++ == 2) field = std::numeric_limits<std::remove_reference_t<decltype(field)>>::max();
    });
    CHECK(e.saturated());
    e.record({false, true});
    e.record({true, false});
    CHECK(e.log_value() == 0.0);
    CHECK(e.waiting() == 2);
}

/// Whether any look at a stream of 2,000 outcomes claims a difference.
template <class Evidence>
bool ever_claims(std::uint64_t seed, std::uint64_t percent_a, std::uint64_t percent_b) {
    random r{seed};
    Evidence e;
    for (int look = 0; look < 2000; ++look) {
        const bool in_b = r.below(2) == 0;
        e.record({in_b, r.below(100) < (in_b ? percent_b : percent_a)});
        if (e.log_value() >= log_20) return true;
    }
    return false;
}

TEST_CASE("2,000 looks at no difference claim one at most as often as they say") {
    constexpr int runs = 400;
    for (const std::uint64_t percent : {3u, 30u, 50u}) {
        int alone = 0, in_blocks = 0, of_four = 0;
        for (std::uint64_t seed = 1; seed <= runs; ++seed) {
            alone += ever_claims<evidence>(seed, percent, percent);
            in_blocks += ever_claims<two_stream_evidence<20>>(seed, percent, percent);
            random r{seed + 77'000'000};
            evidence parts[4], all; // of four reps, merged
            for (int i = 0; i < 2000; ++i)
                parts[i % 4].record({r.below(2) == 0, r.below(100) < percent});
            for (const evidence &part : parts)
                all += part;
            of_four += all.log_value() >= log_20;
        }
        MESSAGE(percent, " % of both: claimed ", 1.0 * alone / runs, ", in blocks of 20 ",
                1.0 * in_blocks / runs, ", of four parts ", 1.0 * of_four / runs);
        CHECK(1.0 * alone / runs <= 0.05);
        CHECK(1.0 * in_blocks / runs <= 0.05);
        CHECK(1.0 * of_four / runs <= 0.05);
    }
    int found = 0;
    for (std::uint64_t seed = 1; seed <= runs; ++seed)
        found += ever_claims<evidence>(seed, 30, 40);
    MESSAGE("30 against 40 %: claimed ", 1.0 * found / runs);
    CHECK(1.0 * found / runs > 0.8);
}

} // namespace
} // namespace kpi::test
