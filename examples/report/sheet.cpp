// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include <kpi/core/enumerators.hpp>
#include <kpi/scorecard/team.hpp>
#include <kpi/statistics/skew.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace report {
namespace {

std::string shown_name(std::string_view name) { return name.empty() ? "(none)" : std::string{name}; }

std::string joined(const std::vector<std::string> &words) {
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

constexpr std::int64_t a_day = 86'400;

class drawing {
public:
    drawing(const ledger &book, const mapper &mapped, const plan &by_plan, const request &asked)
        : book_{book}, mapped_{mapped}, plan_{by_plan}, asked_{asked}, reading_{book},
          possible_{by_plan.possible()} {
        for (std::size_t k = 0; k < book.rows().events.size(); ++k)
            if (book.rows().events[k] != 0) static_cast<void>(occurred_.insert(static_cast<activity>(k)));
    }

    sheet draw(std::string source) {
        sheet_.source = std::move(source);
        sheet_.profile = plan_.name;
        sheet_.by = asked_.by;
        sheet_.rows = book_.rows();
        find_times();
        find_groups();
        for (const listed_metric &metric : all_metrics())
            add(metric);
        add_growth();
        add_team();
        add_stages();
        add_pairs();
        add_notes();
        return std::move(sheet_);
    }

private:
    /// What the log covers: until the end of the last day, and from the beginning of the first.
    void find_times() {
        const account &rows = book_.rows();
        const time_frame &frame = book_.frame();
        if (frame.until || rows.last)
            reading_.now = {frame.until ? *frame.until : start_of_day(*rows.last) + a_day};
        if (frame.from && rows.events_before != 0)
            reading_.begin = *frame.from;
        else if (rows.first)
            reading_.begin = start_of_day(*rows.first);
        reading_.maturity = asked_.maturity;
        reading_.by_channel = mapped_.by_channel();
        reading_.by_period = mapped_.by_period();
        reading_.reps_are_told = mapped_.tells_reps();
        reading_.groups_are_reps = asked_.by == "rep";
        if (reading_.now) sheet_.as_of = reading_.now->seconds - a_day;
        sheet_.from = frame.from;
    }

    void find_groups() {
        if (asked_.by.empty()) return;
        for (std::size_t g = 0; g < most_groups; ++g)
            if (!(book_.events()[g] == board{}) || !(book_.stages()[g] == stage_board{}))
                numbers_.push_back(g);
        if (!mapped_.by_channel())
            std::sort(numbers_.begin(), numbers_.end(), [&](std::size_t a, std::size_t b) {
                return mapped_.groups()[a] < mapped_.groups()[b];
            });
        for (std::size_t g : numbers_)
            sheet_.groups.push_back(mapped_.by_channel() ? std::string{kpi::name_of(static_cast<medium>(g))}
                                                         : shown_name(mapped_.groups()[g]));
        if (!book_.events().complete()) {
            numbers_.push_back(most_groups);
            sheet_.groups.emplace_back("(other)");
        }
        reading_.groups = numbers_;
        sheet_.group_marks.resize(numbers_.size());
        if (mapped_.by_period() != period_kind::none) mark_periods();
    }
    void mark_periods() {
        const period_kind kind = mapped_.by_period();
        for (std::size_t g = 0; g < sheet_.groups.size(); ++g) {
            const auto period = period_labelled(kind, sheet_.groups[g]);
            reading_.periods.push_back(period);
            if (!period) {
                if (numbers_[g] != most_groups) sheet_.groups[g] = "(no date)";
            } else if (period_start(kind, *period + 1).seconds > reading_.now->seconds) {
                sheet_.group_marks[g] = "running";
            } else if (!reading_.covers(kind, *period)) {
                sheet_.group_marks[g] = "log begins in it";
            }
        }
    }

    void add(const listed_metric &metric) {
        std::optional<std::uint64_t> given;
        if (const auto found = asked_.given.find(metric.given); found != asked_.given.end())
            given = found->second;

        reading_.given = given;
        reading_.figures.clear();
        for (const std::string &name : metric.figures)
            if (const auto found = asked_.given.find(name); found != asked_.given.end())
                reading_.figures.push_back(found->second);
        const bool lacks_figures = reading_.figures.size() != metric.figures.size();
        std::vector<line> lines = metric.read(metric.how, reading_);
        std::erase_if(lines, [](const line &l) {
            return !l.total.exact.has_value() && std::none_of(l.groups.begin(), l.groups.end(),
                                                              [](const figure &f) { return f.has_value(); });
        });
        if (const bool fed = can_be_told(metric) && (given || has_occurred(metric)); !fed || lines.empty()) {
            sheet_.missing.push_back({&metric, fed && (lacks_figures || (!metric.given.empty() && !given))});
            return;
        }
        if (sheet_.chapters.empty() || sheet_.chapters.back().title != metric.chapter)
            sheet_.chapters.push_back({std::string{metric.chapter}, {}});
        for (line &l : lines) {
            if (const auto wanted = asked_.wanted.find(l.how.name); wanted != asked_.wanted.end())
                l.target = wanted->second;
            note(metric, l, given.has_value());
            sheet_.chapters.back().lines.push_back(std::move(l));
        }
    }

    /// From each complete period to the next; the running one is compared with nothing.
    void add_growth() {
        const period_kind kind = mapped_.by_period();
        if (kind == period_kind::none) return;
        const auto &periods = reading_.periods;
        for (chapter &c : sheet_.chapters)
            for (line &l : c.lines)
                for (std::size_t g = 1; l.how.adds_up() && g < l.groups.size(); ++g) {
                    if (!periods[g] || !periods[g - 1] || *periods[g] != *periods[g - 1] + 1) continue;
                    if (!reading_.covers(kind, *periods[g - 1]) || !reading_.covers(kind, *periods[g]))
                        continue;
                    if (auto growth = growth_aside("growth", l.groups[g - 1].exact.numerator,
                                                   l.groups[g].exact.numerator))
                        l.groups[g].asides.push_back(std::move(*growth));
                }
    }

    /// How a team's results are spread over its reps.
    void add_team() {
        if (!reading_.groups_are_reps) return;
        std::vector<std::size_t> reps;
        for (std::size_t g = 0; g < numbers_.size(); ++g)
            if (numbers_[g] != most_groups && sheet_.groups[g] != "(none)") reps.push_back(g);
        if (reps.size() < 2) return;
        chapter team{"Team of " + std::to_string(reps.size()) + " reps", {}};
        for (chapter &c : sheet_.chapters)
            for (line &l : c.lines) {
                if (l.groups.empty()) continue;
                if (l.how.adds_up() && (l.target || l.how.name == "revenue_won" || l.how.name == "deals_won"))
                    add_spread(team, l, reps);
                if (l.target) add_share_at_target(team, l, reps);
            }
        if (!team.lines.empty()) sheet_.chapters.push_back(std::move(team));
    }
    void add_spread(chapter &team, line &l, const std::vector<std::size_t> &reps) {
        kpi::team_figures<most_groups> figures;
        for (const std::size_t g : reps)
            figures.figure[figures.reps++] = l.groups[g].exact.numerator;
        for (std::size_t i = 0; i < reps.size(); ++i)
            l.groups[reps[i]].asides.push_back(
                {"rank", "rank " + std::to_string(figures.rank(i)), static_cast<double>(figures.rank(i))});
        const auto add = [&](std::string name, std::string_view kind, std::string_view unit, unsigned scale,
                             unsigned decimals, fraction exact) {
            if (!exact.has_value()) return;
            line told;
            told.how = {.name = std::move(name),
                        .kind = kind,
                        .unit = unit,
                        .help = {},
                        .scale = scale,
                        .decimals = decimals};
            told.total.exact = exact;
            told.total.n = reps.size();
            team.lines.push_back(std::move(told));
        };
        const std::string top = "top_" + std::to_string(asked_.top);
        const auto share = kpi::statistics::top_share(figures.all(), asked_.top);
        add("gini_of_" + l.how.name, "ratio", "", 1, 2, kpi::statistics::gini(figures.all()).exact());
        add(top + "_share_of_" + l.how.name, "proportion", "%", 100, 1, share.exact());
        if (share.exact().has_value())
            add(l.how.name + "_without_" + top, l.how.kind, l.how.unit, 1, 0, {share.whole - share.part, 1});
    }
    /// A rate's target is every rep's; a count's is the team's, and an equal part of it every rep's.
    void add_share_at_target(chapter &team, const line &l, const std::vector<std::size_t> &reps) {
        line told;
        told.how = {.name = "share_of_reps_at_target_of_" + l.how.name,
                    .kind = "proportion",
                    .unit = "%",
                    .help = {},
                    .scale = 100,
                    .decimals = 1};
        kpi::proportion<std::uint64_t> share;
        for (const std::size_t g : reps) {
            fraction mine = l.groups[g].exact;
            if (!l.groups[g].has_value()) continue; // neither reached nor missed
            if (l.how.adds_up()) mine.numerator *= reps.size();
            share += kpi::proportion<std::uint64_t>{compare(mine, *l.target) >= 0 ? 1u : 0u, 1u};
        }
        told.total.exact = share.exact();
        told.total.n = share.whole;
        if (told.total.has_value()) team.lines.push_back(std::move(told));
    }

    void add_pairs() {
        book_.times().for_each(
            [&](const char *what, const char *id, kinds starts, kinds stops, const auto &table) {
                pair_account a{what, id, starts, stops, table.account(), table.open(), {}, {}, {}, {}};
                if (a.open == 0 && a.events.paired == 0) return;
                const auto open_for = [&](std::uint32_t days) {
                    return table.open_for(days * std::uint32_t{a_day}, *reading_.now);
                };
                a.open_for_a_day = open_for(1), a.open_for_a_week = open_for(7),
                a.open_for_30_days = open_for(30);
                table.for_each_open([&](std::uint64_t, kpi::instant since) {
                    a.oldest = std::min(a.oldest.value_or(since.seconds), since.seconds);
                });
                sheet_.pairs.push_back(std::move(a));
            });
    }

    /// The log could tell an event of each of its sets, and is about what the metric is about.
    [[nodiscard]] bool can_be_told(const listed_metric &metric) const {
        if (metric.of_staff) return false;
        if (metric.needs_channel && no_reply_has_a_channel()) return false;
        return std::none_of(metric.sets.begin(), metric.sets.end(),
                            [&](kinds set) { return (set & possible_).empty(); });
    }
    [[nodiscard]] bool has_occurred(const listed_metric &metric) const {
        return std::any_of(metric.sets.begin(), metric.sets.end(),
                           [&](kinds set) { return !(set & occurred_).empty(); });
    }
    [[nodiscard]] bool no_reply_has_a_channel() const {
        const bool told = std::any_of(plan_.events.begin(), plan_.events.end(),
                                      [](const event_rule &rule) { return rule.channel.has_value(); });
        const std::uint64_t without = book_.rows().replies_without_channel;
        const std::uint64_t replies =
            book_.rows().count(activity::reply_positive) + book_.rows().count(activity::reply_negative);
        return !told || (without != 0 && without == replies);
    }

    void note(const listed_metric &metric, const line &l, bool given) {
        if (plan_.open_ended())
            for (kinds set : metric.sets)
                if ((set & occurred_).empty()) {
                    unheard_of_.push_back(metric.how.name + " (" + in_words(set) + ')');
                    break;
                }
        if (!metric.given.empty() && !given) not_given_[metric.given].push_back(metric.how.name);
        if (metric.needs_channel) by_channel_.push_back(metric.how.name);
        if (l.total.saturated ||
            std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return f.saturated; }))
            saturated_.push_back(metric.how.name);
        if (!l.total.coherent ||
            std::any_of(l.groups.begin(), l.groups.end(), [](const figure &f) { return !f.coherent; }))
            incoherent_.push_back(metric.how.name);
    }

