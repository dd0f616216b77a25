// SPDX-License-Identifier: MIT
#pragma once

/// `--verdicts`: every figure that has a target, with that and how it stands to it.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <iosfwd>

namespace report {

void print_verdicts(std::ostream &out, const sheet &s, const page &on);

} // namespace report
