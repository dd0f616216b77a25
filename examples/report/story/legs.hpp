// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call, the changes of one ticket. Of all
/// events of a key one counts, wherever its row stands: the first or last by time, the one of the greatest
/// value, or the highest outcome of a call (METRICS.md, section 2: conversation, operator, hang-up,
/// abandoned, picked up, voicemail, busy, no answer, unknown); of equals the highest outcome, the longest,
/// then the earliest; of those the one whose row has the smaller hash. An undated event is the last choice
/// by time, one without a value by value. They wait in parts, as the rows of cases do. Keys are 64-bit
/// hashes: of two million keys two have the same hash once in ten million files.

#include "profile/chosen_by.hpp"
#include "profile/event.hpp"
#include "ranks.hpp"
#include "story/labels.hpp"
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

    /// `row` says which row it is of, `fingerprint` is the same for equal rows. What is `none` says, if it is
    /// chosen, that its key has no event. All of a key are chosen by the same.
    void add(std::uint64_t key, const event &e, chosen_by how, bool none, std::uint64_t fingerprint,
             std::uint64_t row) {
        legs_.add({key, place_by(how, e), fingerprint, row, e, none});
    }
    void join(legs &other) { legs_.join(other.legs_); }
    /// Calls count(event) for the one that counts of each key, and then tell(row) for each row that decided;
    /// each rank for the keys and rows that are its own.
    void settle(ranks &all, labels &said, auto &&count, auto &&tell) {
        exchange_legs(all, said);
        for (std::size_t which = 0; which < legs_.count; ++which)
            for (const leg &first : firsts_of(which)) {
                if (!first.none) count(first.what);
                rows_.add({first.row});
            }
        exchange_rows(all, said);
        for (std::size_t which = 0; which < rows_.count; ++which)
            for (const row_number &row : rows_of(which))
                tell(row.of);
    }

private:
    struct leg {
        std::uint64_t of;    ///< the key
        std::uint64_t place; ///< the least of its key counts
        std::uint64_t fingerprint, row;
        event what;
        bool none;
    };
    [[nodiscard]] static std::uint64_t place_by(chosen_by how, const event &e);
    struct row_number {
        std::uint64_t of;
    };

    /// Each goes to the rank that owns its key, or row.
    void exchange_legs(ranks &all, labels &said);
    void exchange_rows(ranks &all, labels &said);
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
