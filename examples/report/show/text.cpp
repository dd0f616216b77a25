// SPDX-License-Identifier: MIT
#include "show/text.hpp"

#include "show/acts_wanted.hpp"
#include "show/chapters.hpp"
#include "show/group_table.hpp"
#include "show/headline.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/text_account.hpp"
#include "show/text_table.hpp"
#include "show/verdicts.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace report {
namespace {

std::string time_text(const sheet &s) {
    const account &rows = s.rows;
    if (rows.all_events() == 0) return {};
    if (!rows.first) return "the events have no date";
    std::string text = iso_day(*rows.first) + " to " + iso_day(*rows.last);
    text += ", as of " + iso_day(*s.as_of);
    if (s.from) text += ", nothing before " + iso_day(*s.from);
    if (rows.all_undated() != 0) text += "; without a date: " + by_kind_text(rows.undated);
    return text;
}

/// "business hours Mon-Fri 09:00-17:30, less 2 holidays of days.txt, by the clocks of Europe/Berlin".
std::string hours_text(const sheet &s) {
    const std::size_t off = s.hours->holidays();
    std::string text = "business hours " + s.hours->text();
    if (!s.hours->source().empty())
        text += ", less " + std::to_string(off) + (off == 1 ? " holiday of " : " holidays of ") +
                printable(s.hours->source(), 200);
    return text + (s.zone.empty() ? ", by the times that the log shows" : ", by the clocks of " + s.zone);
}

/// `--given cost=N`, and the other figures that the metric needs.
std::string asked_for(const listed_metric &metric) {
    std::string text;
    const auto add = [&](const given_figure &given) {
        if (!given.name.empty()) text += (text.empty() ? "--given " : " --given ") + given.name + "=N";
    };
    add(metric.given);
    std::for_each(metric.figures.begin(), metric.figures.end(), add);
    return text;
}

/// "quota_attainment, capacity_check for lack of a roster, --team FILE".
std::string missing_text(const std::vector<missing_team_figure> &missing) {
    std::string text;
    for (const missing_team_figure &m : missing)
        text += (text.empty() ? "" : ", ") + std::string{m.name};
    return missing.empty() ? text : text + " for lack of " + missing.front().lacks;
}

void print_missing(std::ostream &out, const std::vector<missing_metric> &missing,
                   const std::vector<missing_team_figure> &of_team) {
    std::map<std::string, std::string> by_given;
    std::map<std::string_view, std::size_t> by_id;
    std::size_t lack_events = 0, lack_figures = 0;
    for (const missing_metric &m : missing) {
        if (!m.lacks_given) {
            ++(m.lacks_id.empty() ? lack_events : by_id[m.lacks_id]);
            continue;
        }
        ++lack_figures;
        std::string &names = by_given[asked_for(*m.metric)];
        names += (names.empty() ? "" : ", ") + m.metric->how.name;
    }
    if (missing.empty() && of_team.empty()) return;

    std::string text{missing.empty() ? "" : "metrics"};
    const auto say = [&](const std::string &what) {
        text += (text.empty() ? "" : text == "metrics" ? ": " : "; ") + what;
    };
    if (lack_events != 0)
        say(std::to_string(lack_events) + " for lack of events (--list-metrics says which)");
    for (const auto &[id, metrics] : by_id)
        say(std::to_string(metrics) + " as no row has the id of a " + std::string{id});
    if (!by_given.empty()) say(std::to_string(lack_figures) + " for lack of a figure:");
    for (const auto &[given, names] : by_given)
        text += ' ' + given + " (" + names + ')';
    if (!of_team.empty()) say(missing_text(of_team));
    print_paragraph(out, "Left out", text);
}

void print_list(std::ostream &out, std::string_view title, const std::vector<std::string> &texts,
                const page &on) {
    if (texts.empty()) return;
    out << '\n' << on.paint.title << title << on.paint.plain << '\n';
    for (const std::string &text : texts)
        print_paragraph(out, "  -", text, 4, on.width);
}

/// The figures of the whole, or all figures.
void print_figures(std::ostream &out, const sheet &s, const page &on) {
    if (!on.all) {
        for (const chapter &c : s.chapters)
            print_chapter(out, c, on);
        return print_chapter(out, s.stages, on);
    }
    text_tables all;
    for (const chapter &c : s.chapters)
        all.add(c, s);
    all.add(s.stages, s);
    all.print(out, on.paint);
}

/// What a manager asks, then everything else.
void print_told(std::ostream &out, const sheet &s, const page &on) {
    std::vector<std::string> said;
    for (const sentence &each : headline_of(s))
        said.push_back(each.text);
    print_list(out, "In short", said, on);
    print_to_act_on(out, s, on);
    if (on.verdicts && s.unfit.empty()) print_verdicts(out, s, on);
    if (s.by_period)
        print_trend(out, s, on);
    else if (!s.groups.empty())
        print_group_table(out, s, on);
    print_figures(out, s, on);
}

} // namespace

