// SPDX-License-Identifier: MIT
#include "figures/lines.hpp"

#include "figures/book.hpp"
#include "figures/groups_apart.hpp"
#include "figures/held_against.hpp"
#include <kpi/scorecard/figure.hpp>
#include <kpi/statistics/confidence.hpp>
#include <kpi/statistics/poisson.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace report {
namespace {

void call_in_hours(telling &how) {
    how.name += in_hours_name, how.title += in_hours_title;
    how.in_hours = true;
}

telling telling_of(const told_figure &told) {
    const kpi::figure_info &info = told.info;
    telling how;
    how.name = info.label.empty() ? std::string{info.name}
                                  : std::string{info.metric} + ": " + std::string{info.label};
    title_of(info).write([&](std::string_view piece) { how.title += piece; });
    if (!info.label.empty()) how.title += ": " + std::string{info.label};
    how.kind = told.kind, how.unit = info.unit, how.help = info.help, how.better = info.better;
    how.scale = info.scale, how.nominal = info.nominal, how.step = info.step;
    how.decimals = decimals_of(how.kind, how.unit, how.scale);
    return how;
}

/// "p90 68", "12 untold": shown beside a figure.
aside aside_of(const told_figure &told) {
    const telling how = telling_of(told);
    std::string name{told.info.name};
    std::replace(name.begin(), name.end(), '_', ' ');
    const std::string value = value_text(told.what, how);
    return {std::string{told.info.name}, told.kind == "count" ? value + ' ' + name : name + ' ' + value,
            value_number(told.what.exact, how.scale), told.kind == "quantiles"};
}

/// Where to find the figures of a run: those of the whole, and those of its periods.
struct books_of_run {
    const book &whole, &by_period;
};

/// Beside a share in which some are still open: what it comes to within a time.
void add_within(figure &f, const metric_on_boards &metric, const book &from, std::uint32_t group,
                std::size_t slot, const reading &r) {
    if (metric.followed.empty() || still_open(f) == 0) return;
    if (r.maturity) return; // a cohort that is given its time has no open cases
    const auto found = from.followed(group, slot).within(metric.followed);
    if (!found) return;
    const auto tell = [&](std::string name, double number) {
        f.asides.push_back({std::move(name), {}, number});
    };
    tell("within_days", found->days), tell("within", found->reached.value() * 100);
    const auto range = found->reached.range(kpi::statistics::confidence{r.confidence});
    if (range) tell("within_low", range->low * 100), tell("within_high", range->high * 100);
}

void add_ranges(figure &f, const metric_on_boards &metric, const book &from, std::uint32_t group,
                std::size_t slot, const reading &r) {
    add_within(f, metric, from, group, slot, r);
    metric.add_ranges(f, from, group, slot, r);
}

/// The two groups that are compared.
std::optional<groups_apart> compared_in(const metric_on_boards &metric, const line &l,
                                        const books_of_run &from, const reading &r) {
    if (!r.compared || l.groups.empty()) return std::nullopt;
    const history &past = r.book.past();
    const auto [a, b] = *r.compared;
    const auto place_of = [&](std::size_t g) {
        const auto [group, period] = r.columns[g];
        return group_on_board{group, period ? past.slot_of_period(*period) : past.whole_slot(),
                              l.groups[g].n};
    };
    if (!l.groups[a].has_value() || !l.groups[b].has_value()) return std::nullopt;
    const book &in = r.columns[a].period ? from.by_period : from.whole;
    const group_on_board mine = place_of(a), other = place_of(b);
    if (still_open(l.groups[a]) == 0 && still_open(l.groups[b]) == 0)
        return metric.apart != nullptr ? metric.apart(in, mine, other, r) : std::nullopt;
    if (metric.followed.empty() || !r.now) return std::nullopt;
    return courses_apart(in.followed(mine.group, mine.slot), in.followed(other.group, other.slot),
                         metric.followed, *r.now);
}

/// Reads amounts of one currency, or of any.
lines read_in(const money &in, const metric_on_boards &metric, const books_of_run &from, const reading &r) {
    const history &past = r.book.past();
    const book &whole = from.whole;
    const bool is_whole = past.whole_slot() == 0 && metric.is_share_of_a_level;
    lines all;
    for (auto &[told, total] :
         in_lines(metric.figures(whole, everyone, past.whole_slot(), r.given_to_all(), is_whole)))
        all.push_back({std::move(told), std::move(total), {}, {}, in.currency});
    if (!all.empty()) add_ranges(all.front().total, metric, whole, everyone, past.whole_slot(), r);
    if (!metric.followed.empty() && !all.empty() && !r.maturity)
        all.front().curve = whole.followed(everyone, past.whole_slot())
                                .curve(metric.followed, kpi::statistics::confidence{r.confidence});
    // figures given only for the whole say nothing about a single group
    const bool of_the_whole = !r.given_to_all().numbers.empty() && r.figures_of_groups.empty();
    if (all.empty() || of_the_whole) return all;
    if (!can_be_grouped(metric.sets, r)) return r.is_of_some ? lines{} : all;
    for (std::size_t g = 0; g < r.columns.size(); ++g) {
        const auto [group, period] = r.columns[g];
        caller given = r.given_to(g);
        if (period && given.now) // a period is read as of its end
            given.now->seconds = std::min(given.now->seconds, past.days_of_period(group, *period).until);
        const figure_list of_group =
            period ? metric.figures(from.by_period, group, past.slot_of_period(*period), given, false)
                   : metric.figures(whole, group, past.whole_slot(), given, is_whole);
        for (line &l : all)
            l.groups.resize(g + 1);
        for (auto &[told, mine] : in_lines(of_group)) {
            const auto same = std::find_if(
                all.begin(), all.end(), [&, &name = told.name](const line &l) { return l.how.name == name; });
            if (same != all.end()) same->groups[g] = std::move(mine);
        }
        if (!all.front().groups.empty()) {
            figure &mine = all.front().groups[g];
            period ? add_ranges(mine, metric, from.by_period, group, past.slot_of_period(*period), r)
                   : add_ranges(mine, metric, whole, group, past.whole_slot(), r);
        }
    }
    all.front().apart = compared_in(metric, all.front(), from, r);
    return all;
}

/// Tells it in the unit of its currency, with that currency's decimals.
void tell_in_unit(line &l, const money &in) {
    if (!l.how.is_money()) return;
    tell_in_unit(l.total, in.unit);
    for (figure &f : l.groups)
        tell_in_unit(f, in.unit);
    if (in.unit == 1 && in.currency == money::any) return;
    l.how.decimals = 0;
    for (std::int64_t unit = in.unit; unit > 1; unit /= 10)
        ++l.how.decimals;
}

} // namespace

