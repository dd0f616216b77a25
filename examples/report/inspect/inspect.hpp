// SPDX-License-Identifier: MIT
#pragma once

/// `--inspect`: tells what a file is, and drafts a profile to read it.

#include "read/byte_source.hpp"

#include <functional>
#include <iosfwd>

namespace report {

/// Writes the findings, for people, to `told`, and the profile to `profile`. `open` returns the file from its
/// beginning, each time. Throws a failure if the file is no table.
void inspect(const std::function<input()> &open, std::ostream &told, std::ostream &profile);

} // namespace report
