// SPDX-License-Identifier: MIT
#include "show/csv.hpp"

#include "figures/verdict.hpp"
#include <kpi/core/enumerators.hpp>

#include <array>
#include <cstdio>
#include <optional>
#include <ostream>

namespace report {
namespace {

std::string number_text(const std::optional<double> &number) {
    if (!number) return {};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.6f", *number);
    std::string shown{text.data()};
    shown.erase(shown.find_last_not_of('0') + 1);
    if (shown.ends_with('.')) shown.pop_back();
    return shown;
}

std::string_view stands_text(among_groups stands) {
    return stands == among_groups::above ? "above" : stands == among_groups::below ? "below" : "";
}

void print_row(std::ostream &out, const line &l, const std::string &group, const figure &f,
               const std::optional<fraction> &target) {
    const bool there = f.has_value();
    const bool exact = there && !f.rounded;
    const bool ranged = f.interval && there;
    const auto shown = [&](double end) { return number_text(end * l.how.scale); };
    out << csv_cell(l.how.name) << ',' << csv_cell(l.how.title) << ',' << csv_cell(group) << ','
        << (there ? number_text(value_number(f.exact, l.how.scale)) : "") << ',' << csv_cell(l.how.unit)
        << ',' << l.how.currency << ',' << (exact && f.exact.negative ? "-" : "")
        << (exact ? std::to_string(f.exact.numerator) : "") << ','
        << (exact ? std::to_string(f.exact.denominator) : "") << ',' << f.n << ','
        << (ranged ? shown(f.interval->first) : "") << ',' << (ranged ? shown(f.interval->second) : "") << ','
        << kpi::name_of(l.how.better) << ',' << stands_text(f.stands) << ','
        << (target ? number_text(value_number(*target, l.how.scale)) : "") << ','
        << (target && l.target_to ? number_text(value_number(*l.target_to, l.how.scale)) : "") << ','
        << (target ? judge(f, l, *target).text() : "") << '\n';
}

} // namespace

std::string csv_cell(std::string_view text) {
    std::string safe{text};
    constexpr std::string_view begins_a_formula{"=+-@\t"};
    if (!safe.empty() && begins_a_formula.find(safe.front()) != std::string_view::npos)
        safe.insert(0, 1, '\'');
    if (safe.find_first_of(",\"\n\r") == std::string_view::npos) return safe;
    std::string quoted{'"'};
    for (const char c : safe)
        quoted += c == '"' ? std::string{"\"\""} : std::string{c};
    return quoted + '"';
}

void print_csv(std::ostream &out, const sheet &s) {
    out << "metric,title,group,value,unit,currency,numerator,denominator,n,low,high,better,stands,target,"
           "target_to,verdict\n";
    const auto print = [&](const chapter &c) {
        for (const line &l : c.lines) {
            print_row(out, l, "", l.total, l.target);
            for (std::size_t g = 0; g < l.groups.size(); ++g)
                print_row(out, l, s.groups[g], l.groups[g], l.target_of(g));
        }
    };
    for (const chapter &c : s.chapters)
        print(c);
    print(s.stages);
}

} // namespace report
