// SPDX-License-Identifier: MIT
#pragma once

/// What the groups are made by: a part that rows name, the channel, or a stretch of the calendar.

#include "profile/event.hpp"
#include "profile/periods.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace report {

struct grouped_by {
    std::optional<std::size_t> part{}; ///< a place in named_parts
    bool channel{};
    calendar period{};

    grouped_by() = default;
    /// As `--by` names it; nothing for an empty name.
    explicit grouped_by(std::string_view name, calendar_start starts = {})
        : channel{name == "channel"}, period{period_named(name), starts} {
        for (std::size_t i = 0; i < named_parts.size(); ++i)
            if (named_parts[i].name == name) part = i;
    }
    [[nodiscard]] bool is_period() const { return static_cast<bool>(period); }
    explicit operator bool() const { return part || channel || is_period(); }
};

} // namespace report
