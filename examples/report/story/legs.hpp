// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call. Of all events of a key one counts,
/// whichever came first: the highest outcome of a call (METRICS.md, section 2: conversation, operator,
/// hang-up, abandoned, picked up, voicemail, busy, no answer, unknown); of equals the longest, then
/// the earliest; of those the one whose row has the smaller hash, so that the order of the rows never
/// matters. They wait in parts, as the rows of cases do. Keys are 64-bit hashes: of two million keys two have
/// the same hash once in ten million files.

#include "profile/event.hpp"
#include "story/packed.hpp"
#include "story/part_store.hpp"
#include "story/parts.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace report {

class legs {
public:
    explicit legs(part_store &in) : legs_{in}, rows_{in} {}

    /// `row` says which row it is of, `fingerprint` is the same for equal rows.
    void add(std::uint64_t key, const event &e, std::uint64_t fingerprint, std::uint64_t row) {
        legs_.add({key, fingerprint, row, e});
    }
    void join(legs &other) { legs_.join(other.legs_); }
    /// Calls count(event) for the one that counts of each key, and then tell(row) for each row that had one.
    void settle(auto &&count, auto &&tell) {
        for (std::size_t which = 0; which < legs_.count; ++which)
            for (const leg &first : firsts_of(which)) {
                count(first.what);
                rows_.add({first.row});
            }
        for (std::size_t which = 0; which < rows_.count; ++which)
            for (const row_number &row : rows_of(which))
                tell(row.of);
    }

private:
    struct leg {
        std::uint64_t of; ///< the key
        std::uint64_t fingerprint, row;
        event what;
    };
    struct row_number {
        std::uint64_t of;
    };

    /// The legs of a part that count, and forgets it.
    [[nodiscard]] const std::vector<leg> &firsts_of(std::size_t which);
    /// The rows of a part, each once, and forgets it.
    [[nodiscard]] const std::vector<row_number> &rows_of(std::size_t which);

    parts<leg, as_it_is<leg>> legs_;
    parts<row_number, as_it_is<row_number>> rows_;
    std::vector<leg> legs_of_part_;
    std::vector<row_number> rows_of_part_;
};

} // namespace report
