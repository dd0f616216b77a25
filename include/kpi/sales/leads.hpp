// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of leads, each counted once, over the facts of lead_story: how far they got, how soon, and where
/// they are now (METRICS.md, section 5). A share of a lead's stages belongs to the period in which the lead
/// arrived. Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/breakdown_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/growth_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>

namespace kpi::inline v1::sales {

/// Of the leads that reached one stage, the share that reached a later one. It belongs to the period of the
/// arrival, whenever they reached the stages.
template <stage From, stage To>
using conversion_metric = proportion_metric<fact, at_stage<From>, at_stage<To>>;

inline constexpr count_metric<fact, at_stage<stage::mcl>> marketing_captured_leads{
    .name = "marketing_captured_leads",
    .of = {outcome::reached},
    .unit = "leads",
    .better = better::more,
    .help = "Leads that reached MCL. [FS]"sv};
inline constexpr count_metric<fact, at_stage<stage::mql>> marketing_qualified_leads{
    .name = "marketing_qualified_leads",
    .of = {outcome::reached},
    .unit = "leads",
    .better = better::more,
    .help = "Leads that reached MQL. [FS]"sv};
inline constexpr count_metric<fact, at_stage<stage::sal>> sales_accepted_leads{
    .name = "sales_accepted_leads",
    .of = {outcome::reached},
    .unit = "leads",
    .better = better::more,
    .help = "Leads that sales accepted, those that skipped to SQL too. [FS]"sv};
inline constexpr count_metric<fact, at_stage<stage::sql>> sales_qualified_leads{
    .name = "sales_qualified_leads",
    .of = {outcome::reached},
    .unit = "leads",
    .better = better::more,
    .help = "Leads that reached SQL. [FS]"sv};
inline constexpr count_metric<fact, for_the_first_time> leads_out{
    .name = "leads_out",
    .of = {outcome::lead_out},
    .unit = "leads",
    .better = better::less,
    .help = "Leads that went back to marketing, were disqualified, or whose deal was lost. [FS]"sv};
inline constexpr count_metric<outcome> leads_arrived{
    .name = "leads_arrived",
    .of = {outcome::lead_arrived},
    .unit = "leads",
    .better = better::more,
    .help = "Different leads that arrived, as MCL or MQL. [FS]"sv};

inline constexpr conversion_metric<stage::mcl, stage::mql> mcl_to_mql{
    .name = "mcl_to_mql",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that reached MQL, of those that reached MCL. [HS FS]"sv};
inline constexpr conversion_metric<stage::mcl, stage::sql> mcl_to_sql{
    .name = "mcl_to_sql",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that reached SQL, of those that reached MCL. [HS FS]"sv};
inline constexpr conversion_metric<stage::mcl, stage::opportunity> mcl_to_opportunity{
    .name = "mcl_to_opportunity",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became opportunities, of those that reached MCL. [HS FS]"sv};
inline constexpr conversion_metric<stage::mcl, stage::customer> mcl_to_customer{
    .name = "mcl_to_customer",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became customers, of those that reached MCL. [FS]"sv};
inline constexpr conversion_metric<stage::mql, stage::sql> mql_to_sql{
    .name = "mql_to_sql",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that reached SQL, of those that reached MQL. [HS FS]"sv};
inline constexpr conversion_metric<stage::mql, stage::opportunity> mql_to_opportunity{
    .name = "mql_to_opportunity",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became opportunities, of those that reached MQL. [HS FS]"sv};
inline constexpr conversion_metric<stage::mql, stage::customer> mql_to_customer{
    .name = "mql_to_customer",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became customers, of those that reached MQL. [HS]"sv};
inline constexpr conversion_metric<stage::sql, stage::opportunity> sql_to_opportunity{
    .name = "sql_to_opportunity",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became opportunities, of those that reached SQL. [HS FS]"sv};
inline constexpr conversion_metric<stage::sql, stage::customer> sql_to_customer{
    .name = "sql_to_customer",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "The SQL close rate: leads that became customers, of those that reached SQL. [FS]"sv};
inline constexpr conversion_metric<stage::opportunity, stage::customer> opportunity_to_customer{
    .name = "opportunity_to_customer",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that became customers, of those that became opportunities. [HS FS]"sv};
inline constexpr conversion_metric<stage::mql, stage::sal> lead_validation_rate{
    .name = "lead_validation_rate",
    .part = {outcome::of_started},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads accepted by sales (SAL or SQL), of leads handed over. [ROI FS]"sv};

inline constexpr proportion_metric<fact, at_stage<stage::mql>, always> share_followed_up{
    .name = "share_followed_up",
    .part = {outcome::mql_touched},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Qualified leads with a touch, of qualified leads. [HS]"sv};
inline constexpr proportion_metric<fact, at_stage<stage::mql>, always> recycled_share{
    .name = "recycled_share",
    .part = {outcome::recycled},
    .whole = {outcome::of_started},
    .better = better::less,
    .help = "Leads sent back after they were handed over, no deal of theirs being lost then, of leads "
            "handed over. [ROI FS]"sv};
inline constexpr proportion_metric<fact, at_stage<stage::mcl>, always> ready_to_buy_share{
    .name = "ready_to_buy_share",
    .part = {outcome::ready_to_buy},
    .whole = {outcome::of_started},
    .better = better::more,
    .help = "Leads that went straight to an account executive, with no stage between, of leads. [FS]"sv};

inline constexpr proportion_metric<outcome> lead_response_rate{
    .name = "lead_response_rate",
    .part = {outcome::lead_answered},
    .whole = {outcome::lead_arrived},
    .open = {outcome::still_waiting},
    .better = better::more,
    .help = "Leads with a first response, of leads that arrived. [OUT]"sv};
inline constexpr proportion_metric<fact, by_the_minute> speed_to_lead{
    .name = "speed_to_lead",
    .title = "Answered within five minutes, of leads",
    .part = {outcome::answered_soon},
    .whole = {outcome::lead_ripe},
    .better = better::more,
    .help =
        "Leads with a first response within five minutes, of leads that arrived at least as long ago. [+]"sv};
inline constexpr proportion_metric<outcome> lead_conversion_rate{
    .name = "lead_conversion_rate",
    .part = {outcome::lead_converted},
    .whole = {outcome::lead_arrived},
    .open = {outcome::lead_still_open},
    .better = better::more,
    .help = "Leads that became customers, whenever that was, of leads that arrived. [OUT]"sv};
inline constexpr ratio_metric<outcome> customer_acquisition_rate{
    .name = "customer_acquisition_rate",
    .a = {outcome::gained},
    .b = {outcome::lead_arrived},
    .unit = "each",
    .better = better::more,
    .help = "Customers gained in a period against leads that arrived in it; the customers may come from "
            "older leads. [OUT]"sv};
inline constexpr growth_metric<fact, calendar_month, at_stage<stage::mql>> lead_velocity_rate{
    .name = "lead_velocity_rate",
    .of = {outcome::reached},
    .better = better::more,
    .help = "Growth from month to month of leads that reached MQL first; one that is qualified again does "
            "not count. [FS]"sv};
/// How many leads are in one of these stages now.
template <stage... S> using in_stage = level<one_of_each, outcome, one_of<member::stage, S...>>;
/// That level, by the facts that open and close a visit.
template <stage... S> [[nodiscard]] constexpr in_stage<S...> now_in() noexcept {
    return level_of(event_set{outcome::entered_stage}, event_set{outcome::left_stage},
                    one_of<member::stage, S...>{});
}
inline constexpr breakdown_metric<fact, in_stage<stage::mcl>, in_stage<stage::mql>,
                                  in_stage<stage::sal, stage::sql>, in_stage<stage::opportunity>,
                                  in_stage<stage::customer>, in_stage<stage::out>>
    lead_stage{.name = "lead_stage",
               .in = {now_in<stage::mcl>(), now_in<stage::mql>(), now_in<stage::sal, stage::sql>(),
                      now_in<stage::opportunity>(), now_in<stage::customer>(), now_in<stage::out>()},
               .labels = {"MCL", "MQL", "SQL", "opportunity", "customer", "out"},
               .help = "Leads that are now in each stage, each in one: the shares sum to 1. [HS FS]"sv};
inline constexpr mean_metric<touch, member::score> criteria_met{
    .name = "criteria_met",
    .of = {activity::sql},
    .unit = "criteria",
    .better = better::more,
    .help = "Qualification criteria that a lead met when it was qualified. [FS]"sv};

inline constexpr catalogue<leads_arrived, marketing_captured_leads, marketing_qualified_leads,
                           sales_accepted_leads, sales_qualified_leads, leads_out, lead_response_rate,
                           speed_to_lead, share_followed_up, lead_conversion_rate, customer_acquisition_rate,
                           mcl_to_mql, mcl_to_sql, mcl_to_opportunity, mcl_to_customer, mql_to_sql,
                           mql_to_opportunity, mql_to_customer, sql_to_opportunity, sql_to_customer,
                           opportunity_to_customer, lead_validation_rate, recycled_share, ready_to_buy_share,
                           lead_velocity_rate, lead_stage, criteria_met>
    leads{};

} // namespace kpi::inline v1::sales
