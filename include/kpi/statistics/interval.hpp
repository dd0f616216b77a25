// SPDX-License-Identifier: MIT
#pragma once

/// The range of a proportion's true rate, by the score interval of E. B. Wilson ("Probable inference, the law
/// of succession, and statistical inference", JASA 22, 1927): the rates p with
/// |part/whole - p| <= z sqrt(p (1 - p) / whole). It stays within 0..1 and is sound for small samples and
/// rates near 0 and 1. It assumes that the trials are independent: for touches of one prospect it is too
/// narrow, and a team that is counted has none (METRICS.md, section 1, rules 3 and 4).

#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>

#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// From low to high, both within.
template <binary_real Real> struct interval {
    Real low{};  ///< in 0..1 for a rate, and within
    Real high{}; ///< at least low

    /// Both ends are within.
    [[nodiscard]] constexpr bool contains(Real x) const noexcept { return low <= x && x <= high; }

    friend constexpr bool operator==(const interval &, const interval &) = default;
};

/// How many standard errors an interval reaches to either side. A type of its own, since a bare 0.95 could be
/// a level, and would make an interval of half the width.
template <binary_real Real> struct z_score {
    Real value{}; ///< standard errors, 0 or more

    /// Explicit: a bare number could be a level.
    constexpr explicit z_score(Real value_) noexcept : value{value_} {}

    friend constexpr bool operator==(z_score, z_score) = default;
};

/// The quantiles of the normal distribution for two-sided confidence of 90, 95 and 99 %.
template <binary_real Real = double> inline constexpr z_score<Real> z_90{Real(1.6448536269514722)};
template <binary_real Real = double> inline constexpr z_score<Real> z_95{Real(1.9599639845400545)}; ///< 95 %
template <binary_real Real = double> inline constexpr z_score<Real> z_99{Real(2.5758293035489004)}; ///< 99 %

/// The same by the level of confidence.
enum class level : unsigned char { of_90, of_95, of_99 };
/// The z of a level.
template <binary_real Real = double> [[nodiscard]] constexpr z_score<Real> z_of(level l) noexcept {
    return l == level::of_90 ? z_90<Real> : l == level::of_95 ? z_95<Real> : z_99<Real>;
}

/// The interval at z; from 0 for no part, to 1 for the whole. Absent for an empty, incoherent or saturated
/// proportion, and for a z that is negative or has no finite square. One square root.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>> wilson(const proportion<C> &p,
                                                             z_score<Real> at = z_95<Real>) noexcept {
    const Real z = at.value;
    if (!p.has_value() || !p.coherent() || p.saturated() || !(z >= Real(0))) return std::nullopt;
    const Real part = Real(p.part), whole = Real(p.whole), rest = Real(p.whole - p.part);
    // The roots of whole (part/whole - p)^2 = z^2 p (1 - p), multiplied out by whole.
    const Real z2 = z * z;
    const Real middle = (part + z2 / Real(2)) / (whole + z2);
    const Real half = z / (whole + z2) * sqrt(part / whole * rest + z2 / Real(4));
    const Real low = p.part == C{0} || middle < half ? Real(0) : middle - half;
    const Real high = p.part == p.whole || Real(1) < middle + half ? Real(1) : middle + half;
    if (!(low <= high)) return std::nullopt;
    return interval<Real>{low, high};
}

/// The interval at a level of confidence.
template <binary_real Real = double, counter C>
[[nodiscard]] constexpr std::optional<interval<Real>> wilson(const proportion<C> &p, level l) noexcept {
    return wilson<Real>(p, z_of<Real>(l));
}
/// Fails with a sentence for a bare number.
template <binary_real Real = double, counter C, class Number>
requires std::is_arithmetic_v<Number>
constexpr std::optional<interval<Real>> wilson(const proportion<C> &, Number) noexcept {
    constexpr bool said_what_it_is = !std::is_arithmetic_v<Number>;
    static_assert(said_what_it_is,
                  "wilson: a bare number could be a level or a z: say level::of_95 or z_score{1.96}");
    return std::nullopt;
}

} // namespace kpi::inline v1::statistics
