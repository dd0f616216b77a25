// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/statistics/correlation.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool engagement_goes_with_the_years() {
    const std::array customers{point{1_n, 1_n}, point{2_n, 3_n}, point{3_n, 2_n}, point{4_n, 4_n}};
    expect(pearson_squared<rational>(customers) == rational{16, 25}); // C17: 4/5 squared
    expect(pearson(customers) == 0.8);                                // C17
    expect(pearson<float>(customers) == 0.8f);
    const std::array half_years{point{2_n, 1_n}, point{4_n, 3_n}, point{6_n, 2_n}, point{8_n, 4_n}};
    expect(pearson(half_years) == 0.8); // the unit does not matter
    return true;
}
static_assert(engagement_goes_with_the_years());
TEST_CASE("C17: engagement goes with the years") { CHECK(engagement_goes_with_the_years()); }

constexpr bool together_against_and_neither() {
    const std::array against{point{1_n, 30_n}, point{2_n, 20_n}, point{3_n, 10_n}};
    const std::array neither{point{1_n, 1_n}, point{1_n, 3_n}, point{3_n, 1_n}, point{3_n, 3_n}};
    const std::array of_rationals{point{1_q / 2_q, 1_q}, point{3_q / 2_q, 5_q}};
    expect(pearson(against) == -1.0);
    expect(pearson(neither) == 0.0);
    expect(pearson_squared<rational>(of_rationals) == rational{1});
    const std::array close{point{opaque(0.0), opaque(0.0)}, point{opaque(0.25), opaque(0.25)}};
    expect(pearson(close) == 1.0);
    const auto beyond = [](double sign) { // rounding would make it 1.0000000000000002
        return std::array{point{0.0, 0.0}, point{1.0, sign * 11.0 / 7.0},
                          point{1.0, sign * opaque(11.0) / 7.0}};
    };
    expect(pearson(beyond(1.0)) == 1.0 && pearson(beyond(-1.0)) == -1.0);
    return true;
}
static_assert(together_against_and_neither());
TEST_CASE("-1 against, 0 neither, 1 together") { CHECK(together_against_and_neither()); }

constexpr bool nothing_goes_with_what_never_changes() {
    const std::array level{point{opaque(0.1), opaque(1.0)}, point{opaque(0.1), opaque(2.0)},
                           point{opaque(0.1), opaque(4.0)}};
    const std::array still{point{1_n, 7_n}, point{2_n, 7_n}};
    const std::array flat{point{opaque(1.0), opaque(0.1)}, point{opaque(2.0), opaque(0.1)},
                          point{opaque(4.0), opaque(0.1)}};
    expect(!pearson(flat));
    expect(!pearson(level)); // 0.1 + 0.1 + 0.1 is not 0.3: the mean must not make a spread of it
    expect(!pearson(still) && !pearson_squared<rational>(still));
    expect(!pearson(std::array{point{1_n, 7_n}}));
    expect(!pearson(std::array<point<int>, 0>{}));
    return true;
}
static_assert(nothing_goes_with_what_never_changes());
TEST_CASE("nothing goes with what never changes, nor with fewer than two points") {
    CHECK(nothing_goes_with_what_never_changes());
}

TEST_CASE("far from zero the spread is not lost, and r stays within -1..1") {
    std::vector<point<double>> points;
    for (int i = 0; i < 1000; ++i)
        points.push_back({1e9 + i, 0.1 * (1e9 + i)});
    const auto r = pearson(points);
    REQUIRE(r);
    CHECK(*r <= 1.0);
    CHECK(*r > 0.999999);
    points[500].y = std::numeric_limits<double>::quiet_NaN();
    CHECK(!pearson(points));
    CHECK(!pearson_squared(points));
}

TEST_CASE_TEMPLATE("r and r^2 are there for the same points, whatever their units", Real, float, double) {
    const int far = std::numeric_limits<Real>::max_exponent10 / 2;
    for (int a = -far; a <= far; a += 4)
        for (int b = -far; b <= far; b += 4) {
            CAPTURE(a);
            CAPTURE(b);
            const auto x = static_cast<Real>(std::pow(10.0, a)), y = static_cast<Real>(std::pow(10.0, b));
            const std::array points{point{Real(0), Real(0)}, point{x, y}, point{2 * x, 2 * y},
                                    point{3 * x, y}};
            const auto r = pearson<Real>(points), r2 = pearson_squared<Real>(points);
            REQUIRE(r.has_value() == r2.has_value());
            if (!r) continue;                                  // a square that is no number any more
            const bool precise = -a < far - 4 && -b < far - 4; // no square that lost its digits
            REQUIRE((!precise || std::abs(*r2 - Real(0.4)) < 1e-5));
            REQUIRE((!precise || std::abs(*r * *r - Real(0.4)) < 1e-5));
        }
    const std::array neither{point{Real(0), Real(0)}, point{std::numeric_limits<Real>::max(), Real(1)},
                             point{Real(0), Real(2)}};
    CHECK(!pearson<Real>(neither)); // a spread of more than can be told
    CHECK(!pearson_squared<Real>(neither));
}

} // namespace
} // namespace kpi::test
