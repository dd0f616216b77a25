// SPDX-License-Identifier: MIT
#pragma once

/// A file without a name in the folder $TMPDIR, or where the system keeps such files: nobody can open it, and
/// it is gone however the program ends. Whatever cannot be written, or does not read back as written, is a
/// failure.

#include <cstdint>
#include <span>
#include <string>

namespace report {

class unnamed_file {
public:
    /// The text of a failure begins with `why`: the file's purpose.
    explicit unnamed_file(std::string why);
    ~unnamed_file();
    unnamed_file(const unnamed_file &) = delete;
    unnamed_file &operator=(const unnamed_file &) = delete;

    void append(std::span<const char> bytes);
    /// Fills all of `into` with what was written, starting at this byte.
    void read(std::uint64_t from, std::span<char> into) const;
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    [[noreturn]] void fail(const std::string &what) const;

    std::string why_, folder_;
    int file_{-1};
    std::uint64_t size_{};
};

} // namespace report
