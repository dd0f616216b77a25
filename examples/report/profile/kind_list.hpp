// SPDX-License-Identifier: MIT
#pragma once

/// Every kind of event with its group and its meaning, as the library's vocabulary has them
/// (kpi/sales/activity.hpp): groups are the comments between its kinds, meanings those behind them.

#include "profile/event.hpp"

#include <string_view>
#include <vector>

namespace report {

struct told_kind {
    activity kind{};
    std::string_view group, name, meaning;
};

/// In the order of the vocabulary.
[[nodiscard]] const std::vector<told_kind> &all_kinds();

/// The header that contains the vocabulary.
[[nodiscard]] std::string_view text_of_vocabulary();

} // namespace report
