// SPDX-License-Identifier: MIT
#pragma once

/// Guesses which name a mistyped one was meant to be.

#include <span>
#include <string>
#include <string_view>

namespace report {

/// How many letters must be inserted, removed, replaced or swapped with a neighbour to turn one into the
/// other; case does not matter.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The end of a message about an invalid name: `, did you mean "a" or "b"?` with the nearest valid ones (at
/// most three; a name that contains it as a whole word is near), or `; valid are: ...` if none is
/// near.
[[nodiscard]] std::string suggestion(std::string_view wrong, std::span<const std::string_view> valid);

} // namespace report
