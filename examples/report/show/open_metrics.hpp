// SPDX-License-Identifier: MIT
#pragma once

/// The figures as OpenMetrics text 1.0, which Prometheus reads: a family of gauges for each metric, in base
/// units, and for shares and ratios one for numerators and one for denominators, so that a query adds up
/// before it divides. Labels are `by` and `group`, `part` of a metric that has several, and `currency`; what
/// is of the whole has no group. What is absent has no sample, and what is saturated one in the family
/// `kpi_saturated`. What stands beside figures, and why others are left out, is in JSON alone.

#include "figures/sheet.hpp"

#include <iosfwd>

namespace report {

void print_open_metrics(std::ostream &out, const sheet &s);

} // namespace report
