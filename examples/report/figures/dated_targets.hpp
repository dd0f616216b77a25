// SPDX-License-Identifier: MIT
#pragma once

/// `--targets FILE`: many targets, each between two days, as CSV with the columns of `target_columns`. A
/// count or a sum has its target for these days, or for each period in them ("calls a day"), and is held to
/// the working days that are looked at; for a rate the target of the last day counts.

#include "figures/shared_out.hpp"
#include "figures/target.hpp"
#include "read/byte_source.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

inline constexpr std::array<std::string_view, 4> target_columns{"metric", "target", "from", "to"};

class dated_targets {
public:
    dated_targets() = default;
    /// Throws a failure, also if the command line has a target for the same metric.
    dated_targets(input from, const targets &on_the_command_line, bool by_hours = false,
                  const metrics_known &metrics = {});

    /// Whether a metric reaches its targets with more than these, or with less, as far as they say so.
    [[nodiscard]] kpi::better direction_of(std::string_view metric) const;
    /// The target of a metric for some days of the log; nothing if no target covers any of them. Without
    /// days, only targets without dates apply.
    [[nodiscard]] std::optional<fraction> target_of(std::string_view metric,
                                                    const std::optional<day_span> &days, const day_span &log,
                                                    calendar_start starts) const;
    /// The target for a period of which so much is over; nothing if it has no end.
    [[nodiscard]] std::optional<fraction> target_of_running(std::string_view metric, const day_span &period,
                                                            const day_span &log, calendar_start starts) const;

private:
    struct target {
        std::uint64_t line{};
        std::string metric;
        bool adds_up{};
        period_kind each{};
        fraction amount{};
        kpi::better more{};
        time_frame on{};
    };
    std::vector<target> all_; ///< in the order of their first days
};

} // namespace report
