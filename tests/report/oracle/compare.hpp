// SPDX-License-Identifier: MIT
#pragma once

/// The oracle's figures beside those of kpi-report.

#include "log.hpp"
#include "printed.hpp"

#include <cstdint>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

struct difference {
    std::string metric, group, expected, shown;
};

struct comparison {
    std::uint64_t figures{}; ///< how many were compared
    std::vector<difference> differences;
    std::map<std::string, bool> telling; ///< metrics that were shown, and whether neither 0 nor 100 %
};

/// What is not compared, and why.
struct left_aside {
    std::string_view metric, why;
};
[[nodiscard]] std::span<const left_aside> all_left_aside();

[[nodiscard]] comparison compare(const log &l);
[[nodiscard]] comparison compare(const log &l, const printed &shown);

/// Fewer rows and a shorter question that still differ in this metric.
[[nodiscard]] log shrink(log l, const std::string &metric);

/// The files of a log and the command, for a person.
[[nodiscard]] std::string reproduction(const log &l);

} // namespace oracle
