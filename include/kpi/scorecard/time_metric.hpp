// SPDX-License-Identifier: MIT
#pragma once

/// A time between two events as a metric, in the finest unit known. It measures the pairs that have a time of
/// day at both ends; if there is none, it measures in whole days the pairs that have a date alone at an end
/// (METRICS.md, section 9). The two are never added up. Beside times, `by_date` shows how many pairs are
/// dates; a figure of dates alone is marked `whole_days`. `mean_time_metric` answers the exact mean,
/// `time_quantiles_metric` a quantile that you name when reading, as in measure_metric.hpp. Absent while
/// there is no pair.

#include <kpi/core/count.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/measure_metric.hpp>

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

template <class Leaf, kpi::event Event> struct time_metric {
    using event = Event;
    static constexpr std::string_view kind = "measure";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    std::string_view unit{"s"};
    kpi::better better{kpi::better::less};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return row{of_pairs<by_the_minute>{of}, of_pairs<by_the_day>{of}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    [[nodiscard]] static constexpr auto value(const auto &timed, const auto &dated) noexcept {
        return as_measured::value(finest(timed, dated));
    }
    /// The quantile of rank part / whole.
    [[nodiscard]] static constexpr auto value(const auto &timed, const auto &dated, std::integral auto part,
                                              std::integral auto whole) noexcept requires requires {
        timed.median();
    }
    { return as_measured::value(finest(timed, dated), part, whole); }
    static constexpr void each_figure(figure_info info, auto &&visit, const auto &timed, const auto &dated) {
        if constexpr (requires { dated.count(); }) info.whole_days = timed.count() == 0 && dated.count() != 0;
        as_measured::each_figure(info, visit, finest(timed, dated));
        if constexpr (requires { dated.count(); }) {
            if (timed.count() == 0 || dated.count() == 0) return;
            info.name = "by_date", info.title = {}, info.unit = "pairs";
            info.better = kpi::better::neither;
            visit(info, kpi::count{dated.count()});
        }
    }

private:
    using as_measured = measure_metric<Leaf, Event, member::elapsed>;
    template <class Where> using of_pairs = measured<Leaf, member::elapsed, kind_of<Event>, Where>;
    /// The timed pairs if there are any, else the dated ones. Without dates on the board, all are timed.
    template <class State>
    [[nodiscard]] static constexpr const State &finest(const State &timed, const auto &dated) noexcept {
        if constexpr (requires { dated.count(); })
            return timed.count() > 0 ? timed : dated;
        else
            return timed;
    }
};

template <kpi::event Event> using mean_time_metric = time_metric<mean, Event>; ///< the exact mean
/// A quantile that you name when reading.
template <kpi::event Event> using time_quantiles_metric = time_metric<quantiles<>, Event>;

} // namespace kpi::inline v1
