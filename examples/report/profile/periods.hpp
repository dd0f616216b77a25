// SPDX-License-Identifier: MIT
#pragma once

/// Calendar periods as groups, `--by day`, month, quarter or year, and which part of the log is looked at.

#include <kpi/time/instant.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace report {

enum class period_kind : std::uint8_t { none, day, month, quarter, year };

/// "day", "month", "quarter" or "year"; none for every other text.
[[nodiscard]] period_kind period_named(std::string_view text);
[[nodiscard]] std::string_view name_of(period_kind kind);

/// The number of the period that holds a time, and where a period starts.
[[nodiscard]] std::int32_t period_of(period_kind kind, kpi::instant at);
[[nodiscard]] kpi::instant period_start(period_kind kind, std::int32_t number);

/// 2017-03-31, 2017-03, 2017Q1 or 2017: in the order of time, as texts.
[[nodiscard]] std::string period_label(period_kind kind, std::int32_t number);
/// The number of the period of such a label.
[[nodiscard]] std::optional<std::int32_t> period_labelled(period_kind kind, std::string_view label);

/// Two days, and all between them.
struct day_span {
    std::int64_t from{}, until{}; ///< the first second, and the first one behind it
};

/// Events from a time on and before another one are looked at. Without a beginning, those without a date too.
struct time_frame {
    std::optional<std::int64_t> from, until;

    [[nodiscard]] bool too_early(std::int64_t at) const { return from && at < *from; }
    [[nodiscard]] bool too_late(std::int64_t at) const { return until && at >= *until; }
};

/// `30d` or `4w` in seconds; nullopt for what is no such length.
[[nodiscard]] std::optional<std::int64_t> read_length(std::string_view text);

/// The first second of the day in which this one lies.
[[nodiscard]] std::int64_t start_of_day(std::int64_t seconds);

} // namespace report
