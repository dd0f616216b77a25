// SPDX-License-Identifier: MIT
#pragma once

/// A team's figures side by side: what one metric says of each of the first `reps` groups, those with nothing
/// too, as integers that the functions of statistics/skew.hpp take (gini, top_share). The number of reps is
/// the caller's: an array that is larger than the team has no reps to show for it (METRICS.md, section 8).
/// `share_of_total` is what some of the groups have of all: a location's volume, the outbound deals;
/// `correlation` asks whether two figures of the reps go together: workload and acquisition rate.

#include <kpi/accumulator/by.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/statistics/correlation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

template <std::size_t N> struct team_figures {
    std::array<std::uint64_t, N> figure{};
    std::size_t reps{};

    [[nodiscard]] constexpr std::span<const std::uint64_t> all() const noexcept {
        return {figure.data(), reps};
    }
    /// 1 for the greatest; reps that are alike share the better rank. 0 for a rep that there is not.
    [[nodiscard]] constexpr std::size_t rank(std::size_t rep) const noexcept {
        if (rep >= reps) return 0;
        std::size_t ahead = 0;
        for (std::size_t i = 0; i < reps; ++i)
            ahead += std::size_t{figure[i] > figure[rep]};
        return ahead + 1;
    }
};

/// The figures of a metric that counts or adds up. Cost: one read a rep.
template <const auto &M, const auto &Dimension, std::size_t N, class A>
[[nodiscard]] constexpr team_figures<N> figures(const by<Dimension, N, A> &team, std::size_t reps) noexcept {
    team_figures<N> out;
    out.reps = reps < N ? reps : N;
    for (std::size_t i = 0; i < out.reps; ++i)
        out.figure[i] = team[i].template get<M>().n;
    return out;
}

/// All but the k groups of the greatest figure of M, merged, the reps past the end of the team left out: what
/// the team is without its superstars. Other is in no team. Of equal figures the first are the top.
template <const auto &M, const auto &Dimension, std::size_t N, class A>
[[nodiscard]] constexpr A total_without_top(const by<Dimension, N, A> &team, std::size_t k) noexcept {
    A rest{};
    for (std::size_t i = 0; i < N; ++i) {
        std::size_t ahead = 0;
        for (std::size_t j = 0; j < N && ahead < k; ++j) {
            const auto theirs = team[j].template get<M>().n, mine = team[i].template get<M>().n;
            ahead += std::size_t{theirs > mine || (theirs == mine && j < i)};
        }
        if (ahead >= k) rest += team[i];
    }
    return rest;
}

/// What the groups for which `chosen(key)` holds have of a count or a sum, of all groups and other. Exact;
/// absent while there is nothing. Cost: one read a group.
template <const auto &M, const auto &Dimension, std::size_t N, class A>
[[nodiscard]] constexpr ratio<std::uint64_t> share_of_total(const by<Dimension, N, A> &groups,
                                                            auto &&chosen) noexcept {
    ratio<std::uint64_t> share;
    for (std::size_t k = 0; k <= N; ++k) {
        const std::uint64_t here = groups[k].template get<M>().n;
        share += ratio<std::uint64_t>{k < N && chosen(k) ? here : 0, here};
    }
    return share;
}

/// Pearson's r of x(state) and y(state) across the groups that have both: two optional numbers each, as a
/// value's `value()`. Other is in no team. Absent for fewer than two, and where x or y never changes.
template <class Real = double, const auto &Dimension, std::size_t N, class A>
[[nodiscard]] constexpr std::optional<Real> correlation(const by<Dimension, N, A> &team, auto &&x, auto &&y) {
    std::array<statistics::point<Real>, N> points{};
    std::size_t n = 0;
    for (std::size_t k = 0; k < N; ++k)
        if (const std::optional<Real> a = x(team[k]), b = y(team[k]); a && b) points[n++] = {*a, *b};
    return statistics::pearson<Real>(std::span{points}.first(n));
}

} // namespace kpi::inline v1
