// SPDX-License-Identifier: MIT
#pragma once

/// Conditions that a word can name with `where`. They test what an event says besides its kind. An event that
/// lacks what a condition asks for does not pass.

#include <kpi/core/member.hpp>
#include <kpi/core/told.hpp>
#include <kpi/scorecard/word.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// The member is at most `limit`: within five minutes, the limit included.
template <const auto &What> struct at_most {
    std::uint64_t limit{}; ///< inclusive

    template <class Event> static constexpr bool demanded_of() noexcept {
        return What.template demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        const auto x = What(e);
        return told(x) && std::cmp_less_equal(told_value(x), limit);
    }
    constexpr void describe(auto &&say) const noexcept { say(What.name), say(limit); }
};
/// The member is at least `limit`.
template <const auto &What> struct at_least {
    std::uint64_t limit{}; ///< inclusive

    template <class Event> static constexpr bool demanded_of() noexcept {
        return What.template demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        const auto x = What(e);
        return told(x) && std::cmp_greater_equal(told_value(x), limit);
    }
    constexpr void describe(auto &&say) const noexcept { say(What.name), say(limit); }
};
/// The member has one of these values.
template <const auto &What, auto... Values> struct one_of {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return What.template demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        const auto x = What(e);
        return told(x) && ((told_value(x) == Values) || ...);
    }
    static constexpr void describe(auto &&say) noexcept {
        say(What.name), (say(static_cast<std::uint64_t>(Values)), ...);
    }
};
/// The member has exactly this value: one stage, one channel, the k-th touch.
template <const auto &What, auto Value> struct equals {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return What.template demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        const auto x = What(e);
        return told(x) && told_value(x) == Value;
    }
    static constexpr void describe(auto &&say) noexcept {
        say(What.name), say(static_cast<std::uint64_t>(Value));
    }
};
/// The member is told or, with Told = false, untold.
template <const auto &What, bool Told = true> struct tells {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return What.template demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return told(What(e)) == Told; }
    static constexpr void describe(auto &&say) noexcept { say(What.name), say(Told); }
};
/// Both ends have a time of day. Neither is a date alone, which only some events can be.
struct by_the_minute {
    template <class Event> static constexpr bool demanded_of() noexcept { return true; }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        if constexpr (member::whole_day.found_in<std::remove_cvref_t<decltype(e)>>)
            return !e.whole_day;
        else
            return true;
    }
    static constexpr void describe(auto &&say) noexcept { say(member::whole_day_member::name), say(false); }
};
/// At least one end is a date alone.
struct by_the_day {
    template <class Event> static constexpr bool demanded_of() noexcept { return true; }
    template <class Event> static constexpr bool never_of = !member::whole_day.found_in<Event>;
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return !by_the_minute{}(e); }
    static constexpr void describe(auto &&say) noexcept { say(member::whole_day_member::name), say(true); }
};
/// Both conditions hold.
template <class A, class B> struct both {
    [[no_unique_address]] A a{}; ///< what must be true ...
    [[no_unique_address]] B b{}; ///< ... and this as well

    template <class Event> static constexpr bool demanded_of() noexcept {
        return detail::condition_demanded_of<A, Event>() && detail::condition_demanded_of<B, Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return a(e) && b(e); }
    constexpr void describe(auto &&say) const noexcept {
        if constexpr (requires { a.describe(say); }) a.describe(say);
        if constexpr (requires { b.describe(say); }) b.describe(say);
    }
};

} // namespace kpi::inline v1
