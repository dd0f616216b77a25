// SPDX-License-Identifier: MIT
#pragma once

/// `--check-profile`: what a profile makes of a file, before any figure. Shows the first rows as events, and
/// what was not understood: columns that the profile does not name, words missing in its maps, refused rows.

#include "profile/plan.hpp"
#include "read/byte_source.hpp"

#include <iosfwd>

namespace report {

/// Reads the whole file, whose headings must match the plan. Throws a failure if they do not.
void print_check(std::ostream &out, input from, const plan &by_plan);

} // namespace report
