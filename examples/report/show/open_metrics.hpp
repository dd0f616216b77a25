// SPDX-License-Identifier: MIT
#pragma once

/// The figures as OpenMetrics text 1.0, which Prometheus reads: a family of gauges for each metric, in base
/// units; shares and ratios also have one for numerators and one for denominators, so that a query adds up
/// before it divides. Labels are `by` and `group`, `part` if a metric has several, and `currency`; figures of
/// the whole have no group. Absent figures have no sample, and saturated ones have one in the family
/// `kpi_saturated`. Only JSON has what is shown beside figures, and why others are left out.

#include "figures/sheet.hpp"

#include <iosfwd>

namespace report {

void print_open_metrics(std::ostream &out, const sheet &s);

} // namespace report
