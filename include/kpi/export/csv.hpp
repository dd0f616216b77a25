// SPDX-License-Identifier: MIT
#pragma once

/// All figures of a state as CSV (RFC 4180): one row for each figure and board, one column for each dimension
/// and period that the state is grouped by. Then come the figure's names, unit, value, numerator and
/// denominator, and whether it is saturated. The value is in its unit, with at most six decimals; it is empty
/// if it is absent or saturated. An empty state is the header alone.

#include <kpi/export/each_figure.hpp>
#include <kpi/export/escape.hpp>
#include <kpi/export/writer.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kpi::inline v1 {

/// How the text looks.
struct csv_style {
    char separator{','};    ///< between columns; a comma, semicolon or tab
    std::uint8_t places{6}; ///< decimals of values, at most
};

/// The most dimensions that can have a column; figures by further ones are not told apart there.
inline constexpr std::size_t most_csv_dimensions = 16;

namespace detail {

/// The dimensions that group a state's boards, in the order in which they are met.
class csv_columns {
public:
    constexpr void add(std::string_view dimension) noexcept {
        for (std::size_t i = 0; i < size_; ++i)
            if (names_[i] == dimension) return;
        if (size_ < most_csv_dimensions) names_[size_++] = dimension;
    }
    [[nodiscard]] constexpr std::span<const std::string_view> names() const noexcept {
        return {names_.data(), size_};
    }

private:
    std::array<std::string_view, most_csv_dimensions> names_{};
    std::size_t size_{};
};

class csv_sink {
public:
    constexpr csv_sink(text_writer &out, const csv_style &style, const csv_columns &columns) noexcept
        : out_{out}, style_{style}, columns_{columns} {
        for (const std::string_view name : columns_.names())
            field(name), next();
        for (const std::string_view name :
             {"metric", "figure", "label", "unit", "better", "kind", "value", "numerator", "denominator"})
            out_.put(name), next();
        out_.put("saturated\r\n");
    }

    constexpr void board(const std::span<const label> &labels) noexcept { labels_ = labels; }
    constexpr void board_end() noexcept {}
    [[nodiscard]] static constexpr bool wants(std::string_view) noexcept { return true; }

    constexpr void figure(const figure_info &info, const value_parts &value) noexcept {
        for (const std::string_view name : columns_.names())
            group(name), next();
        for (const std::string_view text :
             {info.metric, name_of(info), info.label, info.unit, name_of(info.better), name_of(value.kind)})
            field(text), next();
        value.write(
            out_, {.scale = info.scale, .shown_in = info.shown_in, .places = style_.places, .trimmed = true});
        next();
        const bool told = value.kind != value_kind::product;
        if (told && value.exact.negative) out_.put('-');
        if (told) out_.put_number(value.exact.numerator);
        next();
        if (told) out_.put_number(value.exact.denominator);
        next();
        out_.put(value.saturated ? "true\r\n" : "false\r\n");
    }

private:
    constexpr void group(std::string_view dimension) noexcept {
        for (const label &l : labels_)
            if (l.dimension == dimension) {
                if (l.other) return out_.put("other");
                return out_.put_signed(l.key);
            }
    }
    constexpr void field(std::string_view text) noexcept { put_csv_field(out_, text, style_.separator); }
    constexpr void next() noexcept { out_.put(style_.separator); }

    text_writer &out_;
    const csv_style &style_;
    const csv_columns &columns_;
    std::span<const label> labels_{};
};

} // namespace detail

/// Writes the header and the rows after whatever has been written.
template <exportable State>
constexpr void write_csv(text_writer &out, const csv_style &style, const State &state,
                         const auto &...given) noexcept {
    detail::csv_columns columns;
    state.walk([&](const auto &, const auto &...labels) { (columns.add(labels.dimension), ...); });
    detail::csv_sink sink{out, style, columns};
    each_figure(state, sink, given...);
}

/// The rows in your span. If the span is too small, `size` says how large it must be, and the text in it is
/// cut off. `given` is what metrics need besides the board (the time, a cost).
template <exportable State>
[[nodiscard]] constexpr written to_csv(std::span<char> into, const csv_style &style, const State &state,
                                       const auto &...given) noexcept {
    text_writer out{into};
    write_csv(out, style, state, given...);
    return out.result();
}
/// The same in the default style: never more than the span holds, and how long the whole text is.
template <exportable State>
[[nodiscard]] constexpr written to_csv(std::span<char> into, const State &state,
                                       const auto &...given) noexcept {
    return to_csv(into, csv_style{}, state, given...);
}

} // namespace kpi::inline v1
