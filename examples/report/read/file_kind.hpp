// SPDX-License-Identifier: MIT
#pragma once

/// Recognises files that are no CSV, by their first bytes: a spreadsheet, a document, JSON, a database.

#include <string_view>

namespace report {

/// "is a spreadsheet (xlsx), not CSV: open it and save the sheet as CSV"; empty if it is none of the binary
/// forms that are known here.
[[nodiscard]] std::string_view named_by_bytes(std::string_view first_bytes);

/// JSON Lines: one object on each line. The name says so, or the text itself does.
[[nodiscard]] bool is_json_lines(std::string_view beginning, std::string_view name);

/// The same for texts that are no JSON Lines: JSON, HTML, XML.
[[nodiscard]] std::string_view named_by_text(std::string_view beginning);

} // namespace report
