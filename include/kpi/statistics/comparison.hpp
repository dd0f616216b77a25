// SPDX-License-Identifier: MIT
#pragma once

/// Compares two rates: an A/B test, one team with another (METRICS.md, section 8). The difference is exact,
/// and z is the pooled two-proportion score: the difference over its standard error if both were one rate,
/// z^2 = (p1 - p2)^2 / (P (1 - P) (1/n1 + 1/n2)) with P = (x1 + x2) / (n1 + n2). |z| of at least 1.96 is
/// called significant at 5 %. It assumes that the trials are independent. To compare two volumes, use a sales
/// lift (formula/).

#include <kpi/core/checked.hpp>
#include <kpi/core/fraction.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1::statistics {

/// a - b, in -1..1 for coherent ones: (x1 n2 - x2 n1) / (n1 n2). Absent if either is absent or saturated, and
/// where a product does not fit in 64 bits; products of 32-bit counts all do.
template <counter C>
[[nodiscard]] constexpr fraction<std::uint64_t> difference(const proportion<C> &a,
                                                           const proportion<C> &b) noexcept {
    using word = std::uint64_t;
    if (a.saturated() || b.saturated()) return {};
    const auto x1 = checked_multiply<word>(a.part, b.whole);
    const auto x2 = checked_multiply<word>(b.part, a.whole);
    const auto n = checked_multiply<word>(a.whole, b.whole);
    return x1 && x2 && n ? fraction<word>::of_difference(*x1, *x2, *n) : fraction<word>{};
}

/// z^2 in any real type, exact in a rational one. Absent if the difference is, for an incoherent proportion,
/// and if both are 0 or both are 1: then there is nothing to measure the difference by.
template <class Real = double, counter C>
[[nodiscard]] constexpr std::optional<Real> z_squared(const proportion<C> &a, const proportion<C> &b) {
    static_assert(can_hold_a_rate<Real>());
    const fraction<std::uint64_t> d = difference(a, b);
    if (!d.has_value() || !a.coherent() || !b.coherent()) return std::nullopt;
    const std::uint64_t part =
        std::uint64_t{a.part} + b.part; // fits, as n1 * n2 does and neither is saturated
    const std::uint64_t rest = std::uint64_t{a.whole} + b.whole - part;
    if (part == 0 || rest == 0) return std::nullopt;
    // With d = D / (n1 n2) the above is D^2 N / (n1 n2 X (N - X)); in this order no factor leaves the range
    // of float.
    const Real size = Real(d.numerator);
    return size / Real(d.denominator) * (size / Real(part)) * (Real(part + rest) / Real(rest));
}

/// z, with the sign of a - b. Absent if z^2 is.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<Real> z(const proportion<C> &a, const proportion<C> &b) noexcept {
    const std::optional<Real> squared = z_squared<Real>(a, b);
    if (!squared) return std::nullopt;
    return difference(a, b).negative ? -sqrt(*squared) : sqrt(*squared);
}

} // namespace kpi::inline v1::statistics