    void add_stages() {
        if (!plan_.stage) return;
        const stage_board all = book_.stages().total();
        const auto rows = [](const auto &in) { return in.template get<rows_in_stage>().n; };
        const auto share = [&](const stage_board &of, std::size_t stage) {
            const kpi::proportion<std::uint64_t> p{rows(of[stage]), rows(of.total())};
            return figure{p.exact(), p.whole, true, p.saturated(), std::nullopt};
        };

        std::vector<std::size_t> stages;
        for (std::size_t s = 0; s <= mapper::most_stages; ++s)
            if (rows(all[s]) != 0) stages.push_back(s);
        std::sort(stages.begin(), stages.end(), [&](std::size_t a, std::size_t b) {
            return rows(all[a]) != rows(all[b]) ? rows(all[a]) > rows(all[b]) : a < b;
        });

        sheet_.stages.title = "Now in stage";
        for (std::size_t s : stages) {
            line l;
            l.how = {.name = s == mapper::most_stages ? "(other)" : shown_name(mapped_.stages()[s]),
                     .kind = "proportion",
                     .unit = "%",
                     .help = {},
                     .scale = 100,
                     .decimals = 1};
            l.total = share(all, s);
            for (std::size_t g : mapped_.stages_have_groups() ? numbers_ : std::vector<std::size_t>{})
                l.groups.push_back(share(book_.stages()[g], s));
            sheet_.stages.lines.push_back(std::move(l));
        }
    }

