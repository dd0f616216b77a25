// SPDX-License-Identifier: MIT
#pragma once

/// What a metric says of a figure that can be read from it, beside the value: its names, its unit, which way
/// is better, and how it is shown. Exporters and reports know nothing else of a metric. All texts are
/// constants of the definition, so a figure_info is a handful of pointers. Empty texts are left out where
/// they are shown.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kpi::inline v1 {

/// Which way a figure should move.
enum class better : std::uint8_t { neither, more, less };

/// The value that is shown is scale * value / shown_in: scale is 100 for % and points and 3600 for a rate per
/// hour; shown_in is 86400 where seconds are shown in days.
struct figure_info {
    std::string_view metric{}; ///< "win_rate"
    std::string_view name{};   ///< the metric's for its first figure; of others "p90", "still_open"
    std::string_view title{};  ///< for people: "Win rate"; where it is empty, see `title_of`
    std::string_view label{};  ///< of a band, stage, channel, answer or k; else empty
    std::string_view help{};
    std::string_view unit{}; ///< "%", "s", "days", "money", "deals", "points", ...
    kpi::better better{};
    std::uint32_t scale{1};
    std::uint32_t shown_in{1};
    bool nominal{}; ///< a share of touches, which are not independent: it has no interval
};

/// A title for people: the one that was given, else the names with spaces and a capital: "Win rate" of
/// "win_rate", "Response time, p90" of the figure p90 of "response_time". It is written one character after
/// the other, so that no buffer is needed.
struct title_text {
    std::string_view given{};
    std::string_view metric{};
    std::string_view name{};

    /// Calls `put(char)` for each character.
    constexpr void write(auto &&put) const {
        for (const char c : given)
            put(c);
        if (!given.empty()) return;
        bool first = true;
        const auto words = [&](std::string_view text) {
            for (const char c : text) {
                const bool starts = first && c >= 'a' && c <= 'z';
                put(starts ? static_cast<char>(c - 'a' + 'A') : c == '_' ? ' ' : c);
                first = false;
            }
        };
        words(metric.empty() ? name : metric);
        if (metric.empty() || name.empty() || name == metric) return;
        put(','), put(' ');
        words(name);
    }
    /// How many characters there are.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        write([&](char) { ++n; });
        return n;
    }
    [[nodiscard]] friend constexpr bool operator==(const title_text &title, std::string_view text) noexcept {
        std::size_t i = 0;
        bool same = true;
        title.write([&](char c) {
            same = same && i < text.size() && text[i] == c;
            ++i;
        });
        return same && i == text.size();
    }
};

/// The title of a figure.
[[nodiscard]] constexpr title_text title_of(const figure_info &figure) noexcept {
    return {figure.title, figure.metric, figure.name};
}

} // namespace kpi::inline v1
