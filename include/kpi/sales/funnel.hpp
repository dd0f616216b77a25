// SPDX-License-Identifier: MIT
#pragma once

/// Leads and funnel, as far as counts alone can tell: how many reached each stage, and what one costs.
/// Sources in brackets as in METRICS.md, section 5: OV OpenView, HS HubSpot, FS FrontSpin, OUT, ROI, + ours.

#include <kpi/sales/kinds.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cost_metric.hpp>
#include <kpi/scorecard/count_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr count_metric<activity> first_impressions{.name = "first_impressions",
                                                          .of = {activity::first_impression},
                                                          .unit = "leads",
                                                          .help = "Leads that were first heard of. [FS]"};

inline constexpr count_metric<activity> marketing_captured_leads{.name = "marketing_captured_leads",
                                                                 .of = {activity::mcl},
                                                                 .unit = "leads",
                                                                 .help = "Leads that reached MCL. [FS]"};

inline constexpr count_metric<activity> marketing_qualified_leads{.name = "marketing_qualified_leads",
                                                                  .of = {activity::mql},
                                                                  .unit = "leads",
                                                                  .help = "Leads that reached MQL. [FS]"};

inline constexpr count_metric<activity> sales_accepted_leads{.name = "sales_accepted_leads",
                                                             .of = {activity::sal},
                                                             .unit = "leads",
                                                             .help = "Leads that sales accepted. [FS]"};

inline constexpr count_metric<activity> sales_qualified_leads{.name = "sales_qualified_leads",
                                                              .of = {activity::sql},
                                                              .unit = "leads",
                                                              .help = "Leads that reached SQL. [FS]"};

inline constexpr count_metric<activity> new_customers{
    .name = "new_customers",
    .of = {activity::customer},
    .unit = "customers",
    .help = "Leads that became customers: their first deal was won. [OUT]"};

inline constexpr count_metric<activity> leads_out{
    .name = "leads_out",
    .of = {activity::out},
    .unit = "leads",
    .help = "Leads that went back to marketing, were disqualified, or whose deal was lost. [FS]"};

inline constexpr cost_metric<activity> cost_per_meeting{
    .name = "cost_per_meeting",
    .of = kinds::meetings_held,
    .given = "cost",
    .unit = "each meeting",
    .help = "Cost for each meeting held, same period and source. [+]"};

inline constexpr cost_metric<activity> cost_per_opportunity{
    .name = "cost_per_opportunity",
    .of = {activity::opportunity},
    .given = "cost",
    .unit = "each deal",
    .help = "Cost for each deal opened, same period and source. [+]"};

/// This chapter of METRICS.md, in its order.
inline constexpr catalogue<first_impressions, marketing_captured_leads, marketing_qualified_leads,
                           sales_accepted_leads, sales_qualified_leads, new_customers, leads_out,
                           cost_per_meeting, cost_per_opportunity>
    funnel{};

} // namespace kpi::inline v1::sales
