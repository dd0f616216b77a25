// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call, the changes of one ticket. Of all
/// events of a key one counts, wherever its row stands: the first or last by time, the one with the greatest
/// value, or the highest outcome of a call (METRICS.md, section 2: conversation, operator, hang-up,
/// abandoned, picked up, voicemail, busy, no answer, unknown). Of equals it is the highest outcome, the
/// longest, then the earliest; and of those, the one whose row has the smaller hash. An undated event is the
/// last choice by time, an event without a value by value. They wait in parts, as the rows of cases do. Keys
/// are 64-bit hashes: among two million keys, two have the same hash once in ten million files.

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

    /// `row` says which row the event comes from; equal rows have the same `fingerprint`. If an event with
    /// `none` is chosen, its key has no event. All events of a key are chosen in the same way.
    void add(std::uint64_t key, const event &e, chosen_by how, bool none, std::uint64_t fingerprint,
             std::uint64_t row) {
        legs_.add({key, place_by(how, e), fingerprint, row, e, none});
    }
    void join(legs &other) { legs_.join(other.legs_); }
    /// Calls count(event) for the event that counts for each key, and then tell(row) for each row that
    /// decided; each rank does so for its own keys and rows.
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

    /// Each leg goes to the rank that owns its key, or row.
    void exchange_legs(ranks &all, labels &said);
    void exchange_rows(ranks &all, labels &said);
    /// Returns the legs of a part that count, and forgets the part.
    [[nodiscard]] const std::vector<leg> &firsts_of(std::size_t which);
    /// Returns the rows of a part, each once, and forgets the part.
    [[nodiscard]] const std::vector<row_number> &rows_of(std::size_t which);

    parts<leg, as_it_is<leg>> legs_;
    parts<row_number, as_it_is<row_number>> rows_;
    std::vector<leg> legs_of_part_;
    std::vector<row_number> rows_of_part_;
};

} // namespace report
