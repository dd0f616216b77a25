// SPDX-License-Identifier: MIT
#pragma once

/// How many are in each of N places. Each case is in one place, so that the shares sum to 1: the last answers
/// of a survey, leads by the stage that they are in now. A place is a word: a count or a level.

#include <kpi/core/breakdown.hpp>
#include <kpi/scorecard/level_of.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, class... Places> struct breakdown_metric {
    using event = Event;
    static constexpr std::string_view kind = "breakdown";
    static constexpr std::size_t places = sizeof...(Places); ///< the number of places

    std::string_view name;
    std::string_view title{};
    row<Places...> in;                           ///< the words, in order
    std::array<std::string_view, places> labels; ///< of the places, in order
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr row<Places...> observes() const noexcept { return in; }

    [[nodiscard]] static constexpr breakdown<std::uint64_t, places> value(const auto &...n) noexcept
        requires(sizeof...(n) == places) {
        return {{how_many(n)...}};
    }
    /// The share of each place, labelled.
    constexpr void each_figure(figure_info info, auto &&visit, const auto &...n) const
        requires(sizeof...(n) == places) {
        const auto all = value(n...);
        for (std::size_t i = 0; i < places; ++i) {
            info.label = labels[i];
            visit(info, all.share(i));
        }
    }

private:
    static constexpr std::uint64_t how_many(const level_reading &l) noexcept { return l.end(); }
    template <counter C> static constexpr std::uint64_t how_many(C n) noexcept {
        return widened<std::uint64_t>(n);
    }
};

} // namespace kpi::inline v1
