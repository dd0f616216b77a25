// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/gamma.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

struct row {
    double a, x, value;
};

// Computed by Boost.Math 1.74 in numbers of 50 digits.
constexpr row shares[]{
    {0.125, 0.0625, 7.45720056473927750e-01},   {0.5, 2, 9.54499736103641586e-01},
    {1, 0.25, 2.21199216928595132e-01},         {2.5, 8, 9.93155926077579569e-01},
    {10, 3.5, 3.31494426463236289e-03},         {57, 60, 6.68064297792729706e-01},
    {1000, 900, 5.49902265711782923e-04},       {1000, 1075, 9.89973597928674133e-01},
    {100'000, 99'500, 5.67418232127922631e-02}, {1'000'000, 1'000'000, 5.00132980760872591e-01},
};
constexpr row quantiles[]{
    {0.125, 0.5, 2.42187989227843520e-03},  {0.5, 0.03125, 7.67382837673008126e-04},
    {1, 0.96875, 3.46573590279972655e+00},  {3, 0.0009765625, 1.88959400280877254e-01},
    {10, 0.96875, 1.66511769336731468e+01}, {57, 0.03125, 4.37831023999004332e+01},
    {1000, 0.5, 9.99666686426965182e+02},   {100'000, 0.96875, 1.00589870215614250e+05},
};

TEST_CASE_TEMPLATE("the tables hold, within the error that is stated", Real, float, double) {
    const bool is_float = sizeof(Real) == sizeof(float);
    for (const row &r : shares) {
        CAPTURE(r.a);
        CHECK(near(*incomplete_gamma(Real(r.a), Real(r.x)), Real(r.value), is_float ? 2e-5 : 2e-14));
    }
    for (const row &r : quantiles) {
        CAPTURE(r.a);
        CHECK(near(*gamma_quantile(Real(r.a), Real(r.x)), Real(r.value), is_float ? 2e-5 : 2e-14));
    }
    constexpr row logs[]{{0.125, 0, 2.01941835755379635},
                         {0.5, 0, 0.572364942924700087},
                         {3.5, 0, 1.20097360234707422},
                         {57, 0, 172.352797139162802},
                         {1'000'000, 0, 12815504.5691476117}};
    for (const row &r : logs) {
        CAPTURE(r.a);
        CHECK(near(*log_gamma(Real(r.a)), Real(r.value), is_float ? 4e-6 : 4e-15));
    }
}

constexpr bool of_shape_1_it_is_exponential() {
    // P(1, x) = 1 - e^-x, and Gamma(n + 1) = n!.
    expect(near(*incomplete_gamma(1.0, opaque(3.0)), 0.95021293163213605702, 1e-14));
    expect(near(*gamma_quantile(opaque(1.0), 0.5), 0.69314718055994530942, 1e-14));
    expect(near(*log_gamma(opaque(6.0)), 4.7874917427820459943, 1e-14)); // log 120
    return true;
}
static_assert(of_shape_1_it_is_exponential());
TEST_CASE("of shape 1 it is the exponential distribution") { CHECK(of_shape_1_it_is_exponential()); }

TEST_CASE("the quantile is the inverse") {
    random r{3};
    for (int i = 0; i < 2000; ++i) {
        CAPTURE(i);
        const double a = kpi::exp(static_cast<double>(r.below(1600)) / 100 - 2);
        const double p = (static_cast<double>(r.below(100'000)) + 0.5) / 100'000;
        REQUIRE(near(*incomplete_gamma(a, *gamma_quantile(a, p)), p, 1e-9));
    }
}

constexpr bool outside_of_its_range_it_is_absent() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    expect(!incomplete_gamma(0.0, 1.0) && !incomplete_gamma(-1.0, 1.0) && !incomplete_gamma(1.0, -1.0));
    expect(!incomplete_gamma(none, 1.0) && !incomplete_gamma(1.0, none) && !incomplete_gamma(infinity, 1.0));
    expect(incomplete_gamma(2.0, 0.0) == 0.0 && incomplete_gamma(2.0, infinity) == 1.0);
    expect(gamma_quantile(2.0, 0.0) == 0.0 && !gamma_quantile(2.0, 1.0) && !gamma_quantile(2.0, -0.1));
    expect(!gamma_quantile(0.0, 0.5) && !log_gamma(0.0) && !log_gamma(none));
    return true;
}
static_assert(outside_of_its_range_it_is_absent());
TEST_CASE("outside of its range it is absent") { CHECK(outside_of_its_range_it_is_absent()); }

} // namespace
} // namespace kpi::test
