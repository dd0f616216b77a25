// SPDX-License-Identifier: MIT
#pragma once

/// `--verdicts`: every figure that has a target, with the target and how the figure compares.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>

namespace report {

void print_verdicts(std::ostream &out, const sheet &s, const page &on);

} // namespace report
