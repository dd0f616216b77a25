// SPDX-License-Identifier: MIT
#pragma once

/// What the figures are grouped by, as `--by` says it, and which groups are looked at, as `--where` says it:
/// by names on rows, the channel, the user's own dimensions, the team or role in which a roster has the named
/// rep, or how long the deal took; and by stretches of the calendar.

#include "profile/event.hpp"
#include "profile/known_names.hpp"
#include "profile/periods.hpp"
#include "profile/rep_groups.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct roster;

/// One way to tell cases and acts apart.
struct dimension {
    enum class told_by : std::uint8_t { part, channel, own, cycle };

    std::string name{};
    told_by how{};
    std::size_t which{};              ///< a place in named_parts, or among the user's own dimensions
    std::optional<rep_groups> reps{}; ///< the groups of reps that the roster has

    /// A case takes its product, source and so on also from the cases that it is linked with; its rep,
    /// channel and currency come from its own rows.
    [[nodiscard]] bool is_inherited() const {
        return how == told_by::own || how == told_by::cycle ||
               (how == told_by::part && which != rep_part && which != currency_part);
    }
    [[nodiscard]] bool is_of_reps() const { return how == told_by::part && which == rep_part; }
    /// All numbers of groups are smaller than this.
    [[nodiscard]] std::size_t size(const known_names &known) const;
    /// The name of a group by its number; empty for nobody.
    [[nodiscard]] std::string_view name_of(std::uint32_t group, const known_names &known) const;
    /// A group's number; nothing if no row and no roster names it.
    [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view group,
                                                         const known_names &known) const;
};

/// Which groups of a dimension are looked at.
struct looked_at {
    dimension of;
    std::vector<std::string> names;     ///< as they were asked for; "(none)" is nobody
    std::vector<std::uint32_t> numbers; ///< of those with a known name
};

/// A day for each group, by its name.
using first_days_of_groups = std::map<std::string, std::int32_t, std::less<>>;

/// What `--by` and `--where` say.
struct asked_groups {
    std::string by{};
    std::vector<std::string> where{}; ///< NAME=GROUP
    /// By the groups that `by` names first: the day from which days are counted, if it differs between them.
    first_days_of_groups first_days{};
};

struct grouped_by {
    static constexpr std::size_t most = 6; ///< dimensions, including those of `where`

    std::vector<dimension> by;
    calendar period{};
    first_days_of_groups first_days;
    std::vector<looked_at> where;

    grouped_by() = default;
    /// Throws a failure if a name is unknown. `team` may be null.
    grouped_by(const asked_groups &asked, const known_names &known, const roster *team = nullptr,
               calendar_start starts = {});

    /// Gives numbers to the groups that are looked at, before any row names them.
    void introduce_to(known_names &known) const;
    /// After the last row: throws a failure if nothing has the name of a group that is to be looked at.
    void want_named(const known_names &known,
                    const std::function<bool(const dimension &, std::uint32_t)> &is_named) const;

    [[nodiscard]] bool is_period() const { return static_cast<bool>(period); }
    /// Whether each group of the first dimension counts days from a day of its own.
    [[nodiscard]] bool has_own_periods() const { return !by.empty() && !first_days.empty(); }
    /// The periods of the group with this name in the first dimension.
    [[nodiscard]] calendar period_of(std::string_view name) const {
        const auto own = first_days.find(name);
        return has_own_periods() && own != first_days.end() ? period.counted_from(own->second) : period;
    }
    /// Whether every group is a rep.
    [[nodiscard]] bool is_by_rep() const {
        return is_by_reps() && !by.front().reps; // otherwise a team or role
    }
    /// Whether every group is made of reps.
    [[nodiscard]] bool is_by_reps() const {
        return by.size() == 1 && !is_period() && by.front().is_of_reps();
    }
    /// ... a team.
    [[nodiscard]] bool is_by_teams() const { return is_by_reps() && by.front().name == "team"; }
    explicit operator bool() const { return !by.empty() || is_period(); }
};

/// Whether --by asks for periods of so many days.
[[nodiscard]] bool wants_days(std::string_view by);

/// Every name that --by accepts, except the user's own dimensions.
[[nodiscard]] std::vector<std::string_view> dimension_names();

/// How long a deal took from its opening to its settlement, in bands: number 0 is unknown.
inline constexpr std::array<std::string_view, 6> cycle_bands{
    "", "0 to 13 days", "14 to 29 days", "30 to 59 days", "60 to 89 days", "90 days and more"};
[[nodiscard]] constexpr std::uint8_t cycle_band(std::uint32_t seconds) {
    constexpr std::array<std::uint32_t, 4> ends{14, 30, 60, 90};
    std::uint8_t band = 1;
    for (const std::uint32_t days : ends)
        band = static_cast<std::uint8_t>(band + (seconds / 86'400 >= days ? 1 : 0));
    return band;
}

} // namespace report
