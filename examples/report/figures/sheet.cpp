// SPDX-License-Identifier: MIT
#include "failure.hpp"
#include "figures/drawing.hpp"
#include "figures/word_list.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <utility>

namespace report {

drawing::drawing(const ledger &book, const ledger *by_rep, const log_shape &told, const known_names &known,
                 const request &asked)
    : book_{book}, by_rep_{by_rep}, told_{told}, known_{known}, asked_{asked}, by_{asked.groups(known)},
      reading_{book} {
    for (std::size_t k = 0; k < book.rows().events.size(); ++k)
        if (book.rows().known[k] != 0) static_cast<void>(occurred_.insert(static_cast<activity>(k)));
}

sheet drawing::draw(std::string source, const metrics_known &metrics, const watch *seen) {
    sheet_.metrics = metrics;
    sheet_.source = std::move(source);
    sheet_.profile = told_.profiles;
    sheet_.by = asked_.by, sheet_.where = asked_.where;
    sheet_.hours = asked_.hours, sheet_.zone = asked_.zone;
    sheet_.rows = book_.rows();
    sheet_.confidence = asked_.confidence, sheet_.anytime = asked_.anytime;
    find_times();
    if (find_unfit()) return std::move(sheet_);
    find_team();
    find_groups();
    if (seen != nullptr) explain(*seen);
    for (const listed_metric &metric : sheet_.metrics.all())
        add(metric);
    add_settlements();
    add_growth();
    add_team();
    add_table();
    add_mix();
    add_stages();
    add_to_act_on();
    add_notes();
    put_worst_first();
    return std::move(sheet_);
}

/// Shows nothing of a file that mostly cannot be read: it is probably not what its profile says.
bool drawing::find_unfit() {
    for (const row_account &file : book_.rows().files) {
        const std::uint64_t tried = file.read - file.passed_over;
        if (file.refused == 0 || compare({file.refused, tried}, asked_.most_refused) <= 0) continue;
        sheet_.unfit =
            file.source + ": " + std::to_string(file.refused) + " of " + std::to_string(tried) +
            " rows cannot be read, which is more than --rows-max-refused allows; no figure is shown";
        return true;
    }
    return false;
}

/// The time that the log covers: from the beginning of the first day to the end of the last, or what the user
/// says.
void drawing::find_times() {
    const account &rows = book_.rows();
    const time_frame &frame = book_.frame();
    if (rows.last) reading_.now = {start_of_day(*rows.last) + a_day};
    if (rows.last && asked_.covers) reading_.now = {std::max(reading_.now->seconds, asked_.covers->until)};
    if (frame.until) reading_.now = {*frame.until};
    if (frame.from && rows.events_before != 0)
        reading_.begin = *frame.from;
    else if (asked_.covers)
        reading_.begin = std::min(asked_.covers->from, rows.first.value_or(asked_.covers->from));
    else if (rows.first)
        reading_.begin = start_of_day(*rows.first);
    if (rows.first_known) reading_.log_begin = start_of_day(*rows.first_known);
    if (asked_.covers && reading_.log_begin)
        reading_.log_begin = std::min(*reading_.log_begin, asked_.covers->from);
    reading_.maturity = asked_.maturity, reading_.confidence = asked_.confidence;
    reading_.by_month = by_.period.is_of_months();
    reading_.is_by_names = !by_.by.empty() || !by_.where.empty(), reading_.is_of_some = !by_.where.empty();
    reading_.reps_are_told = told_.tells_reps;
    reading_.groups_are_reps = by_.is_by_rep();
    if (reading_.now) sheet_.as_of = reading_.now->seconds - a_day;
    sheet_.from = frame.from;
}

std::optional<days_of_log> drawing::days() const {
    if (!reading_.begin || !reading_.now) return std::nullopt;
    const std::int64_t begin = *reading_.begin, end = reading_.now->seconds;
    return days_of_log{{std::min(reading_.log_begin.value_or(begin), begin), end}, {begin, end}};
}

/// By name, with the periods of each in order.
void drawing::find_groups() {
    if (!by_) return;
    std::vector<std::uint32_t> found;
    const std::size_t most = number_of_groups();
    for (std::uint32_t g = 0; !by_.by.empty() && g < most; ++g)
        if (book_.past().has(g) || in_a_stage(g) || is_there(g)) found.push_back(g);
    if (by_.by.size() != 1 || by_.by.front().how != dimension::told_by::channel)
        std::sort(found.begin(), found.end(),
                  [&](auto a, auto b) { return names_of_group(a) < names_of_group(b); });
    if (by_.by.empty()) found.push_back(everyone);
    for (const std::uint32_t group : found) {
        const std::string name = name_of_group(group);
        if (!by_.is_period()) {
            columns_.push_back({group, {}});
            sheet_.groups.push_back(name);
            continue;
        }
        const history &past = book_.past();
        std::size_t p = 0;
        if (by_.has_own_periods()) // what it was before its first event is of interest only
                                   // if it was anything
            while (p + 1 < past.periods_of(group) && !past.has_in_period(group, p))
                ++p;
        for (; p < past.periods_of(group); ++p) {
            columns_.push_back({group, p});
            const std::string period = past.name_of_period(group, p);
            sheet_.groups.push_back(name.empty() ? period : name + ", " + period);
        }
    }
    reading_.columns = columns_;
    sheet_.of_periods = by_.is_period(), sheet_.by_period = sheet_.of_periods && by_.by.empty();
    sheet_.by_rep = reading_.groups_are_reps && !sheet_.of_periods;
    sheet_.group_marks.resize(columns_.size());
    if (by_.is_period()) mark_periods();
    if (asked_.compared) reading_.compared = sheet_.compared = places_of(*asked_.compared, sheet_.groups);
}

/// Its name in each dimension.
std::vector<std::string_view> drawing::names_of_group(std::uint32_t group) const {
    std::vector<std::string_view> names;
    if (by_.by.size() == 1) names.push_back(by_.by.front().name_of(group, known_));
    for (std::size_t d = 0; by_.by.size() > 1 && d < by_.by.size(); ++d)
        names.push_back(by_.by[d].name_of(book_.past().names_on_rows().groups[group][d], known_));
    return names;
}

std::string drawing::name_of_group(std::uint32_t group) const {
    std::string name;
    if (group == everyone) return name;
    for (const std::string_view each : names_of_group(group))
        name += (name.empty() ? "" : ", ") + shown_name(each);
    return name;
}

/// All numbers of groups are smaller than this.
std::size_t drawing::number_of_groups() const {
    return by_.by.size() == 1 ? by_.by.front().size(known_) : book_.past().names_on_rows().groups.size();
}

bool drawing::in_a_stage(std::uint32_t group) const {
    return std::any_of(book_.stages().begin(), book_.stages().end(),
                       [&](const auto &stage) { return stage.second.contains(group); });
}

day_span drawing::days_of(const column_of_sheet &column) const {
    return book_.past().days_of_period(column.group, *column.period);
}

void drawing::mark_periods() {
    for (std::size_t g = 0; g < columns_.size(); ++g) {
        const day_span days = days_of(columns_[g]);
        if (days.until > reading_.now->seconds)
            sheet_.group_marks[g] = "running";
        else if (!reading_.covers(days))
            sheet_.group_marks[g] = "log begins in it";
    }
}

void drawing::add(const listed_metric &metric) {
    const std::optional<std::uint64_t> given = given_for(metric, metric.given);
    reading_.given = given;
    reading_.figures.clear();
    for (const given_figure &figure : metric.figures) {
        auto found = given_for(metric, figure);
        if (!found) found = told_by_roster(figure, std::nullopt);
        if (found) reading_.figures.push_back(*found);
    }
    const bool lacks_figures = reading_.figures.size() != metric.figures.size();
    find_figures_of_groups(metric);
    reading_.cases_are_sampled = metric.of_cases;
    std::vector<line> found = metric.read(metric.how, reading_);
    std::erase_if(found, [](const line &l) {
        return !l.total.exact.has_value() &&
               std::none_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return f.has_value(); });
    });
    const bool fed = can_be_told(metric) && (given || has_occurred(metric));
    const std::string no_id = fed ? id_lacking(metric, given.has_value()) : "";
    if (!fed || !no_id.empty() || found.empty()) {
        const bool no_figure = lacks_figures || (!metric.given.name.empty() && !given);
        const bool would_do = no_id.empty() || id_lacking(metric, true).empty();
        sheet_.missing.push_back({&metric, no_id, fed && no_figure && would_do});
        return;
    }
    name_stages(found);
    if (sheet_.chapters.empty() || sheet_.chapters.back().title != metric.chapter)
        sheet_.chapters.push_back({std::string{metric.chapter}, {}});
    for (line &l : found) {
        add_target(l);
        l.how.currency = code_of(l);
        l.metric = &metric;
        set_confidence(l);
        if (!l.how.in_hours) note(metric, l, given.has_value());
        sheet_.chapters.back().lines.push_back(std::move(l));
    }
}

