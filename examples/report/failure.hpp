// SPDX-License-Identifier: MIT
#pragma once

/// An error that ends the run: a file or profile that cannot be read, or options that make no sense. Its text
/// is one sentence for the user, with the place; main prints it and exits with code 2. A bad row is not a
/// failure (account.hpp).

#include <stdexcept>

namespace report {

struct failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

} // namespace report