    void add_notes() {
        const auto say = [&](std::string text) { sheet_.notes.push_back(std::move(text)); };
        if (!unheard_of_.empty())
            say("The log has no event of the kind that each of these counts; where it does not record them, "
                "pass the figure over: " +
                joined(unheard_of_));
        for (const auto &[given, metrics] : not_given_)
            say(joined(metrics) + ": what this log has is the whole base; --given " + given +
                "=N adds to it");
        if (book_.rows().replies_without_channel != 0)
            say(std::to_string(book_.rows().replies_without_channel) +
                " replies have no channel and are in no figure about emails" +
                (by_channel_.empty() ? "" : ": " + joined(by_channel_)));
        if (!incoherent_.empty())
            say("A part is greater than its whole, because events belong together that are not both in this "
                "log: " +
                joined(incoherent_));
        if (!saturated_.empty())
            say("A counter has reached its limit and nothing can be said of: " + joined(saturated_));
        note_periods(say);
        note_ids(say);
        if (book_.frame().from && !sheet_.pairs.empty())
            say("What began before the window is not known in it: times between two events, and figures of "
                "prospects, leads, deals and customers, are of what happened within");
        if (book_.frame().from && plan_.stage)
            say("Now in stage is told by the file as it is, whatever the window");
        if (mapped_.mixed_zones())
            say("Some dates have a time zone and some have none: the times may be hours apart");
        if (book_.forgotten_keys() != 0)
            say("More keys than are kept (" + std::to_string(once::window) +
                "): a row that repeats one of the " + std::to_string(book_.forgotten_keys()) +
                " oldest was counted again");
        if (!asked_.by.empty() && !mapped_.by_channel() && mapped_.groups().late() != 0)
            say("(other): whoever came after the first " + std::to_string(most_groups) + " of " + asked_.by);
        if (mapped_.stages().late() != 0)
            say("Now in stage, (other): stages that came after the first " +
                std::to_string(mapper::most_stages));
    }

