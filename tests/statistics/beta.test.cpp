// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/beta.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

struct row {
    double a, b, x, value;
};

// Computed by Boost.Math 1.74 in numbers of 50 digits.
constexpr row shares[]{
    {0.5, 0.5, 0.25, 3.33333333333333333e-01},
    {1, 7, 0.125, 6.07304096221923828e-01},
    {2.5, 0.5, 0.75, 2.53169995100322630e-01},
    {10, 3, 0.5, 1.92871093750000000e-02},
    {10, 3, 0.9375, 9.64925327140431222e-01},
    {57, 1000, 0.0625, 8.88280039261954643e-01},
    {0.5, 100'000, 1.0 / 65536, 9.19350967738733623e-01},
    {100'000, 1000, 0.9921875, 9.99999999999753866e-01},
    {1'000'000, 1'000'000, 0.5001220703125, 6.35053152736485621e-01},
};
constexpr row quantiles[]{
    {0.5, 0.5, 0.0009765625, 2.35309521191424421e-06},
    {1, 7, 0.96875, 3.90493172897762280e-01},
    {2.5, 0.5, 0.03125, 3.62172401567142021e-01},
    {10, 3, 0.5, 7.83313589213454442e-01},
    {57, 1000, 0.96875, 6.75355130325929906e-02},
    {0.5, 100'000, 0.96875, 2.31956699545420705e-05},
    {100'000, 1000, 0.03125, 9.89510758517654575e-01},
    {1'000'000, 1'000'000, 0.96875, 5.00658574964176905e-01},
};

TEST_CASE_TEMPLATE("the tables hold, within the error that is stated", Real, float, double) {
    const bool is_float = sizeof(Real) == sizeof(float);
    for (const row &r : shares) {
        CAPTURE(r.a);
        CAPTURE(r.b);
        CHECK(
            near(*incomplete_beta(Real(r.a), Real(r.b), Real(r.x)), Real(r.value), is_float ? 2e-4 : 1e-12));
    }
    for (const row &r : quantiles) {
        CAPTURE(r.a);
        CAPTURE(r.b);
        CHECK(near(*beta_quantile(Real(r.a), Real(r.b), Real(r.x)), Real(r.value), is_float ? 1e-5 : 1e-14));
    }
}

constexpr bool of_whole_numbers_it_is_a_binomial_tail() {
    // At least 2 of 3 at 1/4: 3 (1/16)(3/4) + 1/64 = 10/64.
    expect(near(*incomplete_beta(2.0, 2.0, opaque(0.25)), 10.0 / 64.0, 1e-14));
    expect(near(*beta_quantile(2.0, 2.0, opaque(10.0 / 64.0)), 0.25, 1e-14));
    expect(near(*beta_quantile(1.0, opaque(10.0), 0.5), 0.06696700846319258402, 1e-14)); // 1 - 0.5^(1/10)
    return true;
}
static_assert(of_whole_numbers_it_is_a_binomial_tail());
TEST_CASE("of whole numbers it is a binomial tail") { CHECK(of_whole_numbers_it_is_a_binomial_tail()); }

TEST_CASE("the quantile is the inverse, and the two ends mirror each other") {
    random r{4};
    for (int i = 0; i < 2000; ++i) {
        CAPTURE(i);
        const double a = kpi::exp(static_cast<double>(r.below(1400)) / 100 - 0.7);
        const double b = kpi::exp(static_cast<double>(r.below(1400)) / 100 - 0.7);
        const double p = (static_cast<double>(r.below(1000)) + 0.5) / 1000;
        const double x = *beta_quantile(a, b, p);
        if (x < 0.999) REQUIRE(near(*incomplete_beta(a, b, x), p, 1e-8));
        REQUIRE(within(x, 1 - *beta_quantile(b, a, 1 - p), 1e-13));
    }
}

constexpr bool outside_of_its_range_it_is_absent() {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    expect(!incomplete_beta(0.0, 1.0, 0.5) && !incomplete_beta(1.0, -1.0, 0.5));
    expect(!incomplete_beta(1.0, 1.0, -0.1) && !incomplete_beta(1.0, 1.0, 1.1));
    expect(!incomplete_beta(none, 1.0, 0.5) && !incomplete_beta(1.0, 1.0, none));
    expect(!beta_quantile(0.0, 1.0, 0.5) && !beta_quantile(1.0, 1.0, 1.5) && !beta_quantile(1.0, 1.0, none));
    expect(incomplete_beta(2.0, 3.0, 0.0) == 0.0 && incomplete_beta(2.0, 3.0, 1.0) == 1.0);
    expect(beta_quantile(2.0, 3.0, 0.0) == 0.0 && beta_quantile(2.0, 3.0, 1.0) == 1.0);
    return true;
}
static_assert(outside_of_its_range_it_is_absent());
TEST_CASE("outside of its range it is absent") { CHECK(outside_of_its_range_it_is_absent()); }

} // namespace
} // namespace kpi::test
