// SPDX-License-Identifier: MIT
#pragma once

/// What a metric says about a figure that you can read from it, besides the value: its names, its unit, which
/// way is better, and how to show it. Exporters and reports know nothing else about a metric. All texts are
/// constants of the definition, so a figure_info is a handful of pointers. Empty texts are left out where
/// texts are shown.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kpi::inline v1 {

/// Which way a figure should move.
enum class better : std::uint8_t { neither, more, less };

/// The value shown is scale * value / shown_in. The scale is 100 for % and points, and 3600 for a rate per
/// hour; shown_in is 86400 where seconds are shown in days.
struct figure_info {
    std::string_view metric{}; ///< "win_rate"
    std::string_view name{};   ///< the metric's name for its first figure; for others "p90", "still_open"
    std::string_view title{};  ///< for people: "Win rate"; if it is empty, see `title_of`
    std::string_view label{};  ///< of a band, stage, channel, answer or k; else empty
    std::uint32_t step{};      ///< the step that it belongs to, from 1; 0 for none
    std::string_view help{};
    std::string_view unit{}; ///< "%", "s", "days", "money", "deals", "points", ...
    kpi::better better{};
    std::uint32_t scale{1}; ///< the value shown is multiplied by it
    std::uint32_t shown_in{1};
    bool nominal{};           ///< a share of touches, which are not independent: it has no interval
    bool apart{};             ///< other people answered it than the figures beside it: needs its own board
    bool whole_days{};        ///< a time in seconds that is known only in whole days: people read days
    std::string_view given{}; ///< in words: the figures that the caller adds when reading
};

namespace detail {
// No substr: it can throw, which firmware would have to link.

inline constexpr std::string_view abbreviations[]{"CAC", "CSAT", "LTV", "MCL", "MQL", "NPS", "ROI", "SQL"};

/// The word in capitals if it is an abbreviation, else the word itself.
[[nodiscard]] constexpr std::string_view spelled(std::string_view word) noexcept {
    for (const std::string_view known : abbreviations) {
        bool same = known.size() == word.size();
        for (std::size_t i = 0; same && i < word.size(); ++i)
            same = word[i] == known[i] - 'A' + 'a';
        if (same) return known;
    }
    return word;
}

/// Puts the words of a name with spaces between them, with a capital first letter if `capital` is true.
constexpr void title_words(std::string_view text, bool capital, auto &put) {
    constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (;;) {
        const std::size_t end = text.find('_') < text.size() ? text.find('_') : text.size();
        std::string_view word = spelled({text.data(), end});
        if (capital && !word.empty() && word[0] >= 'a' && word[0] <= 'z') {
            put(std::string_view{capitals.data() + (word[0] - 'a'), std::size_t{1}});
            word.remove_prefix(1);
        }
        put(word);
        if (end == text.size()) return;
        put(std::string_view{" "});
        text.remove_prefix(end + 1);
        capital = false;
    }
}
} // namespace detail

/// A title for people: the given one, else the names with spaces and a capital. That is "Win rate" for
/// "win_rate", "MQL to SQL" for "mql_to_sql", and "Response time, p90" for the figure p90 of "response_time".
/// It is written piece by piece, so that it needs no buffer.
struct title_text {
    std::string_view given{};  ///< used if the title is empty
    std::string_view metric{}; ///< used where the title is empty
    std::string_view name{};   ///< of the figure; for the first figure, empty or the metric's name

    /// Calls `put(std::string_view)` for each piece.
    constexpr void write(auto &&put) const {
        if (!given.empty()) return put(given);
        detail::title_words(metric.empty() ? name : metric, true, put);
        if (metric.empty() || name.empty() || name == metric) return;
        put(std::string_view{", "});
        detail::title_words(name, false, put);
    }
    /// The number of characters.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        write([&](std::string_view piece) { n += piece.size(); });
        return n;
    }
    [[nodiscard]] friend constexpr bool operator==(const title_text &title, std::string_view text) noexcept {
        bool same = true;
        title.write([&](std::string_view piece) {
            same = same && text.starts_with(piece);
            if (same) text.remove_prefix(piece.size());
        });
        return same && text.empty();
    }
};

/// The title of a figure.
[[nodiscard]] constexpr title_text title_of(const figure_info &figure) noexcept {
    return {.given = figure.title, .metric = figure.metric, .name = figure.name};
}

} // namespace kpi::inline v1
