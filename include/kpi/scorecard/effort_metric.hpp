// SPDX-License-Identifier: MIT
#pragma once

/// The touches that led to a result, for each result, in all and by channel. It reads facts that a story
/// tells at the result, with `touches` and `channel`.
/// There is one fact for each channel that led to it; only the first of them counts the result (its `again`
/// is false).
/// Results without a touch are in the denominator and shown. Absent while there is no result.

#include <kpi/core/count.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::inline v1 {

/// Channels are the enumerators of this type; 0 is the unknown channel.
template <kpi::event Event, class Channel, std::size_t Channels> struct effort_metric {
    using event = Event;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    std::string_view title{};
    event_set<kind_of<Event>> of;
    std::array<std::string_view, Channels> channels; ///< labels, the unknown one first
    std::string_view unit{"touches each"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        using counts_it = equals<member::again, false>;
        using untouched = both<counts_it, equals<member::touches, 0u>>;
        return [this]<std::size_t... C>(std::index_sequence<C...>) {
            return row{counted{of, counts_it{}}, counted{of, untouched{}}, total_of<member::touches>(of),
                       total_of<member::touches>(of, equals<member::channel, static_cast<Channel>(C)>{})...};
        }
        (std::make_index_sequence<Channels>{});
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    template <counter C>
    [[nodiscard]] static constexpr ratio<std::uint64_t>
    value(C results, C /*untouched*/, const total &touches,
          [[maybe_unused]] const auto &...of_channel) noexcept requires(sizeof...(of_channel) == Channels) {
        return {touches.value().n, widened<std::uint64_t>(results)};
    }
    constexpr void each_figure(figure_info info, auto &&visit, auto results, auto untouched,
                               const total &touches, const auto &...of_channel) const
        requires(sizeof...(of_channel) == Channels) {
        const ratio<std::uint64_t> all = value(results, untouched, touches, of_channel...);
        visit(info, all);
        const std::array<std::uint64_t, Channels> by_channel{of_channel.value().n...};
        for (std::size_t c = 0; c < Channels; ++c) {
            figure_info by = info;
            by.label = channels[c];
            if (by_channel[c] != 0 && by_channel[c] != all.a)
                visit(by, ratio<std::uint64_t>{by_channel[c], all.b});
        }
        info.name = "untouched", info.title = {}, info.unit = "deals";
        if (untouched != 0) visit(info, count<std::uint64_t>{widened<std::uint64_t>(untouched)});
    }
};

} // namespace kpi::inline v1
