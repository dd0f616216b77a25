// SPDX-License-Identifier: MIT
#pragma once

/// Conditions on an event that a counting metric can name with `where`: what its kind alone does not tell.

#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/sales/activity.hpp>

namespace kpi::inline v1::sales {

/// A reply that came by email; everything that is no reply passes.
struct replied_by_email {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::channel.demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        const bool reply =
            kpi::kind(e) == activity::reply_positive || kpi::kind(e) == activity::reply_negative;
        return !reply || member::channel(e) == medium::email;
    }
};

/// An event with a value, or without one.
struct carries_value {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::value.demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return e.value != 0; }
};
struct carries_no_value {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::value.demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return e.value == 0; }
};
/// A call of no second.
struct took_no_time {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::elapsed.demanded_of<Event>();
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept { return e.elapsed == 0; }
};

} // namespace kpi::inline v1::sales
