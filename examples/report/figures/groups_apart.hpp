// SPDX-License-Identifier: MIT
#pragma once

/// Whether one of two groups is ahead: by the ranks of its times, such as the days that won deals took; if
/// cases are still open, by the share of them that has got to its end at each age; or by its net promoter
/// score.

#include "figures/courses.hpp"
#include "figures/figure.hpp"
#include <kpi/core/score.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/statistics/rank_sum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// Where a book holds one group's figure, and on how many that figure rests.
struct group_on_board {
    std::uint32_t group;
    std::size_t slot;
    std::uint64_t n;
};

/// Whether M is a board's quantiles of times.
template <const auto &M, class Board>
inline constexpr bool has_ranked_times = [] {
    using rank = std::uint64_t;
    if constexpr (Board::template readable<M, rank, rank>)
        if constexpr (requires(const Board &board, rank n) { board.template get<M>(n, n).too_few; }) {
            using time = decltype(std::declval<const Board &>().template get<M>(rank{}, rank{}).low);
            const std::string_view unit = kpi::figure_of<M>().unit;
            return kpi::statistics::short_number<time> && (unit == "s" || unit == "days");
        }
    return false;
}();

/// The least and the greatest value that each of n times can have, both in ascending order.
struct ranked_times {
    std::vector<std::uint32_t> least, greatest;
};
template <const auto &M> [[nodiscard]] ranked_times ranked_in(const auto &board, std::uint64_t n) {
    ranked_times all;
    for (std::uint64_t rank = 1; rank <= n;) {
        const auto bucket = board.template get<M>(rank, n);
        std::uint64_t last = rank, past = n + 1; // of this bucket, and of the one after it
        while (past - last > 1) {
            const std::uint64_t middle = last + (past - last) / 2;
            (board.template get<M>(middle, n).low == bucket.low ? last : past) = middle;
        }
        all.least.insert(all.least.end(), past - rank, bucket.low);
        all.greatest.insert(all.greatest.end(), past - rank, bucket.high);
        rank = past;
    }
    return all;
}

/// By ranks, in a unit of so many seconds, and the range at the outer edges of the buckets. Nothing if a
/// group has fewer than eight times.
[[nodiscard]] std::optional<groups_apart> times_apart(const ranked_times &a, const ranked_times &b,
                                                      double unit, double confidence);
/// Scores of different people, in points.
[[nodiscard]] std::optional<groups_apart> scores_apart(const kpi::score<std::uint64_t> &a,
                                                       const kpi::score<std::uint64_t> &b, double confidence);
/// By the share that has got there at each age.
[[nodiscard]] std::optional<groups_apart> courses_apart(const courses &a, const courses &b, outcomes causes,
                                                        kpi::instant now);

} // namespace report
