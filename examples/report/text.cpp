// SPDX-License-Identifier: MIT
#include "text.hpp"

#include "printable.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace report {
namespace {

constexpr unsigned bar_width = 20;
constexpr std::size_t text_width = 100;
const telling attained{
    .name = {}, .kind = "attainment", .unit = "%", .help = {}, .scale = 100, .decimals = 1};

/// Terminal colours, or none.
struct style {
    std::string_view title, quiet, plain;
};
constexpr style coloured{"\x1B[1m", "\x1B[2m", "\x1B[0m"};

// ---- one table row

enum column : std::size_t { name, value, unit, exact, n, range, wanted, reached, bar, more, columns };
constexpr std::array<std::string_view, columns> headings{"",           "value",  "",         "exact", "n",
                                                         "95 % range", "target", "attained", "",      ""};
constexpr std::array<bool, columns> to_the_right{false, true, false, true,  true,
                                                 true,  true, true,  false, false};
using cells = std::array<std::string, columns>;

std::string exact_text(const figure &f, const telling &how) {
    if (f.rounded || how.adds_up() || how.kind == "quantiles" || how.kind == "extremes") return {};
    return (f.exact.negative ? "-" : "") + std::to_string(f.exact.numerator) +
           (how.kind == "ratio" ? " : " : "/") + std::to_string(f.exact.denominator);
}

std::string range_text(const figure &f, const telling &how) {
    if (!f.interval || how.nominal || !f.has_value()) return {};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.1f..%.1f", f.interval->first * 100, f.interval->second * 100);
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

cells cells_of(const figure &f, const line &l, std::string label, bool of_group) {
    cells c;
    c[name] = std::move(label);
    c[value] = shown_value(f, l.how);
    c[more] = more_text(f);
    if (f.has_value()) c[unit] = l.how.unit;
    c[exact] = exact_text(f, l.how);
    if (!l.how.adds_up() && f.n != 0) c[n] = std::to_string(f.n);
    c[range] = range_text(f, l.how);
    c[bar] = bar_text(f, l.how);
    if (l.target && (!of_group || l.target_is_of_groups())) {
        c[wanted] = value_text(figure{*l.target}, l.how);
        const fraction share = attainment(f.exact, *l.target);
        c[reached] = f.has_value() && share.has_value() ? value_text(figure{share}, attained) + " %" : "-";
    }
    return c;
}

// ---- the tables

struct table_row {
    cells text;
    bool title{}, of_group{};
};

/// All tables of a sheet have the same columns, as wide as the widest cell; an empty column is left out.
class tables {
public:
    void add(const chapter &c, const sheet &s) {
        if (c.lines.empty()) return;
        cells heading;
        std::copy(headings.begin(), headings.end(), heading.begin());
        heading[name] = c.title;
        rows_.push_back({heading, true, false});
        for (const line &l : c.lines) {
            rows_.push_back({cells_of(l.total, l, "  " + printable(l.how.name), false)});
            const bool nothing = l.how.adds_up() && l.total.exact.numerator == 0;
            for (std::size_t g = 0; !nothing && g < l.groups.size(); ++g)
                if (l.groups[g].exact.has_value())
                    rows_.push_back({cells_of(l.groups[g], l, "    " + label(s, g), true), false, true});
        }
    }

    void print(std::ostream &out, const style &s) const {
        std::array<std::size_t, columns> widths{};
        for (const table_row &row : rows_)
            for (std::size_t c = 0; c < columns; ++c)
                if (!row.title || c == name) widths[c] = std::max(widths[c], width(row.text[c]));
        for (std::size_t c = 0; c < columns; ++c)
            if (widths[c] != 0) widths[c] = std::max(widths[c], width(headings[c]));

        for (const table_row &row : rows_) {
            if (row.title) out << '\n';
            std::string text;
            for (std::size_t c = 0; c < columns; ++c)
                if (widths[c] != 0)
                    text += padded(row.text[c], widths[c], to_the_right[c]) + (c == value ? " " : "  ");
            text.erase(text.find_last_not_of(' ') + 1);
            const std::string_view paint = row.title ? s.title : row.of_group ? s.quiet : std::string_view{};
            out << paint << text << (paint.empty() ? "" : s.plain) << '\n';
        }
    }

private:
    static std::string label(const sheet &s, std::size_t g) {
        const std::string mark = g < s.group_marks.size() ? s.group_marks[g] : "";
        return printable(s.groups[g]) + (mark.empty() ? "" : " (" + mark + ')');
    }
    static std::string padded(const std::string &text, std::size_t to, bool right) {
        const std::string blanks(to - std::min(to, width(text)), ' ');
        return right ? blanks + text : text + blanks;
    }

    std::vector<table_row> rows_;
};

// ---- what stands around them

/// Words wrapped at the width of a page, behind a label.
void print_paragraph(std::ostream &out, std::string_view label, std::string_view text,
                     std::size_t indent = 9) {
    std::string current{label};
    current.resize(std::max(indent, current.size() + 1), ' ');
    bool fresh = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!fresh && width(current) + 1 + width(word) > text_width) {
            out << current << '\n';
            current.assign(indent, ' ');
            fresh = true;
        }
        if (!fresh) current += ' ';
        current += word;
        fresh = false;
    }
    out << current << '\n';
}

