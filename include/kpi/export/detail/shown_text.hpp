// SPDX-License-Identifier: MIT
#pragma once

/// Puts together the text of one value (export/shown.hpp): the value in its unit, then the counts that it was
/// made from.

#include <kpi/export/value_parts.hpp>
#include <kpi/export/writer.hpp>
#include <kpi/scorecard/figure.hpp>

#include <cstdint>
#include <limits>
#include <string_view>

namespace kpi::inline v1 {

struct shown_style {
    std::string_view thousands{}; ///< between groups of three digits, e.g. "," or a space
    char point{'.'};
    std::string_view currency{}; ///< in place of "money" in a unit, e.g. "EUR"; if empty, no unit is shown
    std::uint8_t money_places{}; ///< digits of the smallest unit after the point: 2 for EUR, at most 4
    bool parts{true};            ///< what the value was made from, in parentheses
};

namespace detail {

[[nodiscard]] constexpr bool is_money(std::string_view unit) noexcept {
    constexpr std::string_view money = "money";
    return unit.starts_with(money) && (unit.size() == money.size() || unit[money.size()] == ' ');
}

/// One text: what is shown in which unit.
class shown_text {
public:
    constexpr shown_text(text_writer &out, const figure_info &figure, const shown_style &style) noexcept
        : out_{out}, figure_{figure}, style_{style}, money_{is_money(figure.unit)},
          time_{figure.unit == "s" &&
                figure.shown_in <= (std::numeric_limits<std::uint32_t>::max)() / 86400} {}

    constexpr void write(const value_parts &value) noexcept {
        if (value.saturated)
            out_.put("saturated");
        else if (!value.exact.has_value())
            out_.put("absent");
        else
            put_value(value);
        if (style_.parts) put_parts(value);
    }

private:
    constexpr void put_value(const value_parts &value) noexcept {
        if (time_ && value.kind != value_kind::product) return put_time(value.exact);
        if (value.estimated) out_.put("about ");
        decimal_style how = style();
        how.plus = value.kind == value_kind::growth;
        const bool whole = value.kind == value_kind::count || value.kind == value_kind::number ||
                           value.kind == value_kind::score;
        const bool exact_unit = figure_.scale == 1 && figure_.shown_in == 1;
        if (!money_)
            how.places = whole && (exact_unit || value.kind == value_kind::score) ? 0
                         : exact_unit && value.kind == value_kind::ratio          ? 2
                                                                                  : 1;
        how.most_places = whole || money_ ? how.places : 6;
        value.write(out_, how);
        put_unit(figure_.unit);
    }
    /// An amount in the figure's unit: the sum behind a mean.
    constexpr void put_amount(const value_part &amount) noexcept {
        const fraction<std::uint64_t> exact{amount.size, 1, amount.negative && amount.size != 0};
        if (time_) return put_time(exact);
        decimal_style how = style();
        if (!money_) how.places = 1, how.trimmed = true;
        write_decimal(out_, exact, how);
        // No amount is "a unit" or "each".
        const bool one_word = figure_.unit.find(' ') == std::string_view::npos;
        put_unit(money_ ? std::string_view{"money"} : one_word ? figure_.unit : std::string_view{});
    }
    constexpr void put_unit(std::string_view unit) noexcept {
        if (money_) {
            if (!style_.currency.empty()) out_.put(' '), out_.put(style_.currency);
            unit.remove_prefix(std::string_view{"money"}.size());
            out_.put(unit);
        } else if (!unit.empty()) {
            out_.put(' '), out_.put(unit);
        }
    }

    /// Seconds as people say them: "45.3 s", "12 min 5 s", "17 h 26 min", from two days on "24.1 days".
    constexpr void put_time(const fraction<std::uint64_t> &exact) noexcept {
        const std::uint64_t seconds = rounded_size(exact, figure_.scale, figure_.shown_in);
        const std::uint64_t minutes = rounded_size(exact, figure_.scale, figure_.shown_in * 60u);
        decimal_style how = style();
        how.places = 1;
        if (seconds < 60) {
            how.trimmed = true, how.most_places = 3;
            write_decimal(out_, exact, how);
            return out_.put(" s");
        }
        if (minutes >= std::uint64_t{48} * 60) {
            how.shown_in = figure_.shown_in * 86400u;
            write_decimal(out_, exact, how);
            return out_.put(" days");
        }
        if (exact.negative) out_.put('-');
        if (seconds < 3600)
            put_two(static_cast<std::uint32_t>(seconds), " min", " s");
        else
            put_two(static_cast<std::uint32_t>(minutes), " h", " min");
    }
    constexpr void put_two(std::uint32_t n, std::string_view sixties, std::string_view ones) noexcept {
        out_.put_number(n / 60), out_.put(sixties);
        if (n % 60 != 0) out_.put(' '), out_.put_number(n % 60), out_.put(ones);
    }

    constexpr void put_count(const value_part &part) noexcept {
        if (part.negative) out_.put('-');
        out_.put_number(part.size, style_.thousands);
    }
    constexpr void put_pair(const value_parts &value, std::string_view between) noexcept {
        put_count(value.parts[0]), out_.put(between), put_count(value.parts[1]);
    }
    constexpr void put_parts(const value_parts &value) noexcept {
        const auto &[first, second, third] = value.parts;
        if (value.kind == value_kind::product || value.kind == value_kind::number) return;
        if (value.kind == value_kind::count && !value.saturated) return;
        out_.put(" (");
        switch (value.kind) {
        case value_kind::count:
            out_.put("at least "), put_count(first);
            break;
        case value_kind::proportion:
            put_pair(value, " of ");
            break;
        case value_kind::growth:
            put_pair(value, " to ");
            break;
        case value_kind::ratio:
            if (money_)
                put_amount(first), out_.put(" : "), put_count(second);
            else
                put_pair(value, " : ");
            break;
        case value_kind::mean:
            out_.put("n "), put_count(second);
            if (value.has_value()) out_.put(", sum "), put_amount(first);
            break;
        case value_kind::rate:
            put_count(first), out_.put(" in ");
            shown_text{out_, {.unit = "s"}, style_}.put_amount(second);
            break;
        case value_kind::score:
            put_count(first), out_.put(" for, "), put_count(second), out_.put(" against, of "),
                put_count(third);
            break;
        case value_kind::quantile:
            if (value.has_value() && first.size != second.size) // its value is the middle of a bucket
                put_amount(first), out_.put(" to "), put_amount(second), out_.put(", ");
            out_.put("n "), put_count(third);
            if (value.too_few && value.has_value()) out_.put(", too few");
            break;
        default:
            break;
        }
        out_.put(')');
    }

    [[nodiscard]] constexpr decimal_style style() const noexcept {
        decimal_style how{.scale = figure_.scale, .shown_in = figure_.shown_in};
        how.thousands = style_.thousands, how.point = style_.point;
        if (!money_) return how;
        how.places = style_.money_places;
        for (unsigned i = 0; i < how.places; ++i)
            how.shown_in *= 10;
        return how;
    }

    text_writer &out_;
    const figure_info &figure_;
    const shown_style &style_;
    bool money_;
    bool time_;
};

} // namespace detail

} // namespace kpi::inline v1
