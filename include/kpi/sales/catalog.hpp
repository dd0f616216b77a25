// SPDX-License-Identifier: MIT
#pragma once

/// Every built-in metric, by chapter and all together: walked by reports, tests and exporters, so that none
/// of them has a list of its own.

#include <kpi/sales/customers.hpp>
#include <kpi/sales/funnel.hpp>
#include <kpi/sales/outreach.hpp>
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

} // namespace kpi::inline v1::sales
