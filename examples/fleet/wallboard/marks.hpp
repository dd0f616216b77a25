// SPDX-License-Identifier: MIT
#pragma once

/// Which rep is better or worse than all others together, told in a way that lets everybody look at the wall
/// whenever they like. The ranges hold at any time (Robbins' beta-binomial confidence sequence). They rest on
/// counts since the start, never on a rolling window, for which they do not hold. A rep is marked if the
/// ranges of the rep and of the others do not meet. Each misses with a chance of 5 % shared among all ranges
/// that the wall can have, so on average at most one wall in twenty ever shows a wrong mark, however long
/// they hang. Shares of touches have no mark: touches of one prospect are not independent.

#include "boards.hpp"
#include <kpi/export/each_figure.hpp>
#include <kpi/statistics/confidence_sequence.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace fleet::wallboard {

enum class mark : std::uint8_t { none, better, worse };

namespace detail {
/// The shares of cases on a board, each with the direction that is better.
struct shares {
    struct share {
        kpi::proportion<std::uint64_t> exact{};
        kpi::better way{};
    };
    std::map<std::string_view, share> all{};

    void board(const auto &) {}
    void board_end() {}
    [[nodiscard]] static bool wants(std::string_view) { return true; }
    void figure(const kpi::figure_info &info, const kpi::value_parts &value) {
        if (value.kind == kpi::value_kind::proportion && !info.nominal && value.has_value())
            all[kpi::name_of(info)] = {{value.parts[0].size, value.parts[1].size}, info.better};
    }
};
[[nodiscard]] inline std::map<std::string_view, shares::share> shares_of(const board &b) {
    shares found;
    kpi::each_figure(b, found);
    return found.all;
}
} // namespace detail

/// Compares one share of a rep with that of the others.
[[nodiscard]] inline mark mark_of(const kpi::proportion<std::uint64_t> &own,
                                  const kpi::proportion<std::uint64_t> &others, kpi::better way,
                                  std::size_t ranges) {
    const kpi::statistics::confidence<double> level{1 - 0.05 / static_cast<double>(ranges)};
    const auto a = kpi::statistics::confidence_sequence(own, level),
               b = kpi::statistics::confidence_sequence(others, level);
    if (!a || !b || way == kpi::better::neither) return mark::none;
    const bool above = a->low > b->high, below = a->high < b->low;
    if (!above && !below) return mark::none;
    return above == (way == kpi::better::more) ? mark::better : mark::worse;
}

/// The marks of a rep, by figure.
[[nodiscard]] inline std::map<std::string_view, mark> marks_of(const reps &all, std::size_t rep) {
    board others;
    for (std::size_t r = 0; r <= most_reps; ++r)
        if (r != rep) others += all[r].template of<board>();
    const auto own = detail::shares_of(all[rep].template of<board>()), rest = detail::shares_of(others);
    constexpr std::size_t ranges = 2 * most_reps * board::metrics::size;
    std::map<std::string_view, mark> marks;
    for (const auto &[name, share] : own)
        if (const auto other = rest.find(name); other != rest.end())
            if (const mark m = mark_of(share.exact, other->second.exact, share.way, ranges); m != mark::none)
                marks[name] = m;
    return marks;
}

} // namespace fleet::wallboard