/// With the profile's names. A share is of deals that went on to the next stage, or from the last were won.
void drawing::name_stages(std::vector<line> &found) const {
    std::size_t last = known_.stage_order.size();
    for (const line &l : found)
        last = std::max<std::size_t>(last, l.how.step);
    for (line &l : found) {
        if (l.how.step == 0) continue;
        std::string name = known_.stage_name(l.how.step);
        if (l.how.is_share())
            name += " to " + (l.how.step == last ? "won" : known_.stage_name(l.how.step + 1));
        const auto rename = [&](std::string &text) { text.replace(text.rfind(": ") + 2, text.npos, name); };
        rename(l.how.name), rename(l.how.title);
    }
}

/// Beside figures of settlements: how many were reversed, repeated, or came before their only opening.
void drawing::add_settlements() {
    std::vector<const line *> counts;
    for (const chapter &c : sheet_.chapters)
        for (const line &l : c.lines)
            if (!l.metric->counts.empty()) counts.push_back(&l);
    for (chapter &c : sheet_.chapters)
        for (line &l : c.lines) {
            if (!l.metric->of_settlements) continue;
            for (const line *count : counts) {
                const auto tell = [&](figure &f, const figure &of) {
                    f.asides.push_back({count->metric->counts, {}, static_cast<double>(of.exact.numerator)});
                };
                tell(l.total, count->total);
                for (std::size_t g = 0; g < std::min(l.groups.size(), count->groups.size()); ++g)
                    tell(l.groups[g], count->groups[g]);
            }
        }
}

