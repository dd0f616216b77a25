// SPDX-License-Identifier: MIT
#pragma once

/// A figure as plugins hand it over: numerator and denominator, value, and interval if it has one.

#include <kpi/export/value_parts.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/statistics/interval.hpp>
#include <kpi/statistics/net_promoter.hpp>

#include <array>
#include <cstdint>
#include <optional>

namespace plugin {

/// The interval in which the true value lies with 95 % confidence: for a share Wilson's, for a score with
/// three answers added.
[[nodiscard]] inline std::optional<kpi::statistics::interval<double>>
interval_of(kpi::value_kind kind, const std::array<std::uint64_t, 3> &parts) noexcept {
    if (kind == kpi::value_kind::proportion)
        return kpi::statistics::wilson(kpi::proportion<std::uint64_t>{parts[0], parts[1]});
    if (kind != kpi::value_kind::score) return std::nullopt;
    auto range =
        kpi::statistics::net_promoter_interval(kpi::score<std::uint64_t>{parts[0], parts[1], parts[2]});
    if (range) range->low /= 100, range->high /= 100; // it is told in points
    return range;
}

struct figure {
    kpi::fraction<std::uint64_t> exact{}; ///< absent if its denominator is 0
    std::optional<kpi::statistics::interval<double>> interval{};

    figure() = default;
    figure(const kpi::figure_info &info, const kpi::value_parts &value) noexcept {
        if (!value.has_value()) return;
        exact = value.exact;
        if (!info.nominal)
            interval =
                interval_of(value.kind, {value.parts[0].size, value.parts[1].size, value.parts[2].size});
    }
};

} // namespace plugin
