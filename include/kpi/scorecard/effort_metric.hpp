// SPDX-License-Identifier: MIT
#pragma once

/// What a result cost in touches: those that led to it, for each result, in all and by channel. It reads
/// facts that a story tells at the result, one for each channel that led to it, the first of which counts the
/// result
/// (`again` is false of it alone), with `touches` and `channel`. Results without a touch are in the
/// denominator and shown. Absent while there is no result.

#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

namespace kpi::inline v1 {

/// Channels are the enumerators of this type, 0 being the one that is not known.
template <kpi::event Event, class Channel, std::size_t Channels> struct effort_metric {
    using event = Event;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    std::string_view title{};
    event_set<kind_of<Event>> of;
    std::array<std::string_view, Channels> channels;
    std::string_view unit{"touches each"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        using counts_it = equals<member::again, false>;
        using untouched = both<counts_it, equals<member::touches, 0u>>;
        return [this]<std::size_t... C>(std::index_sequence<C...>) {
            return std::tuple{
                counted{of, counts_it{}}, counted{of, untouched{}}, total_of<member::touches>(of),
                total_of<member::touches>(of, equals<member::channel, static_cast<Channel>(C)>{})...};
        }
        (std::make_index_sequence<Channels>{});
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    template <counter C>
    [[nodiscard]] static constexpr ratio<std::uint64_t>
    value(C results, C /*untouched*/, const total &touches, const auto &.../*by channel*/) noexcept {
        return {touches.value().n, is_saturated(results) ? saturation<std::uint64_t> : results};
    }
    constexpr void each_figure(figure_info info, auto &&visit, auto results, auto untouched,
                               const total &touches, const auto &...of_channel) const {
        visit(info, value(results, untouched, touches));
        std::size_t c = 0;
        const auto tell = [&](const total &there) {
            figure_info by = info;
            by.label = channels[c++];
            if (there.value().n != 0 && there.value().n != touches.value().n)
                visit(by, value(results, untouched, there));
        };
        (tell(of_channel), ...);
        info.name = "untouched", info.title = {}, info.unit = "deals";
        if (untouched != 0) visit(info, count<std::uint64_t>{untouched});
    }
};

} // namespace kpi::inline v1
