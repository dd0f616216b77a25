// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/mix.hpp>

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;
using rate = proportion<std::uint32_t>;

constexpr bool every_group_rises_and_the_total_falls() {
    // Referrals 50 to 60 %, cold calls 10 to 20 %; nine in ten were referrals, now one in ten is: 46 to 24 %.
    const std::array before{rate{45_n, 90_n}, rate{1_n, 10_n}}, now{rate{6_n, 10_n}, rate{18_n, 90_n}};
    const auto change = *mix<rational>(before, now);
    expect(change.by_rates == rational{1, 10});
    expect(change.by_weights == rational{-8, 25}); // (0.55 - 0.15) * -0.8
    expect(change.by_membership == rational{0});
    expect(change.total() == rational{24, 100} - rational{46, 100});
    expect(within(mix(before, now)->by_weights, -0.32, 1e-15));
    return true;
}
static_assert(every_group_rises_and_the_total_falls());
TEST_CASE("every group rises, and the total falls") { CHECK(every_group_rises_and_the_total_falls()); }

constexpr bool groups_that_come_and_go_are_a_third_term() {
    const std::array before{rate{5_n, 10_n}, rate{2_n, 10_n}, rate{0_n, 0_n}};
    const std::array now{rate{5_n, 10_n}, rate{0_n, 0_n}, rate{9_n, 10_n}};
    const auto change = *mix<rational>(before, now);
    expect(change.by_rates == rational{0} && change.by_weights == rational{0});
    expect(change.by_membership == rational{9, 20} - rational{2, 20});
    const std::array<rate, 3> none{};
    expect(!mix(before, none) && !mix(none, now));
    expect(!mix(std::vector<rate>{{1_n, 2_n}}, std::vector<rate>{{1_n, 2_n}, {1_n, 2_n}}));
    expect(!mix(std::array{rate{3_n, 2_n}}, std::array{rate{1_n, 2_n}}));
    expect(!mix(std::array{rate{1_n, 2_n}}, std::array{rate{1_n, 4294967295_n}}));
    return true;
}
TEST_CASE("groups that come and go are a third term") { CHECK(groups_that_come_and_go_are_a_third_term()); }

TEST_CASE("the terms sum to the difference of the totals") {
    random r{2};
    for (int run = 0; run < 300; ++run) {
        CAPTURE(run);
        std::vector<rate> before(1 + r.pick<std::size_t>(8)), now(before.size());
        rate all_before, all_now;
        for (std::size_t g = 0; g < before.size(); ++g)
            for (auto *period : {&before[g], &now[g]}) {
                period->whole = r.pick<std::uint32_t>(20);
                period->part = r.pick<std::uint32_t>(period->whole + 1);
                (period == &before[g] ? all_before : all_now) += *period;
            }
        const auto change = mix(before, now);
        REQUIRE(change.has_value() == (all_before.has_value() && all_now.has_value()));
        if (change) REQUIRE(within(change->total(), *all_now.value() - *all_before.value(), 1e-14));
    }
}

} // namespace
} // namespace kpi::test
