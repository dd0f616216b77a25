// SPDX-License-Identifier: MIT
#pragma once

/// The share of cases that has come to one end within a time, such as won, while others end otherwise, such
/// as lost, and some are still open: the cumulative incidence (O. O. Aalen and S. Johansen, "An empirical
/// transition matrix for non-homogeneous Markov chains based on censored observations", Scandinavian Journal
/// of Statistics 5, 1978). One less Kaplan and Meier's curve, which takes the lost as still open, tells a
/// greater share than any that will ever be won. With only one way to end, the two are the same.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/span_of.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/interval.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The curve ends where fewer than this many cases are still followed.
inline constexpr std::uint64_t least_at_risk = 10;

/// The curve up to a time, with its variance. Starts at 0.
template <binary_real Real = double> class incidence {
public:
    /// Takes the next time at which cases end: of the `at_risk` open until then, `by_cause` end by the cause
    /// and `otherwise` by others. Ends of more cases than were at risk are left out.
    constexpr void step(std::uint64_t at_risk, std::uint64_t by_cause, std::uint64_t otherwise) noexcept {
        if (at_risk == 0) return;
        by_cause = by_cause < at_risk ? by_cause : at_risk;
        otherwise = otherwise < at_risk - by_cause ? otherwise : at_risk - by_cause;
        const Real n = Real(at_risk), of_cause = Real(by_cause) / n, of_all = Real(by_cause + otherwise) / n;
        // By P. K. Andersen, O. Borgan, R. D. Gill and N. Keiding, "Statistical models based on counting
        // processes", 1993, eq. 4.4.20: earlier uncertainty is carried on, and the binomial variance of this
        // step is added.
        const Real rest = Real(1) - of_all, fresh = open_ * open_ / n;
        variance_ += of_cause * (Real(2) * both_ + of_cause * variance_of_open_) +
                     fresh * of_cause * (Real(1) - of_cause);
        both_ = rest * (both_ + of_cause * variance_of_open_) - fresh * of_cause * rest;
        variance_of_open_ = rest * rest * variance_of_open_ + fresh * of_all * rest;
        value_ += open_ * of_cause;
        open_ *= rest;
    }

    /// The share that has ended by the cause, 0..1.
    [[nodiscard]] constexpr Real value() const noexcept { return value_; }
    /// The share that has not ended at all: Kaplan and Meier's curve of all ends.
    [[nodiscard]] constexpr Real open() const noexcept { return open_; }
    /// The variance of the value; with one way to end it is Greenwood's.
    [[nodiscard]] constexpr Real variance() const noexcept { return variance_; }
    /// The range of the value, symmetric in log(-log(1 - value)), so that it stays within 0..1 (J. D.
    /// Kalbfleisch and R. L. Prentice, "The statistical analysis of failure time data", 2nd ed., 2002,
    /// section 1.4). Absent at 0 and 1.
    [[nodiscard]] constexpr std::optional<interval<Real>>
    range(confidence<Real> at = level::of_95) const noexcept {
        return range(z_of(at));
    }
    /// The same for a z that you have: its quantile takes longer than the rest.
    [[nodiscard]] constexpr std::optional<interval<Real>> range(z_score<Real> z) const noexcept {
        if (!(Real(0) < value_ && value_ < Real(1)) || !(z.value == z.value)) return std::nullopt;
        const Real hazard = -log1p(-value_);
        const Real factor = exp(z.value * sqrt(variance_) / ((Real(1) - value_) * hazard));
        return interval<Real>{Real(1) - exp(-hazard / factor), Real(1) - exp(-hazard * factor)};
    }

    friend constexpr bool operator==(const incidence &, const incidence &) = default;

private:
    Real value_{0}, open_{1};
    Real variance_{0}, variance_of_open_{0}, both_{0};
};

/// How long one case has been followed, and what has ended it (0: nothing so far).
template <std::totally_ordered Time> struct course {
    Time until{};         ///< the age when it was last seen
    std::uint8_t cause{}; ///< from 1 on; 0: still open
};

