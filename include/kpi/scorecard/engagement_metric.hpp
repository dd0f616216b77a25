// SPDX-License-Identifier: MIT
#pragma once

/// Interactions with customers for each quarter of their relationship, and whether those who stay longer hear
/// from you more often: Pearson's r of pace and length, across customers (METRICS.md, section 7). It reads
/// one fact a customer, with `touches`, `quarters`, `elapsed` and `pace`. Absent without a quarter.

#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/covariance_of.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event> struct engagement_metric {
    using event = Event;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    std::string_view title{};
    event_set<kind_of<Event>> of;
    std::string_view unit{"a quarter"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return row{total_of<member::touches>(of), total_of<member::quarters>(of),
                   covariance_of<member::elapsed, member::pace>(of)};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    [[nodiscard]] static constexpr ratio<std::uint64_t>
    value(const total &interactions, const total &quarters, const covariance & /*pace and length*/) noexcept {
        return {interactions.value().n, quarters.value().n};
    }
    /// Pearson's r in thousandths, as a : b, so that no real number is needed to show it.
    static constexpr void each_figure(figure_info info, auto &&visit, const total &interactions,
                                      const total &quarters, const std::same_as<covariance> auto &both) {
        visit(info, value(interactions, quarters, both));
        const auto r = both.correlation();
        if (!r) return;
        info.name = "correlation", info.title = {}, info.unit = {};
        visit(info, ratio<std::int64_t>{static_cast<std::int64_t>(*r * 1000 + (*r < 0 ? -0.5 : 0.5)), 1000});
    }
};

} // namespace kpi::inline v1