std::string rows_text(const account &rows) {
    std::string text = std::to_string(rows.read) + " read = " + std::to_string(rows.used) + " used";
    const auto add = [&](std::uint64_t how_many, std::string_view what) {
        if (how_many != 0) text += " + " + std::to_string(how_many) + ' ' + std::string{what};
    };
    add(rows.repeated, "of a key that was counted already");
    add(rows.passed_over, "left out by the profile's \"only\"");
    add(rows.without_event, "of which the profile makes no event");
    add(rows.out_of_frame, "of times that are not looked at");
    add(rows.refused, "refused");
    return text;
}

/// Events of times that are not looked at; empty without any.
std::string out_of_frame_text(const account &rows) {
    std::string text;
    const auto add = [&](std::uint64_t how_many, std::string_view what) {
        if (how_many != 0)
            text += (text.empty() ? "" : ", ") + std::to_string(how_many) + ' ' + std::string{what};
    };
    add(rows.events_before, "before it");
    add(rows.events_after, "after it");
    add(rows.events_without_date, "without a date");
    return text.empty() ? text : "Events out of the time looked at: " + text;
}

std::string pair_text(const pair_account &a) {
    std::string text = a.what + ", by " + a.id + ": " + std::to_string(a.events.paired) + " from " +
                       in_words(a.starts) + " to " + in_words(a.stops);
    const auto add = [&](std::uint64_t how_many, const std::string &what) {
        if (how_many != 0) text += ", " + std::to_string(how_many) + ' ' + what;
    };
    if (a.open != 0) {
        add(a.open, "still open");
        text += " (" + std::to_string(a.open_for_a_day) + " for a day, " + std::to_string(a.open_for_a_week) +
                " for a week, " + std::to_string(a.open_for_30_days) +
                " for 30 days or more; the oldest since " + iso_day(*a.oldest) + ')';
    }
    add(a.events.unstarted, "that end what never started");
    add(a.events.backwards, "that end before they start");
    add(a.events.full, "starts that did not fit");
    return text;
}

