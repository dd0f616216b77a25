// SPDX-License-Identifier: MIT
#pragma once

/// Unpacks files as they are read: gzip and zstd, with any number of members. They are recognised by their
/// first bytes, not by their names.

#include "read/byte_source.hpp"

#include <string>
#include <string_view>

namespace report {

[[nodiscard]] bool is_packed(std::string_view first_bytes);

/// Throws a failure, now or while it is read, if the bytes are damaged or end too early.
[[nodiscard]] byte_source unpacked(byte_source from, std::string_view first_bytes, const std::string &name);

} // namespace report
