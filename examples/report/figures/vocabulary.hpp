// SPDX-License-Identifier: MIT
#pragma once

/// The library's metrics as boards: those that speak of acts, and those that speak of what stories tell of
/// cases. The one place that says which lists of metrics there are.

#include "story/act.hpp"
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/derived_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <cstdint>
#include <type_traits>

namespace report {

/// The metrics of a catalogue for which Test::holds<metric>, as a catalogue.
template <class Test, const auto &...M> [[nodiscard]] constexpr auto those(kpi::catalogue<M...>) {
    return (kpi::catalogue<>{} | ... |
            std::conditional_t<Test::template holds<M>, kpi::catalogue<M>, kpi::catalogue<>>{});
}

inline constexpr auto every_metric = sales::catalog | sales::amounts | sales::times | sales::prospects |
                                     sales::leads | sales::pipeline | sales::accounts | sales::reps;

template <class Kind> struct speaking_of {
    template <const auto &M>
    static constexpr bool holds = std::is_same_v<kpi::kind_of<typename kpi::definition<M>::event>, Kind> &&
                                  !kpi::detail::of_one_id<M> && !kpi::state_metric<kpi::definition<M>> &&
                                  !kpi::derived_from_others<kpi::definition<M>>;
};
using metrics_of_acts = decltype(those<speaking_of<activity>>(every_metric));
using metrics_of_cases = decltype(those<speaking_of<sales::outcome>>(every_metric));

/// Counts in 64 bits: a log that saturates them does not exist.
template <kpi::event Event, const auto &...Metrics>
using wide_board = kpi::basic_scorecard<Event, std::uint64_t, Metrics...>;

/// Of a vocabulary that no metric speaks of.
template <class Event> struct no_board {
    void record(const Event &, std::uint64_t) {}
    no_board &operator+=(const no_board &) { return *this; }
    friend bool operator==(const no_board &, const no_board &) = default;
};
template <class Metrics, class Event> struct board_of {
    using type = typename Metrics::template on<wide_board, Event>;
};
template <class Event> struct board_of<kpi::catalogue<>, Event> { using type = no_board<Event>; };

using board_of_acts = board_of<metrics_of_acts, act>::type;
using board_of_cases = board_of<metrics_of_cases, sales::fact>::type;

template <const auto &M>
inline constexpr bool is_on_a_board = metrics_of_acts::contains<M> || metrics_of_cases::contains<M>;

} // namespace report
