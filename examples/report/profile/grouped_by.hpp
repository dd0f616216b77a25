// SPDX-License-Identifier: MIT
#pragma once

/// What the groups are made by: a part that rows name, the channel, a stretch of the calendar, or the team or
/// role that a roster has the named rep in.

#include "profile/event.hpp"
#include "profile/periods.hpp"
#include "profile/rep_groups.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace report {

struct grouped_by {
    std::optional<std::size_t> part{}; ///< a place in named_parts
    bool channel{};
    calendar period{};
    std::optional<rep_groups> reps{}; ///< the groups that the roster has reps in

    grouped_by() = default;
    /// As `--by` names it; nothing for an empty name.
    explicit grouped_by(std::string_view name, calendar_start starts = {})
        : channel{name == "channel"}, period{period_named(name), starts} {
        for (std::size_t i = 0; i < named_parts.size(); ++i)
            if (named_parts[i].name == name) part = i;
        if (is_by_roster(name)) part = rep_part, reps.emplace();
    }
    /// Whether `--by` names groups that a roster tells.
    [[nodiscard]] static bool is_by_roster(std::string_view name) { return name == "role" || name == "team"; }
    /// The group of a name, both by their numbers.
    [[nodiscard]] std::uint32_t group_of(std::uint32_t name) const { return reps ? reps->of(name) : name; }
    [[nodiscard]] bool is_period() const { return static_cast<bool>(period); }
    explicit operator bool() const { return part || channel || is_period(); }
};

} // namespace report
