// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/normal.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

struct row {
    double n, x, value;
};

// Computed by Boost.Math 1.74 in numbers of 50 digits.
constexpr row shares[]{
    {0, -8, 6.22096057427178412e-16},  {0, -3, 1.34989803163009453e-03},
    {0, -1, 1.58655253931457051e-01},  {0, -0.03125, 4.87535082565622873e-01},
    {0, 0.5, 6.91462461274013104e-01}, {0, 1.5, 9.33192798731141934e-01},
    {0, 4, 9.99968328758166880e-01},
};
constexpr row quantiles[]{
    {0, 1.0 / 65536, -4.16956932334910575e+00}, {0, 0.03125, -1.86273186742165146e+00},
    {0, 0.484375, -3.91760855030976296e-02},    {0, 0.625, 3.18639363964375163e-01},
    {0, 0.96875, 1.86273186742165146e+00},      {0, 0.9990234375, 3.09726907819878446e+00},
};
constexpr row students[]{
    {1, 0.96875, 1.01531703876088605e+01},    {2, 0.0009765625, -2.25942578713830137e+01},
    {5, 0.625, 3.36721465528332980e-01},      {29, 0.96875, 1.93732725396586569e+00},
    {100, 0.03125, -1.88377911085131823e+00}, {1'000'000, 0.96875, 1.86273394891971427e+00},
};

TEST_CASE_TEMPLATE("the tables hold, within the error that is stated", Real, float, double) {
    const double error = sizeof(Real) == sizeof(float) ? 2e-5 : 2e-14;
    for (const row &r : shares) {
        CAPTURE(r.x);
        CHECK(near(*normal_cdf(Real(r.x)), Real(r.value), error));
    }
    for (const row &r : quantiles) {
        CAPTURE(r.x);
        CHECK(near(*normal_quantile(Real(r.x)), Real(r.value), error));
    }
    for (const row &r : students) {
        CAPTURE(r.n);
        CHECK(near(*student_quantile(Real(r.n), Real(r.x)), Real(r.value), error));
    }
}

TEST_CASE("the expansion for many degrees of freedom agrees with the quantile of the beta distribution") {
    for (const double n : {1000.0, 1001.0, 4711.0, 1e5, 1e7})
        for (const double p : {1e-9, 1e-4, 0.001, 0.025, 0.1, 0.499}) {
            const double z = *normal_quantile(p);
            if (!(n > 100 * z * z)) continue;
            CAPTURE(n);
            CAPTURE(p);
            const double log_odds = statistics::detail::beta_point(n / 2, 0.5, 2 * p, 1 - 2 * p);
            CHECK(near(*student_quantile(n, p), -std::sqrt(n) * std::exp(-log_odds / 2), 2e-14));
            CHECK(*student_quantile(n, 1 - p) == doctest::Approx(-*student_quantile(n, p)).epsilon(1e-6));
        }
}

constexpr bool the_constants_of_intervals_are_its_quantiles() {
    expect(near(*normal_quantile(opaque(0.95)), z_90<>.value, 5e-15));
    expect(near(*normal_quantile(opaque(0.975)), z_95<>.value, 5e-15));
    expect(near(*normal_quantile(opaque(0.995)), z_99<>.value, 5e-15));
    expect(near(*student_quantile(opaque(29.0), 0.975), 2.0452296421327034, 1e-14));
    return true;
}
static_assert(the_constants_of_intervals_are_its_quantiles());
TEST_CASE("the constants of intervals are its quantiles") {
    CHECK(the_constants_of_intervals_are_its_quantiles());
}

constexpr bool outside_of_its_range_it_is_absent() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    expect(normal_cdf(0.0) == 0.5 && normal_cdf(-infinity) == 0.0 && normal_cdf(infinity) == 1.0);
    expect(normal_cdf(1e-300) == 0.5 && !normal_cdf(none));
    expect(normal_quantile(0.5) == 0.0 && !normal_quantile(0.0) && !normal_quantile(1.0));
    expect(!normal_quantile(none) && !student_quantile(0.0, 0.9) && !student_quantile(5.0, 1.0));
    expect(student_quantile(5.0, 0.5) == 0.0);
    return true;
}
static_assert(outside_of_its_range_it_is_absent());
TEST_CASE("outside of its range it is absent") { CHECK(outside_of_its_range_it_is_absent()); }

} // namespace
} // namespace kpi::test
