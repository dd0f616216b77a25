// SPDX-License-Identifier: MIT
#include "show/explained.hpp"

#include "figures/metric_list.hpp"
#include "profile/date_format.hpp"
#include "show/csv.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"

#include <algorithm>
#include <ostream>
#include <span>

namespace report {
namespace {

constexpr std::size_t most_of_each = 20; ///< in the text

std::string date_and_time(std::int64_t at) {
    const std::int64_t of_day = at - start_of_day(at);
    std::string text = iso_day(at);
    if (of_day == 0) return text;
    for (const auto &[sign, part] :
         {std::pair{'T', of_day / 3600}, {':', of_day / 60 % 60}, {':', of_day % 60}})
        text += sign + std::to_string(100 + part).substr(1);
    return text;
}

/// "7 days" for times that only dates tell, or that are as long.
std::string time_taken(std::int64_t seconds) {
    if (seconds < a_day || seconds % a_day != 0) return spoken_time(static_cast<double>(seconds));
    const std::int64_t days = seconds / a_day;
    return with_thousands(std::to_string(days)) + (days == 1 ? " day" : " days");
}

std::string figure_text(const line &l, const sheet &s) {
    const std::string &group = s.explained->group;
    const auto found = std::find(s.groups.begin(), s.groups.end(), group);
    const auto place = static_cast<std::size_t>(found - s.groups.begin());
    if (!group.empty() && place >= l.groups.size()) return "is not told of groups";
    const figure &f = group.empty() ? l.total : l.groups[place];
    const std::string counts = spoken_counts(f, l.how);
    return spoken_in_full(f, l.how) + (counts.empty() ? "" : " (" + counts + ')');
}

/// The figure itself, as the report has it; if a metric has several lines, each with its name.
std::string figure_text(const sheet &s) {
    const std::string &metric = s.explained->metric;
    std::string several;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines) {
            if (l.how.name == metric) return figure_text(l, s);
            if (l.metric == nullptr || l.how.in_hours || l.metric->how.name != metric) continue;
            const std::string own =
                l.how.name.starts_with(metric + ": ") ? l.how.name.substr(metric.size() + 2) : l.how.name;
            several += (several.empty() ? "" : ", ") + printable(own) + ' ' + figure_text(l, s);
        }
    return several.empty() ? "is left out of the report" : several;
}

void print_events(std::ostream &out, std::span<const explained_event> events) {
    std::uint64_t n = 0;
    for (const explained_event &each : events)
        n += each.n;
    out << '\n' << events.front().role() << ", " << n << ":\n";
    for (const explained_event &each : events.first(std::min(events.size(), most_of_each))) {
        std::string text = "  " + (each.at ? date_and_time(*each.at) : std::string{"no date"});
        const auto add = [&](std::size_t from, const std::string &more) {
            text.resize(std::max(from, text.size() + 1), ' ');
            text += more;
        };
        add(23, std::string{each.kind} + (each.n > 1 ? " x " + std::to_string(each.n) : ""));
        add(42, printable(each.what, 60));
        if (each.elapsed) add(text.size() + 2, "took " + time_taken(*each.elapsed));
        if (!each.value.empty()) add(text.size() + 2, "value " + each.value);
        add(text.size() + 2, printable(each.file, 200) + ':' + std::to_string(each.line));
        if (!each.why.empty()) add(text.size() + 2, printable(each.why, 100));
        out << text << '\n';
    }
    if (events.size() > most_of_each)
        out << "  and " << events.size() - most_of_each << " more rows; --format csv has all\n";
}

} // namespace

void print_explanation(std::ostream &out, const sheet &s) {
    const explanation &told = *s.explained;
    out << printable(s.source, 200) << ", read by the profile " << printable(s.profile, 200) << '\n'
        << told.metric << (told.group.empty() ? "" : " of " + printable(told.group)) << ": " << figure_text(s)
        << '\n';
    for (std::span<const explained_event> left = told.events; !left.empty();) {
        const auto end = std::find_if(left.begin(), left.end(), [&](const explained_event &e) {
            return e.roles != left.front().roles;
        });
        const auto size = static_cast<std::size_t>(end - left.begin());
        print_events(out, left.first(size));
        left = left.subspan(size);
    }
    if (told.events.empty()) out << "\nNo row of the log tells anything that it is made of.\n";
}

void print_explanation_as_csv(std::ostream &out, const explanation &told) {
    out << "role,why,at,kind,what,count,elapsed,value,file,line\n";
    for (const explained_event &each : told.events)
        out << csv_cell(each.role()) << ',' << csv_cell(each.why) << ','
            << (each.at ? date_and_time(*each.at) : "") << ',' << each.kind << ',' << csv_cell(each.what)
            << ',' << each.n << ',' << (each.elapsed ? std::to_string(*each.elapsed) : "") << ','
            << each.value << ',' << csv_cell(each.file) << ',' << each.line << '\n';
}

} // namespace report
