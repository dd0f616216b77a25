// SPDX-License-Identifier: MIT
#pragma once

/// Whether two figures of the same things go together (years of relationship and interactions a quarter,
/// workload and acquisition rate): Pearson's r, -1..1. It takes x and y as distances from the first point, so
/// that figures that are all alike spread by exactly 0. With Sxy the sum of (x - mean x)(y - mean y), r = Sxy
/// / sqrt(Sxx Syy). It says nothing about causes. Absent for fewer than two points, and where x or y never
/// changes (METRICS.md, section 7).

#include <kpi/core/math.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/span_of.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace kpi::inline v1::statistics {

/// Two figures of one thing.
template <class T> struct point {
    T x{}; ///< the first measurement
    T y{}; ///< the second one of the same case
};
template <class T> point(T, T) -> point<T>;

namespace detail {

/// Sums of squares and products about the means.
template <class Real> struct spread {
    Real xx{0}, xy{0}, yy{0};

    /// Both vary, by no more than a number can tell.
    [[nodiscard]] constexpr bool defined() const {
        return Real(0) < xx && Real(0) < yy && xx - xx == Real(0) && yy - yy == Real(0);
    }
};

/// xy / sqrt(xx yy), for xx and yy above 0: the slope, told in their own spread, as that rounds least. If the
/// spreads are too far apart for their quotient to tell it, it divides by one after the other.
template <binary_real Real> [[nodiscard]] constexpr Real correlation_of(const spread<Real> &s) noexcept {
    const Real apart = s.xx / s.yy;
    const bool told = Real(1e-30) < apart && apart < Real(1e30);
    const Real r = told ? s.xy / s.xx * sqrt(apart) : s.xy / sqrt(s.xx) / sqrt(s.yy);
    return r < Real(-1) ? Real(-1) : Real(1) < r ? Real(1) : r;
}

template <class Real, class T>
[[nodiscard]] constexpr spread<Real> spread_of(std::span<const point<T>> points) {
    spread<Real> s;
    if (points.empty()) return s;
    const auto x = [&](const point<T> &p) { return Real(p.x) - Real(points[0].x); };
    const auto y = [&](const point<T> &p) { return Real(p.y) - Real(points[0].y); };
    Real mean_x{0}, mean_y{0};
    for (const point<T> &p : points) {
        mean_x = mean_x + x(p);
        mean_y = mean_y + y(p);
    }
    mean_x = mean_x / Real(points.size());
    mean_y = mean_y / Real(points.size());
    for (const point<T> &p : points) {
        const Real dx = x(p) - mean_x, dy = y(p) - mean_y;
        s.xx = s.xx + dx * dx;
        s.xy = s.xy + dx * dy;
        s.yy = s.yy + dy * dy;
    }
    return s;
}

} // namespace detail

/// r of a range of points. O(points), two passes and a square root.
template <binary_real Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<Real> pearson(const R &points) noexcept {
    const auto s = detail::spread_of<Real>(span_of(points));
    return s.defined() ? std::optional<Real>{detail::correlation_of(s)} : std::nullopt;
}

/// r^2 of a range of points, 0..1, in any real type, exact in a rational one: how much of one figure's spread
/// goes with the other's. O(points), two passes.
template <class Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<Real> pearson_squared(const R &points) {
    static_assert(can_hold_a_rate<Real>());
    if constexpr (binary_real<Real>) {
        const std::optional<Real> r = pearson<Real>(points);
        return r ? std::optional<Real>{*r * *r} : std::nullopt;
    } else {
        const auto s = detail::spread_of<Real>(span_of(points));
        return s.defined() ? std::optional<Real>{s.xy / s.xx * (s.xy / s.yy)} : std::nullopt;
    }
}

} // namespace kpi::inline v1::statistics
