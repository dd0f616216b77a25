// SPDX-License-Identifier: MIT
#pragma once

/// What a figure is made of, as text or as CSV.

#include "figures/sheet.hpp"

#include <iosfwd>

namespace report {

/// First the figure, then what it counts and what it does not, grouped by their roles.
void print_explanation(std::ostream &out, const sheet &s);
/// One row for each; times in seconds, amounts in the smallest unit of the currency.
void print_explanation_as_csv(std::ostream &out, const explanation &told);

} // namespace report
