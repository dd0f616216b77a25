// SPDX-License-Identifier: MIT
#pragma once

/// The chapters of a sheet, folded: one fact on one line, with its titles, for the whole.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>

namespace report {

/// Stages, channels and bands of one metric share a line. Figures of one chapter that are the same fraction
/// of the same kind are told once, followed by the other titles.
void print_chapter(std::ostream &out, const chapter &c, const page &on);

} // namespace report
