// SPDX-License-Identifier: MIT
#pragma once

/// What a profile demands of a cell: that it is one of some texts, starts with one or contains one, or that
/// its number lies between limits.

#include "profile/number.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Where in a cell a text is looked for.
enum class found_as : unsigned char { whole, beginning, part };

struct limit {
    decimal at{};
    bool within{}; ///< the limit itself counts as within
};

struct condition {
    std::size_t column{};
    std::vector<std::string> texts{}; ///< any of them; if there are none, the limits decide
    found_as how{};
    bool negated{};
    bool any_case{}; ///< the texts are in lower case, and cells are folded to it
    std::optional<limit> from{}, to{};
    number_style style{}; ///< of the cell
};

/// Whether the cell meets the condition. An empty cell lies between no limits. If a cell is neither empty nor
/// a number, `wrong` says why.
[[nodiscard]] bool holds(const condition &asked, std::string_view cell, number &wrong);

} // namespace report
