// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call. Of all events of a key one counts,
/// whichever came first: the highest outcome of a call (METRICS.md, section 2: conversation, operator,
/// hang-up, abandoned, picked up, voicemail, busy, no answer, unknown); of equals the longest, then
/// the earliest; of those the one whose row has the smaller hash, so that the order of the rows never
/// matters. They wait in parts, as the rows of cases do. Keys are 64-bit hashes: of two million keys two have
/// the same hash once in ten million files.

#include "profile/event.hpp"
#include "story/part_store.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace report {

class legs {
public:
    explicit legs(part_store &in);

    /// `row` says which row it is of, `fingerprint` is the same for equal rows.
    void add(std::uint64_t key, const event &e, std::uint64_t fingerprint, std::uint64_t row);
    /// Calls count(event) for the one that counts of each key, and then tell(row) for each row that had one.
    void settle(auto &&count, auto &&tell) {
        for (std::size_t which = 0; which < parts; ++which)
            for (const leg &first : firsts_of(which)) {
                count(first.what);
                add_row(first.row);
            }
        for (std::size_t which = 0; which < parts; ++which)
            for (const std::uint64_t row : rows_of(which))
                tell(row);
    }

private:
    static constexpr unsigned bits = 10; ///< of a key's hash
    static constexpr std::size_t parts = std::size_t{1} << bits;
    struct leg {
        std::uint64_t key, fingerprint, row;
        event what;
    };

    void add_row(std::uint64_t row);
    /// The legs of a part that count, and forgets it.
    [[nodiscard]] const std::vector<leg> &firsts_of(std::size_t which);
    /// The rows of a part, each once, and forgets it.
    [[nodiscard]] const std::vector<std::uint64_t> &rows_of(std::size_t which);

    part_store &in_;
    std::size_t legs_, rows_; ///< their first parts
    std::vector<leg> of_part_;
    std::vector<std::uint64_t> rows_of_part_;
};

} // namespace report
