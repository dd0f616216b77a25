// SPDX-License-Identifier: MIT
#pragma once

/// `--inspect`: what a file is, and a profile to read it by.

#include "read/byte_source.hpp"

#include <functional>
#include <iosfwd>

namespace report {

/// Writes what was found into `told`, for people, and the profile into `profile`. `open` answers the file
/// from its beginning, each time. Throws a failure where the file is no table.
void inspect(const std::function<input()> &open, std::ostream &told, std::ostream &profile);

} // namespace report
