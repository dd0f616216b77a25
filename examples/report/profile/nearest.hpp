// SPDX-License-Identifier: MIT
#pragma once

/// What a mistyped name was probably meant to be.

#include <span>
#include <string>
#include <string_view>

namespace report {

/// How many letters must be put in, taken out, replaced or swapped with a neighbour to get from one to the
/// other; upper and lower case are the same letter.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The end of a message about a name that is not among the valid ones: `, did you mean "a" or "b"?` with the
/// nearest (three at most; a name of which it is a whole word is near), or `; valid are: ...` where none is
/// near.
[[nodiscard]] std::string suggestion(std::string_view wrong, std::span<const std::string_view> valid);

} // namespace report
