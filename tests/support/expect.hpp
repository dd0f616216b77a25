// SPDX-License-Identifier: MIT
#pragma once

/// Dual-run bodies use this instead of CHECK, which is no constant expression. At run time a broken
/// expectation is a doctest failure at its own line, and the body goes on; under static_assert it is the call
/// at which the compiler stops and which it prints, with its line.
///
///     constexpr bool halves_round_away_from_zero() {
///         expect(proportion{opaque(1u), opaque(2u)}.per(1) == 1);
///         return true;
///     }
///     static_assert(halves_round_away_from_zero());
///     TEST_CASE("halves round away from zero") { CHECK(halves_round_away_from_zero()); }

#include <doctest/doctest.h>

namespace kpi::test {

namespace detail {
// Not constexpr: the compiler prints its name.
inline void this_expectation_does_not_hold(const char *file, int line) {
    ADD_FAIL_CHECK_AT(file, line, "an expectation does not hold");
}
} // namespace detail

// The built-ins, because Clang 14 has no std::source_location.
constexpr void expect(bool holds, const char *file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (!holds) detail::this_expectation_does_not_hold(file, line);
}

} // namespace kpi::test
