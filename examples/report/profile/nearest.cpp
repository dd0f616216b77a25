// SPDX-License-Identifier: MIT
#include "profile/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace report {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// "lost" of "deal_lost".
bool is_word_of(std::string_view word, std::string_view name) {
    const std::size_t at = word.size() < 3 ? std::string_view::npos : name.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    return (at == 0 || name[at - 1] == '_') && (end == name.size() || name[end] == '_');
}

} // namespace

// Optimal string alignment, three rows of the table at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_up(b.size() + 1), up(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        up[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (same ? 0u : 1u)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], two_up[j - 2] + 1);
        }
        std::swap(two_up, up);
        std::swap(up, row);
    }
    return up[b.size()];
}

std::string suggestion(std::string_view wrong, std::span<const std::string_view> valid) {
    constexpr std::size_t long_name = 64, most_told = 16;

    std::vector<std::pair<std::size_t, std::string_view>> near;
    if (wrong.size() <= long_name)
        for (std::string_view name : valid) {
            const std::size_t distance = edit_distance(wrong, name);
            if (distance <= std::max<std::size_t>(1, std::max(wrong.size(), name.size()) / 3) ||
                is_word_of(wrong, name))
                near.emplace_back(distance, name);
        }
    std::sort(near.begin(), near.end());

    std::string text;
    if (!near.empty()) {
        near.resize(std::min<std::size_t>(near.size(), 3));
        text = ", did you mean ";
        for (std::size_t i = 0; i < near.size(); ++i)
            text += (i == 0                 ? "\""
                     : i + 1 == near.size() ? " or \""
                                            : ", \"") +
                    std::string{near[i].second} + '"';
        return text + '?';
    }
    for (std::size_t i = 0; i < std::min(valid.size(), most_told); ++i)
        text += (i == 0 ? "; valid are: " : ", ") + std::string{valid[i]};
    return valid.size() > most_told ? text + ", ..." : text;
}

} // namespace report
