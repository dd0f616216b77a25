// SPDX-License-Identifier: MIT
#pragma once

/// The library's catalogues as a list at run time: how each metric is told, which events feed it, and how it
/// is read from the ledger. The one place of this program where metrics are types.

#include "figures/figure.hpp"
#include "figures/ledger.hpp"
#include "figures/taken.hpp"
#include "figures/told_figures.hpp"
#include "story/ids_behind.hpp"
#include <kpi/core/event_set.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// A group, or everyone; in one period, or always.
struct column_of_sheet {
    std::uint32_t group{everyone};
    std::optional<std::size_t> period{}; ///< by its place among all
};

/// What a metric is read with, beside the ledger.
struct reading {
    const ledger &book;
    std::vector<column_of_sheet> columns{}; ///< beside the whole
    bool is_by_names{};                     ///< who has no group is in none of them
    bool is_of_some{};                      ///< not all that the log has is looked at
    bool reps_are_told{};
    bool groups_are_reps{};
    bool by_month{};                      ///< the periods are months
    double confidence{0.95};              ///< of ranges
    bool cases_are_sampled{};             ///< of the metric that is read: they are independent of each other
    std::optional<std::uint64_t> given{}; ///< the figure that only the caller has
    std::vector<std::uint64_t> figures{}; ///< those without which there is no metric
    /// The same of each group, as far as they are known of it.
    std::vector<std::vector<std::uint64_t>> figures_of_groups{};
    std::optional<kpi::instant> now{};       ///< the first second that is not looked at
    std::optional<std::int64_t> begin{};     ///< of what is read of the log, as far as it covers that
    std::optional<std::int64_t> log_begin{}; ///< of what the log covers, whatever the window
    std::optional<std::int64_t> maturity{};  ///< how long each of a cohort is given, in seconds
    /// Two of the columns, if these are held against each other.
    std::optional<std::pair<std::size_t, std::size_t>> compared{};

    /// What the caller gives to the whole.
    [[nodiscard]] caller given_to_all() const {
        caller all{now, {}};
        if (given) all.numbers = {*given};
        if (!figures.empty()) all.numbers = figures;
        return all;
    }
    /// ... and to a group.
    [[nodiscard]] caller given_to(std::size_t group) const {
        caller mine{now, {}};
        if (group < figures_of_groups.size()) mine.numbers = figures_of_groups[group];
        return mine;
    }
    /// The log covers a period from its first second to its last.
    [[nodiscard]] bool covers(const day_span &period) const {
        return begin && now && period.from >= *begin && period.until <= now->seconds;
    }
};

/// A figure that only the caller has, as --given names it; no name for none.
struct given_figure {
    std::string name;
    bool is_money{};
};

struct listed_metric {
    telling how;
    std::string_view chapter;
    std::size_t key{};                          ///< its place among what is asked first, from 1 on; 0 is none
    std::vector<kpi::event_set<activity>> sets; ///< an event of each is needed for it to mean anything
    kinds rest_of_whole{};                      ///< of a share: in the whole and not in the part
    std::vector<std::string_view> members;      ///< that its words read of an event
    std::vector<ids_needed> ids;                ///< one of each has some row
    bool of_cases{};                            ///< each is in it once; touches of one prospect are alike
    bool of_open_deals{};                       ///< it is read over all that are open at the end
    std::string also;                           ///< what these events must have, for people
    given_figure given;                         ///< the figure that the caller can add
    std::vector<given_figure> figures;          ///< the figures that the caller has to give
    bool by_currency{};                         ///< there is one for each
    bool needs_channel{};                       ///< it asks how an event travelled
    bool is_result{};                           ///< made of deals won alone, and more is better
    std::string counts{};                       ///< "reversed": it counts settlements of which that is true
    bool of_settlements{};                      ///< ... and these are counted beside it
    bool apart{};                               ///< of other answers than this log's own
    bool is_timed{};                            ///< by business hours too, where these are known
    bool is_amount{};                           ///< counted or added up: it can have a quota
    std::uint32_t levels{};                     ///< of its words, a bit each: what came and did not go again
    std::function<taken(const act &)> takes_act;          ///< where it speaks of acts
    std::function<taken(const sales::fact &)> takes_fact; ///< ... or of what stories tell
    /// Its lines: one, or one for each stage of it; none where there is nothing to read.
    std::function<std::vector<line>(const telling &, const reading &)> read;
};

/// All metrics of the library, chapter by chapter.
[[nodiscard]] const std::vector<listed_metric> &all_metrics();

/// The names of figures that can be given, each once.
[[nodiscard]] std::vector<std::string_view> given_names();

/// `deal_won or deal_lost`.
[[nodiscard]] std::string in_words(kpi::event_set<activity> set);

/// (after - before) / before as an aside, "+12.5 %"; none where one is below 0.
[[nodiscard]] std::optional<aside> growth_aside(std::string name, const fraction &before,
                                                const fraction &after);

} // namespace report
