// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/fisher.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool the_published_example() {
    // Benjamini and Hochberg 1995, section 4.2: of 15 comparisons four are marked, Bonferroni would mark
    // three.
    const std::array p{opaque(0.0459), 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298,
                       0.0344,         0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    expect(benjamini_hochberg(p) == 0.0095);
    expect(benjamini_hochberg(p, 0.01) == 0.0019 && !benjamini_hochberg(p, 0.001));
    return true;
}
static_assert(the_published_example());
TEST_CASE("the published example") { CHECK(the_published_example()); }

constexpr bool at_the_edges() {
    expect(!benjamini_hochberg(std::array<double, 0>{}));
    expect(benjamini_hochberg(std::array{opaque(0.05f)}) == 0.05f && !benjamini_hochberg(std::array{0.051}));
    expect(benjamini_hochberg(std::array{opaque(0.04), 0.04, 0.04}) == 0.04);  // equal ones together
    expect(benjamini_hochberg(std::array{opaque(0.04), 0.045, 0.05}) == 0.05); // a later one carries them
    return true;
}
static_assert(at_the_edges());
TEST_CASE("at the edges") {
    CHECK(at_the_edges());
    const double none = std::numeric_limits<double>::quiet_NaN();
    CHECK(benjamini_hochberg(std::array{opaque(0.01), none}) == 0.01);
    CHECK(!benjamini_hochberg(std::array{opaque(0.03), none}));
}

// Twelve reps who all win 30 %, each against the others together.
TEST_CASE("a table of equal reps has any mark in at most 5 %") {
    constexpr int tables = 1000;
    int marked = 0, each_alone = 0;
    for (std::uint64_t seed = 1; seed <= tables; ++seed) {
        random r{seed};
        std::vector<proportion<std::uint32_t>> reps(12);
        proportion<std::uint32_t> all;
        for (auto &rep : reps) {
            rep.whole = 10 + r.pick<std::uint32_t>(40);
            for (std::uint32_t deal = 0; deal < rep.whole; ++deal)
                rep.part += r.below(10) < 3;
            all += rep;
        }
        std::vector<double> p;
        for (const auto &rep : reps)
            p.push_back(*fisher_mid_p(rep, proportion{all.part - rep.part, all.whole - rep.whole}));
        marked += benjamini_hochberg(p).has_value();
        each_alone += std::ranges::any_of(p, [](double x) { return x <= 0.05; });
    }
    MESSAGE("tables with a mark: ", 1.0 * marked / tables,
            "; if each is tested alone: ", 1.0 * each_alone / tables);
    CHECK(1.0 * marked / tables <= 0.05);
    CHECK(1.0 * each_alone / tables > 0.3);
}

} // namespace
} // namespace kpi::test
