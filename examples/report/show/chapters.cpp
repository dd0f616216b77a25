// SPDX-License-Identifier: MIT
#include "show/chapters.hpp"

#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace report {
namespace {

constexpr std::size_t longest_title = 44;

/// What tells a line from others of its metric, "phone" in "touches_per_won_deal: phone"; empty if it is
/// the metric's own line.
std::string part_of(const line &l) {
    if (l.metric == nullptr || l.how.in_hours) return {};
    std::string_view name = l.how.name;
    if (!name.starts_with(l.metric->how.name) || name == l.metric->how.name) return {};
    name.remove_prefix(l.metric->how.name.size());
    name.remove_prefix(std::min(name.find_first_not_of(": _"), name.size()));
    return std::string{name};
}

/// "Time in stage, median", without the part.
std::string title_without(const line &l, const std::string &part) {
    const std::string title = title_of(l.how), end = ": " + part;
    return title.ends_with(end) ? title.substr(0, title.size() - end.size()) : title_of(l.metric->how);
}

bool is_the_same(const line &a, const line &b) {
    return !a.how.adds_up() && a.how.kind == b.how.kind && a.how.unit == b.how.unit &&
           a.how.currency == b.how.currency && a.total.exact.numerator != 0 && a.total.has_value() &&
           a.total.exact == b.total.exact && a.total.n == b.total.n &&
           still_open(a.total) == still_open(b.total);
}

/// One line of the text: a figure, with others that are equal or part of it.
struct fact {
    const line *first{};
    std::string title;
    std::vector<std::string> parts{}, others{};
};

std::vector<fact> facts_of(const chapter &c) {
    std::vector<fact> facts;
    for (std::size_t i = 0; i < c.lines.size(); ++i) {
        const line &l = c.lines[i];
        if (!l.total.has_value()) continue;
        if (const std::string part = part_of(l); !part.empty()) {
            const bool begins = facts.empty() || facts.back().first->metric != l.metric;
            if (begins) facts.push_back({&l, title_without(l, part), {}, {}});
            const bool is_number = part.find_first_not_of("0123456789") == std::string::npos;
            facts.back().parts.push_back(printable(part) + (is_number ? ": " : " ") +
                                         spoken_value(l.total, l.how));
            continue;
        }
        const bool has_parts =
            i + 1 < c.lines.size() && c.lines[i + 1].metric == l.metric && !part_of(c.lines[i + 1]).empty();
        const auto same = std::find_if(facts.begin(), facts.end(), [&](const fact &f) {
            return !has_parts && part_of(*f.first).empty() && is_the_same(*f.first, l);
        });
        if (same == facts.end())
            facts.push_back({&l, title_of(l.how), {}, {}});
        else
            same->others.push_back(title_of(l.how));
    }
    return facts;
}

std::string joined(const std::vector<std::string> &texts) {
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

/// "target 25.0 %, 133.3 % of it"; for a band "target 10.0 % to 20.0 %".
std::string target_text(const line &l) {
    if (!l.target) return {};
    std::string text = "target " + spoken_target(l.total, l, *l.target);
    if (const fraction share = attainment(l.total.exact, *l.target); share.has_value() && !l.target_to)
        text += ", " + attained_text(share) + " of it";
    return text;
}

std::string behind(const fact &f) {
    const line &l = *f.first;
    std::vector<std::string> all;
    if (std::string target = target_text(l); !target.empty()) all.push_back(std::move(target));
    if (std::string beside = spoken_beside(l.total, l.how); !beside.empty()) all.push_back(std::move(beside));
    if (!f.others.empty()) all.push_back("the same: " + joined(f.others));
    return joined(all);
}

/// Whether a fact has only parts, and no figure of its own beside them.
bool is_of_parts_alone(const fact &f) { return !part_of(*f.first).empty(); }

} // namespace

void print_chapter(std::ostream &out, const chapter &c, const page &on) {
    const std::vector<fact> facts = facts_of(c);
    if (facts.empty()) return;
    out << '\n' << on.paint.title << printable(c.title, 200) << on.paint.plain << '\n';
    std::size_t title = 0, value = 0, counts = 0, range = 0;
    for (const fact &f : facts) {
        title = std::max(title, std::min(width(f.title), longest_title));
        if (is_of_parts_alone(f)) continue;
        value = std::max(value, width(spoken_in_full(f.first->total, f.first->how)));
        counts = std::max(counts, width(spoken_counts(f.first->total, f.first->how)));
        range = std::max(range, width(spoken_range(f.first->total, f.first->how)));
    }
    for (const fact &f : facts) {
        const line &l = *f.first;
        std::string text = "  " + padded(f.title, title, false) + "  ";
        if (is_of_parts_alone(f)) {
            text.pop_back(); // a paragraph adds a blank after its label
            print_paragraph(out, text, joined(f.parts), text.size() + 1, on.width);
            continue;
        }
        for (const auto &[cell, wide] : {std::pair{spoken_in_full(l.total, l.how), value},
                                         std::pair{spoken_counts(l.total, l.how), counts},
                                         std::pair{spoken_range(l.total, l.how), range}})
            if (wide != 0) text += padded(cell, wide, false) + "  ";
        std::string more = behind(f);
        if (!f.parts.empty()) more += (more.empty() ? "" : "; ") + joined(f.parts);
        text.erase(text.find_last_not_of(' ') + 1);
        if (more.empty())
            out << text << '\n';
        else if (width(text) + 2 + width(more) <= on.width)
            out << text << "  " << more << '\n';
        else
            out << text << '\n', print_paragraph(out, "", more, title + 4, on.width);
    }
}

} // namespace report
