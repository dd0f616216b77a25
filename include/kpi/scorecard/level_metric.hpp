// SPDX-License-Identifier: MIT
#pragma once

/// The level at the end of what you read: open deals, or their value. Never absent: none is 0.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/level_of.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

/// `What` is the amount of each event: 1, or a member.
template <kpi::event Event, const auto &What = one_of_each, class Where = always> struct level_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = "level";

    std::string_view name;
    std::string_view title{};
    set in;  ///< the kinds that raise the level
    set out; ///< the kinds that lower it
    std::string_view unit{};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<level<What, kind_of<Event>, Where>, 1> observes() const noexcept {
        return {level_of<What>(in, out, where)};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !in.empty() && !out.empty(); }

    [[nodiscard]] static constexpr count<std::uint64_t> value(const level_reading &l) noexcept {
        return count<std::uint64_t>{l.end()};
    }
};

} // namespace kpi::inline v1
