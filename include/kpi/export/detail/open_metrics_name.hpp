// SPDX-License-Identifier: MIT
#pragma once

/// Names of families and labels in OpenMetrics: [a-zA-Z_][a-zA-Z0-9_]*, in base units and without the endings
/// that mean something there. Every other character becomes an underscore.

#include <kpi/export/value_parts.hpp>
#include <kpi/export/writer.hpp>
#include <kpi/scorecard/figure.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string_view>

namespace kpi::inline v1::detail {

/// The unit of a figure there: how to convert the shown value to it, and its name, which ends the family's.
struct base_unit {
    std::string_view name{};
    std::uint32_t times{1};
    std::uint32_t over{1};
};

[[nodiscard]] constexpr base_unit base_unit_of(std::string_view unit) noexcept {
    if (unit == "%") return {"ratio", 1, 100};
    if (unit == "s" || unit == "seconds") return {"seconds", 1, 1};
    if (unit == "min" || unit == "minutes") return {"seconds", 60, 1};
    if (unit == "h" || unit == "hours") return {"seconds", 3600, 1};
    if (unit == "days") return {"seconds", 86400, 1};
    if (unit == "weeks") return {"seconds", 604800, 1};
    return {};
}

/// How to write a figure in that unit. If 32 bits do not hold its scale, it is shown in its own unit.
[[nodiscard]] constexpr decimal_style in_base_unit(const figure_info &info, base_unit &unit) noexcept {
    // Reduced in 32 bits: a remainder of 64 bits would bring a compiler's division into firmware.
    const std::uint32_t above = std::gcd(info.scale, unit.over), below = std::gcd(info.shown_in, unit.times);
    const std::uint64_t top = std::uint64_t{info.scale / above} * (unit.times / below);
    const std::uint64_t bottom = std::uint64_t{info.shown_in / below} * (unit.over / above);
    constexpr std::uint64_t most = (std::numeric_limits<std::uint32_t>::max)();
    decimal_style how{.scale = info.scale, .shown_in = info.shown_in, .places = most_decimal_places};
    how.trimmed = true;
    if (top > most || bottom > most) {
        unit = {};
    } else {
        how.scale = static_cast<std::uint32_t>(top);
        how.shown_in = static_cast<std::uint32_t>(bottom);
    }
    return how;
}

[[nodiscard]] constexpr char name_character(char c) noexcept {
    const bool legal = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return legal ? c : '_';
}

/// Writes a name as part of a longer one. Units of time that are no base units are written in the singular,
/// which promtool does not take for the family's unit.
constexpr void put_name(text_writer &out, std::string_view name) noexcept {
    while (!name.empty()) {
        std::size_t end = 0;
        while (end < name.size() && name_character(name[end]) != '_')
            ++end;
        std::string_view word{name.data(), end};
        if (word == "minutes" || word == "hours" || word == "days" || word == "weeks") word.remove_suffix(1);
        out.put(word);
        if (end == name.size()) return;
        out.put('_');
        name.remove_prefix(end + 1);
    }
}

/// Whether a name ends with this word.
[[nodiscard]] constexpr bool ends_with_word(std::string_view name, std::string_view word) noexcept {
    if (!name.ends_with(word)) return false;
    return name.size() == word.size() || name[name.size() - word.size() - 1] == '_';
}

/// Writes a label's name. It starts with a letter, as names with two underscores are Prometheus's own.
constexpr void put_label_name(text_writer &out, std::string_view name) noexcept {
    while (!name.empty() && name_character(name[0]) == '_')
        name.remove_prefix(1);
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) out.put("by_");
    for (const char c : name)
        out.put(name_character(c));
}

/// Whether a label's name has two underscores side by side.
[[nodiscard]] constexpr bool has_two_underscores(std::string_view name) noexcept {
    for (std::size_t i = 1; i < name.size(); ++i)
        if (name_character(name[i - 1]) == '_' && name_character(name[i]) == '_') return true;
    return false;
}

/// Whether two names are written alike.
[[nodiscard]] constexpr bool same_label_name(std::string_view a, std::string_view b) noexcept {
    std::array<char, 64> first{}, second{};
    text_writer one{first}, two{second};
    put_label_name(one, a), put_label_name(two, b);
    return one.size() == two.size() && one.result().text == two.result().text;
}

/// The name of a figure's family without prefix, unit and ending: the metric's name, then the figure's.
constexpr void put_family(text_writer &out, std::string_view metric, std::string_view figure) noexcept {
    if (!metric.empty() && figure != metric && !figure.starts_with(metric))
        put_name(out, metric), out.put('_');
    put_name(out, figure);
}

/// What comes after that name: the unit, unless the name ends with it, and something harmless if the name
/// ends with a word that only other types of families may end with.
constexpr void put_ending(text_writer &out, std::string_view figure, std::string_view unit) noexcept {
    if (!unit.empty()) {
        if (!ends_with_word(figure, unit)) out.put('_'), out.put(unit);
        return;
    }
    for (const std::string_view word :
         {"total", "count", "sum", "bucket", "info", "created", "gcount", "gsum"})
        if (ends_with_word(figure, word)) return out.put("_value");
}

} // namespace kpi::inline v1::detail
