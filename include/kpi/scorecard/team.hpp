// SPDX-License-Identifier: MIT
#pragma once

/// A team's figures side by side: what one metric says of each of the first `reps` groups, those with nothing
/// too, as integers that the functions of statistics/skew.hpp take (gini, top_share). The number of reps is
/// the caller's: an array that is larger than the team has no reps to show for it (METRICS.md, section 8).

#include <kpi/accumulator/by.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
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

} // namespace kpi::inline v1
