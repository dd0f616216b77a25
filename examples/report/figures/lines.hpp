// SPDX-License-Identifier: MIT
#pragma once

/// The lines of a metric: its figures for the whole, and for each group or period. Whatever needs the type of
/// the metric is behind pointers, so that everything else is compiled once and not for each metric.

#include "figures/groups_apart.hpp"
#include "figures/metric_list.hpp"
#include "figures/told_figures.hpp"
#include <kpi/core/event_set.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

using lines = std::vector<line>;

/// Decimals that are useful to a reader; value_text adds some where they hide something.
[[nodiscard]] unsigned decimals_of(std::string_view kind, std::string_view unit, std::uint32_t scale);

/// The figures of one board as lines; what is shown beside the first, or beside a step, goes to it.
[[nodiscard]] std::vector<std::pair<telling, figure>> in_lines(const figure_list &list);

/// A ratio of acts is shown by a name or channel only if each of its kinds that occurs carries one
/// (METRICS.md, section 9, "Groups"): meetings carry no reply's channel.
[[nodiscard]] bool can_be_grouped(const std::vector<kinds> &sets, const reading &r);

/// The range of growth that chance alone leaves open, if things come independently of each other. It is
/// nominal, and wider if a year of them has spread more than that.
void add_range_of_growth(figure &f, std::uint64_t now, std::uint64_t before,
                         const std::vector<std::uint64_t> &year, double confidence);

/// How one metric is read from the boards of a book.
struct metric_on_boards {
    using reads_figures = figure_list(const book &, std::uint32_t group, std::size_t slot, const caller &,
                                      bool is_whole);
    using adds_ranges = void(figure &, const book &, std::uint32_t group, std::size_t slot, const reading &);

    using holds_apart = std::optional<groups_apart>(const book &, const group_on_board &a,
                                                    const group_on_board &b, const reading &);

    reads_figures *figures{};
    adds_ranges *add_ranges{};
    holds_apart *apart{};      ///< for scores and times only
    std::vector<kinds> sets{}; ///< of acts: by a name only where these can be; none where it always can
    kpi::event_set<sales::outcome> followed{}; ///< the ends of a cohort in which some may still be open
    bool is_share_of_a_level{}, by_currency{}, is_timed{};
};
[[nodiscard]] lines read_told(const metric_on_boards &metric, const reading &r);

} // namespace report
