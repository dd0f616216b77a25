// SPDX-License-Identifier: MIT
#include "show/text_table.hpp"

#include "show/columns.hpp"
#include "show/printable.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <ostream>
#include <utility>

namespace report {
namespace {

constexpr unsigned bar_width = 20;

enum column : std::size_t { name, value, unit, exact, n, range, wanted, reached, bar, more };
constexpr std::array<std::string_view, more + 1> headings{"",      "value",  "",         "exact", "n",
                                                          "range", "target", "attained", "",      ""};
constexpr std::array<bool, more + 1> to_the_right{false, true, false, true,  true,
                                                  true,  true, true,  false, false};

/// An amount has its decimals; the number that it is shared among is whole.
std::string exact_amount(const figure &f, const telling &how) {
    std::uint64_t unit = 1;
    for (unsigned i = 0; i < how.decimals; ++i)
        unit *= 10;
    if (f.exact.denominator % unit != 0 || f.exact.numerator > std::numeric_limits<std::int64_t>::max())
        return {};
    const auto amount = static_cast<std::int64_t>(f.exact.numerator);
    return with_point(f.exact.negative ? -amount : amount, how.decimals) + '/' +
           std::to_string(f.exact.denominator / unit);
}

std::string exact_text(const figure &f, const telling &how) {
    if (how.is_money() && f.has_value() && f.exact.denominator > 1 && !how.adds_up() && !f.rounded)
        if (const std::string amount = exact_amount(f, how); !amount.empty()) return amount;
    if (f.rounded || how.adds_up() || how.kind == "quantiles" || how.kind == "extremes") return {};
    return (f.exact.negative ? "-" : "") + std::to_string(f.exact.numerator) +
           (how.kind == "ratio" ? " : " : "/") + std::to_string(f.exact.denominator);
}

std::string range_text(const figure &f, const telling &how) {
    if (!f.interval || !f.has_value()) return {};
    const int decimals = decimals_of_range(f, how);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f..%.*f", decimals, f.interval->first * how.scale, decimals,
                  f.interval->second * how.scale);
    return text.data();
}

std::string bar_text(const figure &f, const telling &how) {
    if (!how.is_share() || !f.has_value()) return {};
    const auto filled =
        static_cast<std::size_t>(std::clamp<std::int64_t>(*f.exact.per(bar_width), 0, bar_width));
    return std::string(filled, '#') + std::string(bar_width - filled, '.');
}

std::string more_text(const figure &f) {
    std::string text;
    for (const aside &a : f.asides)
        if (!a.text.empty()) text += (text.empty() ? "" : ", ") + a.text;
    return text;
}

/// "57", or from the least to the greatest, "1..138".
std::string shown_value(const figure &f, const telling &how) {
    std::string text = value_text(f, how);
    if (how.kind != "extremes") return text;
    for (const aside &a : f.asides)
        if (a.name == "greatest")
            text += ".." + std::to_string(static_cast<std::uint64_t>(a.number.value_or(0)));
    return text;
}

std::string label(const sheet &s, std::size_t g) {
    const std::string mark = g < s.group_marks.size() ? s.group_marks[g] : "";
    return printable(s.groups[g]) + (mark.empty() ? "" : " (" + mark + ')');
}

} // namespace

std::string unit_text(const telling &how) {
    const std::string_view money{"money"};
    if (how.currency.empty()) return std::string{how.unit};
    return how.is_money() ? how.currency + std::string{how.unit.substr(money.size())}
                          : std::string{how.unit} + ' ' + how.currency;
}

text_tables::cells text_tables::cells_of(const figure &f, const line &l, std::string first,
                                         const std::optional<fraction> &target) {
    cells c;
    const figure read = as_read(f);
    c[name] = std::move(first);
    c[value] = shown_value(read, l.how);
    c[more] = more_text(read);
    if (f.has_value()) c[unit] = f.whole_days ? "days" : unit_text(l.how);
    c[exact] = exact_text(read, l.how);
    if (!l.how.adds_up() && f.n != 0) c[n] = std::to_string(f.n);
    c[range] = range_text(f, l.how);
    c[bar] = bar_text(f, l.how);
    if (target) {
        const auto shown = [&](const fraction &end) {
            figure at{end};
            at.whole_days = f.whole_days;
            return value_text(at, l.how);
        };
        c[wanted] = shown(*target) + (l.target_to ? ".." + shown(*l.target_to) : "");
        const fraction share = l.target_to ? fraction{} : attainment(f.exact, *target);
        c[reached] = f.has_value() && share.has_value() ? attained_text(share) : "-";
    }
    return c;
}

void text_tables::add(const chapter &c, const sheet &s) {
    if (c.lines.empty()) return;
    static_assert(columns == more + 1);
    cells heading;
    std::copy(headings.begin(), headings.end(), heading.begin());
    heading[name] = c.title;
    rows_.push_back({heading, true, false});
    for (const line &l : c.lines) {
        rows_.push_back({cells_of(l.total, l, "  " + printable(l.how.name, 64), l.target)});
        const bool nothing = l.how.adds_up() && l.total.exact.numerator == 0;
        for (std::size_t g = 0; !nothing && g < l.groups.size(); ++g)
            if (l.groups[g].exact.has_value())
                rows_.push_back(
                    {cells_of(l.groups[g], l, "    " + label(s, g), l.target_of(g)), false, true});
    }
}

void text_tables::print(std::ostream &out, const style &paint) const {
    std::array<std::size_t, columns> widths{};
    for (const row &r : rows_)
        for (std::size_t c = 0; c < columns; ++c)
            if (!r.title || c == name) widths[c] = std::max(widths[c], width(r.text[c]));
    for (std::size_t c = 0; c < columns; ++c)
        if (widths[c] != 0) widths[c] = std::max(widths[c], width(headings[c]));

    for (const row &r : rows_) {
        if (r.title) out << '\n';
        std::string text;
        for (std::size_t c = 0; c < columns; ++c)
            if (widths[c] != 0)
                text += padded(r.text[c], widths[c], to_the_right[c]) + (c == value ? " " : "  ");
        text.erase(text.find_last_not_of(' ') + 1);
        const std::string_view colour = r.title ? paint.title : r.of_group ? paint.quiet : std::string_view{};
        out << colour << text << (colour.empty() ? "" : paint.plain) << '\n';
    }
}

} // namespace report
