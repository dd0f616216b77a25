// SPDX-License-Identifier: MIT
#pragma once

/// What a file is that is no CSV, by its first bytes: a spreadsheet, a document, JSON, a database.

#include <string_view>

namespace report {

/// "is a spreadsheet (xlsx), not CSV: open it and save the sheet as CSV"; empty for what is none of the
/// binary forms that are known here.
[[nodiscard]] std::string_view named_by_bytes(std::string_view first_bytes);

/// JSON Lines: an object a line. The name says so, or the text itself does.
[[nodiscard]] bool is_json_lines(std::string_view beginning, std::string_view name);

/// The same of texts that are no JSON Lines: JSON, HTML, XML.
[[nodiscard]] std::string_view named_by_text(std::string_view beginning);

} // namespace report
