// SPDX-License-Identifier: MIT
#pragma once

/// What a dialer counts: the calls of each of its lines, and how many of the last hours' calls were picked
/// up. The firmware keeps and shows it; a fleet of dialers sends its snapshots (examples/fleet).

#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>

namespace firmware {

/// A call, when it ends. Times have 32 bits: 64 would bring in a division of 64 bits.
struct call {
    kpi::basic_instant<std::uint32_t> at{};
    kpi::sales::activity kind{};
    std::uint8_t line{};
    std::uint32_t elapsed{}; ///< seconds of talk
};

constexpr std::uint8_t lines = 4;
inline constexpr kpi::dimension line{"line", &call::line, "Of the dialer."};
inline constexpr kpi::mean_metric<kpi::sales::activity, kpi::member::elapsed> talk_time{
    .name = "talk_time", .of = kpi::sales::kinds::conversations, .unit = "s", .help = "Of a conversation."};

using board = kpi::scorecard<call, kpi::sales::calls, kpi::sales::pick_up_rate, kpi::sales::conversation_rate,
                             kpi::sales::abandon_rate, talk_time>;
using hourly = kpi::over<kpi::hours<1>, 8, kpi::live<kpi::sales::pick_up_rate, call>>;

using by_line = kpi::by<line, lines, board>;
using counters = kpi::beside<by_line, hourly>;

} // namespace firmware