/// Whether some row has such an id, or takes its place.
bool drawing::has_id(const ids_needed &needed) const {
    const account &rows = book_.rows();
    if ((needed.ids & rows.ids) != 0) return true;
    for (std::size_t k = 0; k < rows.known.size(); ++k)
        if (rows.known[k] != 0 && needed.or_rows.contains(static_cast<activity>(k))) return true;
    return false;
}

/// The name of an id that a metric's cases need and no row has; empty if none is lacking.
std::string drawing::id_lacking(const listed_metric &metric, bool given) const {
    const auto lacking = std::find_if_not(metric.ids.begin(), metric.ids.end(), [&](const ids_needed &each) {
        return (given && each.or_given) || has_id(each);
    });
    return lacking == metric.ids.end() ? "" : names_of(*lacking);
}

/// Whether the log could tell an event of each of its sets, and is about the metric's subject.
bool drawing::can_be_told(const listed_metric &metric) const {
    if (metric.apart) return false;
    if (metric.needs_channel && no_reply_has_a_channel()) return false;
    if (!metric.rest_of_whole.empty() && (metric.rest_of_whole & told_.possible).empty()) return false;
    if (!std::all_of(metric.members.begin(), metric.members.end(),
                     [&](std::string_view member) { return is_told(member, metric); }))
        return false;
    return std::none_of(metric.sets.begin(), metric.sets.end(),
                        [&](kinds set) { return (set & told_.possible).empty(); });
}

/// If no row carries a number, there is no figure of it. Stories find out how long a case took; its value is
/// that of any of its rows, and while it is open that of its opening.
bool drawing::is_told(std::string_view member, const listed_metric &metric) const {
    constexpr kinds opened{activity::opportunity};
    const auto is_there = [](std::uint64_t rows) { return rows != 0; };
    if (member == "due" || member == of_a_stage) {
        const auto &rows = book_.rows().told[member == "due" ? due_part : stage_part];
        return std::any_of(rows.begin(), rows.end(), is_there);
    }
    for (std::size_t part = 0; part < number_parts.size(); ++part) {
        if (number_parts[part].name != member) continue;
        const auto &told = book_.rows().told[part];
        kinds all;
        for (const kinds set : metric.sets)
            all = all | set;
        if (member == "elapsed" && !(all & history::told_by_stories()).empty()) return true;
        if (member == "value") all.bits = metric.of_open_deals ? opened.bits : ~std::uint64_t{};
        for (std::size_t k = 0; k < told.size(); ++k)
            if (told[k] != 0 && all.contains(static_cast<activity>(k))) return true;
        return false;
    }
    return true;
}

bool drawing::has_occurred(const listed_metric &metric) const {
    return std::any_of(metric.sets.begin(), metric.sets.end(),
                       [&](kinds set) { return !(set & occurred_).empty(); });
}

bool drawing::no_reply_has_a_channel() const {
    const std::uint64_t without = book_.rows().replies_without_channel;
    const std::uint64_t replies =
        book_.rows().count(activity::reply_positive) + book_.rows().count(activity::reply_negative);
    return !told_.tells_channels || (without != 0 && without == replies);
}

void drawing::note(const listed_metric &metric, const line &l, bool given) {
    if (told_.open_ended)
        for (kinds set : metric.sets)
            if ((set & occurred_).empty()) {
                unheard_of_.push_back(metric.how.name + " (" + in_words(set) + ')');
                break;
            }
    if (!metric.given.name.empty() && !given) not_given_[metric.given.name].push_back(metric.how.name);
    if (metric.needs_channel) by_channel_.push_back(metric.how.name);
    if (l.total.saturated ||
        std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return f.saturated; }))
        saturated_.push_back(metric.how.name);
    if (!l.total.coherent ||
        std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return !f.coherent; }))
        incoherent_.push_back(metric.how.name);
}

grouped_by request::groups(const known_names &known) const {
    return {{by, where, first_days}, known, team ? &*team : nullptr, starts};
}

time_frame request::frame() const {
    time_frame frame;
    if (as_of) frame.until = *as_of + a_day;
    if (window && frame.until) frame.from = *frame.until - *window;
    return frame;
}

sheet draw_up(const ledger &book, const ledger *by_rep, const log_shape &told, const known_names &known,
              const request &asked, std::string source, const metrics_known &metrics, const watch *seen) {
    return drawing{book, by_rep, told, known, asked}.draw(std::move(source), metrics, seen);
}

} // namespace report
