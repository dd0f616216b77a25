// SPDX-License-Identifier: MIT
#pragma once

/// Every built-in metric, by chapter and all together: walked by reports, tests and exporters, so that none
/// of them has a list of its own.

#include <kpi/sales/accounts.hpp>
#include <kpi/sales/amounts.hpp>
#include <kpi/sales/bookkeeping.hpp>
#include <kpi/sales/customers.hpp>
#include <kpi/sales/economics.hpp>
#include <kpi/sales/funnel.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/pairs.hpp>
#include <kpi/sales/pipeline.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/volume.hpp>

namespace kpi::inline v1::sales {

/// Calls f(title, catalogue) for each chapter, in the order of METRICS.md.
constexpr void for_each_chapter(auto &&f) {
    f(std::string_view{"Activity and outreach"}, volume | outreach);
    f(std::string_view{"Leads and funnel"}, funnel);
    f(std::string_view{"Deals and revenue"}, revenue);
    f(std::string_view{"Customers and people"}, customers);
}

inline constexpr auto catalog = volume | outreach | funnel | revenue | customers;

/// Metrics of one rep at a time.
inline constexpr catalogue<context_switches> reps{};

/// Calls f(title, catalogue) for every metric there is, by where it sits.
constexpr void for_each_catalogue(auto &&f) {
    for_each_chapter(f);
    f(std::string_view{"Amounts that events carry"}, amounts);
    f(std::string_view{"Times between events"}, times);
    f(std::string_view{"Of one prospect, pooled"}, prospects);
    f(std::string_view{"Of one lead, pooled"}, leads);
    f(std::string_view{"Of one deal, pooled"}, pipeline);
    f(std::string_view{"Of one customer, pooled"}, accounts);
    f(std::string_view{"Of one rep, pooled"}, reps);
    f(std::string_view{"Different ones, of any number"}, reach);
    f(std::string_view{"Made of other figures and of what the caller gives"}, economics);
    f(std::string_view{"Invoices, records and issues"}, bookkeeping);
}

} // namespace kpi::inline v1::sales
