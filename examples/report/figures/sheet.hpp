// SPDX-License-Identifier: MIT
#pragma once

/// From the ledger to the printed sheet: a figure for every metric of the catalogue that the log feeds, for
/// the whole and for each group, by chapter; and for the other metrics, what they lack.
///
/// A metric is left out if this log could not tell one of its events: a phone log without conversations has
/// no conversation rate of 0 %, it has no conversation rate.

#include "figures/benchmarks.hpp"
#include "figures/compared_groups.hpp"
#include "figures/dated_targets.hpp"
#include "figures/explained.hpp"
#include "figures/ledger.hpp"
#include "figures/metrics_known.hpp"
#include "figures/mix_of_groups.hpp"
#include "figures/target.hpp"
#include "figures/team.hpp"
#include "figures/to_act_on.hpp"
#include "profile/business_hours.hpp"
#include "profile/known_names.hpp"
#include "profile/log_shape.hpp"
#include "ranks.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// The group of rows that name none.
inline constexpr std::string_view of_nobody{"(none)"};

struct chapter {
    std::string title;
    std::vector<line> lines;
};

/// A metric that the log does not feed: it lacks events, or an id that they all need, or a figure that
/// only the caller has.
struct missing_metric {
    const listed_metric *metric{};
    std::string lacks_id; ///< "lead"
    bool lacks_given{};
};

/// A figure of a team that is left out, and what it lacks.
struct missing_team_figure {
    std::string_view name;
    std::string lacks;
};

struct sheet {
    metrics_known metrics;
    std::string source; ///< of the log, as the user knows it
    std::string profile;
    std::string by;                      ///< what the groups are; empty if there are none
    std::vector<std::string> where;      ///< what is looked at, as it was asked for; empty for everything
    std::optional<std::int64_t> as_of;   ///< the first second of the last day that is looked at
    std::optional<std::int64_t> from;    ///< the first second of the window, if there is one
    std::optional<business_hours> hours; ///< in which leads' waits are told as well
    std::string zone;                    ///< where the user lives; empty if unknown
    bool by_period{};                    ///< the groups are periods, and nothing else
    bool of_periods{};                   ///< ... or other things by period
    bool by_rep{};                       ///< the groups are reps, and nothing else
    double confidence{0.95};             ///< of the ranges
    bool anytime{};                      ///< they hold however often you look, and nothing is tested
    std::vector<std::string> groups;
    std::vector<std::string> group_marks; ///< of each group: "running", "log begins in it", or nothing
    std::optional<std::pair<std::size_t, std::size_t>> compared; ///< the groups that are compared
    std::vector<chapter> chapters;
    std::vector<moved_against_groups> moved;
    std::vector<to_act_on> to_act; ///< at the end, whatever the window
    chapter stages;                ///< has no lines if the profile names no such column
    std::vector<missing_metric> missing;
    std::vector<missing_team_figure> missing_of_team;
    std::optional<roster> team;             ///< as its file has it
    std::vector<std::string> not_in_log;    ///< reps of the roster that no row names
    std::vector<std::string> not_in_roster; ///< ... and the other way round
    account rows;
    std::vector<std::string> notes;       ///< what a careful reader must know
    std::optional<explanation> explained; ///< for the figure that was asked for
    std::string unfit;                    ///< why there is no scorecard, but only an account of the rows
};

/// One of several runs that together read a log.
struct part_of_run {
    std::uint32_t which{1}, of{1};
};

/// What the user asked for.
struct request {
    std::string by; ///< names of dimensions, and one of a stretch of the calendar
    targets wanted;
    givens given;
    std::vector<std::string> where{};       ///< DIMENSION=NAME: what is looked at
    std::optional<std::int64_t> as_of{};    ///< the first second of the last day to look at
    std::optional<std::int64_t> window{};   ///< how many seconds up to the end of that day; wants as_of
    std::optional<std::int64_t> maturity{}; ///< how many seconds each case of a cohort is given
    std::size_t top{1};                     ///< how many reps are superstars
    fraction most_refused{10, 100};         ///< of the rows of a file that the profile does not leave out
    std::optional<day_span> covers{};       ///< what the log is known to cover, whatever its events say
    calendar_start starts{};                ///< where weeks and fiscal years begin
    first_days_of_groups first_days{};      ///< ... and each group's own days, unless all share them
    /// Bytes of memory that rows may take; the rest goes to a file.
    std::uint64_t memory = part_store::no_limit;
    std::size_t threads{1};                     ///< that read the log
    std::size_t slice = std::size_t{256} << 10; ///< how many bytes of the log a thread reads at a time
    std::optional<roster> team{};               ///< who sells
    dated_targets dated{};                      ///< what is wanted between two days
    benchmarks held_to{};                       ///< what others publish, for metrics without a target
    std::vector<std::string> columns{};         ///< of the table of groups; if empty, those asked first
    double confidence{0.95};                    ///< of ranges
    bool anytime{};                             ///< ... that hold however often you look
    std::optional<business_hours> hours{};      ///< when the office is open
    std::string zone{};                         ///< where the user lives, as the options say it
    bool to_act_on{};                           ///< by their ids: the greatest cases that wait
    std::optional<compared_groups> compared{};  ///< two of the groups
    std::string explain{};                      ///< METRIC or METRIC:GROUP: what is that made of?
    std::optional<part_of_run> part{};          ///< of the log, to be saved; if empty, all of it
    std::vector<std::string> merged{};          ///< the parts of the log that other runs have saved
    ranks *among{&ranks_of_one()};              ///< the ranks that make the report

    [[nodiscard]] time_frame frame() const;
    [[nodiscard]] std::string explained_metric() const { return explain.substr(0, explain.find(':')); }
    /// The grouping, once all reps of the roster have numbers.
    [[nodiscard]] grouped_by groups(const known_names &known) const;
};

/// `by_rep` is the same log by rep, if there is a roster; `seen` holds what the figure to be explained is
/// made of.
[[nodiscard]] sheet draw_up(const ledger &book, const ledger *by_rep, const log_shape &told,
                            const known_names &known, const request &asked, std::string source,
                            const metrics_known &metrics, const watch *seen = nullptr);

} // namespace report
