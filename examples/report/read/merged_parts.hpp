// SPDX-License-Identifier: MIT
#pragma once

/// What several runs have saved of one log, and all of it: no part is missing, none belongs to another run,
/// and a part that two runs have saved alike counts once.

#include "read/part_file.hpp"

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// A file of a log, as every run sees it that reads a part of it.
struct file_seen {
    std::uint64_t slices{}, bytes{};
    std::uint32_t checksum{}; ///< of the bytes

    friend bool operator==(const file_seen &, const file_seen &) = default;
};
/// ... of all files, as the end of a part file.
[[nodiscard]] std::string coded(const std::vector<file_seen> &files);

class merged_parts {
public:
    /// All parts must belong to `run`. Throws a failure, which says what is wrong with which file.
    merged_parts(const std::vector<std::string> &paths, const std::string &run);

    /// The next block of a file of the log, for whichever thread asks; blocks begin with their file's number.
    /// Files are asked for in their order.
    [[nodiscard]] std::optional<std::string> next(std::uint64_t file);
    /// After the last file. Throws a failure if parts have read different bytes, or lack some.
    void finish();

private:
    std::mutex busy_;
    std::deque<part_reader> parts_;
    std::vector<std::optional<std::string>> waiting_; ///< by part: the first block of the next file
    std::vector<std::uint64_t> blocks_;               ///< by file
};

} // namespace report
