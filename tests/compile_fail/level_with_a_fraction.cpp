// SPDX-License-Identifier: MIT
// 12.50 EUR would be 12: money is told in its smallest unit, whatever word measures it.
// expects: what is measured of an event is a whole number: give it in its smallest unit, as cents or seconds

#include "booking.hpp"
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

inline constexpr kpi::level_metric<booking, kpi::member::value> owed{
    .name = "owed", .in = {sale::made}, .out = {sale::refunded}};

bool sold(const kpi::live<owed> &b) { return b.value().has_value(); }