unsigned decimals_of(std::string_view kind, std::string_view unit, std::uint32_t scale) {
    if (kind == "count" || kind == "total" || kind == "gauge" || kind == "quantiles") return 0;
    return unit.starts_with("money") || (kind == "ratio" && scale == 1) ? 2 : 1;
}

std::vector<std::pair<telling, figure>> in_lines(const figure_list &list) {
    std::vector<std::pair<telling, figure>> found;
    for (const told_figure &told : list.all())
        if (!told.beside)
            found.emplace_back(telling_of(told), told.what);
        else if (told.what.has_value())
            (told.info.step != 0 ? found.back() : found.front()).second.asides.push_back(aside_of(told));
    return found;
}

bool can_be_grouped(const std::vector<kinds> &sets, const reading &r) {
    const book &whole = r.book.past().whole();
    return !r.is_by_names || sets.size() < 2 || std::all_of(sets.begin(), sets.end(), [&](kinds set) {
        return (set.bits & whole.occurred.bits & ~whole.grouped.bits) == 0;
    });
}

void add_range_of_growth(figure &f, std::uint64_t now, std::uint64_t before,
                         const std::vector<std::uint64_t> &year, double confidence) {
    auto range = kpi::statistics::ratio_of_counts(now, before, kpi::statistics::confidence{confidence});
    if (!range || before == 0) return;
    if (year.size() == 12)
        if (const auto spread = kpi::statistics::index_of_dispersion(year))
            range = kpi::statistics::widened(*range, double(now) / double(before), *spread);
    f.asides.push_back({"growth_low", {}, (range->low - 1) * 100});
    f.asides.push_back({"growth_high", {}, (range->high - 1) * 100});
}

lines read_told(const metric_on_boards &metric, const reading &r) {
    const history &past = r.book.past();
    lines all;
    const auto add = [&](const money &in) {
        for (line &l : read_in(in, metric, {past.whole(in.currency), past.by_period(in.currency)}, r)) {
            tell_in_unit(l, in);
            all.push_back(std::move(l));
        }
    };
    if (past.currencies().size() > 1 && metric.by_currency)
        std::for_each(past.currencies().begin(), past.currencies().end(), add);
    else
        add(past.amounts());
    if (metric.is_timed && past.knows_hours())
        for (line &l :
             read_in(past.amounts(), metric, {past.whole_in_hours(), past.by_period_in_hours()}, r)) {
            call_in_hours(l.how);
            all.push_back(std::move(l));
        }
    return all;
}

} // namespace report
