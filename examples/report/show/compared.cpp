// SPDX-License-Identifier: MIT
#include "show/compared.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"
#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"
#include <kpi/statistics/two_proportions.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace report {
namespace {

constexpr std::string_view of_touches = "touches", shared = "shared cases", unripe = "open cases",
                           unfinished = "incomplete period";

/// Why two shares are not held against each other; empty where they can be.
std::string_view why_not(const compared_line &l, bool complete) {
    if (l.of->how.nominal) return of_touches;
    if (!complete) return unfinished;
    if (still_open(*l.a) != 0 || still_open(*l.b) != 0) return unripe;
    return is_divided(*l.of) ? std::string_view{} : shared;
}

void test(compared_line &l) {
    const cases a = cases_of(*l.a), b = cases_of(*l.b);
    l.tested = held_against(a, b);
    if (const auto range = kpi::statistics::koopman(a, b)) l.ratio.emplace(range->low, range->high);
}

void find_beyond_chance(std::vector<compared_line> &lines) {
    std::vector<tested_pair> family;
    for (const compared_line &l : lines)
        if (l.tested) family.push_back(*l.tested);
    const std::vector<bool> beyond = beyond_chance(family);
    std::size_t i = 0;
    for (compared_line &l : lines)
        if (l.tested) l.beyond_chance = beyond[i++];
}

std::size_t place_of(const sheet &s, const std::string &name, const std::string &by) {
    const auto found = std::find(s.groups.begin(), s.groups.end(), name);
    if (found != s.groups.end()) return static_cast<std::size_t>(found - s.groups.begin());
    const std::vector<std::string_view> known(s.groups.begin(), s.groups.end());
    throw failure{"--compare " + by + ": there is no " + by + " \"" + name + "\" in the log" +
                  suggestion(name, known)};
}

/// Names may have the sign in them, too: it parts the two where a group is on each side.
compared_groups parted(const sheet &s, const compared_groups &asked) {
    const auto is_group = [&](const std::string &name) {
        return std::find(s.groups.begin(), s.groups.end(), name) != s.groups.end();
    };
    const std::string two = asked.a + '=' + asked.b;
    for (std::size_t sign = two.find('='); sign != std::string::npos; sign = two.find('=', sign + 1)) {
        compared_groups one{asked.by, two.substr(0, sign), two.substr(sign + 1)};
        if (one.a != one.b && is_group(one.a) && is_group(one.b)) return one;
    }
    return asked; // who is not there is said
}

/// "+39.8 points (10.1 to 62.0)".
std::string points(const compared_line &l) {
    if (!l.tested) return {};
    const double apart = *l.a->exact.value() - *l.b->exact.value();
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%+.1f points (%.1f to %.1f)", apart * 100,
                  l.tested->apart.low * 100, l.tested->apart.high * 100);
    return text.data();
}

std::string verdict(const compared_line &l) {
    if (!l.why_untested.empty()) return "no range: " + std::string{l.why_untested};
    if (!l.tested) return {};
    return l.beyond_chance ? "more than chance" : "may be chance";
}

} // namespace

compared_groups read_compared(const std::string &option) {
    const std::size_t colon = option.find(':'),
                      sign = option.find('=', colon == std::string::npos ? 0 : colon);
    if (colon == std::string::npos || colon == 0 || sign == std::string::npos || sign == colon + 1 ||
        sign + 1 == option.size())
        throw failure{"--compare " + option + ": two groups are wanted here, as rep:Ann=Ben"};
    compared_groups asked{option.substr(0, colon), option.substr(colon + 1, sign - colon - 1),
                          option.substr(sign + 1)};
    if (asked.a == asked.b) throw failure{"--compare " + option + ": the two groups are the same"};
    return asked;
}

comparison compare_groups(const sheet &s, const compared_groups &wanted) {
    const compared_groups asked = parted(s, wanted);
    const std::size_t a = place_of(s, asked.a, asked.by), b = place_of(s, asked.b, asked.by);
    const bool complete = s.group_marks[a].empty() && s.group_marks[b].empty();
    comparison both{asked.by, asked.a, asked.b, {}};
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines) {
            if (l.groups.size() != s.groups.size() || !l.groups[a].has_value() || !l.groups[b].has_value())
                continue;
            compared_line one{.of = &l, .a = &l.groups[a], .b = &l.groups[b]};
            if (l.how.is_share() && (l.how.nominal || l.total.interval)) {
                one.why_untested = why_not(one, complete);
                if (one.why_untested.empty()) test(one);
            }
            both.lines.push_back(one);
        }
    find_beyond_chance(both.lines);
    return both;
}

void print_comparison(std::ostream &out, const comparison &both, const page &on) {
    columns cells{{false, true, true, false, false}};
    cells.add({printable(both.a) + " against " + printable(both.b), printable(both.a), printable(both.b),
               "difference", ""});
    bool any = false;
    for (const compared_line &l : both.lines) {
        const std::string title = title_of(l.of->how);
        any = any || l.beyond_chance;
        if (on.plain)
            out << title << ": " << printable(both.a) << ' ' << spoken_value(*l.a, l.of->how) << ", "
                << printable(both.b) << ' ' << spoken_value(*l.b, l.of->how)
                << (l.tested ? ", " + points(l) : "") << (verdict(l).empty() ? "" : ", " + verdict(l))
                << ".\n";
        else
            cells.add({"  " + title, spoken_value(*l.a, l.of->how), spoken_value(*l.b, l.of->how), points(l),
                       verdict(l)});
    }
    if (both.lines.empty()) out << "There is no figure that both have.\n";
    if (!on.plain && !both.lines.empty()) cells.print(out, on.paint);
    const auto is_of_touches = [](const compared_line &l) { return l.why_untested == of_touches; };
    if (std::any_of(both.lines.begin(), both.lines.end(), is_of_touches))
        out << "  Shares of touches are not held against each other: touches of one prospect are alike.\n";
    if (any)
        print_paragraph(out, " ",
                        "One in twenty of such differences is chance, on average. Of numbers that are no "
                        "shares of cases, "
                        "nothing is claimed.",
                        2, on.width);
}

} // namespace report
