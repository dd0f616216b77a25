// SPDX-License-Identifier: MIT
#pragma once

/// `measured<sales::win_rate>({{deal_won, 12}, {deal_lost, 8}})`: what a live metric gives for so many
/// events. Counts pass through opaque(), so a dual-run body can use it as it is.

#include "opaque.hpp"
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <initializer_list>

namespace kpi::test {

struct happened {
    sales::activity kind;
    std::uint32_t times;
    sales::medium channel = sales::medium::unknown;
};

template <const auto &M>
[[nodiscard]] constexpr auto measured(std::initializer_list<happened> events, const auto &...given) {
    using event = typename definition<M>::event;
    live<M> board;
    for (const auto &[kind, times, channel] : events) {
        if constexpr (kind_enum<event>)
            board.record(kind, opaque(times));
        else
            board.record(event{.kind = kind, .channel = channel}, opaque(times));
    }
    return board.value(given...);
}

using share = proportion<std::uint32_t>;
using against = ratio<std::uint32_t>;

} // namespace kpi::test
