// SPDX-License-Identifier: MIT
#include "show/group_table.hpp"

#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>

namespace report {
namespace {

constexpr std::size_t most_rows = 25, longest_name = 40, heading_width = 12;

std::string mark_of(const figure &f, const page &on) {
    if (f.stands == among_groups::untold) return "";
    const bool above = f.stands == among_groups::above;
    return on.ascii ? (above ? " +" : " -") : (above ? " \u25B2" : " \u25BC");
}

/// A value, and whether all its cases have ended: if not, a star, or the words "so far" where it is spoken.
std::string so_far(const figure &f, const line &l, const page &on) {
    return spoken_value(f, l.how) + (still_open(f) == 0 ? "" : on.plain ? " so far" : "*");
}
constexpr std::string_view what_is_unripe = "*: so far; cases of it are still open.";
bool is_unripe(const line *l) {
    return still_open(l->total) != 0 || std::any_of(l->groups.begin(), l->groups.end(),
                                                    [](const figure &f) { return still_open(f) != 0; });
}

/// "1 more group", "5 more groups".
std::string more_of(std::size_t n, const std::string &what) {
    return std::to_string(n) + " more " + what + (n == 1 ? "" : "s");
}

/// "Revenue won, EUR".
std::string heading_of(const telling &how) {
    return title_of(how) + (how.is_money() && !how.currency.empty() ? ", " + how.currency : "");
}

/// The groups that have any figure of the table, sorted by the first column, best first; nobody's comes last.
std::vector<std::size_t> order_of(const sheet &s, const std::vector<const line *> &table) {
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < s.groups.size(); ++g)
        if (std::any_of(table.begin(), table.end(),
                        [&](const line *l) { return g < l->groups.size() && l->groups[g].has_value(); }))
            groups.push_back(g);
    const line &first = *table.front();
    if (s.of_periods) return groups;
    const auto comes_before = [&](std::size_t a, std::size_t b) {
        const bool of_a = s.groups[a] != of_nobody, of_b = s.groups[b] != of_nobody;
        if (of_a != of_b) return of_a;
        const figure &one = first.groups[a], &other = first.groups[b];
        if (one.has_value() != other.has_value()) return one.has_value();
        if (!one.has_value()) return false;
        const int against = compare(one.exact, other.exact);
        return first.how.better == kpi::better::less ? against < 0 : against > 0;
    };
    std::stable_sort(groups.begin(), groups.end(), comes_before);
    return groups;
}

bool has_marks(const std::vector<const line *> &table) {
    return std::any_of(table.begin(), table.end(), [](const line *l) {
        return std::any_of(l->groups.begin(), l->groups.end(),
                           [](const figure &f) { return f.stands != among_groups::untold; });
    });
}

/// "Ann: deals won 3; win rate 70 %, above the others."
void tell(std::ostream &out, const sheet &s, const std::vector<const line *> &table,
          const std::vector<std::size_t> &groups, const page &on) {
    for (const std::size_t g : groups) {
        out << "  " << printable(s.groups[g]) << ':';
        const char *before = " ";
        for (const line *l : table) {
            if (!l->groups[g].has_value()) continue;
            out << std::exchange(before, "; ") << heading_of(l->how) << ' ' << so_far(l->groups[g], *l, on);
            if (l->groups[g].stands == among_groups::above) out << ", above the others";
            if (l->groups[g].stands == among_groups::below) out << ", below the others";
        }
        out << ".\n";
    }
}

/// The first columns of the table, as many as the page has room for.
columns fitting(const sheet &s, std::vector<const line *> &table, const std::vector<std::size_t> &groups,
                const page &on) {
    for (;; table.pop_back()) {
        std::vector<bool> to_the_right(table.size() + 1, true);
        to_the_right[0] = false;
        columns cells{to_the_right};
        std::vector<std::vector<std::string>> headings{{"By " + s.by}};
        for (const line *l : table)
            headings.push_back(in_lines_of(heading_of(l->how), heading_width));
        std::size_t high = 0;
        for (const auto &heading : headings)
            high = std::max(high, heading.size());
        for (std::size_t i = 0; i < high; ++i) {
            std::vector<std::string> row;
            for (const auto &heading : headings)
                row.push_back(i < heading.size() ? heading[i] : "");
            cells.add(std::move(row));
        }
        const auto add = [&](const std::string &name, auto &&figure_of) {
            std::vector<std::string> row{"  " + name};
            for (const line *l : table) {
                const figure &f = figure_of(*l);
                row.push_back(so_far(f, *l, on) + mark_of(f, on));
            }
            cells.add(std::move(row));
        };
        for (const std::size_t g : groups)
            add(printable(s.groups[g], longest_name) +
                    (s.group_marks[g].empty() ? "" : " (" + s.group_marks[g] + ')'),
                [&](const line &l) -> const figure & { return l.groups[g]; });
        add("all", [](const line &l) -> const figure & { return l.total; });
        if (table.size() == 1 || cells.wide() <= on.width + 2) return cells;
    }
}

} // namespace

