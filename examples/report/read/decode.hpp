// SPDX-License-Identifier: MIT
#pragma once

/// The text of a file that is not plain UTF-8: packed by gzip or zstd, in UTF-16, or in Windows-1252. A byte
/// order mark, or else the position of zero bytes, gives the byte order of UTF-16.

#include "read/byte_source.hpp"
#include "read/dialect.hpp"

#include <string>

namespace report {

/// UTF-8, whatever the bytes are. Throws a failure if they are no text: a spreadsheet, a database. Throws a
/// failure, now or while it is read, if they are not what they seem to be.
[[nodiscard]] byte_source decoded(byte_source from, const std::string &name, encoding written_in);

} // namespace report
