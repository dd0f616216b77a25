// SPDX-License-Identifier: MIT
#pragma once

/// An act that a story keeps because it may have to take it back. `fields` walks over the members that this
/// library knows by name (core/member.hpp); an event with other members brings its own `fields`. The time and
/// the value that a row tells are read here, too.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/told.hpp>
#include <kpi/time/instant.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

/// Visits one member as integers. A member that is no integer is visited as a copy and written back.
template <class T> constexpr void visit_member(T &x, auto &visit) {
    using plain = std::remove_const_t<T>;
    const auto copied = [&](auto n, auto back) {
        visit(n);
        if constexpr (!std::is_const_v<T>) x = back(n);
    };
    if constexpr (std::integral<plain>)
        visit(x);
    else if constexpr (std::is_enum_v<plain>)
        copied(static_cast<std::underlying_type_t<plain>>(x), [](auto n) { return static_cast<plain>(n); });
    else if constexpr (time_point<plain>)
        copied(x.time_since_epoch().count(), [](auto n) { return time_at<plain>(n); });
    else if constexpr (requires { plain::fields(x, visit); })
        visit_fields(x, visit);
    else {
        bool there = told(x);
        using value = std::remove_cvref_t<decltype(told_value(x))>;
        value v = there ? told_value(x) : value{};
        visit(there), visit_member(v, visit);
        if constexpr (!std::is_const_v<T>) x = there ? plain{v} : plain{};
    }
}

template <class Event, const auto &...Members> struct members_of {
    static constexpr std::size_t found =
        (std::size_t{std::remove_cvref_t<decltype(Members)>::template found_in<Event>} + ...);
    static constexpr void each(auto &event, auto &&f) {
        const auto one = [&]<class M>(const M &m) {
            if constexpr (M::template found_in<Event>) f(event.*(m.template in<Event>()));
        };
        (one(Members), ...);
    }
};
template <class Event>
using known_members =
    members_of<Event, member::at, member::rep, member::prospect, member::deal, member::lead, member::customer,
               member::channel, member::location, member::source, member::grade, member::product,
               member::campaign, member::message, member::value, member::units, member::elapsed,
               member::whole_day, member::touches, member::score, member::due>;

struct anything {
    template <class T> constexpr operator T() const noexcept;
};
/// How many members an aggregate has at least.
template <class T, class... Some> consteval std::size_t members_at_least() {
    if constexpr (requires { T{Some{}..., anything{}}; })
        return members_at_least<T, Some..., anything>();
    else
        return sizeof...(Some);
}

} // namespace detail

template <event Event> struct kept {
    static_assert(std::equality_comparable<Event>,
                  "a story that keeps an event needs its ==: give the event a "
                  "defaulted operator==");
    Event event{}; ///< as it was recorded

    friend constexpr bool operator==(const kept &, const kept &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        auto &e = self.event;
        if constexpr (kind_enum<Event>)
            detail::visit_member(e, visit);
        else if constexpr (requires { Event::fields(e, visit); })
            visit_fields(e, visit);
        else {
            static_assert(detail::members_at_least<Event>() <= 1 + detail::known_members<Event>::found,
                          "a story that keeps an event walks over its members: this one has members of other "
                          "names than in core/member.hpp, give it a fields(self, visit) of its own");
            detail::visit_member(e.kind, visit);
            detail::known_members<Event>::each(e, [&](auto &x) { detail::visit_member(x, visit); });
        }
    }
};

namespace detail {
/// A number in the type of a member; one that does not fit stops at the greatest value.
template <class T> [[nodiscard]] constexpr T as_told(std::integral auto n) noexcept {
    if constexpr (std::integral<T>)
        if (std::cmp_greater(n, (std::numeric_limits<T>::max)())) return (std::numeric_limits<T>::max)();
    return static_cast<T>(n);
}
} // namespace detail

/// The value that a row tells; on a credit note it is below 0. A plain number says nothing where it is 0.
template <class Event> [[nodiscard]] constexpr maybe<std::int64_t> value_in(const Event &e) noexcept {
    if constexpr (member::value.found_in<Event>)
        if (told(e.value) && (can_be_untold<decltype(e.value)> || told_value(e.value) != 0))
            return told_value(e.value);
    return {};
}
/// The time that a row tells of itself. Only a member that can be untold tells one.
template <class Event> [[nodiscard]] constexpr maybe<std::uint32_t> elapsed_in(const Event &e) noexcept {
    if constexpr (member::elapsed.found_in<Event>)
        if constexpr (can_be_untold<decltype(e.elapsed)>)
            if (told(e.elapsed) && std::cmp_greater_equal(told_value(e.elapsed), 0))
                return detail::as_told<std::uint32_t>(told_value(e.elapsed));
    return {};
}

namespace detail {
/// Writes a number into a member of an event, whatever its type, if the event has that member.
template <const auto &Member, class Event>
constexpr void tell_in(Event &e, can_be_untold auto told_number) noexcept {
    if constexpr (Member.template found_in<Event>) {
        auto &to = e.*(Member.template in<Event>());
        using to_type = std::remove_cvref_t<decltype(to)>;
        using number = std::remove_cvref_t<decltype(told_value(to))>;
        if (!told(told_number)) {
            if constexpr (can_be_untold<to_type>) to = to_type{};
            return;
        }
        to = as_told<number>(*told_number);
    }
}
} // namespace detail

/// The same act with the time that it took.
template <class Event>
[[nodiscard]] constexpr Event timed_act(Event e, maybe<std::uint32_t> seconds, bool whole_day) noexcept {
    detail::tell_in<member::elapsed>(e, seconds);
    if constexpr (member::whole_day.found_in<Event>)
        if (whole_day) e.whole_day = true;
    return e;
}

} // namespace kpi::inline v1
