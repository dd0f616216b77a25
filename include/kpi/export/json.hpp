// SPDX-License-Identifier: MIT
#pragma once

/// All figures of a state as one JSON object: {"boards":[{"by":{"rep":7},"figures":[{...}]}]}. `by` names the
/// groups and periods of a board, outermost first; what has no group of its own is "other". A figure has its
/// value in its unit, with at most six decimals, or null if it is absent or saturated; and its exact
/// numerator and denominator before scaling. An empty state has no boards, an empty board has absent figures.

#include <kpi/export/each_figure.hpp>
#include <kpi/export/escape.hpp>
#include <kpi/export/writer.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace kpi::inline v1 {

/// How the text looks.
struct json_style {
    std::uint8_t places{6}; ///< decimals of values, at most
    bool described{};       ///< every figure with its title and help
};

namespace detail {

class json_sink {
public:
    constexpr json_sink(text_writer &out, const json_style &style) noexcept : out_{out}, style_{style} {
        out_.put(R"({"boards":[)");
    }
    constexpr void end() noexcept { out_.put("]}"); }

    constexpr void board(const std::span<const label> &labels) noexcept {
        out_.put(std::exchange(any_board_, true) ? R"(,{"by":{)" : R"({"by":{)");
        bool any = false;
        for (const label &l : labels) {
            if (std::exchange(any, true)) out_.put(',');
            string(l.dimension), out_.put(':');
            if (l.other)
                string("other");
            else
                out_.put_signed(l.key);
        }
        out_.put(R"(},"figures":[)");
        any_figure_ = false;
    }
    constexpr void board_end() noexcept { out_.put("]}"); }
    [[nodiscard]] static constexpr bool wants(std::string_view) noexcept { return true; }

    constexpr void figure(const figure_info &info, const value_parts &value) noexcept {
        out_.put(std::exchange(any_figure_, true) ? R"(,{"metric":)" : R"({"metric":)");
        string(info.metric);
        member("figure"), string(name_of(info));
        if (!info.label.empty()) member("label"), string(info.label);
        if (style_.described) {
            member("title"), title(info);
            member("help"), string(info.help);
        }
        member("kind"), string(name_of(value.kind));
        member("unit"), string(info.unit);
        member("better"), string(name_of(info.better));
        member("value");
        if (value.has_value())
            value.write(
                out_,
                {.scale = info.scale, .shown_in = info.shown_in, .places = style_.places, .trimmed = true});
        else
            out_.put("null");
        counts(value);
        if (value.saturated) member("saturated"), out_.put("true");
        if (!value.coherent) member("coherent"), out_.put("false");
        if (value.too_few) member("too_few"), out_.put("true");
        if (value.estimated) member("estimated"), out_.put("true");
        if (info.nominal) member("nominal"), out_.put("true");
        out_.put('}');
    }

private:
    /// What the value was made from, as counted. Beside saturated counts, which it includes, is no value.
    constexpr void counts(const value_parts &value) noexcept {
        if (value.kind == value_kind::product) {
            member("factors"), out_.put('[');
            for (const auto &factor : value.factors) {
                out_.put(&factor == value.factors.data() ? "{" : ",{");
                fraction_of(factor, false), out_.put('}');
            }
            return out_.put(']');
        }
        fraction_of(value.exact, true);
        if (value.kind == value_kind::quantile || value.kind == value_kind::score ||
            value.kind == value_kind::growth)
            for (const value_part &part : value.parts)
                if (!part.name.empty()) member(part.name), out_.put_number(part.size);
    }
    constexpr void fraction_of(const fraction<std::uint64_t> &exact, bool goes_on) noexcept {
        out_.put(goes_on ? R"(,"numerator":)" : R"("numerator":)");
        if (exact.negative) out_.put('-');
        out_.put_number(exact.numerator);
        member("denominator"), out_.put_number(exact.denominator);
    }
    constexpr void member(std::string_view name) noexcept {
        out_.put(",\""), out_.put(name), out_.put("\":");
    }
    constexpr void string(std::string_view text) noexcept {
        out_.put('"'), put_json_escaped(out_, text), out_.put('"');
    }
    constexpr void title(const figure_info &info) noexcept {
        out_.put('"');
        title_of(info).write([&](std::string_view piece) { put_json_escaped(out_, piece); });
        out_.put('"');
    }

    text_writer &out_;
    const json_style &style_;
    bool any_board_{};
    bool any_figure_{};
};

} // namespace detail

/// Writes the object after whatever has been written.
template <exportable State>
constexpr void write_json(text_writer &out, const json_style &style, const State &state,
                          const auto &...given) noexcept {
    detail::json_sink sink{out, style};
    each_figure(state, sink, given...);
    sink.end();
}

/// The object in your span. If the span is too small, `size` says how large it must be, and what stands in it
/// is no JSON. `given` is what metrics need besides the board (the time, a cost).
template <exportable State>
[[nodiscard]] constexpr written to_json(std::span<char> into, const json_style &style, const State &state,
                                        const auto &...given) noexcept {
    text_writer out{into};
    write_json(out, style, state, given...);
    return out.result();
}
/// The same in the default style: never more than the span holds, and how long the whole text is.
template <exportable State>
[[nodiscard]] constexpr written to_json(std::span<char> into, const State &state,
                                        const auto &...given) noexcept {
    return to_json(into, json_style{}, state, given...);
}

} // namespace kpi::inline v1
