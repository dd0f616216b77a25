// SPDX-License-Identifier: MIT
#include "inspect/unmapped_words.hpp"

#include "profile/fold.hpp"

namespace report {

void unmapped_words::look_at(const csv_row &row) {
    constexpr std::size_t most_words = 1000;
    for (watched &each : watched_) {
        if (each.position >= row.fields.size()) continue;
        const std::string_view cell = row.fields[each.position];
        const std::string word = each.known->any_case ? in_lower_case(cell) : std::string{cell};
        if (each.known->words.contains(word)) continue;
        if (each.words.size() < most_words || each.words.contains(word)) ++each.words[word];
    }
}

} // namespace report
