// SPDX-License-Identifier: MIT
#pragma once

/// Whether cases of two groups end by one cause at different speeds, while some are still open: the log-rank
/// test (N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its
/// consideration", Cancer Chemotherapy Reports 50, 1966). At each end it compares how many of `a` ended with
/// how many should have, if both groups ended alike. Where other causes compete (lost with won), give a case
/// that ended otherwise as still open until the age that it would have on the as-of day. The test then
/// compares cumulative incidences: J. P. Fine and R. J. Gray, "A proportional hazards model for the
/// subdistribution of a competing risk", JASA 94, 1999, section 3.1; it is R. J. Gray's test of such data.

#include <kpi/core/math.hpp>
#include <kpi/core/span_of.hpp>
#include <kpi/statistics/incidence.hpp>
#include <kpi/statistics/normal.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1::statistics {

/// How far two groups are apart, in standard errors, and how often chance alone brings them that far.
template <binary_real Real> struct test_result {
    Real z{}; ///< above 0 where `a` is ahead: it ends sooner, or its values are smaller
    Real p{}; ///< 0..1, two-sided

    friend constexpr bool operator==(const test_result &, const test_result &) = default;
};

namespace detail {

/// Two-sided, by the normal distribution.
template <binary_real Real> [[nodiscard]] constexpr test_result<Real> result_of(Real z) noexcept {
    return {z, Real(2) * *normal_cdf(z < Real(0) ? z : -z)};
}

/// How many of the cases from `from` on end at a time by the cause; moves past them.
template <class Time>
[[nodiscard]] constexpr std::uint64_t end_at(std::span<const course<Time>> cases, std::size_t &from,
                                             const Time &time, std::uint8_t cause) noexcept {
    std::uint64_t n = 0;
    for (; from < cases.size() && !(time < cases[from].until); ++from)
        if (cases[from].cause == cause) ++n;
    return n;
}

} // namespace detail

/// The test of two groups of cases that ascend by `until`, for the ends by `cause`; a case that ended by any
/// other counts as still open. Absent where no end tells anything: without ends, or if only one group is at
/// risk at all of them. O(cases), no memory.
template <binary_real Real = double, contiguous R>
[[nodiscard]] constexpr std::optional<test_result<Real>> log_rank(const R &a, const R &b,
                                                                  std::uint8_t cause = 1) noexcept {
    const auto in_a = span_of(a), in_b = span_of(b);
    Real ahead{0}, variance{0};
    for (std::size_t i = 0, j = 0; i < in_a.size() && j < in_b.size();) {
        const auto time = in_b[j].until < in_a[i].until ? in_b[j].until : in_a[i].until;
        const Real n_a = Real(in_a.size() - i), n_b = Real(in_b.size() - j), n = n_a + n_b;
        const Real of_a = Real(detail::end_at(in_a, i, time, cause));
        const Real all = of_a + Real(detail::end_at(in_b, j, time, cause));
        ahead += of_a - all * n_a / n;
        if (n > Real(1)) variance += all * (n - all) / (n - Real(1)) * (n_a / n) * (n_b / n);
    }
    if (!(Real(0) < variance)) return std::nullopt;
    return detail::result_of(ahead / sqrt(variance));
}

} // namespace kpi::inline v1::statistics
