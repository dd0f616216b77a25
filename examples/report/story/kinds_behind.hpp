// SPDX-License-Identifier: MIT
#pragma once

/// The kinds of event that an outcome needs: if a log lacks one of them, its stories cannot tell the outcome.

#include "profile/event.hpp"
#include <kpi/core/event_set.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/outcome.hpp>
#include <kpi/sales/spending_story.hpp>

#include <optional>

namespace report {

/// Clang 14 crashes if a function returns kinds{...}.
template <activity... Kinds> inline constexpr kinds kinds_of{Kinds...};

[[nodiscard]] constexpr kinds kinds_behind(sales::stage stage) {
    switch (stage) {
    case sales::stage::mcl:
        return kinds_of<activity::mcl>;
    case sales::stage::mql:
        return kinds_of<activity::mql>;
    case sales::stage::sal:
        return kinds_of<activity::sal>;
    case sales::stage::sql:
        return kinds_of<activity::sql>;
    case sales::stage::opportunity:
        return kinds_of<activity::opportunity>;
    case sales::stage::customer:
        return kinds_of<activity::customer, activity::deal_won>;
    default:
        return kinds_of<activity::out>;
    }
}

[[nodiscard]] constexpr kinds kinds_behind(sales::outcome what) {
    using o = sales::outcome;
    constexpr kinds arrivals{activity::mcl, activity::mql}, goals{activity::customer, activity::deal_won};
    constexpr kinds responses = sales::kinds::touches | kinds_of<activity::first_response>;
    switch (what) {
    case o::deal_opened:
    case o::still_open_of_opened:
    case o::worth_more:
    case o::worth_less:
    case o::open_at_once:
    case o::due_open: // and a due date (word_list.hpp)
    case o::slipped:
        return kinds_of<activity::opportunity>;
    case o::came_in:
        return kinds_of<activity::opportunity> | sales::kinds::deals_settled;
    case o::went_out:
    case o::reversed:
    case o::repeated:
        return sales::kinds::deals_settled;
    case o::in_stage:
        return kinds_of<activity::stage_entered>;
    case o::won:
    case o::won_of_opened:
    case o::touches_of_won:
        return kinds_of<activity::deal_won>;
    case o::lost:
    case o::lost_of_opened:
    case o::touches_of_lost:
        return kinds_of<activity::deal_lost>;
    case o::lead_out:
    case o::recycled:
        return kinds_of<activity::out>;
    case o::became_customer:
    case o::lifecycle:
    case o::lead_converted:
    case o::acquired:
    case o::touches_of_customer:
    case o::gained:
    case o::onboarded:
    case o::returned:
        return goals;
    case o::spent:
        return sales::spending_story::concerns;
    case o::lead_answered:
    case o::responded:
    case o::responded_to_handover:
    case o::answered_soon:
        return responses;
    case o::lead_arrived:
    case o::still_waiting:
    case o::lead_ripe:
    case o::lead_still_open:
        return arrivals;
    case o::mql_touched:
        return kinds_of<activity::mql>;
    case o::replied_positively:
        return kinds_of<activity::reply_positive>;
    case o::replied_negatively:
        return kinds_of<activity::reply_negative>;
    case o::silent: // those who did not reply, if replies are told
        return sales::kinds::replies;
    case o::called:
        return sales::kinds::calls;
    case o::customer_lost:
        return kinds_of<activity::churned>;
    case o::upsold:
    case o::first_upsell:
        return kinds_of<activity::upsell>;
    case o::cross_sold:
        return kinds_of<activity::cross_sell>;
    case o::interacted:
    case o::engaged:
        return kinds_of<activity::interaction>;
    case o::trial_ended:
    case o::trial_converted:
        return kinds_of<activity::trial_ended>;
    case o::contract_due:
        return kinds_of<activity::renewal_due>;
    case o::contract_renewed:
        return kinds_of<activity::renewed>;
    case o::ready_to_buy:
        return kinds_of<activity::opportunity>;
    case o::reached:
    case o::of_started:
    case o::entered_stage:
    case o::left_stage:
        return arrivals | goals |
               kinds_of<activity::sal, activity::sql, activity::opportunity, activity::out>;
    case o::customer_known:
        return goals |
               kinds_of<activity::churned, activity::renewed, activity::upsell, activity::interaction>;
    default:
        return sales::kinds::touches;
    }
}

} // namespace report
