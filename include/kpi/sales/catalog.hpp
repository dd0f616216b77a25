// SPDX-License-Identifier: MIT
#pragma once

/// Every built-in metric, by chapter and all together. Reports, tests and exporters walk it, so that none of
/// them has a list of its own. The vocabulary tells metrics of acts, of outcomes and of entries apart:
/// `catalog.speaking<outcome>()` are the metrics of facts.

#include <kpi/sales/bookkeeping.hpp>
#include <kpi/sales/customers.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/economics.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/pipeline.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/reps.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/surveys.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>

namespace kpi::inline v1::sales {

/// Calls f(title, catalogue) for each chapter, in the order of METRICS.md.
constexpr void for_each_chapter(auto &&f) {
    f(std::string_view{"Activity and outreach"}, joined(volume, outreach, talk, reps));
    f(std::string_view{"Prospects"}, prospects);
    f(std::string_view{"Leads and funnel"}, joined(leads, lead_times));
    f(std::string_view{"Deals"}, joined(deals, pipeline));
    f(std::string_view{"Revenue"}, revenue);
    f(std::string_view{"Customers"}, customers);
    f(std::string_view{"Surveys"}, surveys);
    f(std::string_view{"With figures that no log has"}, economics);
    f(std::string_view{"Invoices, records and issues"}, bookkeeping);
}

/// All definitions of sales/, in the order of METRICS.md.
inline constexpr auto catalog = joined(volume, outreach, talk, reps, prospects, leads, lead_times, deals,
                                       pipeline, revenue, customers, surveys, economics, bookkeeping);

} // namespace kpi::inline v1::sales
