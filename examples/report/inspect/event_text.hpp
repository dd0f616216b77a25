// SPDX-License-Identifier: MIT
#pragma once

/// The event that a row makes, in one line for people: its kind, its time, and every part that the profile
/// fills in, with ids as the file writes them.

#include "profile/known_names.hpp"
#include "profile/mapper.hpp"

#include <string>

namespace report {

/// `cell_of` returns the text in the row for a column of the plan.
[[nodiscard]] std::string event_text(const made_event &made, const plan &by_plan, const known_names &known,
                                     const std::function<std::string_view(column_id)> &cell_of);

} // namespace report
