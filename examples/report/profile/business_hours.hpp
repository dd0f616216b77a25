// SPDX-License-Identifier: MIT
#pragma once

/// The user's opening hours, as `--business-hours` and `--holidays` state them: up to two stretches a day, by
/// the clocks where the user lives, so that daylight saving moves nothing. A stretch may go on past midnight;
/// it then belongs to the day on which it begins.

#include "read/byte_source.hpp"
#include <kpi/time/business_hours.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class business_hours {
public:
    /// Reads "Mon-Fri 09:00-17:30, Sat 10:00-14:00". Throws a failure.
    [[nodiscard]] static business_hours read(std::string_view text);
    /// Reads days off: 2024-12-25, one a line, perhaps followed by a name. Lines that start with #, and a
    /// heading, are no days. Throws a failure.
    void read_holidays(input from);

    /// Points into this object.
    [[nodiscard]] kpi::weekly_schedule schedule() const { return {week_, holidays_}; }
    /// "Mon-Fri 09:00-17:30, Sat 10:00-14:00", in whatever way it was written.
    [[nodiscard]] std::string text() const;
    /// The number of different days off.
    [[nodiscard]] std::size_t holidays() const { return holidays_.size(); }
    /// The file that lists the holidays; empty without one.
    [[nodiscard]] const std::string &source() const { return source_; }

private:
    decltype(kpi::weekly_schedule::week) week_{};
    std::vector<std::int32_t> holidays_; ///< in order, each once
    std::string source_;
};

} // namespace report
