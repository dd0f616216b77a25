// SPDX-License-Identifier: MIT
#pragma once

/// `--benchmarks openview,frontspin`: the targets and bands that these sources publish (METRICS.md, section
/// 10), for metrics that the user has set no target for.

#include "figures/figure.hpp"
#include "profile/periods.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace report {

/// A row of the published figures.
struct benchmark {
    std::string_view name; ///< as --benchmarks spells it
    std::string_view metric;
    period_kind each{};              ///< of a count: it is for one rep in each of these; of a rate none
    fraction amount{};               ///< to be reached, or the lower end of a band
    std::optional<fraction> up_to{}; ///< the upper end of a band
    std::string_view of;             ///< whom or what the source measured
    std::string_view source;
};
[[nodiscard]] std::span<const benchmark> published_benchmarks();

/// The benchmarks that a run is held to.
class benchmarks {
public:
    benchmarks() = default;
    /// By their names, separated by commas. Throws a failure, with the nearest name, if one is
    /// unknown.
    explicit benchmarks(std::string_view names);

    /// Null if no chosen one is about the metric; if several are, the one whose name comes last.
    [[nodiscard]] const benchmark *of(std::string_view metric) const;

private:
    std::vector<std::string_view> names_;
};

} // namespace report
