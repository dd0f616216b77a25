// SPDX-License-Identifier: MIT
#pragma once

/// Emails: the metrics of METRICS.md, section 4, that are functions of counts. An email is opened, clicked
/// and answered once, the first time. Proportions of emails are nominal: emails to one prospect are not
/// independent, so an interval of them is too narrow. Sources in brackets as there: HS HubSpot, OUT, + ours.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>

namespace kpi::inline v1::formula {

/// Emails that arrived: sent - bounced. 0 where more bounced than were sent (bounces of an earlier period); a
/// saturated count stays saturated.
template <counter C> [[nodiscard]] constexpr C emails_delivered(C sent, C bounced) noexcept {
    if (take_off(sent, bounced) || is_saturated(sent)) return sent;
    return C{0};
}

/// Emails opened at least once, of emails sent. 0..1; absent if none was sent. [OUT]
template <counter C> [[nodiscard]] constexpr proportion<C> open_rate(C opened, C sent) noexcept {
    return {opened, sent};
}

/// The open rate of emails delivered. 0..1; absent if none was. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> open_rate_of_delivered(C opened, C sent, C bounced) noexcept {
    return {opened, emails_delivered(sent, bounced)};
}

/// Emails clicked at least once, of emails sent. 0..1; absent if none was sent. [OUT]
template <counter C> [[nodiscard]] constexpr proportion<C> click_through_rate(C clicked, C sent) noexcept {
    return {clicked, sent};
}

/// The click-through rate of emails delivered. 0..1; absent if none was. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> click_through_rate_of_delivered(C clicked, C sent, C bounced) noexcept {
    return {clicked, emails_delivered(sent, bounced)};
}

/// Emails clicked, of emails opened. 0..1; absent if none was opened. [OUT]
template <counter C> [[nodiscard]] constexpr proportion<C> click_to_open_rate(C clicked, C opened) noexcept {
    return {clicked, opened};
}

/// Emails bounced, of emails sent. 0..1; absent if none was sent. [+]
template <counter C> [[nodiscard]] constexpr proportion<C> bounce_rate(C bounced, C sent) noexcept {
    return {bounced, sent};
}

/// Emails answered by a person, each once, of emails sent; automatic replies and those on other channels are
/// out. 0..1; absent if none was sent. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> reply_rate(C answered_by_a_person, C sent) noexcept {
    return {answered_by_a_person, sent};
}

/// Positive replies for one email sent: of touches, not of prospects, so one prospect can say yes twice.
/// Absent if none was sent. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> positive_replies_per_email(C positive_replies, C sent) noexcept {
    return {positive_replies, sent};
}

/// Opportunities created for one email sent; `per(100)` for a hundred. Absent if none was sent. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> opportunities_per_email(C opportunities, C sent) noexcept {
    return {opportunities, sent};
}

} // namespace kpi::inline v1::formula
