// SPDX-License-Identifier: MIT
#pragma once

/// What a metric is to a board: a constant that names what must be remembered and what to make of it. Four
/// forms, told apart by their members alone, so that a metric of one's own needs no base class:
///
/// - counting:    `sets()` and `value(counts...)`, a function of how many events of each set there were. All
/// counting
///                metrics of a board share one counter for each kind.
/// - conditional: a counting metric with a predicate `where(event)`. It has counters of its own.
/// - stateful:    `state<Event>`, `record(state, event)`, `value(state)`, and `retract(state, event)` if it
///                can; `record_batch(state, span)` where that is faster than one event after the other.
/// - derived:     `parts`, the catalogue of the metrics that it is made of, and `value(part)`.
///
/// All have `name` (snake_case, unique on a board), `help`, and `event`: the event they are natural to, whose
/// kind is the vocabulary they speak. `value` takes what else it needs behind the counts or the state: the
/// time, or a figure that no event carries; `get<metric>(...)` passes it on.

#include <kpi/core/event_set.hpp>

#include <string_view>
#include <type_traits>

namespace kpi::inline v1 {

/// The type of a definition that is named as a template argument.
template <const auto &M> using definition = std::remove_cvref_t<decltype(M)>;

/// Identity of definitions. By type: comparing addresses is no constant in GCC 12 under -fsanitize=undefined.
template <const auto &M> struct metric_tag {};
template <const auto &A, const auto &B>
inline constexpr bool same_metric = std::is_same_v<metric_tag<A>, metric_tag<B>>;

template <class M>
concept metric_definition = event<typename M::event> && requires(const M &m) {
    { m.name } -> std::convertible_to<std::string_view>;
    { m.help } -> std::convertible_to<std::string_view>;
};

/// A function of counts. `sets()` answers an array of event_set.
template <class M>
concept counting_metric = metric_definition<M> && requires(const M &m) {
    { m.sets()[0] } -> std::convertible_to<event_set<kind_of<typename M::event>>>;
    m.sets().size();
};

/// The condition of a counting metric that has none.
struct always {};

/// A function of the counts of those events for which `where(event)` holds.
template <class M>
concept conditional_metric = counting_metric<M> && requires(const M &m) {
    m.where;
} && !std::same_as<std::remove_cvref_t<decltype(M::where)>, always>;

/// A metric that remembers more than counts.
template <class M, class Event>
concept stateful_metric = metric_definition<M> && requires {
    typename M::template state<Event>;
};

/// A metric made of others (scorecard/derived_metric.hpp).
template <class M>
concept derived_from_others = metric_definition<M> && requires {
    typename M::parts;
};

/// What a scorecard can hold.
template <class M, class Event>
concept metric = counting_metric<M> || stateful_metric<M, Event> || derived_from_others<M>;

/// The union of a counting metric's sets.
template <const auto &M> [[nodiscard]] constexpr auto kinds_of() noexcept {
    event_set<kind_of<typename definition<M>::event>> kinds;
    for (const auto &set : M.sets())
        kinds = kinds | set;
    return kinds;
}

/// Says which metric this is and what it counts, to a snapshot's schema: the name, the kind of metric, the
/// sets of kinds or what a stateful metric `describe`s, the condition, and the state.
template <const auto &M, class Event> constexpr void describe_metric(auto &&say) noexcept {
    say(std::string_view{M.name}), say(std::type_identity<definition<M>>{});
    if constexpr (requires { M.where; }) say(std::type_identity<std::remove_cvref_t<decltype(M.where)>>{});
    if constexpr (derived_from_others<definition<M>>) {
        definition<M>::parts::for_each([&]<const auto & Part>() { describe_metric<Part, Event>(say); });
    } else if constexpr (stateful_metric<definition<M>, Event>) {
        if constexpr (requires { M.describe(say); }) M.describe(say);
        say(std::type_identity<typename definition<M>::template state<Event>>{});
    } else {
        for (const auto &set : M.sets())
            say(set);
    }
}

namespace detail {

/// True for a metric that says something of one prospect, lead or customer, and nothing of a team.
template <const auto &M> inline constexpr bool of_one_id = requires { requires definition<M>::of_one_id; };

/// True where the event has what the metric reads besides its kind. Metrics and conditions say it with
/// `demanded_of<Event>()`, which fails with a sentence of its own; those that say nothing are taken at their
/// word.
template <const auto &M, class Event> [[nodiscard]] constexpr bool demanded_by() noexcept {
    if constexpr (conditional_metric<definition<M>>) {
        if constexpr (requires { M.where.template demanded_of<Event>(); })
            return M.where.template demanded_of<Event>();
    } else if constexpr (requires { M.template demanded_of<Event>(); }) {
        return M.template demanded_of<Event>();
    }
    return true;
}

/// True where the metric names the kinds that it needs.
template <const auto &M>
inline constexpr bool complete = [] {
    if constexpr (requires { M.complete(); })
        return M.complete();
    else
        return true;
}();

} // namespace detail

} // namespace kpi::inline v1
