// SPDX-License-Identifier: MIT
#pragma once

/// The library's metrics as boards: metrics of acts, and metrics of what stories tell of cases. This is the
/// only place that says which lists of metrics there are.

#include "story/act.hpp"
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/growth_metric.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace report {

/// The metrics of a catalogue for which Test::holds<metric>, as a catalogue.
template <class Test, const auto &...M> [[nodiscard]] constexpr auto those(kpi::catalogue<M...>) {
    return kpi::joined(kpi::catalogue<>{},
                       std::conditional_t<Test::template holds<M>, kpi::catalogue<M>, kpi::catalogue<>>{}...);
}

/// Growth from one period to the next is read from boards with its own periods, whatever is asked.
template <class M> inline constexpr bool is_growth = false;
template <kpi::event Event, class Period, class Where>
inline constexpr bool is_growth<kpi::growth_metric<Event, Period, Where>> = true;
struct growing {
    template <const auto &M> static constexpr bool holds = is_growth<kpi::definition<M>>;
};

/// A sketch of ids is not kept: stories count them exactly.
template <class M> inline constexpr bool is_sketch = false;
template <kpi::event Event, const auto &What, class Where>
inline constexpr bool is_sketch<kpi::distinct_metric<Event, What, Where>> = true;
struct exact {
    template <const auto &M> static constexpr bool holds = !is_sketch<kpi::definition<M>>;
};

using metrics_of_acts = decltype(those<exact>(sales::catalog.speaking<activity>()));
using metrics_of_cases = decltype(those<exact>(sales::catalog.speaking<sales::outcome>()));
using metrics_of_growth = decltype(those<growing>(metrics_of_cases{}));

/// The kinds that these metrics count.
template <const auto &M, const auto &...Rest>
[[nodiscard]] constexpr auto kinds_counted(kpi::catalogue<M, Rest...>) {
    return (M.of | ... | Rest.of);
}

/// Counts in 64 bits: a log that saturates them does not exist.
template <kpi::event Event, const auto &...Metrics>
using wide_board = kpi::basic_scorecard<Event, std::uint64_t, Metrics...>;

/// For a vocabulary that no metric uses.
template <class Event> struct no_board {
    void record(const Event &, std::uint64_t) {}
    no_board &operator+=(const no_board &) { return *this; }
    friend bool operator==(const no_board &, const no_board &) = default;
};
template <class Metrics, class Event> struct board_of {
    using type = typename Metrics::template on<wide_board, Event>;
};
template <class Event> struct board_of<kpi::catalogue<>, Event> { using type = no_board<Event>; };

template <class Leaf> inline constexpr bool knows_its_n = true;
template <> inline constexpr bool knows_its_n<kpi::total> = false;
template <std::unsigned_integral V> inline constexpr bool knows_its_n<kpi::extrema<V>> = false;

/// A sum, an extreme and a level of amounts do not know how many amounts they rest on, so the board also
/// counts what tells them. The result is that count; nothing for every other metric.
template <class Leaf, kpi::event Event, const auto &What, class Where>
requires(!knows_its_n<Leaf>)
    [[nodiscard]] constexpr auto counting(std::string_view name,
                                          const kpi::measure_metric<Leaf, Event, What, Where> &m) {
    return kpi::count_metric<Event, kpi::both<Where, kpi::tells<What>>>{
        .name = name, .of = m.of, .where = {m.where, {}}};
}
template <kpi::event Event, const auto &What, class Where>
[[nodiscard]] constexpr auto counting(std::string_view name,
                                      const kpi::level_metric<Event, What, Where> &m) requires requires {
    What.name;
}
{
    return kpi::level_metric<Event, kpi::one_of_each, kpi::both<Where, kpi::tells<What>>>{
        .name = name, .in = m.in, .out = m.out, .where = {m.where, {}}};
}

template <const auto &M> inline constexpr bool lacks_n = requires { counting(std::string_view{}, M); };
struct lacking_n {
    template <const auto &M> static constexpr bool holds = lacks_n<M>;
};
template <const auto &M>
inline constexpr auto name_of_n = [] {
    constexpr std::string_view before{"n_of_"};
    std::array<char, before.size() + M.name.size()> text{};
    std::copy(M.name.begin(), M.name.end(), std::copy(before.begin(), before.end(), text.begin()));
    return text;
}();
template <const auto &M> inline constexpr auto n_of = counting({name_of_n<M>.data(), name_of_n<M>.size()}, M);
template <const auto &...M> [[nodiscard]] constexpr auto with_n(kpi::catalogue<M...> all) {
    return []<const auto &...Lacks>(auto of, kpi::catalogue<Lacks...>) {
        return kpi::joined(of, kpi::catalogue<n_of<Lacks>...>{});
    }
    (all, those<lacking_n>(all));
}

using board_of_acts = board_of<decltype(with_n(metrics_of_acts{})), act>::type;
using board_of_cases = board_of<decltype(with_n(metrics_of_cases{})), sales::fact>::type;
using board_of_growth = board_of<metrics_of_growth, sales::fact>::type;

template <const auto &M>
inline constexpr bool is_told = metrics_of_acts::contains<M> || metrics_of_cases::contains<M>;

} // namespace report