    void note_periods(auto &&say) const {
        for (std::size_t g = 0; g < sheet_.groups.size(); ++g)
            if (sheet_.group_marks[g] == "running")
                say(sheet_.groups[g] + " is still running on " + iso_day(*sheet_.as_of) +
                    ", and compared with nothing");
            else if (!sheet_.group_marks[g].empty())
                say("The log begins in " + sheet_.groups[g] +
                    ", which may be a part of it: it is compared with nothing");
    }
    void note_ids(auto &&say) const {
        const people &ids = book_.ids();
        const auto about = [&](std::string_view who, const auto &crowd) {
            if (!crowd.complete())
                say("More " + std::string{who} + " than fit (" + std::to_string(most_ids) +
                    "): their figures rest on a fair sample and are marked");
            else if (const std::size_t more = crowd.met_elsewhere(); more != 0)
                say(std::to_string(more) + " times one of the " + std::string{who} + " was met by another " +
                    asked_.by + " too: each " + asked_.by +
                    "'s figures rest on its own events alone, and do "
                    "not add up to the whole");
        };
        about("prospects", ids.prospects), about("leads", ids.leads), about("deals", ids.deals);
        about("customers", ids.customers);

        const auto without = [&](std::size_t id, kinds of, std::string_view what) {
            std::uint64_t lacking = 0, all = 0;
            for (std::size_t k = 0; k < book_.rows().events.size(); ++k)
                if (of.contains(static_cast<activity>(k)))
                    lacking += book_.rows().without_id[id][k], all += book_.rows().events[k];
            if (lacking != 0 && lacking != all)
                say(std::to_string(lacking) + " of " + std::to_string(all) + ' ' + std::string{what} +
                    " have no " + std::string{id_parts[id].name} + ", and are in no figure about " +
                    std::string{id_parts[id].name} + 's');
        };
        without(0, sales::kinds::touches, "touches");
        without(1, kinds{activity::mcl, activity::mql, activity::first_response}, "events of leads");
        without(2, kinds{activity::opportunity, activity::deal_won, activity::deal_lost}, "events of deals");
        if (book_.out_of_order() != 0)
            say(std::to_string(book_.out_of_order()) + " events came more than " +
                std::to_string(timeline::room) +
                " events after their time: sort the log, or figures that go by the order of one's events "
                "(touches for each deal, pairs, context switches) are off");
        for (const pair_account &a : sheet_.pairs)
            if (a.events.full != 0)
                say("More than " + std::to_string(most_open) + " were open at a time: " +
                    std::to_string(a.events.full) + " starts are missing in the times of the " + a.what);
    }

    const ledger &book_;
    const mapper &mapped_;
    const plan &plan_;
    const request &asked_;
    reading reading_;
    kinds possible_, occurred_;
    std::vector<std::size_t> numbers_; ///< of the groups, as the boards have them
    std::map<std::string, std::vector<std::string>> not_given_;
    std::vector<std::string> unheard_of_, by_channel_, saturated_, incoherent_;
    sheet sheet_;
};

} // namespace

time_frame request::frame() const {
    time_frame frame;
    if (as_of) frame.until = *as_of + a_day;
    if (window && frame.until) frame.from = *frame.until - *window;
    return frame;
}

sheet draw_up(const ledger &book, const mapper &mapped, const plan &by_plan, const request &asked,
              std::string source) {
    return drawing{book, mapped, by_plan, asked}.draw(std::move(source));
}

} // namespace report
