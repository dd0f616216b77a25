// SPDX-License-Identifier: MIT
#pragma once

/// Rates of many groups, each drawn towards the typical group, the more so the fewer trials it has, so that 2
/// of 2 is not the best rep. The true rates are assumed to be beta distributed, the parts binomial, and the
/// two parameters are the likeliest ones (J. G. Skellam, "A probability distribution derived from the
/// binomial distribution by regarding the probability of success as variable between the sets of trials",
/// JRSS B 10, 1948; found as T. P. Minka does in "Estimating a Dirichlet distribution", 2000). On average,
/// the shrunk rate is closer to the truth than the raw one (tested).

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace kpi::inline v1::statistics {

/// How rates of groups are spread: a beta distribution, as if each group began with `won` of `won + lost`
/// trials.
template <binary_real Real> struct beta_prior {
    Real won{};  ///< trials won, as a real number above 0
    Real lost{}; ///< trials lost, likewise

    [[nodiscard]] constexpr Real mean() const noexcept { return won / (won + lost); } ///< 0..1
    /// A group's rate with these trials added, 0..1; the mean for a group without trials. Absent for an
    /// incoherent or saturated proportion.
    template <counter C>
    [[nodiscard]] constexpr std::optional<Real> shrunk(const proportion<C> &p) const noexcept {
        if (!p.coherent() || p.saturated()) return std::nullopt;
        return (Real(p.part) + won) / (Real(p.whole) + won + lost);
    }

    friend constexpr bool operator==(const beta_prior &, const beta_prior &) = default;
};

/// The fewest groups that tell how their rates are spread.
inline constexpr std::size_t least_groups = 5;

namespace detail {

/// psi(a + n) - psi(a), the sum of 1 / (a + i) for i below n: the first dozen as they are, the others by the
/// series of DLMF 5.11.2, in which no digit is lost.
template <binary_real Real> [[nodiscard]] constexpr Real digamma_step(Real a, std::uint64_t n) noexcept {
    Real sum{0};
    for (; n > 0 && (a < Real(12) || n < 12); --n, a += Real(1))
        sum += Real(1) / a;
    if (n == 0) return sum;
    const auto rest = [](Real x) {
        const Real y = Real(1) / (x * x);
        return Real(1) / (Real(2) * x) + y * (Real(1) / Real(12) - y * (Real(1) / Real(120) - y / Real(252)));
    };
    const Real end = a + Real(n);
    return sum + log1p(Real(n) / a) - rest(end) + rest(a);
}

/// How many trials a prior is worth, and its mean.
template <binary_real Real> struct prior_fit {
    Real size{};
    Real mean{};
};

/// Finds the likeliest mean for a size, from the fit's mean on, and answers which way the likelihood grows:
/// the derivative by the size.
template <binary_real Real, counter C>
[[nodiscard]] constexpr Real fit_mean(std::span<const proportion<C>> groups, prior_fit<Real> &fit) noexcept {
    Real won{0}, lost{0};
    for (int i = 0; i < 200; ++i) {
        const Real before = fit.mean, a = fit.size * before, b = fit.size - a;
        won = lost = Real(0);
        for (const proportion<C> &p : groups) {
            won += digamma_step(a, p.part);
            lost += digamma_step(b, p.whole - p.part);
        }
        fit.mean = before * won / (before * won + (Real(1) - before) * lost);
        const Real moved = fit.mean < before ? before - fit.mean : fit.mean - before;
        if (!(moved > Real(4) * std::numeric_limits<Real>::epsilon() * before)) break;
    }
    Real both{0};
    for (const proportion<C> &p : groups)
        both += digamma_step(fit.size, p.whole);
    return fit.mean * won + (Real(1) - fit.mean) * lost - both;
}

/// Whether groups differ by more than trials do: the derivative of the likelihood by the variance between
/// them where that is 0 (R. E. Tarone, "Testing the goodness of fit of the binomial distribution", Biometrika
/// 66, 1979), in the signed excess of their squares.
template <binary_real Real, counter C>
[[nodiscard]] constexpr bool differ_beyond_trials(std::span<const proportion<C>> groups, Real mean) noexcept {
    Real excess{0};
    for (const proportion<C> &p : groups) {
        const Real off = Real(p.part) - Real(p.whole) * mean;
        excess += off * off - Real(p.part) * (Real(1) - mean) * (Real(1) - mean) -
                  Real(p.whole - p.part) * mean * mean;
    }
    return Real(0) < excess;
}

} // namespace detail

/// How the rates of these groups are spread. Groups without trials are left out. Absent for fewer than five
/// others, if one is incoherent or saturated, and if they differ by no more than trials of one rate do: then
/// nothing ranks them. O(groups), some hundred times.
template <binary_real Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<beta_prior<Real>> fit_beta_prior(const R &groups) noexcept {
    const auto all = span_of(groups);
    std::size_t n = 0;
    Real part{0}, whole{0};
    for (const auto &p : all) {
        if (!p.coherent() || p.saturated()) return std::nullopt;
        if (p.has_value()) ++n;
        part += Real(p.part);
        whole += Real(p.whole);
    }
    if (n < least_groups || !(Real(0) < part && part < whole)) return std::nullopt;
    detail::prior_fit<Real> fit{Real(1), part / whole};
    if (!detail::differ_beyond_trials(all, fit.mean)) return std::nullopt;
    // The likelihood grows with the size up to its top, and falls from there on: halved in its logarithm. A
    // prior of more trials than that, or fewer, is not told from the outermost one.
    Real low{-16}, high{16};
    for (int i = 0; i < 32; ++i) {
        const Real middle = low + (high - low) / Real(2);
        fit.size = exp(middle);
        (detail::fit_mean(all, fit) > Real(0) ? low : high) = middle;
    }
    return beta_prior<Real>{fit.size * fit.mean, fit.size - fit.size * fit.mean};
}

} // namespace kpi::inline v1::statistics
