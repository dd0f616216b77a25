// SPDX-License-Identifier: MIT
// 12.50 EUR would be 12: money is told in its smallest unit, whatever word measures it.
// expects: what is measured of an event is a whole number: give it in its smallest unit, as cents or seconds

#include "booking.hpp"
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

inline constexpr kpi::mean_metric<booking, kpi::member::value> size{.name = "size", .of = {sale::made}};

bool sold(const kpi::live<size> &b) { return b.value().has_value(); }
