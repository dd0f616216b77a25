// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include "support/values.hpp"
#include "support/wide.hpp"
#include <kpi/accumulator/mean.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace kpi::test {
namespace {

static_assert(state<mean> && sizeof(mean) == 24 && mean::keeps == law::exact && mean::retractable);

using u32 = std::uint32_t;
using u64 = std::uint64_t;
constexpr u32 most = ~u32{0};

constexpr mean of_values(std::initializer_list<u32> values) {
    mean m;
    for (const u32 x : values)
        m.record(opaque(x));
    return m;
}

constexpr bool tells_mean_variance_and_deviation() {
    const mean m = of_values({2, 4, 4, 4, 5, 5, 7, 9});
    expect(m.count() == 8 && m.sum() == 40);
    expect(m.value() == mean_value{40, 8} && m.value().value() == 5.0);
    expect(m.population_variance() == 4.0 && m.population_deviation() == 2.0);
    expect(m.variance<rational>() == rational(32, 7)); // exact, in a type that is
    expect(m.deviation<float>() == sqrt(32.0f / 7.0f));
    return true;
}
static_assert(tells_mean_variance_and_deviation());
TEST_CASE("a mean tells mean, variance and deviation") { CHECK(tells_mean_variance_and_deviation()); }

constexpr bool what_is_not_defined_is_absent() {
    expect(!mean{}.value().has_value() && !mean{}.variance() && !mean{}.population_variance());
    expect(!mean{}.deviation() && !mean{}.population_deviation());
    const mean one = of_values({7});
    expect(one.value().value() == 7.0 && !one.variance() && !one.deviation());
    expect(one.population_variance() == 0.0 && one.population_deviation() == 0.0);
    const mean two = of_values({7, 11});
    expect(two.variance() == 8.0 && two.population_variance() == 4.0 && two.population_deviation() == 2.0);
    return true;
}
static_assert(what_is_not_defined_is_absent());
TEST_CASE("of no values there is no mean, of one there is no variance to estimate") {
    CHECK(what_is_not_defined_is_absent());
}

constexpr bool nothing_cancels_far_off_zero() {
    constexpr u32 offset = 1'000'000'000;
    const mean m = of_values({offset + 4, offset + 7, offset + 13, offset + 16});
    expect(m.variance() == 30.0 && m.population_variance() == 22.5);
    mean alike;
    alike.record(opaque(most - 1), 1'000'000'000);
    alike.record(most, 1'000'000'000);
    expect(alike.population_variance() == 0.25); // n S2 and S1^2 agree in their first 30 digits
    return true;
}
static_assert(nothing_cancels_far_off_zero());
TEST_CASE("nothing cancels where values are large and alike") { CHECK(nothing_cancels_far_off_zero()); }

constexpr bool the_largest_sums_fit() {
    mean m;
    m.record(opaque(most), most - 1);
    expect(!m.saturated() && m.sum() == u64{most} * (most - 1) && m.value().value() == 4294967295.0);
    expect(m.population_variance() == 0.0);
    mean ends;
    ends.record(0u, most / 2);
    ends.record(opaque(most), most / 2);
    expect(ends.population_deviation() == 2147483647.5); // half the range, as far apart as values can be
    return true;
}
static_assert(the_largest_sums_fit());
TEST_CASE("the largest sums fit") { CHECK(the_largest_sums_fit()); }

constexpr bool a_saturated_mean_stays_so() {
    mean m = of_values({1, 2, 3});
    m.record(opaque(u32{5}), most - 4);
    expect(!m.saturated() && m.value().has_value());
    mean full = m;
    full.record(0u);
    expect(full.saturated() && full.value().saturated() && !full.value().has_value());
    expect(!full.variance() && !full.population_variance() && !full.deviation());
    expect(!full.retract(0u) && full.saturated());
    mean other = m; // however it came to be, it is the same
    other.record(opaque(u32{9}), most);
    expect(other == full);
    full += m;
    expect(full == other);
    m += full;
    expect(m == other);
    return true;
}
static_assert(a_saturated_mean_stays_so());
TEST_CASE("at 2^32 - 1 values a mean is saturated for good") { CHECK(a_saturated_mean_stays_so()); }

constexpr bool what_was_not_recorded_cannot_be_taken_back() {
    mean m;
    expect(!m.retract(opaque(u32{0})));
    m = of_values({5, 5});
    const mean before = m;
    expect(!m.retract(opaque(u32{11}))); // more than the sum
    expect(!m.retract(opaque(u32{8})));  // more than the squares
    expect(!m.retract(opaque(u32{1})));  // 9 cannot have the square 49
    expect(m == before);
    expect(m.retract(5u) && !m.retract(opaque(u32{4})) && m.retract(5u)); // 1 cannot be the sum of no values
    expect(m == mean{});
    return true;
}
static_assert(what_was_not_recorded_cannot_be_taken_back());

constexpr bool of_two_values_only_those_two() {
    for (u32 a = 0; a <= 6; ++a)
        for (u32 b = a; b <= 6; ++b)
            for (u32 x = 0; x <= 8; ++x) {
                mean m = of_values({a, b});
                expect(m.retract(x) == (x == a || x == b));
                if (x == a || x == b) expect(m == of_values({a + b - x}));
            }
    mean odd = of_values({1, 3, 3});
    expect(
        !odd.retract(opaque(u32{0}))); // two values of 7 in all may have the squares 25, and 29, but not 19
    mean none = of_values({1, 0, 2});
    expect(!none.retract(opaque(u32{3}))); // two zeros have no squares
    return true;
}
static_assert(of_two_values_only_those_two());
TEST_CASE("of two values only those two can be taken back") { CHECK(of_two_values_only_those_two()); }

TEST_CASE("what cannot have been recorded cannot be taken back") {
    CHECK(what_was_not_recorded_cannot_be_taken_back());
}

const auto by_value = [](u32 x) { return x; };

TEST_CASE("a mean keeps the exact law, and takes back what it recorded") {
    keeps_its_law<mean>(any_value<u32>, by_value);
    takes_alike_events_at_once<mean>(any_value<u32>);
    takes_back_what_it_recorded<mean>(any_value<u32>);
}

TEST_CASE("means of billions of values keep the exact law, saturated or not") {
    random r{7};
    for (int run = 0; run < 2000; ++run) {
        CAPTURE(run);
        std::array<mean, 4> parts{};
        for (mean &part : parts)
            for (u64 i = r.below(3); i > 0; --i)
                part.record(any_value(r), r.pick<u32>(most) >> r.below(4));
        const auto &[a, b, c, d] = parts;
        const mean left = merged(merged(merged(a, b), c), d);
        REQUIRE(left == merged(a, merged(b, merged(c, d))));
        REQUIRE(left == merged(merged(d, b), merged(c, a)));
    }
}

TEST_CASE("a mean agrees with the definition, taken in 128 bits and in two passes") {
    random r{11};
    for (const auto &stream : streams(997, r)) {
        mean m;
        wide sum = 0, squares = 0;
        for (const u32 x : stream) {
            m.record(x);
            sum += x;
            squares += wide{x} * x;
        }
        const auto n = static_cast<long double>(stream.size());
        const long double middle = static_cast<long double>(sum) / n;
        long double apart = 0;
        for (const u32 x : stream)
            apart += (static_cast<long double>(x) - middle) * (static_cast<long double>(x) - middle);
        const auto told = static_cast<long double>(stream.size() * squares - sum * sum) / n;

        REQUIRE(m.sum() == sum);
        REQUIRE(m.count() == stream.size());
        CHECK(std::abs(*m.variance<long double>() - told / (n - 1)) <= 1e-18L * told);
        CHECK(*m.variance() == doctest::Approx(static_cast<double>(apart / (n - 1))).epsilon(1e-12));
        CHECK(*m.population_deviation() ==
              doctest::Approx(static_cast<double>(std::sqrt(apart / n))).epsilon(1e-12));
    }
}

} // namespace
} // namespace kpi::test
