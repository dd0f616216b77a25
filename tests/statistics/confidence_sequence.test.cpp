// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/confidence_sequence.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool the_factor_is_20_at_both_ends() {
    const proportion p{30_n, 100_n};
    const auto i = *confidence_sequence(p);
    expect(near(*log_evidence_against(p, i.low), 2.995732273553991, 1e-9));
    expect(near(*log_evidence_against(p, i.high), 2.995732273553991, 1e-9));
    expect(i.low < wilson(p)->low && wilson(p)->high < i.high && i.contains(0.3));
    // 3 of 4 against one half: 1 / (5 * 4 / 16).
    expect(near(kpi::exp(*log_evidence_against(proportion{3_n, 4_n}, 0.5)), 0.8, 1e-13));
    // No part: 1 - (0.05 / 21)^(1/20).
    const auto none = *confidence_sequence(proportion{0_n, 20_n}),
               all = *confidence_sequence(proportion{20_n, 20_n});
    expect(none.low == 0.0 && near(none.high, 0.2606713509376576, 1e-9));
    expect(all.high == 1.0 && near(1 - all.low, none.high, 1e-9));
    const auto single = *confidence_sequence<float>(p);
    expect(near(static_cast<double>(single.low), i.low, 1e-4) &&
           near(static_cast<double>(single.high), i.high, 1e-4));
    return true;
}
static_assert(the_factor_is_20_at_both_ends());
TEST_CASE("the factor is 20 at both ends") { CHECK(the_factor_is_20_at_both_ends()); }

constexpr bool no_range_of_what_is_no_sample() {
    for (const auto &p : {proportion{0_n, 0_n}, proportion{57_n, 30_n}, proportion{3_n, 4294967295_n}})
        expect(!confidence_sequence(p) && !log_evidence_against(p, 0.5));
    expect(!log_evidence_against(proportion{1_n, 2_n}, 0.0) &&
           !log_evidence_against(proportion{1_n, 2_n}, 1.0));
    expect(!confidence_sequence(proportion{1_n, 2_n}, confidence{opaque(1.0)}));
    return true;
}
static_assert(no_range_of_what_is_no_sample());
TEST_CASE("no range of nothing, of what is incoherent or saturated, or at a level that is none") {
    CHECK(no_range_of_what_is_no_sample());
}

TEST_CASE("of millions it is still a range, and narrower than of thousands") {
    const auto fewer = *confidence_sequence(proportion{300u, 1000u});
    const auto more = *confidence_sequence(proportion{1'200'000'000u, 4'000'000'000u});
    CHECK(more.contains(0.3));
    CHECK(more.high - more.low < (fewer.high - fewer.low) / 100);
}

// Replies at three rates, looked at after each of 2,000 mails. It misses once if any look does.
TEST_CASE("2,000 looks together miss at most as often as it says") {
    for (const std::uint64_t percent : {2u, 30u, 50u}) {
        constexpr int runs = 300;
        int missed = 0, wilson_missed = 0;
        for (std::uint64_t seed = 1; seed <= runs; ++seed) {
            random r{seed * 1000 + percent};
            proportion<std::uint32_t> p;
            bool miss = false, wilson_miss = false;
            const double truth = static_cast<double>(percent) / 100;
            while (p.whole < 2000) {
                ++p.whole;
                if (r.below(100) < percent) ++p.part;
                if (!miss) miss = *log_evidence_against(p, truth) > 2.995732273553991;
                if (p.whole % 38 == 0 && !wilson_miss) wilson_miss = !wilson(p)->contains(truth); // 52 looks
            }
            missed += miss;
            wilson_missed += wilson_miss;
        }
        MESSAGE(percent, " %: missed at any of 2,000 looks ", 1.0 * missed / runs, "; wilson at any of 52 ",
                1.0 * wilson_missed / runs);
        CHECK(1.0 * missed / runs <= 0.05);
        CHECK(1.0 * wilson_missed / runs > 0.2);
    }
}

} // namespace
} // namespace kpi::test
