// SPDX-License-Identifier: MIT
#pragma once

/// Between which two of n ascending sample values a quantile of the population lies: by ranks, so that it
/// holds for every distribution (H. A. David and H. N. Nagaraja, "Order statistics", 3rd ed., 2003,
/// section 7.1). The number of the n below the quantile is binomial; its likeliest values are taken until
/// they have the level, so the ranks are as close as can be. The values stand at sorted[lower - 1] and
/// sorted[upper - 1]; for a histogram, take the outer edges, q.quantile(lower, n).low and
/// q.quantile(upper, n).high.

#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/detail/tails.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::statistics {

/// The ranks of two of n ascending values, from 1 on.
struct rank_range {
    std::uint64_t lower{}; ///< at least 1
    std::uint64_t upper{}; ///< at most n

    friend constexpr bool operator==(const rank_range &, const rank_range &) = default;
};

namespace detail {

/// A share strictly between 0 and 1.
[[nodiscard]] constexpr bool is_inner_share(const proportion<std::uint32_t> &share) noexcept {
    return 0 < share.part && share.part < share.whole;
}

} // namespace detail

/// The least n for which this quantile has a range: 1 - p^n - (1 - p)^n is at least the level. At 95 % that
/// is 6 for the median, 29 for {90, 100}, 59 for {95, 100}. Absent unless the share lies between 0 and 1. Two
/// logarithms and some steps.
template <binary_real Real = double>
[[nodiscard]] constexpr std::optional<std::uint64_t>
least_sample(const proportion<std::uint32_t> &share,
             std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    if (!detail::is_inner_share(share) || !at.defined()) return std::nullopt;
    const std::uint32_t rest = share.whole - share.part;
    const Real fewer = Real(share.part < rest ? share.part : rest) / Real(share.whole);
    const Real of_p = log1p(-fewer), of_q = log(fewer);
    auto n = static_cast<std::uint64_t>(log(at.outside()) / of_p); // with p^n alone: at most a few too small
    for (n = n < 2 ? 2 : n; exp(Real(n) * of_p) + exp(Real(n) * of_q) > at.outside();)
        ++n;
    return n;
}

/// The ranks between which the quantile {95, 100} of n values lies. Absent if n is below least_sample, and
/// unless the share lies between 0 and 1. Some sqrt(n) steps.
template <binary_real Real = double>
[[nodiscard]] constexpr std::optional<rank_range>
quantile_ranks(std::uint64_t n, const proportion<std::uint32_t> &share,
               std::type_identity_t<confidence<Real>> at = level::of_95) noexcept {
    const auto least = least_sample<Real>(share, at);
    if (!least || n < *least) return std::nullopt;
    const Real p = Real(share.part) / Real(share.whole), size = Real(n);
    const Real q = Real(share.whole - share.part) / Real(share.whole);
    auto middle = static_cast<std::uint64_t>((size + Real(1)) * p);
    middle = middle < 1 ? 1 : middle > n - 1 ? n - 1 : middle;
    std::uint64_t low = middle, high = middle; // how many lie below, from and to
    const auto before = [&](std::uint64_t k, Real chance) {
        return chance * Real(k) / (size - Real(k) + Real(1)) * (q / p);
    };
    const auto after = [&](std::uint64_t k, Real chance) {
        return chance * (size - Real(k)) / (Real(k) + Real(1)) * (p / q);
    };
    Real covered = exp(detail::log_binomial(Real(middle), size, p, q));
    Real down = before(middle, covered), up = after(middle, covered);
    constexpr Real alike = Real(1) - Real(256) * std::numeric_limits<Real>::epsilon();
    while (covered < Real(1) - at.outside() && (low > 1 || high < n - 1)) {
        const bool lower = low > 1 && (high == n - 1 || down >= up * alike);
        const bool upper = high < n - 1 && (low == 1 || up >= down * alike);
        if (lower) {
            covered += down;
            down = before(--low, down);
        }
        if (upper) { // both where they are alike, so that a median's ranks are as far from either end
            covered += up;
            up = after(++high, up);
        }
    }
    return rank_range{low, high + 1};
}

} // namespace kpi::inline v1::statistics
