// SPDX-License-Identifier: MIT
#pragma once

/// Packed files, unpacked as they are read: gzip and zstd, of any number of members. They are known by their
/// first bytes, not by their names.

#include "read/byte_source.hpp"

#include <string>
#include <string_view>

namespace report {

[[nodiscard]] bool is_packed(std::string_view first_bytes);

/// Throws a failure, then or while it is read, where the bytes are damaged or end too early.
[[nodiscard]] byte_source unpacked(byte_source from, std::string_view first_bytes, const std::string &name);

} // namespace report