std::string refusal_text(const refusal &r) {
    std::string text =
        std::to_string(r.rows) + (r.rows == 1 ? " row: " : " rows: ") + printable(r.reason, 120);
    if (!r.text.empty()) text += ": \"" + printable(r.text) + '"';
    text += r.lines.size() == 1 ? " (line " : " (lines ";
    for (std::size_t i = 0; i < r.lines.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(r.lines[i]);
    return text + (r.rows > r.lines.size() ? ", ...)" : ")");
}

std::string events_text(const account &rows) {
    std::string text = std::to_string(rows.all_events());
    std::string_view between = ": ";
    for (std::size_t k = 0; k < rows.events.size(); ++k)
        if (rows.events[k] != 0) {
            text += std::string{between} + std::string{kpi::name_of(static_cast<activity>(k))} + ' ' +
                    std::to_string(rows.events[k]);
            between = ", ";
        }
    return text;
}

std::string time_text(const sheet &s) {
    const account &rows = s.rows;
    if (rows.all_events() == 0) return {};
    if (!rows.first) return "the events have no date";
    std::string text = iso_day(*rows.first) + " to " + iso_day(*rows.last);
    text += ", as of " + iso_day(*s.as_of);
    if (s.from) text += ", nothing before " + iso_day(*s.from);
    if (rows.undated != 0) text += "; " + std::to_string(rows.undated) + " events have no date";
    return text;
}

/// `--given cost=N`, and the other figures that it needs.
std::string asked_for(const listed_metric &metric) {
    std::string text;
    const auto add = [&](const std::string &name) {
        if (!name.empty()) text += (text.empty() ? "--given " : " --given ") + name + "=N";
    };
    add(metric.given);
    for (const std::string &name : metric.figures)
        add(name);
    return text;
}

void print_missing(std::ostream &out, const std::vector<missing_metric> &missing) {
    std::map<std::string, std::string> by_given;
    std::size_t lack_events = 0;
    for (const missing_metric &m : missing) {
        if (!m.lacks_given) {
            ++lack_events;
            continue;
        }
        std::string &names = by_given[asked_for(*m.metric)];
        names += (names.empty() ? "" : ", ") + m.metric->how.name;
    }
    if (missing.empty()) return;

    std::string text{"metrics: "};
    if (lack_events != 0)
        text += std::to_string(lack_events) + " for lack of events (--list-metrics says which)" +
                (by_given.empty() ? "" : "; ");
    if (!by_given.empty()) text += std::to_string(missing.size() - lack_events) + " for lack of a figure:";
    for (const auto &[given, names] : by_given)
        text += ' ' + given + " (" + names + ')';
    print_paragraph(out, "Left out", text);
}

} // namespace

void print_text(std::ostream &out, const sheet &s, bool colour) {
    const style paint = colour ? coloured : style{};
    out << paint.title << printable(s.source, 200) << paint.plain << ", read by the profile "
        << printable(s.profile, 200);
    if (!s.by.empty()) out << ", by " << s.by;
    out << '\n';
    if (const std::string time = time_text(s); !time.empty()) out << time << '\n';

    tables all;
    for (const chapter &c : s.chapters)
        all.add(c, s);
    all.add(s.stages, s);
    all.print(out, paint);
    if (s.chapters.empty() && s.stages.lines.empty()) out << "\nNo events: there is nothing to show.\n";

    out << '\n';
    print_paragraph(out, "Rows", rows_text(s.rows));
    for (const refusal &r : s.rows.refusals)
        print_paragraph(out, "", refusal_text(r), 11);
    print_paragraph(out, "Events", events_text(s.rows));
    if (const std::string lost = out_of_frame_text(s.rows); !lost.empty()) print_paragraph(out, "", lost);
    for (const pair_account &a : s.pairs)
        print_paragraph(out, "Pairs", pair_text(a));
    print_missing(out, s.missing);
    for (const std::string &note : s.notes)
        print_paragraph(out, "Note", note);
}

void print_metrics(std::ostream &out) {
    std::string_view title;
    for (const listed_metric &metric : all_metrics()) {
        if (metric.chapter != title) out << (title.empty() ? "" : "\n") << (title = metric.chapter) << '\n';
        out << "  " << metric.how.name << "  (" << metric.how.kind << ", " << metric.how.unit << ")\n";
        print_paragraph(out, "", metric.how.help, 6);
        std::string needs;
        for (const auto &set : metric.sets)
            needs += (needs.empty() ? "" : "; and ") + in_words(set);
        if (!metric.also.empty()) needs += "; with " + metric.also;
        if (metric.needs_channel) needs += "; and the channel of replies";
        if (metric.of_staff) needs += "; of staff, so this program never shows it";
        if (const std::string asked = asked_for(metric); !asked.empty()) needs += "; and " + asked;
        print_paragraph(out, "      needs", needs, 12);
    }
}

} // namespace report
