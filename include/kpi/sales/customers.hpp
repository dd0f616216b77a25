// SPDX-License-Identifier: MIT
#pragma once

/// Customers and people, as far as counts alone can tell. The last answer of a respondent in a wave counts:
/// retract the one before. Sources in brackets as in METRICS.md, section 7: OV OpenView, HS HubSpot, FS
/// FrontSpin, OUT, ROI, + ours.

#include <kpi/sales/kinds.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/scorecard/score_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr ratio_metric<activity> upsells_per_customer{
    .name = "upsells_per_customer",
    .a = {activity::upsell},
    .b = {},
    .given = "customers at the start",
    .unit = "upsells",
    .help = "Upsells for each customer at the start of the period; one customer can have several. [HS]"};

inline constexpr ratio_metric<activity> cross_sells_per_customer{
    .name = "cross_sells_per_customer",
    .a = {activity::cross_sell},
    .b = {},
    .given = "customers at the start",
    .unit = "cross-sells",
    .help = "Cross-sells for each customer at the start of the period; one customer can have several. [HS]"};

inline constexpr score_metric<activity> net_promoter_score{
    .name = "net_promoter_score",
    .favour = {activity::nps_promoter},
    .against = {activity::nps_detractor},
    .answers = kinds::nps_answers,
    .help = "100 x (promoters - detractors) / answers, from counts, passives in the denominator. [HS]"};

inline constexpr score_metric<activity> employee_net_promoter_score{
    .name = "employee_net_promoter_score",
    .favour = {activity::nps_promoter},
    .against = {activity::nps_detractor},
    .answers = kinds::nps_answers,
    .help = "The net promoter score of staff: keep it on a board of its own. [+]"};

inline constexpr proportion_metric<activity> customer_satisfaction{
    .name = "customer_satisfaction",
    .part = {activity::satisfied},
    .whole = kinds::csat_answers,
    .help = "Satisfied customers of answers to this question (CSAT), one per customer and wave. [OUT]"};

inline constexpr proportion_metric<activity> churn_rate{
    .name = "churn_rate",
    .part = {activity::churned},
    .whole = {},
    .given = "customers at the start",
    .help = "Customers lost of those at the start of the period; later ones are not recorded here. [HS FS]"};

inline constexpr proportion_metric<activity> retention_rate{.name = "retention_rate",
                                                            .part = {activity::churned},
                                                            .whole = {},
                                                            .given = "customers at the start",
                                                            .complementary = true,
                                                            .help = "1 - churn rate. [FS]"};

inline constexpr proportion_metric<activity> renewal_rate{.name = "renewal_rate",
                                                          .part = {activity::renewed},
                                                          .whole = {activity::renewal_due},
                                                          .help = "Contracts renewed of contracts due. [FS]"};

inline constexpr ratio_metric<activity> referrals_per_customer{.name = "referrals_per_customer",
                                                               .a = {activity::referral},
                                                               .b = {},
                                                               .given = "customers",
                                                               .unit = "referrals",
                                                               .help = "Referrals for each customer. [FS]"};

inline constexpr count_metric<activity> tickets_closed{.name = "tickets_closed",
                                                       .of = kinds::tickets,
                                                       .unit = "tickets",
                                                       .help = "Support tickets closed. [FS]"};

inline constexpr proportion_metric<activity> tickets_within_service_level{
    .name = "tickets_within_service_level",
    .part = {activity::ticket_closed_in_time},
    .whole = kinds::tickets,
    .help = "Tickets closed within the service level of tickets closed. [FS]"};

inline constexpr count_metric<activity> interactions{.name = "interactions",
                                                     .of = {activity::interaction},
                                                     .unit = "interactions",
                                                     .help = "Interactions with customers. [HS]"};

/// This chapter of METRICS.md, in its order.
inline constexpr catalogue<upsells_per_customer, cross_sells_per_customer, net_promoter_score,
                           employee_net_promoter_score, customer_satisfaction, churn_rate, retention_rate,
                           renewal_rate, referrals_per_customer, tickets_closed, tickets_within_service_level,
                           interactions>
    customers{};

} // namespace kpi::inline v1::sales
