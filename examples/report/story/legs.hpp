// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call. Of all events of a key one counts,
/// whichever came first: the highest outcome of a call (METRICS.md, section 2: conversation, operator,
/// hang-up, abandoned, picked up, voicemail, busy, no answer, unknown); of equals the longest, then
/// the earliest; of those the one whose row has the smaller hash, so that the order of the rows never
/// matters. Keys are 64-bit hashes: of two million keys two have the same hash once in ten million files.

#include "profile/event.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace report {

class legs {
public:
    /// `row` says which row it is of, `fingerprint` is the same for equal rows.
    void add(std::uint64_t key, const event &e, std::uint64_t fingerprint, std::uint64_t row) {
        all_.push_back({key, fingerprint, row, e});
    }
    /// Calls f(event) for the one that counts of each key. Answers the rows that had one, in order.
    std::vector<std::uint64_t> settle(auto &&f) {
        std::vector<std::uint64_t> rows;
        for (const std::size_t first : in_order()) {
            f(all_[first].what);
            rows.push_back(all_[first].row);
        }
        all_ = {};
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }

private:
    struct leg {
        std::uint64_t key, fingerprint, row;
        event what;
    };

    /// The places of those that count.
    [[nodiscard]] std::vector<std::size_t> in_order() const;

    std::vector<leg> all_;
};

} // namespace report
