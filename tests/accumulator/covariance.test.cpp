// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include "support/values.hpp"
#include <kpi/accumulator/covariance.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace kpi::test {
namespace {

static_assert(state<covariance> && sizeof(covariance) == 56);
static_assert(covariance::keeps == law::exact && covariance::retractable);

using u32 = std::uint32_t;
using point = covariance::event;
constexpr u32 most = ~u32{0};

constexpr covariance of_points(std::initializer_list<point> points) {
    covariance c;
    for (const point &p : points)
        c.record({opaque(p.x), opaque(p.y)});
    return c;
}

constexpr bool tells_covariance_slope_and_correlation() {
    const covariance c = of_points({{1, 2}, {2, 3}, {3, 5}, {4, 4}});
    expect(c.count() == 4);
    expect(c.value<rational>() == rational(4, 3)); // Sxy / n = 4, over n - 1
    expect(c.slope<rational>() == rational(4, 5));
    expect(c.correlation() == 0.8);
    expect(c.correlation<float>() == 0.8f);
    return true;
}
static_assert(tells_covariance_slope_and_correlation());
TEST_CASE("covariance, slope and correlation") { CHECK(tells_covariance_slope_and_correlation()); }

constexpr bool gives_its_sums_away() {
    const covariance c = of_points({{1, 2}, {3, 5}, {most, 0}});
    expect(c.sums() == pair_sums{3, 4ull + most, 7, {0, 10 + std::uint64_t{most} * most}, {0, 17}, {0, 29}});
    covariance full;
    full.record({opaque(1u), 1}, most);
    expect(full.sums().n == ~std::uint64_t{0});
    return true;
}
static_assert(gives_its_sums_away());
TEST_CASE("a covariance gives its sums away") { CHECK(gives_its_sums_away()); }

constexpr bool a_line_has_a_correlation_of_one() {
    const covariance up = of_points({{1, 1'000'000'001}, {2, 1'000'000'003}, {5, 1'000'000'009}});
    expect(up.correlation() == 1.0 && up.slope() == 2.0);
    const covariance down = of_points({{0, most}, {most, 0}});
    expect(down.correlation() == -1.0 && down.slope() == -1.0 && down.value<float>() < 0.0f);
    // Rounding would make it 1.0000000000000002.
    expect(of_points({{0, 0}, {3, 7}}).correlation() == 1.0);
    expect(of_points({{0, 7}, {3, 0}}).correlation() == -1.0);
    return true;
}
static_assert(a_line_has_a_correlation_of_one());
TEST_CASE("points on a line have a correlation of 1 or -1") { CHECK(a_line_has_a_correlation_of_one()); }

constexpr bool what_is_not_defined_is_absent() {
    expect(!covariance{}.value() && !covariance{}.slope() && !covariance{}.correlation());
    const covariance one = of_points({{3, 4}});
    expect(!one.value() && !one.slope() && !one.correlation());
    const covariance same_x = of_points({{3, 4}, {3, 5}});
    expect(same_x.value() == 0.0 && !same_x.slope() && !same_x.correlation());
    const covariance same_y = of_points({{3, 4}, {9, 4}});
    expect(same_y.value() == 0.0 && same_y.slope() == 0.0 && !same_y.correlation());
    return true;
}
static_assert(what_is_not_defined_is_absent());
TEST_CASE("of one point nothing is told, nor how a constant goes with anything") {
    CHECK(what_is_not_defined_is_absent());
}

constexpr bool a_saturated_covariance_stays_so() {
    covariance c = of_points({{1, 2}, {3, 4}});
    c.record({opaque(most), 0}, most - 3);
    expect(!c.saturated() && c.correlation());
    covariance full = c;
    full.record({0, 0});
    expect(full.saturated() && !full.value() && !full.slope() && !full.correlation() &&
           !full.retract({0, 0}));
    covariance other = c;
    other += c;
    expect(other == full);
    full += c;
    expect(other == full);
    return true;
}
static_assert(a_saturated_covariance_stays_so());
TEST_CASE("at 2^32 - 1 points a covariance is saturated for good") {
    CHECK(a_saturated_covariance_stays_so());
}

constexpr bool what_was_not_recorded_cannot_be_taken_back() {
    covariance c;
    expect(!c.retract({opaque(0u), 0}));
    c = of_points({{5, 2}, {5, 2}});
    const covariance before = c;
    expect(!c.retract({opaque(11u), 0}) && !c.retract({0, opaque(5u)})); // more than the sums
    expect(!c.retract({opaque(8u), 2}) && !c.retract({5, opaque(3u)}));  // more than the squares or products
    expect(!c.retract({opaque(1u), 2}) && !c.retract({5, opaque(1u)}));  // a mean square below the mean's
    expect(c == before);
    expect(c.retract({5, 2}) && !c.retract({4, 2}) && !c.retract({5, opaque(1u)}) && c.retract({5, 2}));
    expect(c == covariance{});
    return true;
}
static_assert(what_was_not_recorded_cannot_be_taken_back());

constexpr bool of_two_points_only_those_two() {
    const auto at = [](std::uint32_t i) { return covariance::event{i / 4, i % 4}; };
    for (std::uint32_t a = 0; a < 16; ++a)
        for (std::uint32_t b = a; b < 16; ++b)
            for (std::uint32_t x = 0; x < 16; ++x) {
                covariance c = of_points({at(a), at(opaque(b))});
                expect(c.retract(at(x)) == (x == a || x == b));
            }
    covariance c = of_points({{1, 0}, {0, 1}, {2, 2}});
    expect(!c.retract({opaque(3u), 3})); // two points at 0 have no squares
    return true;
}
TEST_CASE("of two points only those two can be taken back") { CHECK(of_two_points_only_those_two()); }

TEST_CASE("what cannot have been recorded cannot be taken back") {
    CHECK(what_was_not_recorded_cannot_be_taken_back());
}

constexpr point any_point(random &r) { return {any_value(r), any_value(r)}; }

TEST_CASE("a covariance keeps the exact law, and takes back what it recorded") {
    keeps_its_law<covariance>(any_point, [](const point &p) { return p.x; });
    takes_alike_events_at_once<covariance>(any_point);
    takes_back_what_it_recorded<covariance>(any_point);
}

TEST_CASE("covariances of billions of points keep the exact law, saturated or not") {
    random r{7};
    for (int run = 0; run < 2000; ++run) {
        CAPTURE(run);
        std::array<covariance, 4> parts{};
        for (covariance &part : parts)
            for (std::uint64_t i = r.below(3); i > 0; --i)
                part.record(any_point(r), r.pick<u32>(most) >> r.below(4));
        const auto &[a, b, c, d] = parts;
        const covariance left = merged(merged(merged(a, b), c), d);
        REQUIRE(left == merged(a, merged(b, merged(c, d))));
        REQUIRE(left == merged(merged(d, b), merged(c, a)));
    }
}

TEST_CASE("a covariance agrees with the definition, taken in two passes") {
    random r{11};
    auto xs = streams(499, r), ys = streams(499, r);
    for (const auto &x : xs)
        for (const auto &y : ys) {
            covariance c;
            std::vector<point> points;
            long double mean_x = 0, mean_y = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                points.push_back({x[i], y[i]});
                mean_x += x[i];
                mean_y += y[i];
            }
            c.record(points);
            const auto n = static_cast<long double>(points.size());
            mean_x /= n;
            mean_y /= n;
            long double xx = 0, xy = 0, yy = 0;
            for (const point &p : points) {
                xx += (p.x - mean_x) * (p.x - mean_x);
                xy += (p.x - mean_x) * (p.y - mean_y);
                yy += (p.y - mean_y) * (p.y - mean_y);
            }
            const auto close = [](std::optional<double> told, long double exact, long double scale) {
                return told && std::abs(static_cast<long double>(*told) - exact) <= 1e-12L * scale;
            };
            const long double scale = std::sqrt(xx * yy);
            CHECK(close(c.value(), xy / (n - 1), scale / (n - 1)));
            CHECK((xx > 0 ? close(c.slope(), xy / xx, scale / xx) : !c.slope()));
            CHECK((scale > 0 ? close(c.correlation(), xy / scale, 1) : !c.correlation()));
            if (scale > 0) CHECK(close(c.correlation(), *statistics::pearson(points), 1));
        }
}

} // namespace
} // namespace kpi::test
