// SPDX-License-Identifier: MIT
#pragma once

/// The words of a column that a profile's map lacks, if the profile says what all other words mean: they
/// refuse no row, so nobody would notice them.

#include "profile/plan.hpp"
#include "read/csv_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class unmapped_words {
public:
    /// `position` gives the position of a plan's column in the file.
    unmapped_words(const plan &p, auto &&position) {
        for (const event_rule &rule : p.events)
            if (rule.kind.has_otherwise && rule.kind.otherwise != activity::stage_entered) // it has an order
                watched_.push_back({position(rule.kind.column), &rule.kind, {}});
    }
    void look_at(const csv_row &row);

    /// f(column's place in the file, word, rows with it), for at most `most` words of each column.
    void for_each(std::size_t most, auto &&f) const {
        for (const watched &each : watched_) {
            std::size_t told = 0;
            for (const auto &[word, rows] : each.words)
                if (told++ < most) f(each.position, word, rows);
        }
    }

private:
    struct watched {
        std::size_t position;
        const choice<activity> *known;
        std::map<std::string, std::uint64_t, std::less<>> words;
    };
    std::vector<watched> watched_;
};

} // namespace report
