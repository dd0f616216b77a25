// SPDX-License-Identifier: MIT
#pragma once

/// Where the bytes of a log come from: a file, standard input, or a text in memory. Reading on after an error
/// would show the figures of half a file, so an error is a failure, wherever in the file it happens.

#include "read/unnamed_file.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace report {

/// Fills at most `size` bytes and returns how many; 0 is the end.
using byte_source = std::function<std::size_t(char *into, std::size_t size)>;

struct input {
    std::string name; ///< as the user knows it: a path, "standard input"
    byte_source read;
    std::optional<std::uint64_t> size; ///< of a regular file
};

/// A file, or standard input for "-". Throws a failure if it is missing, forbidden, or a directory.
[[nodiscard]] input open_input(const std::string &path);

/// Keeps a source that can be read only once in a file without a name, so that it can be read again. The file
/// is gone however the program ends.
class spool {
public:
    /// Reads the source to its end. Throws a failure if the file cannot be written.
    explicit spool(const input &from);
    [[nodiscard]] input open() const;

private:
    std::string name_;
    std::shared_ptr<unnamed_file> file_;
};

/// A source whose first bytes have been looked at.
struct peeked {
    std::string first; ///< fewer than were asked for, if there are no more
    byte_source whole; ///< all bytes, including the first
};
[[nodiscard]] peeked peek(byte_source from, std::size_t most);

/// The bytes of a text, followed by those of another source, if there is one.
[[nodiscard]] byte_source continued(std::string text, byte_source then);

/// The bytes of a text, which is kept.
[[nodiscard]] byte_source text_source(std::string text);

} // namespace report
