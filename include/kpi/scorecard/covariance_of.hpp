// SPDX-License-Identifier: MIT
#pragma once

/// The word for two members that may be correlated: `covariance_of<member::elapsed, member::touches>(set)`.
/// It passes over an event that lacks one of them. An event with a member below 0 or of more than 32 bits
/// saturates the state, which is absent from then on. Law: exact; events can be taken back.

#include <kpi/accumulator/covariance.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/word.hpp>

#include <cstdint>
#include <utility>

namespace kpi::inline v1 {

/// The word of two members: their sums, squares and products over the events that tell both.
template <const auto &X, const auto &Y, kind_enum E, class Where = always> struct pair_measured {
    event_set<E> of{};
    [[no_unique_address]] Where where{};

    template <class Event> using state = covariance;
    template <class Event> static constexpr bool demanded_of() noexcept {
        if constexpr (X.template demanded_of<Event>() && Y.template demanded_of<Event>())
            return detail::whole_number_demanded<X, Event>() && detail::whole_number_demanded<Y, Event>() &&
                   detail::condition_demanded_of<Where, Event>();
        return false;
    }
    constexpr void record(covariance &s, const auto &e) const noexcept { record(s, e, 1u); }
    constexpr void record(covariance &s, const auto &e, auto n) const noexcept {
        using count = covariance::count_type;
        const auto times = to_count<count>(n);
        if (takes(e) && times != 0) s.record(point_of(e), fits(e) ? times : saturation<count>);
    }
    [[nodiscard]] constexpr bool retract(covariance &s, const auto &e) const noexcept {
        return !takes(e) || (fits(e) && s.retract(point_of(e)));
    }
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(std::type_identity<std::remove_cvref_t<decltype(X)>>{});
        say(std::type_identity<std::remove_cvref_t<decltype(Y)>>{}), detail::describe_condition(where, say);
    }

private:
    constexpr bool takes(const auto &e) const noexcept {
        return of.contains(kpi::kind(e)) && where(e) && told(X(e)) && told(Y(e));
    }
    static constexpr bool fits(const auto &e) noexcept {
        return std::in_range<std::uint32_t>(told_value(X(e))) &&
               std::in_range<std::uint32_t>(told_value(Y(e)));
    }
    static constexpr covariance::event point_of(const auto &e) noexcept {
        return {to_count<std::uint32_t>(told_value(X(e))), to_count<std::uint32_t>(told_value(Y(e)))};
    }
};
template <const auto &X, const auto &Y, kind_enum E, class Where = always>
[[nodiscard]] constexpr pair_measured<X, Y, E, Where> covariance_of(event_set<E> of,
                                                                    Where where = {}) noexcept {
    return {of, where};
}

} // namespace kpi::inline v1
