// SPDX-License-Identifier: MIT
#pragma once

/// The library's catalogues as a list at run time: how to tell each metric, which events feed it, and how to
/// read it from the ledger. This is the only place in this program where metrics are types.

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
    std::optional<std::size_t> period{}; ///< its place among all
};

/// What a metric is read with, besides the ledger.
struct reading {
    const ledger &book;
    std::vector<column_of_sheet> columns{}; ///< besides the whole
    bool is_by_names{};                     ///< events without a group are in none of them
    bool is_of_some{};                      ///< only part of the log is looked at
    bool reps_are_told{};
    bool groups_are_reps{};
    bool by_month{};                      ///< the periods are months
    double confidence{0.95};              ///< of ranges
    bool cases_are_sampled{};             ///< for the metric that is read: they are independent of each other
    std::optional<std::uint64_t> given{}; ///< the figure that only the caller has
    std::vector<std::uint64_t> figures{}; ///< without these there is no metric
    /// The same for each group, as far as they are known.
    std::vector<std::vector<std::uint64_t>> figures_of_groups{};
    std::optional<kpi::instant> now{};       ///< the first second that is not looked at
    std::optional<std::int64_t> begin{};     ///< of the part of the log that is read, if the log covers it
    std::optional<std::int64_t> log_begin{}; ///< of what the log covers, whatever the window
    std::optional<std::int64_t> maturity{};  ///< how long each case of a cohort is given, in seconds
    /// Two of the columns, if they are compared with each other.
    std::optional<std::pair<std::size_t, std::size_t>> compared{};

    /// What the caller gives for the whole.
    [[nodiscard]] caller given_to_all() const {
        caller all{now, {}};
        if (given) all.numbers = {*given};
        if (!figures.empty()) all.numbers = figures;
        return all;
    }
    /// ... and for a group.
    [[nodiscard]] caller given_to(std::size_t group) const {
        caller mine{now, {}};
        if (group < figures_of_groups.size()) mine.numbers = figures_of_groups[group];
        return mine;
    }
    /// Whether the log covers a period from its first second to its last.
    [[nodiscard]] bool covers(const day_span &period) const {
        return begin && now && period.from >= *begin && period.until <= now->seconds;
    }
};

/// A figure that only the caller has, as --given names it; without a name there is none.
struct given_figure {
    std::string name;
    bool is_money{};
};

struct listed_metric {
    telling how;
    std::string_view chapter;
    std::size_t key{};                          ///< its place among what is asked first, from 1 on; 0 is none
    std::vector<kpi::event_set<activity>> sets; ///< an event of each is needed for it to mean anything
    kinds rest_of_whole{};                      ///< for a share: in the whole and not in the part
    std::vector<std::string_view> members;      ///< that its words read from an event
    std::vector<ids_needed> ids;                ///< some row has one of each
    bool of_cases{};                            ///< each counts once; touches of one prospect are alike
    bool of_open_deals{};                       ///< it is read over all deals that are open at the end
    std::string also;                           ///< what else these events must have, for people
    given_figure given;                         ///< the figure that the caller can add
    std::vector<given_figure> figures;          ///< the figures that the caller has to give
    bool by_currency{};                         ///< there is a line for each
    bool needs_channel{};                       ///< it asks how an event travelled
    bool is_result{};                           ///< made of won deals alone, and more is better
    std::string counts{};                       ///< "reversed": it counts settlements for which that is true
    bool of_settlements{};                      ///< ... which are counted beside it
    bool apart{};                               ///< based on other answers than this log's own
    bool is_timed{};                            ///< in business hours too, if these are known
    bool is_amount{};                           ///< a count or a sum: it can have a quota
    std::uint32_t levels{};                     ///< of its words, a bit each: what came and did not go again
    std::function<taken(const act &)> takes_act;          ///< if it is about acts
    std::function<taken(const sales::fact &)> takes_fact; ///< ... or about what stories tell
    /// Its lines: one, or one for each of its stages; none if there is nothing to read.
    std::function<std::vector<line>(const telling &, const reading &)> read;
};

/// All metrics of the library, chapter by chapter.
[[nodiscard]] const std::vector<listed_metric> &all_metrics();

/// The names of figures that the caller can give, each once.
[[nodiscard]] std::vector<std::string_view> given_names();

/// `deal_won or deal_lost`.
[[nodiscard]] std::string in_words(kpi::event_set<activity> set);

/// (after - before) / before as an aside, "+12.5 %"; none if one of them is below 0.
[[nodiscard]] std::optional<aside> growth_aside(std::string name, const fraction &before,
                                                const fraction &after);

} // namespace report