void print_text(std::ostream &out, const sheet &s, const page &on, const comparison *both) {
    const style &paint = on.paint;
    out << paint.title << printable(s.source, 200) << paint.plain << ", read by the profile "
        << printable(s.profile, 200);
    if (!s.by.empty()) out << ", by " << s.by;
    for (const std::string &each : s.where)
        out << ", where " << printable(each);
    out << '\n';
    if (const std::string time = time_text(s); !time.empty()) out << time << '\n';
    if (s.hours) out << hours_text(s) << '\n';

    print_list(out, "Cautions", cautions_of(s), on);
    if (both != nullptr)
        out << '\n', print_comparison(out, *both, on);
    else
        print_told(out, s, on);
    if (!s.unfit.empty())
        out << '\n' << printable(s.unfit, 400) << ".\n";
    else if (s.chapters.empty() && s.stages.lines.empty())
        out << "\nNo events: there is nothing to show.\n";

    out << '\n';
    print_paragraph(out, "Rows", rows_text(s.rows));
    const bool several = s.rows.files.size() > 1;
    for (const row_account &file : s.rows.files) {
        if (several) print_paragraph(out, "", printable(file.source, 200) + ": " + rows_text(file), 11);
        for (const refusal &r : file.refusals)
            print_paragraph(out, "", refusal_text(r), several ? 13 : 11);
    }
    print_paragraph(out, "Events", events_text(s.rows));
    if (const std::string lost = out_of_frame_text(s.rows); !lost.empty()) print_paragraph(out, "", lost);
    if (s.unfit.empty()) print_missing(out, s.missing, s.missing_of_team);
    for (const std::string &note : s.notes)
        print_paragraph(out, "Note", printable(note, 2000));
}

void print_metrics(std::ostream &out, const metrics_known &metrics) {
    std::string_view title;
    for (const listed_metric &metric : metrics.all()) {
        if (metric.chapter != title) out << (title.empty() ? "" : "\n") << (title = metric.chapter) << '\n';
        out << "  " << metric.how.name << "  (" << metric.how.kind << ", " << metric.how.unit << ")\n";
        print_paragraph(out, "", metric.how.help, 6);
        std::string needs;
        for (const auto &set : metric.sets)
            needs += (needs.empty() ? "" : "; and ") + in_words(set);
        if (!metric.also.empty()) needs += "; with " + metric.also;
        if (metric.needs_channel) needs += "; and the channel of replies";
        if (metric.apart) needs += "; on a board of its own, so this program never shows it";
        if (const std::string asked = asked_for(metric); !asked.empty()) needs += "; and " + asked;
        print_paragraph(out, "      needs", needs, 12);
    }
    out << "\nTeam\n";
    for (const team_figure &figure : team_figures) {
        out << "  " << figure.name << "  (" << figure.kind << ", %)\n";
        print_paragraph(out, "", figure.help, 6);
        print_paragraph(out, "      needs", figure.needs, 12);
    }
}

} // namespace report
