// SPDX-License-Identifier: MIT
#pragma once

/// The reps of a roster in the time that is looked at: who was there, with which quotas, for how many hours.
/// Quotas are shared out over working days: out of a row's own days, or of each period that it names, as many
/// as are looked at.

#include "figures/figure.hpp"
#include "profile/names.hpp"
#include "profile/roster.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A kind of figure made from a metric and a roster: its name begins the name of a line, as in
/// quota_attainment_of_deals_won.
struct team_figure {
    std::string_view name, kind, help, needs;
};
inline constexpr std::array<team_figure, 3> team_figures{
    {{"quota_attainment", "ratio",
      "Actual / quota, of each rep; of a team, a role or all: sum / sum of those with a quota. [HS FS]",
      "--team FILE with a quota in this metric"},
     {"share_of_reps_at_quota", "proportion", "Reps who reached their quota, of reps with one. [FS]",
      "--team FILE with a quota in this metric"},
     {"capacity_check", "proportion",
      "Reps of a role strictly below what they should reach, of those who were there all the time: unused "
      "capacity if these are more than a quarter. [FS]",
      "--team FILE, and a quota in this metric, --target or --benchmarks"}}};

/// The days of a log, and those of them that are looked at; the same without a window.
struct days_of_log {
    day_span all{}, looked_at{};
};

/// A rep who was there on some of these days, in one job: a rep who changed role is there once for each.
struct team_member {
    job in;
    std::uint32_t rep{};   ///< the number of the name
    std::uint32_t board{}; ///< of the group of this job, if the log is kept by jobs; otherwise the same
    bool throughout{};     ///< on every one of the days
};

class team {
public:
    /// `days` is empty if no event has a date: then everybody was there, in their last job.
    team(const roster &said, const names &known, bool by_team, std::optional<days_of_log> days,
         calendar_start starts);

    [[nodiscard]] const std::vector<team_member> &members() const { return members_; }
    /// A member's quota in a metric for the days looked at; nothing without one, and for a quota of periods
    /// if there are no days.
    [[nodiscard]] std::optional<fraction> quota_of(const team_member &one, std::string_view metric) const;
    /// How long a member was logged in on the days looked at, or on some of them; nothing if that is not
    /// known.
    [[nodiscard]] std::optional<std::uint64_t> seconds_of(const team_member &one) const;
    [[nodiscard]] std::optional<std::uint64_t> seconds_of(const team_member &one, const day_span &on) const;
    /// Whether any quota is in this metric, a member's or anybody else's.
    [[nodiscard]] bool has_quotas_of(std::string_view metric) const;

private:
    /// f(days) for each stretch of these days in which the rep had the job.
    static void for_each_stretch(const job &of, const day_span &days, auto &&f);
    [[nodiscard]] std::int64_t days_there(const rostered_rep &one, const day_span &on) const;

    const roster &said_;
    std::optional<days_of_log> days_;
    calendar_start starts_;
    std::vector<team_member> members_;
};

} // namespace report
