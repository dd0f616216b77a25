// SPDX-License-Identifier: MIT
#pragma once

/// How long leads wait and take (METRICS.md, section 5), from the acts that lead_story tells or the pairs
/// that `between` makes, with `elapsed` in seconds. Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/time_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr mean_time_metric<touch> response_time{
    .name = "response_time",
    .of = first_response,
    .help =
        "From a lead's arrival to the first touch by a person; unanswered leads are open and not slow. [HS]"sv};
inline constexpr time_quantiles_metric<touch> response_time_quantiles{
    .name = "response_time_quantiles",
    .title = "Response time, median",
    .of = first_response,
    .help = "The same as a distribution, to 0.8 %. [HS]"sv};
inline constexpr proportion_metric<touch, both<tells<member::elapsed>, by_the_minute>,
                                   both<at_most<member::elapsed>, by_the_minute>>
    answered_in_five_minutes{.name = "answered_in_five_minutes",
                             .title = "Answered within five minutes, of responses",
                             .part = first_response,
                             .whole = first_response,
                             .better = better::more,
                             .help = "Responses within five minutes, of responses with a time of day; the "
                                     "speed to lead has the open leads too. [+]"sv,
                             .part_where = {{300}, {}}};
inline constexpr mean_time_metric<fact> handover_response_time{
    .name = "handover_response_time",
    .of = {outcome::responded_to_handover},
    .help = "From MQL, where sales takes over, to the first touch by a person. [HS]"sv};
inline constexpr mean_metric<fact, member::elapsed> lead_to_customer_time{
    .name = "lead_to_customer_time",
    .of = {outcome::became_customer},
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From a lead's arrival to the first deal won. [OUT HS]"sv};
inline constexpr mean_metric<fact, member::elapsed> customer_lifecycle_length{
    .name = "customer_lifecycle_length",
    .of = {outcome::lifecycle},
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "From the first impression to the first deal won; without an impression from the lead's first "
            "event. [HS]"sv};
inline constexpr count_metric<fact, equals<member::from_first_event, true>> lifecycles_from_first_event{
    .name = "lifecycles_from_first_event",
    .of = {outcome::lifecycle},
    .unit = "leads",
    .help = "Lifecycles that begin with the lead's first event, for want of a first impression. [HS]"sv};

inline constexpr catalogue<response_time, response_time_quantiles, answered_in_five_minutes,
                           handover_response_time, lead_to_customer_time, customer_lifecycle_length,
                           lifecycles_from_first_event>
    lead_times{};

} // namespace kpi::inline v1::sales
