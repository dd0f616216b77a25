// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of leads, each once: how far they got, how soon, and where they are now (METRICS.md, section 5).
/// They sit on the board of one lead and are read from all of them, by_key<lead, 4096, scorecard<touch,
/// ...>>. Cohorts are told apart from periods by what they are read with (a cohort_window). Sources in
/// brackets as in METRICS.md.

#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cohort_metric.hpp>
#include <kpi/scorecard/first_growth_metric.hpp>
#include <kpi/scorecard/firsts_metric.hpp>
#include <kpi/scorecard/funnel_metric.hpp>
#include <kpi/scorecard/heads_metric.hpp>
#include <kpi/scorecard/lifecycle_metric.hpp>
#include <kpi/scorecard/share_metric.hpp>
#include <kpi/scorecard/stage_metric.hpp>

namespace kpi::inline v1::sales {

/// A stage is reached by its own event or by that of any later stage (METRICS.md, section 3).
namespace reached {
inline constexpr event_set<activity> customer{activity::customer};
inline constexpr event_set<activity> opportunity = event_set{activity::opportunity} | customer;
inline constexpr event_set<activity> sql =
    event_set{activity::sal, activity::sql} | opportunity; ///< SAL counts under SQL
inline constexpr event_set<activity> mql = event_set{activity::mql} | sql;
inline constexpr event_set<activity> mcl = event_set{activity::mcl} | mql;
} // namespace reached

inline constexpr share_metric<activity> mcl_to_mql{
    .name = "mcl_to_mql",
    .part = {reached::mql},
    .whole = {reached::mcl},
    .help = "Leads that reached MQL, of those that reached MCL. [HS FS]"};
inline constexpr share_metric<activity> mql_to_sql{
    .name = "mql_to_sql",
    .part = {reached::sql},
    .whole = {reached::mql},
    .help = "Leads that reached SQL, of those that reached MQL. [HS FS]"};
inline constexpr share_metric<activity> sql_to_opportunity{
    .name = "sql_to_opportunity",
    .part = {reached::opportunity},
    .whole = {reached::sql},
    .help = "Leads that became opportunities, of those that reached SQL. [HS FS]"};
inline constexpr share_metric<activity> opportunity_to_customer{
    .name = "opportunity_to_customer",
    .part = {reached::customer},
    .whole = {reached::opportunity},
    .help = "Leads that became customers, of those that became opportunities. [HS FS]"};
inline constexpr share_metric<activity> sql_to_customer{
    .name = "sql_to_customer",
    .part = {reached::customer},
    .whole = {reached::sql},
    .help = "The SQL close rate: leads that became customers, of those that reached SQL. [FS]"};
inline constexpr share_metric<activity> mql_to_customer{
    .name = "mql_to_customer",
    .part = {reached::customer},
    .whole = {reached::mql},
    .help = "Leads that became customers, of those that reached MQL. [HS]"};
inline constexpr share_metric<activity> mcl_to_customer{
    .name = "mcl_to_customer",
    .part = {reached::customer},
    .whole = {reached::mcl},
    .help = "Leads that became customers, of those that reached MCL. [FS]"};
inline constexpr share_metric<activity> share_followed_up{
    .name = "share_followed_up",
    .part = {kinds::touches},
    .whole = {reached::mql},
    .help = "Qualified leads with a touch, of qualified leads. [HS]"};
inline constexpr share_metric<activity> lead_validation_rate{
    .name = "lead_validation_rate",
    .part = {reached::sql},
    .whole = {reached::mql},
    .help = "Leads accepted by sales (SAL or SQL), of leads handed over. [ROI FS]"};
inline constexpr share_metric<activity> recycled_share{.name = "recycled_share",
                                                       .part = {{activity::out}},
                                                       .whole = {reached::mql},
                                                       .help =
                                                           "Leads sent back, of leads handed over. [ROI FS]"};
inline constexpr share_metric<activity> ready_to_buy_share{
    .name = "ready_to_buy_share",
    .part = {.of = {activity::opportunity}, .none_of = {activity::mql, activity::sal, activity::sql}},
    .whole = {reached::mcl},
    .help = "Leads that went straight to an account executive, with no stage between, of leads. [FS]"};

inline constexpr heads_metric<activity> leads_arrived{
    .name = "leads_arrived",
    .whole = {{activity::mcl, activity::mql}},
    .unit = "leads",
    .help = "Different leads that arrived, as MCL or MQL. [FS]"};
inline constexpr firsts_metric<touch> customer_acquisition_rate{
    .name = "customer_acquisition_rate",
    .start = {activity::mcl, activity::mql},
    .goal = {activity::customer},
    .help = "Customers gained in a period against leads that arrived in it; the customers may come from "
            "older leads. [OUT]"};
inline constexpr cohort_metric<touch> lead_response_rate{
    .name = "lead_response_rate",
    .start = {activity::mcl, activity::mql},
    .goal = {activity::first_response},
    .help = "Leads with a first response, of leads that arrived. [OUT]"};
inline constexpr cohort_metric<touch> speed_to_lead{
    .name = "speed_to_lead",
    .start = {activity::mcl, activity::mql},
    .goal = {activity::first_response},
    .seconds = 300,
    .help =
        "Leads with a first response within five minutes, of leads that arrived at least as long ago. [+]"};
inline constexpr cohort_metric<touch> lead_conversion_rate{
    .name = "lead_conversion_rate",
    .start = {activity::mcl, activity::mql},
    .goal = {activity::customer},
    .help = "Leads that became customers, whenever that was, of leads that arrived. [OUT]"};
inline constexpr first_growth_metric<touch> lead_velocity_rate{
    .name = "lead_velocity_rate",
    .of = reached::mql,
    .help = "Growth from month to month of leads that reached MQL first; one that is qualified again does "
            "not count. [FS]"};

inline constexpr stage_metric<touch, 6> lead_stage{
    .name = "lead_stage",
    .stages = {event_set{activity::mcl}, event_set{activity::mql}, event_set{activity::sal, activity::sql},
               event_set{activity::opportunity}, event_set{activity::customer}, event_set{activity::out}},
    .labels = {"MCL", "MQL", "SQL", "opportunity", "customer", "out"},
    .help = "Leads that are now in each stage, each in one: the shares sum to 1. [HS FS]"};

inline constexpr lifecycle_metric<touch> customer_lifecycle_length{
    .name = "customer_lifecycle_length",
    .start = {activity::first_impression},
    .until = {activity::customer, activity::deal_won},
    .shown_in = 86400,
    .unit = "days",
    .help = "From the first impression to the first deal won; without an impression from the lead's first "
            "event. [HS]"};

/// Stages for any conversion that the list above does not name, as pool<lead_funnel>(leads, 0, 3).
inline constexpr funnel_metric<activity, 5, funnel_mode::any_order> lead_funnel{
    .name = "lead_funnel",
    .stages = {event_set{activity::mcl}, event_set{activity::mql}, event_set{activity::sal, activity::sql},
               event_set{activity::opportunity}, event_set{activity::customer}},
    .help = "Leads that reached any later stage, of those that reached an earlier one. [HS FS]"};

/// The metrics of leads that need nothing on reading, and those that need the time.
inline constexpr catalogue<mcl_to_mql, mql_to_sql, sql_to_opportunity, opportunity_to_customer,
                           sql_to_customer, mql_to_customer, mcl_to_customer, share_followed_up,
                           lead_validation_rate, recycled_share, ready_to_buy_share, leads_arrived,
                           customer_acquisition_rate, lead_response_rate, speed_to_lead, lead_conversion_rate,
                           lead_velocity_rate, customer_lifecycle_length, lead_stage, lead_funnel>
    leads{};

} // namespace kpi::inline v1::sales