namespace detail {

/// Calls visit(time, curve, at risk) at each time at which cases end, until it answers false.
template <binary_real Real, class Time>
constexpr void walk_incidence(std::span<const course<Time>> cases, std::uint8_t cause,
                              std::span<const Time> entries, auto &&visit) noexcept {
    incidence<Real> curve;
    std::size_t left = 0, entered = 0; // before this time
    const std::size_t from_the_start = cases.size() - entries.size();
    while (left < cases.size()) {
        const Time now = cases[left].until;
        while (entered < entries.size() && entries[entered] < now)
            ++entered;
        const std::size_t came = from_the_start + entered, at_risk = came < left ? 0 : came - left;
        std::uint64_t by_cause = 0, otherwise = 0;
        for (; left < cases.size() && !(now < cases[left].until);
             ++left) // ends come before what is still open
            if (cases[left].cause != 0) ++(cases[left].cause == cause ? by_cause : otherwise);
        curve.step(at_risk, by_cause, otherwise);
        if (by_cause + otherwise != 0 && !visit(now, curve, at_risk)) return;
    }
}

/// How many cases are followed at a time: they came before it and had not left.
template <class Time>
[[nodiscard]] constexpr std::size_t followed_at(std::span<const course<Time>> cases,
                                                std::span<const Time> entries, const Time &time) noexcept {
    std::size_t left = 0, to_come = 0;
    for (const course<Time> &c : cases)
        left += c.until < time ? 1 : 0;
    for (const Time &entry : entries)
        to_come += entry < time ? 0 : 1;
    const std::size_t came = cases.size() - to_come;
    return came < left ? 0 : came - left;
}

} // namespace detail

/// The curve at a time: which share had ended by `cause` within it. `cases` ascend by `until`. A case that
/// came under observation only at some age (it was open when the log began) has that age among `entries`,
/// which ascend, are below the case's `until`, and are no more than the cases. At equal times cases end
/// before others are lost from sight. Absent where fewer than `least` are still followed at that time.
/// O(cases), no memory.
template <binary_real Real = double, contiguous R, class Time = decltype(element_of<R>::until)>
[[nodiscard]] constexpr std::optional<incidence<Real>>
incidence_at(const R &cases, std::uint8_t cause, const std::type_identity_t<Time> &time,
             std::type_identity_t<std::span<const Time>> entries = {},
             std::uint64_t least = least_at_risk) noexcept {
    const auto all = span_of(cases);
    if (all.size() < entries.size() || detail::followed_at(all, entries, time) < least) return std::nullopt;
    incidence<Real> reached;
    detail::walk_incidence<Real>(all, cause, entries,
                                 [&](const Time &now, const incidence<Real> &curve, std::size_t) {
                                     if (time < now) return false;
                                     reached = curve;
                                     return true;
                                 });
    return reached;
}

/// The first time at which the share `p` of all had ended by `cause`: 0.5 for the median. Absent where the
/// curve does not reach it while `least` are followed. Cases and cost as above.
template <binary_real Real = double, contiguous R, class Time = decltype(element_of<R>::until)>
[[nodiscard]] constexpr std::optional<Time>
incidence_quantile(const R &cases, std::uint8_t cause, std::type_identity_t<Real> p,
                   std::type_identity_t<std::span<const Time>> entries = {},
                   std::uint64_t least = least_at_risk) noexcept {
    std::optional<Time> reached;
    const auto all = span_of(cases);
    if (all.size() < entries.size()) return reached;
    detail::walk_incidence<Real>(all, cause, entries,
                                 [&](const Time &now, const incidence<Real> &curve, std::size_t at_risk) {
                                     if (at_risk < least) return false;
                                     if (curve.value() < p) return true;
                                     reached = now;
                                     return false;
                                 });
    return reached;
}

} // namespace kpi::inline v1::statistics
