// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include <kpi/statistics/confidence.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

using namespace statistics;

constexpr bool a_level_has_its_tails_and_its_z() {
    const confidence<double> usual = level::of_95;
    expect(usual.outside() == 0.05 && usual.tail() == 0.025 && usual.defined());
    expect(near(z_of(usual).value, z_95<>.value, 5e-15));
    expect(near(z_of(confidence<double>{level::of_90}).value, z_90<>.value, 5e-15));
    expect(near(z_of(confidence<double>{level::of_99}).value, z_99<>.value, 5e-15));
    expect(near(z_of(confidence{opaque(0.8)}).value, 1.2815515655446004, 5e-15));
    expect(near(z_of(confidence{opaque(0.8f)}).value, 1.2815515655446004f, 1e-6));
    return true;
}
static_assert(a_level_has_its_tails_and_its_z());
TEST_CASE("a level has its tails and its z") { CHECK(a_level_has_its_tails_and_its_z()); }

constexpr bool a_level_that_is_none_has_no_interval() {
    for (const double x : {0.0, 1.0, -0.5, 1.5}) {
        expect(!confidence{opaque(x)}.defined());
        expect(!wilson(proportion{1u, 4u}, z_of(confidence{opaque(x)})));
    }
    return true;
}
static_assert(a_level_that_is_none_has_no_interval());
TEST_CASE("at a level that is none there is no interval") {
    CHECK(a_level_that_is_none_has_no_interval());
    CHECK(!confidence{opaque(std::numeric_limits<double>::quiet_NaN())}.defined());
}

} // namespace
} // namespace kpi::test
