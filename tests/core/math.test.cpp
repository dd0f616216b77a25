// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/core/math.hpp>

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace kpi::test {
namespace {

template <class Real> using bits_of = std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>;
template <class Real> constexpr bits_of<Real> bits(Real x) { return std::bit_cast<bits_of<Real>>(x); }

template <class Real> constexpr bool roots_are_exact_where_they_can_be() {
    for (int i = 0; i < 70; ++i)
        expect(sqrt(opaque(Real(i) * Real(i))) == Real(i));
    expect(sqrt(opaque(Real(0.25))) == Real(0.5));
    expect(sqrt(opaque(Real(2.25))) == Real(1.5));
    return true;
}
static_assert(roots_are_exact_where_they_can_be<float>());
static_assert(roots_are_exact_where_they_can_be<double>());
TEST_CASE_TEMPLATE("roots are exact where they can be", Real, float, double) {
    CHECK(roots_are_exact_where_they_can_be<Real>());
}

constexpr bool other_roots_are_rounded_to_the_nearest() {
    expect(sqrt(opaque(2.0)) == 1.4142135623730951);
    expect(sqrt(opaque(3.0)) == 1.7320508075688772);
    expect(sqrt(opaque(0.1)) == 0.31622776601683794);
    expect(sqrt(opaque(2.0f)) == 1.41421356f);
    expect(sqrt(opaque(3.0f)) == 1.73205081f);
    expect(sqrt(opaque(0.1f)) == 0.316227764f);
    return true;
}
static_assert(other_roots_are_rounded_to_the_nearest());
TEST_CASE("other roots are rounded to the nearest number") {
    CHECK(other_roots_are_rounded_to_the_nearest());
}

template <class Real> constexpr bool the_ends_of_the_range() {
    using limits = std::numeric_limits<Real>;
    expect(bits(sqrt(opaque(Real(0)))) == bits(Real(0)));
    expect(bits(sqrt(opaque(-Real(0)))) == bits(-Real(0)));
    expect(sqrt(opaque(limits::infinity())) == limits::infinity());
    for (const Real none :
         {-limits::infinity(), limits::lowest(), Real(-1), -limits::denorm_min(), limits::quiet_NaN()}) {
        const Real root = sqrt(opaque(none));
        expect(root != root);
    }
    return true;
}
static_assert(the_ends_of_the_range<float>());
static_assert(the_ends_of_the_range<double>());
TEST_CASE_TEMPLATE("zeros, infinities, negative numbers and what is none", Real, float, double) {
    CHECK(the_ends_of_the_range<Real>());
}

static_assert(sqrt(std::numeric_limits<float>::denorm_min()) == 3.74339207e-23f);
static_assert(sqrt(std::numeric_limits<double>::denorm_min()) == 2.2227587494850775e-162);
static_assert(sqrt(std::numeric_limits<float>::max()) == 1.84467435e+19f);
static_assert(sqrt(std::numeric_limits<double>::max()) == 1.3407807929942596e+154);

// The root that constants have, against the processor's, bit by bit: every exponent with the significands at
// its ends and some between, subnormals among them.
TEST_CASE_TEMPLATE("a root in a constant is that of run time", Real, float, double) {
    using word = bits_of<Real>;
    constexpr int fraction_digits = std::numeric_limits<Real>::digits - 1;
    constexpr word exponents = word{1} << (std::numeric_limits<word>::digits - 1 - fraction_digits);
    constexpr word fractions = word{1} << fraction_digits;
    constexpr std::uint64_t seed = 20240229;
    random r{seed};
    for (word exponent = 0; exponent < exponents; ++exponent)
        for (int i = 0; i < 300; ++i) {
            const word fraction = i < 4    ? static_cast<word>(i)
                                  : i < 8  ? static_cast<word>(fractions - static_cast<word>(i - 3))
                                  : i < 30 ? static_cast<word>(fractions >> (i - 7))
                                           : static_cast<word>(r.below(fractions));
            const Real x = std::bit_cast<Real>(static_cast<word>(exponent * fractions + fraction));
            const Real root = kpi::detail::root_by_digits(x), expected = kpi::sqrt(x);
            CAPTURE(x);
            if (expected == expected)
                REQUIRE(bits(root) == bits(expected));
            else
                REQUIRE(root != root);
        }
}

} // namespace
} // namespace kpi::test
