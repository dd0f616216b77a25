// SPDX-License-Identifier: MIT
#pragma once

/// What a sales manager asks first, in that order: results, then what becomes of deals and leads, then how
/// fast and how well the team works, then customers. Reports choose their first lines, columns and charts
/// from it, so that none of them has a list of its own: `key_metrics.names` has the order.

#include <kpi/sales/customers.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/surveys.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>

namespace kpi::inline v1::sales {

inline constexpr catalogue<deals_won, revenue_won, win_rate, average_deal_size, sales_cycle_quantiles,
                           open_deals, leads_arrived, lead_conversion_rate, response_time_quantiles,
                           meetings_held, show_rate, positive_reply_rate, conversation_rate, calls, emails,
                           churn_rate, net_promoter_score, tickets_within_service_level, talk_time_quantiles>
    key_metrics{};

} // namespace kpi::inline v1::sales
