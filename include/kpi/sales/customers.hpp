// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of customers, each counted once, over the facts of customer_story. Those who were customers at the
/// start of what you read are known from history. What counts alone can tell of support is here, too
/// (METRICS.md, section 7). Sources in brackets as there.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/of_level_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr count_metric<outcome> new_customers{
    .name = "new_customers",
    .of = {outcome::gained},
    .unit = "customers",
    .better = better::more,
    .help =
        "Customers gained: by their `customer` event or their first won deal, whichever was earlier. [OUT]"sv};

/// The outcomes that raise the level of customers.
inline constexpr event_set<outcome> customers_in{outcome::customer_known, outcome::returned};
/// The outcomes that lower the level of customers.
inline constexpr event_set<outcome> customers_out{outcome::customer_lost};
/// A share of the customers who were there at the start of what you read.
using of_customers_metric =
    of_level_metric<fact, reads_as::proportion, both<for_the_first_time, since_before>>;
/// A customer who left and came back in what you read is not lost in it, however often.
using lost_of_customers_metric =
    of_level_metric<fact, reads_as::proportion, since_before, always, since_before>;
/// A number for each customer who was there at the start of what you read.
using per_customer_metric = of_level_metric<fact, reads_as::ratio, since_before>;
inline constexpr of_customers_metric upsell_rate{
    .name = "upsell_rate",
    .part = {outcome::upsold},
    .in = customers_in,
    .out = customers_out,
    .given = "customers at the start",
    .better = better::more,
    .help = "Customers with an upsell, of customers at the start of the period. [HS]"sv};
inline constexpr of_customers_metric cross_sell_rate{
    .name = "cross_sell_rate",
    .part = {outcome::cross_sold},
    .in = customers_in,
    .out = customers_out,
    .given = "customers at the start",
    .better = better::more,
    .help = "Customers who bought across, of customers at the start of the period. [HS]"sv};
inline constexpr lost_of_customers_metric churn_rate{
    .name = "churn_rate",
    .part = {outcome::customer_lost},
    .in = customers_in,
    .out = customers_out,
    .undone = {outcome::returned},
    .given = "customers at the start",
    .better = better::less,
    .help = "Customers at the start of the period who are none at its end, of those at its start. [HS FS]"sv};
inline constexpr lost_of_customers_metric retention_rate{.name = "retention_rate",
                                                         .part = {outcome::customer_lost},
                                                         .in = customers_in,
                                                         .out = customers_out,
                                                         .undone = {outcome::returned},
                                                         .given = "customers at the start",
                                                         .complementary = true,
                                                         .better = better::more,
                                                         .help = "1 - churn rate. [FS]"sv};
inline constexpr per_customer_metric upsells_per_customer{
    .name = "upsells_per_customer",
    .part = {outcome::upsold},
    .in = customers_in,
    .out = customers_out,
    .given = "customers at the start",
    .unit = "upsells",
    .better = better::more,
    .help = "Upsells for each customer at the start of the period; one customer can have several. [HS]"sv};
inline constexpr per_customer_metric cross_sells_per_customer{
    .name = "cross_sells_per_customer",
    .part = {outcome::cross_sold},
    .in = customers_in,
    .out = customers_out,
    .given = "customers at the start",
    .unit = "cross-sells",
    .better = better::more,
    .help =
        "Cross-sells for each customer at the start of the period; one customer can have several. [HS]"sv};
inline constexpr per_customer_metric interactions_per_customer{
    .name = "interactions_per_customer",
    .part = {outcome::interacted},
    .in = customers_in,
    .out = customers_out,
    .given = "customers at the start",
    .unit = "interactions",
    .better = better::more,
    .help = "Interactions for each customer at the start; by length of relationship see engagement. [HS]"sv};
inline constexpr ratio_metric<activity> referrals_per_customer{.name = "referrals_per_customer",
                                                               .a = {activity::referral},
                                                               .b = {},
                                                               .given = "customers",
                                                               .unit = "referrals",
                                                               .better = better::more,
                                                               .help = "Referrals for each customer. [FS]"sv};
