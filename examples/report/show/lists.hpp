// SPDX-License-Identifier: MIT
#pragma once

/// Lists of the names that the program knows, for people: kinds of event, built-in profiles.

#include <iosfwd>

namespace report {

/// Every kind with its meaning, group by group.
void print_kinds(std::ostream &out);

/// Every built-in profile, and what it reads.
void print_profiles(std::ostream &out);

} // namespace report
