// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include <kpi/core/enumerators.hpp>

#include <algorithm>
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

class drawing {
public:
    drawing(const ledger &book, const mapper &mapped, const plan &by_plan, const request &asked)
        : book_{book}, mapped_{mapped}, plan_{by_plan}, asked_{asked}, total_{book.events().total()},
          possible_{by_plan.possible()} {
        for (std::size_t k = 0; k < book.rows().events.size(); ++k)
            if (book.rows().events[k] != 0) static_cast<void>(occurred_.insert(static_cast<activity>(k)));
    }

    sheet draw(std::string source) {
        sheet_.source = std::move(source);
        sheet_.profile = plan_.name;
        sheet_.by = asked_.by;
        sheet_.rows = book_.rows();
        find_groups();
        for (const listed_metric &metric : all_metrics())
            add(metric);
        add_stages();
        add_notes();
        return std::move(sheet_);
    }

private:
    using kinds = kpi::event_set<activity>;

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
    }

    void add(const listed_metric &metric) {
        std::optional<std::uint64_t> given;
        if (const auto found = asked_.given.find(metric.given); found != asked_.given.end())
            given = found->second;

        line l{metric.how, metric.read(total_, given), {}, {}};
        if (const bool fed = can_be_told(metric) && (given || has_occurred(metric));
            !fed || !l.total.exact.has_value()) {
            sheet_.missing.push_back({&metric, fed && !metric.given.empty() && !given});
            return;
        }
        if (!given) // which says nothing of a single group
            for (std::size_t g : numbers_)
                l.groups.push_back(metric.read(book_.events()[g], std::nullopt));
        if (const auto wanted = asked_.wanted.find(metric.how.name); wanted != asked_.wanted.end())
            l.target = wanted->second;

        note(metric, l, given.has_value());
        if (sheet_.chapters.empty() || sheet_.chapters.back().title != metric.chapter)
            sheet_.chapters.push_back({std::string{metric.chapter}, {}});
        sheet_.chapters.back().lines.push_back(std::move(l));
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
        std::stable_sort(stages.begin(), stages.end(),
                         [&](std::size_t a, std::size_t b) { return rows(all[a]) > rows(all[b]); });

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

    const ledger &book_;
    const mapper &mapped_;
    const plan &plan_;
    const request &asked_;
    board total_;
    kinds possible_, occurred_;
    std::vector<std::size_t> numbers_; ///< of the groups, as the boards have them
    std::map<std::string, std::vector<std::string>> not_given_;
    std::vector<std::string> unheard_of_, by_channel_, saturated_, incoherent_;
    sheet sheet_;
};

} // namespace

sheet draw_up(const ledger &book, const mapper &mapped, const plan &by_plan, const request &asked,
              std::string source) {
    return drawing{book, mapped, by_plan, asked}.draw(std::move(source));
}

} // namespace report
