// SPDX-License-Identifier: MIT
#pragma once

/// The report as one HTML file: the page that `./examples/page/build` makes, including the JSON of the runs.

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Where the page is if it was built: beside the program, in the share folder of its installation, or where
/// the build leaves it.
[[nodiscard]] std::vector<std::string> places_of_page();

/// The page without figures, from the first of these places that has it. Throws a failure that names the
/// command that builds it.
[[nodiscard]] std::string built_page(std::span<const std::string> places);

/// JSON that is safe in a script element: no text in it ends the element, or begins a comment.
[[nodiscard]] std::string within_script(std::string_view json);

/// Throws a failure if the file is no such page.
void print_html(std::ostream &out, std::string_view page, std::span<const std::string> reports);

} // namespace report
