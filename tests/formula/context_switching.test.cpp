// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/context_switching.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool switches_in_an_active_hour() {
    expect(context_switches(4_n, 2_n * 3600_n).per_hour<rational>() == rational{2});        // A37
    expect(*context_switches(1_n, 185_n).per_hour<rational>() * 8_q == rational{5760, 37}); // A38: in 8 hours
    expect(!context_switches(4_n, 0_n).has_value());
    return true;
}
static_assert(switches_in_an_active_hour());
TEST_CASE("A37, A38: switches in an active hour, and in a day") { CHECK(switches_in_an_active_hour()); }

constexpr bool what_a_switch_costs() {
    expect(seconds_lost_per_switch<rational>() == rational{777, 16}); // A39
    expect(21_q / 10_q * 3600_q / rational{5760, 37} ==
           seconds_lost_per_switch<rational>());                           // its derivation
    expect(context_switching_cost(20_q, 8_q) == rational{259, 120});       // A40
    expect(context_switching_cost(5_q, 8_q) == rational{259, 480});        // A41
    expect(context_switching_cost(0_q, 8_q) == rational{0});               // A42
    expect(context_switching_cost(3_q / 8_q, 8_q) == rational{259, 6400}); // A43: 3 a day
    expect(context_switching_cost(200_q, 8_q) == rational{8});             // A44: not more than the day
    expect(productive_hours(8_q) == rational{24, 5});                      // A45
    expect(productive_hours(8_q, 1_q / 4_q) == rational{6});
    return true;
}
static_assert(what_a_switch_costs());
TEST_CASE("A39 to A45: what switching costs") { CHECK(what_a_switch_costs()); }

constexpr bool a_float_stays_a_float() {
    expect(context_switching_cost(opaque(5.0f), opaque(8.0f)) == 5.0f * 8.0f * 48.5625f / 3600.0f);
    expect(context_switching_cost(opaque(200.0), opaque(8.0)) == 8.0);
    expect(productive_hours(opaque(8.0f)) == 8.0f * (1.0f - 0.4f));
    return true;
}
static_assert(a_float_stays_a_float());
static_assert(std::same_as<decltype(context_switching_cost(1.0f, 1.0f)), std::optional<float>>);
TEST_CASE("a float stays a float") { CHECK(a_float_stays_a_float()); }

TEST_CASE("of what is not a number nothing is answered") { // arithmetic with it is no constant
    const float none = opaque(std::numeric_limits<float>::quiet_NaN());
    CHECK(!context_switching_cost(none, 8.0f));
    CHECK(!context_switching_cost(5.0f, none));
    CHECK(!productive_hours(none));
}

} // namespace
} // namespace kpi::test
