// SPDX-License-Identifier: MIT
#pragma once

/// A value for people, by the unit of its figure, with the counts that it was made from: "63.2 % (4238 of
/// 6711)", "17 h 26 min (n 70)", "+12.5 % (80 to 90)". A missing value says so in words: "absent (0 of 0)",
/// "saturated (at least 255)". Integers alone, rounded half away from zero, with more places where a figure
/// would read as nothing or as everything. Cost: a long division or two.

#include <kpi/export/detail/shown_text.hpp>
#include <kpi/export/value_parts.hpp>
#include <kpi/export/writer.hpp>
#include <kpi/scorecard/figure.hpp>

#include <span>

namespace kpi::inline v1 {

/// Writes a value as people read it.
constexpr void write_shown(text_writer &out, const figure_info &figure, const value_parts &value,
                           const shown_style &style = {}) noexcept {
    detail::shown_text{out, figure, style}.write(value);
}

/// How to show a value of which no metric says anything: shares and growth in %, scores in points, rates per
/// hour, the rest as it is.
[[nodiscard]] constexpr figure_info plain_figure(value_kind kind) noexcept {
    if (kind == value_kind::proportion || kind == value_kind::growth) return {.unit = "%", .scale = 100};
    if (kind == value_kind::score) return {.unit = "points", .scale = 100};
    if (kind == value_kind::rate) return {.unit = "per hour", .scale = 3600};
    return {};
}

/// The text of any value in your span, in the unit of its figure.
template <figure_value Value>
[[nodiscard]] constexpr written shown(std::span<char> into, const figure_info &figure, const Value &value,
                                      const shown_style &style = {}) noexcept {
    text_writer out{into};
    write_shown(out, figure, parts_of(value), style);
    return out.result();
}
/// The same without a figure: never more than the span holds, and how long the whole text is.
template <figure_value Value>
[[nodiscard]] constexpr written shown(std::span<char> into, const Value &value,
                                      const shown_style &style = {}) noexcept {
    return shown(into, plain_figure(parts_of(value).kind), value, style);
}

} // namespace kpi::inline v1
