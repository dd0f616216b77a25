// SPDX-License-Identifier: MIT
#pragma once

/// A measurement that events of a set carry (value, elapsed time, units or score), remembered by a leaf.
/// `mean_metric` answers the exact mean, `total_metric` the sum, `extrema_metric` the least and the greatest,
/// `quantiles_metric` a quantile that you name when reading, `get<talk_time_quantiles>(95, 100)`, and
/// `distinct_metric` the number of distinct ids. The leaf itself, with deviation and ranks, is
/// `board.state<metric>()`. Absent while the leaf is empty. `step` is the unit that the leaf measures in
/// (86400: whole days of seconds, rounded half up), `shown_in` the one that a report shows.
/// the one that a report tells the figure in.

#include <kpi/core/member.hpp>
#include <kpi/scorecard/distinct_of.hpp>
#include <kpi/scorecard/extremes_of.hpp>
#include <kpi/scorecard/mean_of.hpp>
#include <kpi/scorecard/measured.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/quantiles_of.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace kpi::inline v1 {

template <class Leaf, kpi::event Event, const auto &What, class Where = always> struct measure_metric {
    using event = Event;
    using leaf = Leaf; ///< the state that remembers
    static constexpr std::string_view kind = "measure";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{}; ///< for a time: the events that `between` measures it from
    std::uint32_t step{1};             ///< the unit that the leaf measures in
    std::uint32_t shown_in{1};
    std::string_view unit{};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<measured<Leaf, What, kind_of<Event>, Where>, 1>
    observes() const noexcept {
        return {{{of, step, where}}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !of.empty() && step != 0 && shown_in != 0;
    }

    /// The mean, the sum, the number of distinct ids or the extrema; for a distribution, its median.
    [[nodiscard]] static constexpr auto value(const auto &s) noexcept {
        if constexpr (requires { s.median(); })
            return s.median();
        else if constexpr (requires { s.value(); })
            return s.value();
        else
            return s;
    }
    /// The quantile of rank part / whole.
    [[nodiscard]] static constexpr auto value(const auto &s, std::integral auto part,
                                              std::integral auto whole) noexcept requires requires {
        s.median();
    }
    { return s.quantile(part, whole); }
    /// Beside a median, the 90th percentile and the greatest; beside the smallest, the greatest.
    static constexpr void each_figure(figure_info info, auto &&visit, const auto &s) {
        const auto beside = [&](std::string_view its_name, const auto &its_value) {
            figure_info other = info;
            other.name = its_name, other.title = {};
            visit(other, its_value);
        };
        if constexpr (requires { s.median(); }) {
            visit(info, s.median());
            beside("p90", s.quantile(9, 10)), beside("max", s.quantile(1, 1));
        } else if constexpr (requires { s.maximum(); }) {
            visit(info, shown(s.minimum())), beside("greatest", shown(s.maximum()));
        } else {
            visit(info, value(s));
        }
    }

private:
    /// With a sign, like all figures shown. An unsigned one of 64 bits stops at the greatest signed one.
    static constexpr std::optional<std::int64_t> shown(const auto &extreme) noexcept {
        constexpr std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
        if (!extreme) return std::nullopt;
        return std::in_range<std::int64_t>(*extreme) ? static_cast<std::int64_t>(*extreme) : most;
    }
};

/// The exact mean, as kpi::mean_value.
template <kpi::event Event, const auto &What, class Where = always>
using mean_metric = measure_metric<mean, Event, What, Where>;
/// The sum, as kpi::count; a saturated one is absent.
template <kpi::event Event, const auto &What, class Where = always>
using total_metric = measure_metric<total, Event, What, Where>;
/// The least and the greatest.
template <kpi::event Event, const auto &What, class Where = always>
using extrema_metric = measure_metric<extrema<std::uint32_t>, Event, What, Where>;
/// The number of distinct ids, as kpi::cardinality.
template <kpi::event Event, const auto &What, class Where = always>
using distinct_metric = measure_metric<distinct<>, Event, What, Where>;
/// A quantile that you name when reading, as kpi::quantile.
template <kpi::event Event, const auto &What, class Where = always>
using quantiles_metric = measure_metric<quantiles<>, Event, What, Where>;

} // namespace kpi::inline v1
