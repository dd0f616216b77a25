// SPDX-License-Identifier: MIT
#pragma once

/// Metrics of the dates on which open deals are due (METRICS.md, section 6), over the outcomes that
/// deal_story tells: what falls due, what is overdue, and what slipped. The due date that a deal named last
/// counts, and decides the period. A settled deal is no longer due.

#include <kpi/core/member.hpp>
#include <kpi/sales/conditions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>

namespace kpi::inline v1::sales {

/// A due deal that is still open past its date.
using past_its_date = tells<member::elapsed>;

inline constexpr count_metric<outcome> open_deals_due{
    .name = "open_deals_due",
    .of = {outcome::due_open},
    .unit = "deals",
    .help = "Open deals that are due, by the date that they named last. [+]"sv};
inline constexpr total_metric<fact, member::value> open_value_due{
    .name = "open_value_due",
    .of = {outcome::due_open},
    .unit = "money",
    .help = "Value of the open deals that are due, by the date that they named last. [+]"sv};
inline constexpr count_metric<fact, past_its_date> overdue_deals{
    .name = "overdue_deals",
    .of = {outcome::due_open},
    .unit = "deals",
    .better = better::less,
    .help = "Open deals past the due date that they named last. [+]"sv};
inline constexpr total_metric<fact, member::value, past_its_date> overdue_value{
    .name = "overdue_value",
    .of = {outcome::due_open},
    .unit = "money",
    .better = better::less,
    .help = "Value of the open deals past the due date that they named last. [+]"sv};
inline constexpr count_metric<fact, for_the_first_time> slipped_deals{
    .name = "slipped_deals",
    .of = {outcome::slipped},
    .unit = "deals",
    .better = better::less,
    .help = "Deals whose due date was moved later while they were open. [+]"sv};

} // namespace kpi::inline v1::sales
