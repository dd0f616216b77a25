// SPDX-License-Identifier: MIT
#include "show/compared.hpp"

#include "profile/periods.hpp"
#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"
#include <kpi/statistics/false_discovery.hpp>
#include <kpi/statistics/two_proportions.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace report {
namespace {

constexpr std::string_view of_touches = "touches", shared = "shared cases", unripe = "open cases",
                           unfinished = "incomplete period";

/// Why two figures are not tested against each other; empty if they can be.
std::string_view why_not(const compared_line &l, bool complete) {
    if (l.of->how.nominal) return of_touches;
    if (!complete) return unfinished;
    if (!is_divided(*l.of)) return shared;
    return !l.of->apart && (still_open(*l.a) != 0 || still_open(*l.b) != 0) ? unripe : std::string_view{};
}

/// If cases are still open, by their times; other shares by their parts.
void test(compared_line &l) {
    l.apart = l.of->apart;
    if (l.apart || !l.of->how.is_share()) return;
    const share_of_cases a = cases_of(*l.a), b = cases_of(*l.b);
    l.tested = held_against(a, b);
    if (const auto range = kpi::statistics::koopman(a, b)) l.ratio.emplace(range->low, range->high);
}

/// Whether the range of their difference, if there is one, does not contain 0.
bool is_on_one_side(const compared_line &l) {
    if (l.tested) return l.tested->stands() != among_groups::untold;
    return !l.apart->range || l.apart->range->first > 0 || l.apart->range->second < 0;
}

void find_beyond_chance(std::vector<compared_line> &lines) {
    std::vector<double> p_values;
    for (const compared_line &l : lines)
        if (const auto p = l.p_value()) p_values.push_back(*p);
    const auto greatest = kpi::statistics::benjamini_hochberg(p_values);
    for (compared_line &l : lines)
        l.beyond_chance = greatest && l.p_value() && *l.p_value() <= *greatest && is_on_one_side(l);
}

/// "days" in "3.2 days"; nothing in "1 h 2 min", which has two units.
std::string_view unit_of(std::string_view text) {
    const std::size_t blank = text.find(' ');
    return blank != text.npos && blank == text.rfind(' ') ? text.substr(blank) : std::string_view{};
}

/// "+3.2 days (1.1 to 5.0)": how much longer a takes, or how much greater its score is.
std::string longer(const compared_line &l) {
    double apart = *l.apart->shift, low = l.apart->range->first, high = l.apart->range->second;
    if (l.a->whole_days) // the width of a bucket of seconds was not measured
        apart = std::round(apart / a_day) * a_day, low = std::ceil(low / a_day) * a_day,
        high = std::floor(high / a_day) * a_day;
    const auto time = [&](double number) { return spoken_number(number, *l.a, l.of->how); };
    std::string from = time(low), to = time(high);
    const std::string value = time(apart), unit{unit_of(value)};
    if (unit == unit_of(from) && unit == unit_of(to))
        from.resize(from.size() - unit.size()), to.resize(to.size() - unit.size());
    return (apart > 0 ? "+" : "") + value + " (" + from + " to " + to + ')';
}
/// "+39.8 points (10.1 to 62.0)"; if cases are still open, who is ahead.
std::string difference(const compared_line &l) {
    if (l.apart) return l.apart->range ? longer(l) : l.apart->z > 0 ? "ahead" : "behind";
    if (!l.tested) return {};
    const double apart = *l.a->exact.value() - *l.b->exact.value();
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "%+.1f points (%.1f to %.1f)", apart * 100,
                  l.tested->apart.low * 100, l.tested->apart.high * 100);
    return text.data();
}

std::string verdict_on(const compared_line &l) {
    if (!l.why_untested.empty()) return "no range: " + std::string{l.why_untested};
    if (!l.p_value()) return {};
    return l.beyond_chance ? "more than chance" : "may be chance";
}

} // namespace

std::optional<double> compared_line::p_value() const {
    return tested ? std::optional{tested->p} : apart ? std::optional{apart->p} : std::nullopt;
}

comparison compare_groups(const sheet &s) {
    const auto [a, b] = s.compared.value();
    const bool complete = s.group_marks[a].empty() && s.group_marks[b].empty();
    comparison both{s.by, s.groups[a], s.groups[b], {}};
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines) {
            if (l.groups.size() != s.groups.size() || !l.groups[a].has_value() || !l.groups[b].has_value())
                continue;
            compared_line one{.of = &l, .a = &l.groups[a], .b = &l.groups[b]};
            if (l.apart || (l.how.is_share() && (l.how.nominal || l.total.interval))) {
                one.why_untested = why_not(one, complete);
                if (one.why_untested.empty()) test(one);
            }
            both.lines.push_back(one);
        }
    find_beyond_chance(both.lines);
    return both;
}

namespace {

std::string value_of(const figure &f, const compared_line &l) {
    return spoken_value(f, l.of->how) + (still_open(f) != 0 ? " so far" : "");
}

/// What a reader must know of the comparison.
std::vector<std::string_view> notes_on(const comparison &both) {
    const auto any = [&](auto &&is) { return std::any_of(both.lines.begin(), both.lines.end(), is); };
    std::vector<std::string_view> notes;
    if (any([](const compared_line &l) { return l.why_untested == of_touches; }))
        notes.push_back(
            "Shares of touches are not held against each other: touches of one prospect are alike.");
    if (any([](const compared_line &l) { return l.apart && !l.apart->range; }))
        notes.push_back(
            "Where cases are still open, the shares at each age are held against each other: more get "
            "there in a group that is ahead, or sooner.");
    if (any([](const compared_line &l) { return l.beyond_chance; }))
        notes.push_back(
            "One in twenty of such differences is chance, on average. Of numbers that are neither shares "
            "nor times of cases, nothing is claimed.");
    return notes;
}

} // namespace

void print_comparison(std::ostream &out, const comparison &both, const page &on) {
    columns cells{{false, true, true, false, false}};
    cells.add({printable(both.a) + " against " + printable(both.b), printable(both.a), printable(both.b),
               "difference", ""});
    for (const compared_line &l : both.lines) {
        const std::string title = title_of(l.of->how);
        if (on.plain)
            out << title << ": " << printable(both.a) << ' ' << value_of(*l.a, l) << ", " << printable(both.b)
                << ' ' << value_of(*l.b, l) << (difference(l).empty() ? "" : ", " + difference(l))
                << (verdict_on(l).empty() ? "" : ", " + verdict_on(l)) << ".\n";
        else
            cells.add({"  " + title, value_of(*l.a, l), value_of(*l.b, l), difference(l), verdict_on(l)});
    }
    if (both.lines.empty()) out << "There is no figure that both have.\n";
    if (!on.plain && !both.lines.empty()) cells.print(out, on.paint);
    for (const std::string_view note : notes_on(both))
        print_paragraph(out, " ", std::string{note}, 2, on.width);
}

} // namespace report
