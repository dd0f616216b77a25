// SPDX-License-Identifier: MIT
// 12.50 EUR would be 12: money is told in its smallest unit, whatever word measures it.
// expects: what is measured of an event is a whole number: give it in its smallest unit, as cents or seconds

#include "booking.hpp"
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

inline constexpr kpi::band_metric<booking, kpi::member::value, 1> sizes{
    .name = "sizes", .of = {sale::made}, .edges = {100}, .labels = {"small", "large"}};

bool sold(const kpi::live<sizes> &b) { return b.value().in[0] > 0; }