inline constexpr count_metric<fact, for_the_first_time> customers_returned{
    .name = "customers_returned",
    .of = {outcome::returned},
    .unit = "customers",
    .better = better::more,
    .help = "Customers who left and came back. [HS]"sv};

inline constexpr proportion_metric<fact, always, at_most<member::elapsed>> churn_by_age{
    .name = "churn_by_age",
    .title = "Lost within six months of onboarding",
    .part = {outcome::onboarded},
    .whole = {outcome::onboarded},
    .better = better::less,
    .help =
        "Customers lost within six months (183 days) of onboarding, of those onboarded at least that long "
        "ago. [HS]"sv,
    .part_where = {half_a_year}};
inline constexpr proportion_metric<outcome> trial_conversion{
    .name = "trial_conversion",
    .part = {outcome::trial_converted},
    .whole = {outcome::trial_ended},
    .better = better::more,
    .help = "Trials that became paying customers, of trials that ended. [FS]"sv};
inline constexpr proportion_metric<fact, for_the_first_time> renewal_rate{
    .name = "renewal_rate",
    .part = {outcome::contract_renewed},
    .whole = {outcome::contract_due},
    .better = better::more,
    .help = "Customers with a contract due in the period that was renewed, whenever, of those with one due; "
            "without ids, contracts. [FS]"sv};
inline constexpr proportion_metric<fact, tells<member::value>, at_least<member::value>> clients_over_a_spend{
    .name = "clients_over_a_spend",
    .title = "Clients over a spend of 10,000",
    .part = {outcome::spent},
    .whole = {outcome::spent},
    .better = better::more,
    .help =
        "Customers whose revenue reaches 10,000, of customers with any; for another sum copy it with another "
        "part_where. [ROI]"sv,
    .part_where = {10'000}};
inline constexpr engagement_metric<fact> client_engagement{
    .name = "client_engagement",
    .of = {outcome::engaged},
    .better = better::more,
    .help = "Interactions for each customer and whole quarter of relationship, and their correlation with "
            "its length. [HS]"sv};

inline constexpr mean_metric<touch, member::elapsed> customer_lifespan{
    .name = "customer_lifespan",
    .of = churn,
    .shown_in = a_day,
    .unit = "days",
    .better = better::more,
    .help = "From the first deal won to the loss of the customer; those who are still there are open and out "
            "of it. [+]"sv};
inline constexpr mean_metric<touch, member::elapsed> time_to_upsell{
    .name = "time_to_upsell",
    .of = upsold,
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From the first deal won to the first upsell. [HS]"sv};
inline constexpr quantiles_metric<touch, member::elapsed> time_to_upsell_quantiles{
    .name = "time_to_upsell_quantiles",
    .title = "Time to upsell, median",
    .of = upsold,
    .step = a_day,
    .unit = "days",
    .better = better::less,
    .help = "The same as a distribution, in whole days. [HS]"sv};

inline constexpr count_metric<activity> interactions{.name = "interactions",
                                                     .of = {activity::interaction},
                                                     .unit = "interactions",
                                                     .better = better::more,
                                                     .help = "Interactions with customers. [HS]"sv};
inline constexpr count_metric<activity> tickets_closed{.name = "tickets_closed",
                                                       .of = kinds::tickets,
                                                       .unit = "tickets",
                                                       .better = better::more,
                                                       .help = "Support tickets closed. [FS]"sv};
inline constexpr proportion_metric<activity> tickets_within_service_level{
    .name = "tickets_within_service_level",
    .part = {activity::ticket_closed_in_time},
    .whole = kinds::tickets,
    .better = better::more,
    .help = "Tickets closed within the service level of tickets closed. [FS]"sv};

inline constexpr catalogue<
    new_customers, upsell_rate, cross_sell_rate, upsells_per_customer, cross_sells_per_customer, churn_rate,
    retention_rate, customers_returned, churn_by_age, customer_lifespan, time_to_upsell,
    time_to_upsell_quantiles, trial_conversion, renewal_rate, referrals_per_customer, clients_over_a_spend,
    interactions, interactions_per_customer, client_engagement, tickets_closed, tickets_within_service_level>
    customers{};

} // namespace kpi::inline v1::sales
