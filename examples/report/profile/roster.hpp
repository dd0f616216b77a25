// SPDX-License-Identifier: MIT
#pragma once

/// Who sells: `--team FILE`, a CSV file with a row for each rep, and another for each further quota or
/// stretch of time (METRICS.md, section 9, "Roster"). Its columns are those of `roster_columns`; only `rep`
/// must be there. A rep has one role and one team at a time.

#include "profile/known_names.hpp"
#include "profile/periods.hpp"
#include "profile/rep_groups.hpp"
#include "read/byte_source.hpp"
#include <kpi/core/fraction.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

inline constexpr std::array<std::string_view, 9> roster_columns{
    "rep", "aliases", "role", "team", "quota", "quota_unit", "from", "to", "hours"};

/// How much of a metric a rep should bring: in each period of a kind, or in the time of the row.
struct quota {
    std::string unit; ///< as it is written: "deals_won a month"
    std::string metric;
    kpi::fraction<std::uint64_t> amount;
    period_kind each{};
};

/// A row of the roster: what holds for a rep between two days.
struct tenure {
    std::uint64_t line{};                     ///< of the file
    time_frame on{};                          ///< its days
    std::optional<quota> due{};               ///< if empty, the rep is in no denominator
    std::optional<std::uint64_t> logged_in{}; ///< seconds on a working day

    /// Its days; an open end is that of `log`.
    [[nodiscard]] day_span days_in(const day_span &log) const {
        return {on.from.value_or(log.from), on.until.value_or(log.until)};
    }
};

/// A rep's role and team, from a day on, up to the rep's next post.
struct post {
    std::optional<std::int64_t> from{}; ///< empty for the first post
    std::string role, team;
};

struct rostered_rep {
    std::string name;
    std::vector<std::string> aliases{}; ///< the rep's other names in logs
    std::vector<tenure> rows{};
    std::vector<post> posts{}; ///< at least one, in the order of time

    /// The days of a post, including those before and after the log.
    [[nodiscard]] day_span days_of(std::size_t post) const;
};

/// All posts of a rep in one role, or in one role and team: the rep as somebody to compare with others.
struct job {
    const rostered_rep *who{};
    std::string role, team;
    std::vector<std::size_t> posts{};
};

struct roster {
    std::string source;             ///< as the user knows the file
    std::vector<rostered_rep> reps; ///< in the order of their names

    /// Gives every rep a number, and their aliases the same number; and tells their posts.
    void introduce_to(known_names &known) const;
    /// Whether any rep has more than one post.
    [[nodiscard]] bool knows_changes() const;
    /// In the order of their reps' names; each once for each role, or for each role and team.
    [[nodiscard]] std::vector<job> jobs(bool by_team) const;
    /// The same as groups; number 1 is the first job.
    [[nodiscard]] rep_groups jobs_as_groups(bool by_team, const known_names &known) const;
    /// The reps by team or role, numbered in the order of their names.
    [[nodiscard]] rep_groups groups(std::string_view by, const names &known) const;
    /// Every role, in order; including one without a name if any rep has none.
    [[nodiscard]] std::vector<std::string> roles() const;
};

/// Reads a roster whose quotas are in these metrics. Throws a failure.
[[nodiscard]] roster read_roster(input from, std::span<const std::string_view> metrics);

} // namespace report
