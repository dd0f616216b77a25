// SPDX-License-Identifier: MIT
#pragma once

/// A board of twenty metrics, in an event of a dialer's.

#include <kpi/sales/deals.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/instant.hpp>

namespace sizes {

struct call {
    kpi::basic_instant<std::uint32_t> at{};
    kpi::sales::activity kind{};
    std::uint8_t rep{};
    std::uint32_t elapsed{};
};

using namespace kpi::sales;
using twenty = kpi::scorecard<call, calls, conversations, emails, meetings_scheduled, meetings_held,
                              presentations_delivered, follow_ups, touches, opportunities_created,
                              proposals_sent, deals_won, pick_up_rate, conversation_rate, abandon_rate,
                              dials_per_conversation, opportunities_per_conversation, meeting_acceptance_rate,
                              show_rate, win_rate, win_loss_ratio>;

/// Keeps a result: nothing of it is left out.
template <class T> inline void keep(const T &value) { __asm__ volatile("" : : "r"(&value) : "memory"); }

} // namespace sizes
