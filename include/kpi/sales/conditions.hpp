// SPDX-License-Identifier: MIT
#pragma once

/// Conditions on an event that a word can name with `where`: what its kind alone does not tell.

#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/sales/outcome.hpp>
#include <kpi/scorecard/condition.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::sales {

/// A reply that came by email. Events that are no replies pass, too. A reply whose channel is not known
/// counts as untold.
struct replied_by_email {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return member::channel.demanded_of<Event, medium>();
    }
    /// Whether an event may leave the channel untold.
    template <class Event>
    static constexpr bool may_lack = can_be_untold<decltype(member::channel(std::declval<const Event &>()))>;
    /// Whether the event says enough to decide.
    [[nodiscard]] static constexpr bool knows(const auto &e) noexcept {
        return !is_reply(e) || told(member::channel(e));
    }
    [[nodiscard]] constexpr bool operator()(const auto &e) const noexcept {
        return !is_reply(e) || (told(member::channel(e)) && told_value(member::channel(e)) == medium::email);
    }

private:
    static constexpr bool is_reply(const auto &e) noexcept {
        return kpi::kind(e) == activity::reply_positive || kpi::kind(e) == activity::reply_negative;
    }
};

/// An event that tells a value, or that tells none.
using carries_value = tells<member::value>;
using carries_no_value = tells<member::value, false>; ///< an event that tells no value
/// A call that lasted no second.
using took_no_time = equals<member::elapsed, 0u>;

/// A fact about this stage of a lead.
template <stage S> using at_stage = equals<member::stage, S>;
/// A fact that is true of its case for the first time in what you read.
using for_the_first_time = equals<member::again, false>;
/// A fact about a customer who already was one at the start of what you read.
using since_before = equals<member::fresh, false>;
/// A fact about a deal that was in the pipeline in what you read.
using since_the_start = equals<member::fresh, true>;

} // namespace kpi::inline v1::sales
