// SPDX-License-Identifier: MIT
#pragma once

/// What kpi-report prints of a log, run in this process.

#include "log.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace oracle {

struct printed_figure {
    std::int64_t numerator{};
    std::int64_t denominator{}; ///< 0: absent
    std::int64_t n{};
    std::string value; ///< as JSON has it; empty: none
};
struct printed_metric {
    printed_figure total;
    std::vector<printed_figure> groups; ///< in the order of printed::groups; none: told of the whole alone
    bool is_count{};
};
struct printed {
    std::vector<std::string> groups;
    std::map<std::string, printed_metric> metrics;
    std::string failure; ///< why there is no report
};

[[nodiscard]] printed print(const log &l);

} // namespace oracle
