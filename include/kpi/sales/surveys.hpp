// SPDX-License-Identifier: MIT
#pragma once

/// What customers and staff answer (METRICS.md, section 7). The last answer of a respondent in what you read
/// counts; respondent_story tells it. Sources in brackets as in METRICS.md.

#include <kpi/core/member.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/breakdown_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/latest_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/score_metric.hpp>

namespace kpi::inline v1::sales {

inline constexpr score_metric<activity> net_promoter_score{
    .name = "net_promoter_score",
    .favour = {activity::nps_promoter},
    .against = {activity::nps_detractor},
    .answers = kinds::nps_answers,
    .better = better::more,
    .help = "100 x (promoters - detractors) / answers, from counts, passives in the denominator. [HS]"sv};
inline constexpr score_metric<activity> employee_net_promoter_score{
    .name = "employee_net_promoter_score",
    .favour = {activity::nps_promoter},
    .against = {activity::nps_detractor},
    .answers = kinds::nps_answers,
    .apart = true,
    .better = better::more,
    .help = "The net promoter score of staff: keep it on a board of its own. [+]"sv};
inline constexpr breakdown_metric<activity, counted<activity>, counted<activity>, counted<activity>>
    nps_answers{
        .name = "nps_answers",
        .in = {counted{event_set{activity::nps_promoter}}, counted{event_set{activity::nps_passive}},
               counted{event_set{activity::nps_detractor}}},
        .labels = {"promoter", "passive", "detractor"},
        .help = "The last answer of each respondent: what a wave's net promoter score is made of. [HS]"sv};
inline constexpr proportion_metric<activity> customer_satisfaction{
    .name = "customer_satisfaction",
    .part = {activity::satisfied},
    .whole = kinds::csat_answers,
    .better = better::more,
    .help = "Satisfied customers of answers to this question (CSAT), one per customer and wave. [OUT]"sv};
inline constexpr breakdown_metric<activity, counted<activity>, counted<activity>> csat_answers{
    .name = "csat_answers",
    .in = {counted{event_set{activity::satisfied}}, counted{event_set{activity::not_satisfied}}},
    .labels = {"satisfied", "not satisfied"},
    .help = "The last answer of each customer: what a wave's satisfaction is made of. [OUT]"sv};
inline constexpr mean_metric<touch, member::score> employee_satisfaction{
    .name = "employee_satisfaction",
    .of = {activity::employee_answer},
    .unit = "of the scale",
    .better = better::more,
    .help = "Mean answer of staff on a numeric scale. [HS]"sv};
inline constexpr band_metric<touch, member::score, 4> employee_answers{
    .name = "employee_answers",
    .of = {activity::employee_answer},
    .edges = {2, 3, 4, 5},
    .labels = {"1", "2", "3", "4", "5"},
    .help = "Share of each answer of staff on a scale of 1 to 5. [HS]"sv};
inline constexpr latest_metric<touch> survey_age{
    .name = "survey_age",
    .of = kinds::nps_answers,
    .shown_in = a_day,
    .unit = "days",
    .better = better::less,
    .help = "Since the last answer to an NPS survey; due after three to six months. [HS]"sv};

inline constexpr catalogue<net_promoter_score, employee_net_promoter_score, nps_answers,
                           customer_satisfaction, csat_answers, employee_satisfaction, employee_answers,
                           survey_age>
    surveys{};

} // namespace kpi::inline v1::sales
