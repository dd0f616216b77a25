// SPDX-License-Identifier: MIT
#pragma once

/// A figure made of what other metrics say and of what only the caller knows: return on a source's cost,
/// pipeline velocity, lifetime value against acquisition cost. It remembers nothing: a board that names it
/// holds its parts, each once whoever else needs them, and `get<metric>(given...)` hands their values and the
/// figures given to `Formula`. Where a part speaks of single ids, so does it: `pool<metric>(groups,
/// given...)` pools the parts first, and no figure given is added up.

#include <kpi/scorecard/catalogue.hpp>

#include <type_traits>

namespace kpi::inline v1 {

/// `Formula` is a function object: of the parts' values, in order, and of the figures given behind them.
template <kpi::event Event, class Formula, const auto &...Parts> struct derived_metric {
    static_assert(sizeof...(Parts) > 0, "derived_metric: name the metrics that it is made of");

    using event = Event;
    using parts = catalogue<Parts...>;
    static constexpr bool of_one_id = (detail::of_one_id<Parts> || ...);

    std::string_view name;
    std::string_view kind;
    std::string_view given{}; ///< the figures that only the caller knows, in order: "gross margin, cost"
    std::string_view unit{};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept {
        return (detail::demanded_by<Parts, E>() && ...);
    }
    [[nodiscard]] static constexpr bool complete() noexcept { return (detail::complete<Parts> && ...); }

    /// The figure, from what `part.operator()<metric>()` says of each part.
    [[nodiscard]] static constexpr auto value(auto &&part, const auto &...given) {
        return Formula{}(part.template operator()<Parts>()..., given...);
    }
    /// Whether Formula takes these, behind the values of its parts.
    template <template <const auto &> class ValueOf, class... Given>
    static constexpr bool takes = std::is_invocable_v<Formula, typename ValueOf<Parts>::type..., Given...>;
};

} // namespace kpi::inline v1
