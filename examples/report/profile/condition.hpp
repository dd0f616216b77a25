// SPDX-License-Identifier: MIT
#pragma once

/// What a profile asks of a cell: that it is one of some texts, begins with one or has one in it, or that its
/// number lies between limits.

#include "profile/number.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Where a text is looked for in a cell.
enum class found_as : unsigned char { whole, beginning, part };

struct limit {
    decimal at{};
    bool within{}; ///< the limit itself will do
};

struct condition {
    std::size_t column{};
    std::vector<std::string> texts{}; ///< any of them; without one the limits ask
    found_as how{};
    bool negated{};
    bool any_case{}; ///< the texts are in lower case, and cells are turned into it
    std::optional<limit> from{}, to{};
    number_style style{}; ///< of the cell
};

/// Whether the cell does what is asked. An empty one lies between no limits; of one that is neither empty nor
/// a number, `wrong` says why.
[[nodiscard]] bool holds(const condition &asked, std::string_view cell, number &wrong);

} // namespace report