std::vector<const line *> table_of(const sheet &s) {
    std::vector<const line *> table;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.column != 0) table.push_back(&l);
    std::sort(table.begin(), table.end(), [](const line *a, const line *b) { return a->column < b->column; });
    return table;
}

void print_group_table(std::ostream &out, const sheet &s, const page &on) {
    std::vector<const line *> table = table_of(s);
    if (table.empty()) return;
    std::vector<std::size_t> groups = order_of(s, table);
    const std::size_t all_groups = groups.size(), all_columns = table.size();
    if (groups.size() > most_rows && !on.all) groups.resize(most_rows);
    out << '\n';
    if (on.plain) {
        out << "By " << s.by << '\n';
        tell(out, s, table, groups, on);
    } else {
        fitting(s, table, groups, on).print(out, on.paint);
    }
    std::string more;
    if (groups.size() < all_groups)
        more = more_of(all_groups - groups.size(), "group") + ": --all shows them. ";
    if (table.size() < all_columns)
        more += more_of(all_columns - table.size(), "column") + " where the page is wider. ";
    if (!on.plain && std::any_of(table.begin(), table.end(), is_unripe))
        more += std::string{what_is_unripe} + ' ';
    if (has_marks(table))
        more += std::string{on.plain   ? "Above and below:"
                            : on.ascii ? "+ and -:"
                                       : "\u25B2 and \u25BC:"} +
                " above and below all others together, more than chance would have it; at most one in twenty "
                "of such "
                "marks is chance.";
    if (!more.empty()) print_paragraph(out, " ", more, 2, on.width);
}

namespace {

/// A bar for each period, from the lowest value to the highest; a blank if there is none.
std::string bars_of(const line &l, const page &on) {
    static constexpr std::string_view in_ascii = "_.-=+*#@";
    double low = 0, high = 0;
    bool any = false;
    for (const figure &f : l.groups)
        if (f.has_value()) {
            const double value = *f.exact.value();
            low = any ? std::min(low, value) : value, high = any ? std::max(high, value) : value, any = true;
        }
    std::string bars;
    for (const figure &f : l.groups) {
        const double share = high > low && f.has_value() ? (*f.exact.value() - low) / (high - low) : 0.5;
        const auto step = static_cast<unsigned>(share * 7 + 0.5);
        if (!f.has_value())
            bars += ' ';
        else if (on.ascii)
            bars += in_ascii[step];
        else
            bars += "\xE2\x96", bars += static_cast<char>(0x81 + step); // U+2581 to U+2588
    }
    return bars;
}

/// The last complete period, and the running one.
struct ends {
    std::optional<std::size_t> complete{}, running{};
};
ends ends_of(const sheet &s) {
    ends found;
    for (std::size_t g = 0; g < s.groups.size(); ++g)
        if (s.group_marks[g].empty())
            found.complete = g;
        else if (s.group_marks[g] == "running")
            found.running = g;
    return found;
}

} // namespace

void print_trend(std::ostream &out, const sheet &s, const page &on) {
    const std::vector<const line *> table = table_of(s);
    if (table.empty()) return;
    const auto [complete, running] = ends_of(s);
    const auto value = [&](const line &l, std::optional<std::size_t> g) {
        return g ? so_far(l.groups[*g], l, on) : "";
    };
    out << '\n';
    columns cells{{false, false, true, true, true}};
    std::string whole = printable(s.groups.front());
    if (s.groups.size() > 1) whole += " to " + printable(s.groups.back());
    cells.add({"By " + s.by, on.plain ? "" : whole, complete ? printable(s.groups[*complete]) : "",
               running ? printable(s.groups[*running]) + ", running" : "", "all"});
    for (const line *l : table) {
        if (on.plain) {
            out << "  " << heading_of(l->how) << ':';
            for (std::size_t g = 0; g < s.groups.size(); ++g)
                out << (g == 0 ? " " : "; ") << printable(s.groups[g])
                    << (s.group_marks[g].empty() ? "" : " (" + s.group_marks[g] + ')') << ' '
                    << so_far(l->groups[g], *l, on);
            out << ".\n";
        } else {
            cells.add({"  " + heading_of(l->how), bars_of(*l, on), value(*l, complete), value(*l, running),
                       so_far(l->total, *l, on)});
        }
    }
    if (on.plain) return;
    cells.print(out, on.paint);
    if (std::any_of(table.begin(), table.end(), is_unripe)) out << "  " << what_is_unripe << '\n';
}

} // namespace report
