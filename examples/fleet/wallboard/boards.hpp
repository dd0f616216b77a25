// SPDX-License-Identifier: MIT
#pragma once

/// What the wallboard counts: yours to change. Each rep has a board of today and the last 30 days, one of the
/// last hour, and one of everything since the start, on which marks are based (marks.hpp).

#include "event.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace fleet::wallboard {

namespace sales = kpi::sales;

inline constexpr std::size_t most_reps = 64; ///< further reps are "other"

using board =
    kpi::scorecard<event, sales::calls, sales::conversation_rate, sales::talk_time, sales::reply_rate,
                   sales::meetings_held, sales::show_rate, sales::win_rate, sales::revenue_won>;
using by_day = kpi::over<kpi::days<1>, 30, board>;
using by_minute = kpi::over<kpi::minutes<1>, 60, board>;
using reps = kpi::by<sales::rep, most_reps, kpi::beside<by_day, by_minute, board>>;

/// From a lead's arrival to its first response.
using response = kpi::live<sales::response_time, event>;
using response_by_day = kpi::over<kpi::days<1>, 30, response>;
using response_by_minute = kpi::over<kpi::minutes<1>, 60, response>;
using responses =
    kpi::between<sales::lead_arrived, sales::first_response, sales::lead, 4096,
                 kpi::by<sales::rep, most_reps, kpi::beside<response_by_day, response_by_minute>>>;

enum class window : std::uint8_t { today, last_hour, last_30_days };
inline constexpr std::array windows{window::today, window::last_hour, window::last_30_days};
[[nodiscard]] constexpr std::string_view name_of(window w) noexcept {
    return w == window::today ? "today" : w == window::last_hour ? "last hour" : "last 30 days";
}

namespace detail {
template <class Days, class Minutes>
[[nodiscard]] auto of_window(const auto &kept, window w, kpi::instant now) {
    constexpr auto with = kpi::running::included;
    if (w == window::last_hour) return kept.template of<Minutes>().last(60, now, with);
    return kept.template of<Days>().last(w == window::today ? 1 : 30, now, with);
}
} // namespace detail

/// The board of a rep in a window, including the running minute or day.
[[nodiscard]] inline board board_of(const reps &all, std::size_t rep, window w, kpi::instant now) {
    return detail::of_window<by_day, by_minute>(all[rep], w, now);
}
[[nodiscard]] inline response response_of(const responses &all, std::size_t rep, window w, kpi::instant now) {
    return detail::of_window<response_by_day, response_by_minute>(all.pairs()[rep], w, now);
}

} // namespace fleet::wallboard
