// SPDX-License-Identifier: MIT
#pragma once

/// The families of an OpenMetrics text, one for each walk over the state (export/open_metrics.hpp). Each walk
/// finds the next family on the way: metrics by name, a metric's own figure before its others, these by name.
/// So it remembers only names, and the same figure on boards of different nestings is one family.

#include <kpi/accumulator/dimension.hpp>
#include <kpi/export/detail/open_metrics_name.hpp>
#include <kpi/export/each_figure.hpp>
#include <kpi/export/escape.hpp>
#include <kpi/export/writer.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace kpi::inline v1 {

struct open_metrics_style {
    std::string_view prefix{"kpi_"}; ///< starts the name of every family
    bool parts{true};                ///< numerators and denominators, too
};

namespace detail {

class open_metrics_sink {
    enum class step : std::uint8_t { first_metric, value, numerator, denominator, saturated, done };

public:
    constexpr open_metrics_sink(text_writer &out, const open_metrics_style &style) noexcept
        : out_{out}, style_{style} {}

    /// Ends the walk before this call; false where it was the last one.
    [[nodiscard]] constexpr bool goes_on() noexcept {
        if (!started_) return started_ = true;
        if (step_ == step::value && pools_ && style_.parts)
            step_ = step::numerator;
        else if (step_ == step::numerator)
            step_ = step::denominator;
        else if (step_ == step::saturated)
            step_ = step::done, out_.put("# EOF\n");
        else
            next_family();
        headed_ = false;
        return step_ != step::done;
    }

    constexpr void board(const std::span<const label> &labels) noexcept { labels_ = labels; }
    constexpr void board_end() noexcept {}

    [[nodiscard]] constexpr bool wants(std::string_view metric) noexcept {
        if (step_ == step::saturated) return true;
        if ((metric > metric_ || step_ == step::first_metric) && (!more_metrics_ || metric < next_metric_))
            next_metric_ = metric, more_metrics_ = true;
        return step_ != step::first_metric && metric == metric_;
    }

    constexpr void figure(const figure_info &info, const value_parts &value) noexcept {
        const std::string_view name = name_of(info);
        if (step_ == step::saturated) {
            if (value.saturated) saturated_sample(info, name);
            return;
        }
        if (step_ == step::value && name != metric_ && (figure_ == metric_ || name > figure_) &&
            (!more_figures_ || name < next_figure_))
            next_figure_ = name, more_figures_ = true;
        if (name != figure_) return;
        pools_ = value.pools();
        base_unit unit = base_unit_of(info.unit);
        const decimal_style how = in_base_unit(info, unit);
        if (step_ != step::value) unit = {};
        if (!std::exchange(headed_, true)) head(info, unit);
        if (!value.has_value()) return;
        family(unit);
        labels(info.label, {});
        if (step_ == step::value)
            value.write(out_, how);
        else if (step_ == step::denominator)
            out_.put_number(value.exact.denominator);
        else
            write_decimal(out_, {value.exact.numerator, 1, value.exact.negative});
        out_.put('\n');
    }

private:
    constexpr void next_family() noexcept {
        if (std::exchange(more_figures_, false)) {
            figure_ = next_figure_;
        } else if (std::exchange(more_metrics_, false)) {
            metric_ = figure_ = next_metric_;
        } else {
            step_ = step::saturated;
            head({.help = "1 for a figure that has no value because a count in it is at its limit."}, {});
            return;
        }
        step_ = step::value, pools_ = false;
    }

    constexpr void head(const figure_info &info, base_unit unit) noexcept {
        out_.put("# HELP "), family(unit), out_.put(' ');
        if (step_ == step::numerator) out_.put("Numerator: ");
        if (step_ == step::denominator) out_.put("Denominator: ");
        if (info.help.empty())
            title_of(info).write([&](std::string_view piece) { help(piece); });
        else
            help(info.help);
        out_.put("\n# TYPE "), family(unit), out_.put(" gauge\n");
        if (unit.name.empty()) return;
        out_.put("# UNIT "), family(unit), out_.put(' '), out_.put(unit.name), out_.put('\n');
    }
    /// With single quotes: a double one is escaped here and must not be in the older text format.
    constexpr void help(std::string_view text) noexcept {
        for (std::size_t end = 0; (end = text.find('"')) != std::string_view::npos;
             text.remove_prefix(end + 1))
            put_open_metrics_escaped(out_, {text.data(), end}), out_.put('\'');
        put_open_metrics_escaped(out_, text);
    }
    constexpr void family(base_unit unit) noexcept {
        put_prefix();
        if (step_ == step::saturated) return out_.put("saturated");
        put_family(out_, metric_, figure_);
        if (step_ == step::numerator)
            out_.put("_numerator");
        else if (step_ == step::denominator)
            out_.put("_denominator");
        else
            put_ending(out_, figure_, unit.name);
    }
    constexpr void saturated_sample(const figure_info &info, std::string_view name) noexcept {
        family({});
        labels(info.label, {info.metric, name});
        out_.put("1\n");
    }
    constexpr void put_prefix() noexcept {
        for (const char c : style_.prefix)
            out_.put(name_character(c));
    }

    struct figure_name {
        std::string_view metric{};
        std::string_view name{};
    };
    constexpr void labels(std::string_view own, figure_name figure) noexcept {
        bool any = false;
        const auto open = [&] { out_.put(std::exchange(any, true) ? ',' : '{'); };
        for (const label &l : labels_) {
            open(), group_name(l), out_.put("=\"");
            if (l.other)
                out_.put("other");
            else
                out_.put_signed(l.key);
            out_.put('"');
        }
        if (!own.empty()) open(), out_.put("label=\""), put_open_metrics_escaped(out_, own), out_.put('"');
        if (!figure.metric.empty() || !figure.name.empty())
            open(), out_.put("figure=\""), put_family(out_, figure.metric, figure.name), out_.put('"');
        out_.put(any ? "} " : " ");
    }
    /// Writes the name of a group's label. A name that an outer group or another label has taken already ends
    /// with its place; so does a name that looks like that.
    constexpr void group_name(const label &l) noexcept {
        put_label_name(out_, l.dimension);
        const auto place = static_cast<std::size_t>(&l - labels_.data());
        bool taken = same_label_name(l.dimension, "label") || same_label_name(l.dimension, "figure") ||
                     has_two_underscores(l.dimension);
        for (const label &outer : labels_.first(place))
            taken = taken || same_label_name(outer.dimension, l.dimension);
        if (taken) out_.put("__"), out_.put_number(place + 1);
    }

    text_writer &out_;
    const open_metrics_style &style_;
    std::span<const label> labels_{};
    std::string_view metric_{}, figure_{}, next_metric_{}, next_figure_{};
    step step_{};
    bool started_{}, headed_{}, pools_{}, more_metrics_{}, more_figures_{};
};

} // namespace detail

} // namespace kpi::inline v1
