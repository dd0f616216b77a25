// SPDX-License-Identifier: MIT
#pragma once

/// Who sells: `--team FILE`, a CSV file with a row for each rep, and a further one for each further quota or
/// stretch of time (METRICS.md, section 9, "Roster"). Its columns are those of `roster_columns`, of which
/// only `rep` must be there. A rep has one role and one team.

#include "profile/names.hpp"
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
    std::optional<quota> due{};               ///< none: the rep is in no denominator
    std::optional<std::uint64_t> logged_in{}; ///< seconds on a working day

    /// Its days, an open end at that of `log`.
    [[nodiscard]] day_span days_in(const day_span &log) const {
        return {on.from.value_or(log.from), on.until.value_or(log.until)};
    }
};

struct rostered_rep {
    std::string name, role, team;
    std::vector<std::string> aliases; ///< other names of theirs in logs
    std::vector<tenure> rows;
};

struct roster {
    std::string source;             ///< as the user knows the file
    std::vector<rostered_rep> reps; ///< in the order of their names

    /// Every rep gets a number, and their aliases the same.
    void introduce_to(names &known) const;
    /// The reps by team or role, which they have in the order of their names.
    [[nodiscard]] rep_groups groups(std::string_view by, const names &known) const;
    /// Every role, in order; one without a name where any rep has none.
    [[nodiscard]] std::vector<std::string> roles() const;
};

/// Reads a roster of which quotas are in one of these metrics. Throws a failure.
[[nodiscard]] roster read_roster(input from, std::span<const std::string_view> metrics);

} // namespace report
