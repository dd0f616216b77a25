// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/cardinality.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace kpi::test {
namespace {

constexpr bool a_count_has_no_error_and_an_estimate_says_its_own() {
    const cardinality counted{opaque(std::uint64_t{7})}, estimated{opaque(std::uint64_t{5000}), 4096};
    expect(!counted.estimated() && counted.relative_standard_error() == 0.0 && counted.value() == 7.0);
    expect(estimated.estimated() && estimated.value() == 5000.0 && estimated.per(1) == 5000);
    const double error = estimated.relative_standard_error();
    expect(0.011888 < error && error < 0.011889); // sqrt(ln 2 / 1.19733...) / 64
    expect(estimated.relative_standard_error<float>() > 0.0118f);
    return true;
}
static_assert(a_count_has_no_error_and_an_estimate_says_its_own());
TEST_CASE("a count has no error, an estimate says its own") {
    CHECK(a_count_has_no_error_and_an_estimate_says_its_own());
}

constexpr bool none_are_none() {
    expect(cardinality{}.has_value() && cardinality{}.value() == 0.0 && !cardinality{}.estimated());
    expect(cardinality{opaque(~std::uint64_t{0}), 16}.saturated() && !cardinality{5, 16}.saturated());
    expect(cardinality{5} != cardinality{5, opaque(16u)}); // a count is no estimate
    return true;
}
static_assert(none_are_none());
TEST_CASE("nothing seen is none, not absent") { CHECK(none_are_none()); }

TEST_CASE("the standard error is sqrt(ln 2 / zeta(2, 5/4)) of one register") {
    double zeta = 0; // summed from the small end, the rest as an integral
    for (int k = 200'000; k-- > 0;)
        zeta += 1 / ((k + 1.25) * (k + 1.25));
    zeta += 1 / (200'000 + 0.75);
    CHECK(cardinality{1, 1}.relative_standard_error() ==
          doctest::Approx(std::sqrt(std::log(2.0) / zeta)).epsilon(1e-9));
}

} // namespace
} // namespace kpi::test
