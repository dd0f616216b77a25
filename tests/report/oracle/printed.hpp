// SPDX-License-Identifier: MIT
#pragma once

/// What kpi-report prints of a log, run in this process.

#include "figures/sheet.hpp"
#include "log.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace oracle {

struct printed_figure {
    std::int64_t numerator{};
    std::int64_t denominator{}; ///< 0: absent
    std::int64_t n{};
    std::string value;                           ///< as JSON has it; empty: none
    std::map<std::string, std::string> beside{}; ///< what stands beside it, likewise
    std::string attained{};                      ///< a share of the target, as "3/4"
    std::optional<std::pair<double, double>> range{};
};
struct printed_metric {
    printed_figure total;
    std::vector<printed_figure> groups; ///< in the order of printed::groups; none: told of the whole alone
};
struct printed {
    std::vector<std::string> groups;
    std::vector<bool> complete; ///< of each group: a period that is neither running nor cut
    std::map<std::string, printed_metric> metrics;
    std::string failure; ///< why there is no report
};

[[nodiscard]] printed print(const log &l);
/// The same as the program has it; `explain` is METRIC or METRIC:GROUP, or nothing.
[[nodiscard]] report::sheet report_on(const log &l, const std::string &explain = {});

// METRICS.md lets ids decide between equals, but they have no order of their own: it is the program's.
[[nodiscard]] std::uint64_t number_of_id(const std::string &id);
[[nodiscard]] std::uint8_t order_of_ids(const row &r);

} // namespace oracle
