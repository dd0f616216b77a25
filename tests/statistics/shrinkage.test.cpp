// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include "support/near.hpp"
#include "support/random.hpp"
#include <kpi/statistics/shrinkage.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;
using rate = proportion<std::uint32_t>;

constexpr std::array<rate, 6> team() {
    return {rate{2_n, 2_n}, {30_n, 60_n}, {5_n, 40_n}, {12_n, 50_n}, {0_n, 3_n}, {25_n, 45_n}};
}

constexpr bool two_of_two_is_not_the_best_rep() {
    const auto prior = *fit_beta_prior<float>(team());
    const auto shrunk = [&](std::size_t i) { return *prior.shrunk(team()[i]); };
    expect(shrunk(0) < 0.8f && shrunk(4) > 0.1f);                // 2 of 2 and 0 of 3
    expect(within(shrunk(1), 0.5f, 0.02) && shrunk(2) > 0.125f); // many trials move little
    expect(*prior.shrunk(rate{}) == prior.mean());
    expect(!prior.shrunk(rate{3_n, 2_n}) && !prior.shrunk(rate{3_n, 4294967295_n}));
    return true;
}
static_assert(two_of_two_is_not_the_best_rep());
TEST_CASE("2 of 2 is not the best rep") { CHECK(two_of_two_is_not_the_best_rep()); }

constexpr bool groups_that_do_not_differ_have_no_ranking() {
    const rate one{3_n, 10_n}, other{9_n, 10_n};
    expect(!fit_beta_prior(std::array{one, one, one, one, one, one}));
    expect(!fit_beta_prior(std::array{one, other, one, other, rate{}})); // four groups
    expect(!fit_beta_prior(std::array{one, other, one, other, rate{11_n, 10_n}}));
    expect(!fit_beta_prior(std::array{one, other, one, other, rate{1_n, 4294967295_n}}));
    expect(
        !fit_beta_prior(std::array<rate, 5>{rate{0_n, 9_n}, {0_n, 3_n}, {0_n, 4_n}, {0_n, 4_n}, {0_n, 4_n}}));
    expect(!fit_beta_prior(std::array<rate, 0>{}));
    return true;
}
static_assert(groups_that_do_not_differ_have_no_ranking());
TEST_CASE("groups that do not differ have no ranking") { CHECK(groups_that_do_not_differ_have_no_ranking()); }

// log of the beta-binomial likelihood but for what does not depend on the prior.
double likelihood(const std::vector<rate> &groups, double a, double b) {
    double sum = 0;
    for (const rate &p : groups)
        sum += std::lgamma(a + p.part) + std::lgamma(b + p.whole - p.part) - std::lgamma(a + b + p.whole) +
               std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
    return sum;
}

std::uint32_t won_of(std::uint32_t trials, double share, random &r) {
    std::uint32_t won = 0;
    for (std::uint32_t i = 0; i < trials; ++i)
        won += static_cast<double>(r.below(1u << 30)) < share * (1u << 30);
    return won;
}

/// Twelve reps whose true rates are 15 to 45 %, of 2 to 41 deals each.
struct simulated_team {
    std::vector<double> truth;
    std::vector<rate> reps;

    explicit simulated_team(std::uint64_t seed) {
        random r{seed};
        for (int i = 0; i < 12; ++i) {
            truth.push_back(0.15 + 0.3 * static_cast<double>(r.below(1000)) / 1000);
            const auto deals = 2 + r.pick<std::uint32_t>(40);
            reps.push_back({won_of(deals, truth.back(), r), deals});
        }
    }
};

TEST_CASE_TEMPLATE("no other prior is likelier", Real, float, double) {
    int fitted = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        const simulated_team team{seed};
        const auto prior = fit_beta_prior<Real>(team.reps);
        double best = -1e300;
        for (double size = 0.1; size < 1e5; size *= 1.2)
            for (double mean = 0.05; mean < 0.7; mean += 0.01)
                best = std::max(best, likelihood(team.reps, size * mean, size * (1 - mean)));
        if (prior) {
            ++fitted;
            REQUIRE(likelihood(team.reps, static_cast<double>(prior->won), static_cast<double>(prior->lost)) >
                    best - 2e-5);
        } else { // it grows without end: towards one rate for all
            rate all;
            for (const rate &rep : team.reps)
                all += rep;
            REQUIRE(likelihood(team.reps, 1e7 * *all.value(), 1e7 * (1 - *all.value())) > best - 1e-3);
        }
    }
    CHECK(fitted > 10);
}

TEST_CASE("shrunk rates are closer to the true ones than raw rates") {
    double raw = 0, shrunk = 0;
    int teams = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const simulated_team team{seed + 1000};
        const auto prior = fit_beta_prior(team.reps);
        if (!prior) continue;
        ++teams;
        for (std::size_t i = 0; i < team.reps.size(); ++i) {
            const double off = *team.reps[i].value() - team.truth[i];
            const double less_off = *prior->shrunk(team.reps[i]) - team.truth[i];
            raw += off * off / static_cast<double>(team.reps.size());
            shrunk += less_off * less_off / static_cast<double>(team.reps.size());
        }
    }
    MESSAGE("mean squared error in ", teams, " teams: raw ", raw / teams, ", shrunk ", shrunk / teams);
    CHECK(teams > 50);
    CHECK(shrunk < 0.6 * raw);
}

} // namespace
} // namespace kpi::test
