// SPDX-License-Identifier: MIT
#pragma once

/// Whether one of two groups is ahead: by the ranks of its times, such as the days that won deals took; where
/// cases are still open, by the share of them that has got to its end at each age; and by its net promoter
/// score.

#include "figures/book.hpp"
#include "figures/figure.hpp"
#include <kpi/core/bounds.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/statistics/log_rank.hpp>
#include <kpi/statistics/net_promoter.hpp>
#include <kpi/statistics/rank_sum.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// Where a book has what one group's figure is read from.
struct shelf_place {
    std::uint32_t group;
    std::size_t slot;
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

/// The least and the greatest that each of n times can be, both in ascending order.
struct ranked_times {
    std::vector<std::uint32_t> least, greatest;
};
template <const auto &M> [[nodiscard]] ranked_times ranked_in(const auto &board, std::uint64_t n) {
    ranked_times all;
    for (std::uint64_t rank = 1; rank <= n;) {
        const auto bucket = board.template get<M>(rank, n);
        std::uint64_t last = rank, past = n + 1; // of this bucket, and of one behind it
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

/// By ranks, and the range at the outer edges of the buckets. Nothing of fewer than eight times in a group.
[[nodiscard]] inline std::optional<groups_apart> times_apart_of(const ranked_times &a, const ranked_times &b,
                                                                double unit, double confidence) {
    const kpi::statistics::confidence at{confidence};
    const auto test = kpi::statistics::rank_sum(a.least, b.least);
    const auto most = kpi::statistics::shift_between(b.least, a.greatest, at),
               least = kpi::statistics::shift_between(b.greatest, a.least, at);
    if (!test || !most || !least) return std::nullopt;
    const auto in_unit = [&](std::int64_t seconds) { return static_cast<double>(seconds) / unit; };
    groups_apart apart{groups_apart::test::wilcoxon, test->z, test->p};
    apart.shift = (in_unit(least->value) + in_unit(most->value)) / 2;
    apart.range.emplace(in_unit(least->range.low), in_unit(most->range.high));
    return apart;
}

template <const auto &M, class Board>
[[nodiscard]] std::optional<groups_apart> times_apart_in(const shelf<Board> &boards, const shelf_place &a,
                                                         const shelf_place &b, std::uint64_t n_a,
                                                         std::uint64_t n_b, double confidence) {
    if constexpr (has_ranked_times<M, Board>)
        return times_apart_of(ranked_in<M>(boards(a.group, a.slot), n_a),
                              ranked_in<M>(boards(b.group, b.slot), n_b), kpi::figure_of<M>().shown_in,
                              confidence);
    else
        return std::nullopt;
}

/// Scores of different people, in points.
[[nodiscard]] inline std::optional<groups_apart>
scores_apart(const kpi::score<std::uint64_t> &a, const kpi::score<std::uint64_t> &b, double confidence) {
    const auto range =
        kpi::statistics::net_promoter_difference(a, b, kpi::statistics::confidence{confidence});
    const auto test = kpi::statistics::net_promoter_test(a, b);
    if (!range || !test) return std::nullopt;
    groups_apart apart{groups_apart::test::wald, test->z, test->p};
    apart.shift = (*a.exact().value() - *b.exact().value()) * 100;
    apart.range.emplace(range->low, range->high);
    return apart;
}

/// By the share that has got there at each age.
template <const auto &M>
[[nodiscard]] std::optional<groups_apart> courses_apart_in(const shelf<courses> &followed,
                                                           const shelf_place &a, const shelf_place &b,
                                                           kpi::instant now) {
    if constexpr (is_followed<M>()) {
        const auto test = kpi::statistics::log_rank(followed(a.group, a.slot).cases(M.part, now),
                                                    followed(b.group, b.slot).cases(M.part, now));
        if (!test) return std::nullopt;
        return groups_apart{courses::compete(M.part) ? groups_apart::test::gray
                                                     : groups_apart::test::log_rank,
                            test->z, test->p};
    } else
        return std::nullopt;
}

} // namespace report
