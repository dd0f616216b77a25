// SPDX-License-Identifier: MIT
#pragma once

/// A metric that a profile defines: the number of events of some kinds, or its ratio to that of others.

#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/scorecard/figure.hpp>

#include <cstdint>
#include <string>

namespace report {

struct own_metric {
    enum class form : std::uint8_t { share, ratio, count };

    std::string name;
    std::string title; ///< for people; if empty, the name in words
    std::string about;
    form is{};
    kpi::event_set<kpi::sales::activity> part, whole; ///< a count has no whole
    kpi::better better{};
    std::string profile; ///< that defines the metric

    [[nodiscard]] bool means_the_same_as(const own_metric &other) const {
        return is == other.is && part == other.part && whole == other.whole && better == other.better &&
               title == other.title && about == other.about;
    }
};

} // namespace report
