// SPDX-License-Identifier: MIT
#pragma once

/// A CSV text in slices of whole rows, so that several threads can read it at once. The rows of all slices,
/// in order, are the rows that one reader finds in the whole. A slice ends where a line does and no quote is
/// open, as far as the bytes themselves tell. After a quote for which that is uncertain, all the rest is one
/// slice: a quote in the middle of a field, in a row of several lines, or a quote that is not closed for half
/// a MiB.

#include "read/csv_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

namespace report {

struct csv_slice {
    csv_text rows;
    std::uint64_t number; ///< of the slice, from 0
};

class csv_slices {
public:
    /// In slices of at most so many bytes, unless a row is longer.
    csv_slices(csv_text all, std::size_t size);

    /// The next slice, for whichever thread asks; nothing at the end.
    [[nodiscard]] std::optional<csv_slice> next();
    /// The number of slices so far.
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// No further slice follows, whatever is left.
    void stop();

private:
    void fill(std::size_t wanted);
    [[nodiscard]] csv_slice all_the_rest();
    [[nodiscard]] csv_slice cut(std::size_t size);

    std::mutex busy_;
    csv_text rest_; ///< from the beginning of a row
    std::size_t size_;
    std::uint64_t count_{};
    bool ended_; ///< the source has no more bytes
};

} // namespace report
