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

} // namespace kpi::inline v1::sales
