// SPDX-License-Identifier: MIT
#include "show/headline.hpp"

#include "figures/held_against.hpp"
#include "figures/verdict.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"
#include "show/text_account.hpp"
#include <kpi/statistics/quantile_interval.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace report {
namespace {

constexpr const char *by_time_followed = ", by how long each was followed";
constexpr std::size_t most_sentences = 8, most_sums = 4, most_targets = 4, most_shares = 3, most_times = 2,
                      most_names = 3;

/// The lines of the metrics that are asked first, in that order.
std::vector<const line *> key_lines(const sheet &s) {
    std::vector<const line *> lines;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.metric != nullptr && l.metric->key != 0 && l.total.has_value()) lines.push_back(&l);
    std::stable_sort(lines.begin(), lines.end(),
                     [](const line *a, const line *b) { return a->metric->key < b->metric->key; });
    return lines;
}

std::string lower(std::string text) {
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// "deals won of deals settled": the first sentence of a metric's own description.
std::string meaning(const telling &how) {
    const std::string_view first = how.help.substr(0, how.help.find(". "));
    return lower(std::string{first.substr(0, first.find(';'))});
}

/// The last two complete periods, one after the other.
std::optional<std::pair<std::size_t, std::size_t>> last_two(const sheet &s) {
    if (!s.by_period) return std::nullopt;
    for (std::size_t g = s.groups.size(); g-- > 1;)
        if (s.group_marks[g].empty())
            return s.group_marks[g - 1].empty() ? std::optional{std::pair{g - 1, g}} : std::nullopt;
    return std::nullopt;
}

/// A share in the last two complete periods.
struct change {
    const line *of{};
    bool more{}, beyond_chance{};
};

std::vector<change> changes_of(const sheet &s, const std::vector<const line *> &shares) {
    std::vector<change> all;
    std::vector<tested_pair> family;
    const auto periods = s.anytime ? std::nullopt : last_two(s); // a test is for a single look
    for (const line *l : shares) {
        if (!periods || l->groups.size() <= periods->second) continue;
        const figure &before = l->groups[periods->first], &after = l->groups[periods->second];
        if (!before.has_value() || !after.has_value() || !is_divided(*l)) continue;
        if (still_open(before) != 0 || still_open(after) != 0) continue;
        if (const auto one = held_against(cases_of(after), cases_of(before))) {
            all.push_back({l, compare(before.exact, after.exact) < 0});
            family.push_back(*one);
        }
    }
    const std::vector<bool> beyond = beyond_chance(family);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].beyond_chance = beyond[i];
    return all;
}

class headline {
public:
    explicit headline(const sheet &s) : s_{s}, lines_{key_lines(s)} {}

    std::vector<sentence> tell() {
        tell_sums();
        tell_targets();
        tell_pace();
        tell_shares();
        tell_within();
        tell_moved();
        tell_marks();
        if (s_.by_rep) tell_best();
        tell_times();
        if (said_.size() > most_sentences) said_.resize(most_sentences);
        return std::move(said_);
    }

private:
    void say(std::string text, const line *l = nullptr, std::vector<std::string> groups = {}) {
        said_.push_back({std::move(text), l == nullptr ? "" : l->how.name, std::move(groups)});
    }
    [[nodiscard]] bool is_told(const line &l) const {
        return std::any_of(said_.begin(), said_.end(),
                           [&](const sentence &one) { return one.metric == l.how.name; });
    }
    [[nodiscard]] std::string name(std::size_t g) const { return printable(s_.groups[g]); }
    [[nodiscard]] bool is_somebody(std::size_t g) const { return s_.groups[g] != of_nobody; }

    /// "Deals won 21, revenue won 103,220.00 EUR, open deals 16."
    void tell_sums() {
        std::string text;
        std::size_t told = 0;
        for (const line *l : lines_) {
            if (!l->how.adds_up() || told == most_sums) continue;
            const std::string title = title_of(l->how);
            text += (told++ == 0 ? title : ", " + lower(title)) + ' ';
            text += l->how.is_money() ? spoken_in_full(l->total, l->how) : spoken_value(l->total, l->how);
            text += growth_text(*l);
        }
        if (told != 0) say(text + '.');
    }
    /// " (9 in 2024-02, +28.6 % on 2024-01)"
    [[nodiscard]] std::string growth_text(const line &l) const {
        const auto periods = last_two(s_);
        if (!periods || l.groups.size() <= periods->second) return {};
        for (const aside &a : l.groups[periods->second].asides)
            if (a.name == "growth")
                return " (" + spoken_value(l.groups[periods->second], l.how) + " in " +
                       name(periods->second) + ", " + a.text + " on " + name(periods->first) + ')';
        return {};
    }

    /// "Win rate 39 % (27 to 52 %), 21 of 54: deals won of deals settled."
    void tell_shares() {
        std::vector<const line *> shares;
        for (const line *l : lines_)
            if (l->how.is_share() && !l->how.nominal && l->total.interval && shares.size() < most_shares)
                shares.push_back(l);
        const std::vector<change> changes = changes_of(s_, shares);
        for (const line *l : shares) {
            const figure &f = l->total;
            const std::uint64_t open = still_open(f);
            const std::string range = spoken_range(f, l->how), within = spoken_within(f);
            std::string text = title_of(l->how) + ' ' +
                               (within.empty() ? "" : within + by_time_followed + "; ") +
                               spoken_value(f, l->how) + (open == 0 ? "" : " so far") +
                               (range.empty() ? "" : " (" + range + ")") + ", " + spoken_counts(f, l->how);
            if (open != 0) text += ", " + with_thousands(std::to_string(open)) + " of them still open";
            text += ": " + meaning(l->how) + '.';
            for (const change &c : changes)
                if (c.of == l) text += change_text(c);
            say(std::move(text), l);
        }
    }
    [[nodiscard]] std::string change_text(const change &c) const {
        const auto [before, after] = *last_two(s_);
        return ' ' + name(after) + " had " + spoken_value(c.of->groups[after], c.of->how) + " after " +
               spoken_value(c.of->groups[before], c.of->how) + " in " + name(before) +
               (c.beyond_chance ? (c.more ? ": up, more than chance." : ": down, more than chance.")
                                : ": that may be chance.");
    }

    /// "Cohort win rate 52 % within 120 days (50.9 to 53.1 %), by how long each was followed."
    void tell_within() {
        for (const chapter &c : s_.chapters)
            for (const line &l : c.lines)
                if (const std::string text = spoken_within(l.total); !text.empty() && !is_told(l))
                    return say(title_of(l.how) + ' ' + text + by_time_followed + '.', &l);
    }

    /// "Win rate fell from 52 % in 2024-01 to 45 % in 2024-02, more than chance, though within the groups it
    /// rose by 3.0 points: how many cases each group has took 10.0."
    void tell_moved() {
        for (auto here = s_.moved.begin(); here != s_.moved.end(); ++here) {
            const moved_against_groups &m = *here;
            const bool is_said = std::any_of(s_.moved.begin(), here, [&](const moved_against_groups &other) {
                return other.before == m.before && other.now == m.now; // another name for the same cases
            });
            if (is_said) continue;
            const bool fell = m.by.total() < 0;
            const auto value = [&](const share_of_cases &of) {
                return spoken_value(figure{of.exact()}, m.how);
            };
            std::string text = title_of(m.how) + (fell ? " fell from " : " rose from ") + value(m.before) +
                               " in " + m.from + " to " + value(m.now) + " in " + m.to +
                               ", more than chance, though within the groups it " + (fell ? "rose" : "fell") +
                               " by " + points(m.by.by_rates) + " points: how many cases each group has " +
                               (m.by.by_weights < 0 ? "took " : "brought ") + points(m.by.by_weights);
            if (m.by.by_membership < 0 || m.by.by_membership > 0)
                text += std::string{", groups of one of the two alone "} +
                        (m.by.by_membership < 0 ? "took " : "brought ") + points(m.by.by_membership);
            said_.push_back({text + '.', m.how.name, {}});
        }
    }
    /// A share of 1 in hundredths, whatever its sign.
    [[nodiscard]] static std::string points(double part) { return with_decimals(std::abs(part) * 100, 1); }

    /// "Sales cycle: half took 24 days or less, nine in ten 32 days or less (n 21)."
    void tell_times() {
        constexpr kpi::proportion<std::uint32_t> median{1, 2};
        std::size_t told = 0;
        for (const line *l : lines_) {
            const figure &f = l->total;
            if (l->how.kind != "quantiles" || f.n < *kpi::statistics::least_sample(median) ||
                told == most_times)
                continue;
            ++told;
            std::string title = title_of(l->how);
            title = title.substr(0, title.find(", median"));
            std::string text = title + ": half took " + spoken_value(f, l->how) + " or less";
            if (const std::string most = nine_in_ten(f, l->how); !most.empty()) text += ", " + most;
            say(text + " (" + spoken_counts(f, l->how) + ").", l);
        }
    }

    /// "Most deals won: Ann, 349 of 4,238 (8 %)." if nobody else has as many.
    void tell_best() {
        for (const line *l : lines_) {
            if (!l->metric->is_result || l->how.kind != "count") continue;
            std::optional<std::size_t> best;
            bool alone = true;
            for (std::size_t g = 0; g < l->groups.size(); ++g) {
                if (!is_somebody(g) || !l->groups[g].has_value()) continue;
                const int against = best ? compare(l->groups[g].exact, l->groups[*best].exact) : 1;
                if (against >= 0) alone = against > 0;
                if (against > 0) best = g;
            }
            if (!best || !alone || s_.groups.size() < 2 || l->groups[*best].exact.numerator == 0) return;
            const figure &most = l->groups[*best];
            figure share{{most.exact.numerator, l->total.exact.numerator}};
            const telling percent{
                .name = {}, .kind = "proportion", .unit = "%", .help = {}, .scale = 100, .decimals = 0};
            say("Most " + lower(title_of(l->how)) + ": " + name(*best) + ", " +
                    spoken_counts(share, percent) + " (" + spoken_value(share, percent) + ").",
                l, {s_.groups[*best]});
            return;
        }
    }

    /// "Win rate, against all others together and more than chance: above are Ann (70 %); below are Ben (40
    /// %)."
    void tell_marks() {
        for (const chapter &c : s_.chapters)
            for (const line &l : c.lines) {
                std::vector<std::string> named;
                const std::string above = marked(l, among_groups::above, named);
                const std::string below = marked(l, among_groups::below, named);
                if (named.empty()) continue;
                say(title_of(l.how) + ", against all others together and more than chance: " +
                        (above.empty() ? "" : "above are " + above) +
                        (above.empty() || below.empty() ? "" : "; ") +
                        (below.empty() ? "" : "below are " + below) + '.',
                    &l, std::move(named));
            }
    }
    [[nodiscard]] std::string marked(const line &l, among_groups as, std::vector<std::string> &named) const {
        std::string text;
        std::size_t all = 0;
        for (std::size_t g = 0; g < l.groups.size(); ++g) {
            if (l.groups[g].stands != as || ++all > most_names) continue;
            text += (text.empty() ? "" : ", ") + name(g) + " (" + spoken_value(l.groups[g], l.how) + ')';
            named.push_back(s_.groups[g]);
        }
        return all > most_names ? text + " and " + std::to_string(all - most_names) + " more" : text;
    }

    /// By the range if cases were sampled, by the value if everything was counted (METRICS.md, rule 4).
    void tell_targets() {
        std::size_t told = 0;
        for (const chapter &c : s_.chapters)
            for (const line &l : c.lines)
                if (l.target && l.total.has_value() && l.total.coherent && told++ < most_targets)
                    say(target_text(l), &l);
    }
    [[nodiscard]] static std::string target_text(const line &l) {
        const std::string target = " its target of " + spoken_target(l.total, l, *l.target);
        const std::string begin = title_of(l.how) + ' ' + spoken_value(l.total, l.how);
        const judgement judged = judge(l.total, l, *l.target);
        if (judged.by_range && still_open(l.total) != 0)
            return begin + " so far:" + target + " cannot be judged while cases are open.";
        if (!judged.found) return begin + ": too few cases to tell from" + target + '.';
        const bool is_it = *judged.found == verdict::within && !l.target_to;
        return begin + " is" + (is_it ? "" : ' ' + std::string{judged.text()}) + target +
               (judged.by_range ? ", more than chance." : ".");
    }

    /// "Deals won in 2024-03: 14 so far, 15.2 due by now; at this pace 18 by its end, of 20 that are its
    /// target."
    void tell_pace() {
        for (const chapter &c : s_.chapters)
            for (const line &l : c.lines)
                for (std::size_t g = 0; g < l.groups.size(); ++g)
                    if (const auto text = pace_text(l, g); !text.empty()) say(text, &l, {s_.groups[g]});
    }
    [[nodiscard]] std::string pace_text(const line &l, std::size_t g) const {
        const figure &f = l.groups[g];
        const auto projected = number_beside(f, "projected"), all = number_beside(f, "target_of_period");
        const auto due = l.target_of(g);
        if (!projected || !all || !due) return {};
        const auto decimals = static_cast<int>(l.how.decimals);
        return title_of(l.how) + " in " + name(g) + ": " + spoken_value(f, l.how) + " so far, " +
               spoken_target(f, l, *due) + " due by now; at this pace " +
               with_decimals(*projected, decimals) + " by its end, of " + with_decimals(*all, decimals) +
               " that are its target.";
    }

    const sheet &s_;
    std::vector<const line *> lines_;
    std::vector<sentence> said_;
};

std::string count_text(std::uint64_t n, std::string_view one, std::string_view several) {
    return with_thousands(std::to_string(n)) + ' ' + std::string{n == 1 ? one : several};
}

} // namespace

std::vector<sentence> headline_of(const sheet &s) {
    if (!s.unfit.empty()) return {};
    return headline{s}.tell();
}

std::vector<std::string> cautions_of(const sheet &s) {
    std::vector<std::string> all;
    for (const row_account &file : s.rows.files) {
        const std::uint64_t tried = file.read - file.passed_over;
        if (file.refused * 100 <= tried || file.refusals.empty()) continue;
        const auto most =
            std::max_element(file.refusals.begin(), file.refusals.end(),
                             [](const refusal &a, const refusal &b) { return a.rows < b.rows; });
        all.push_back(printable(file.source, 200) + ": " + with_thousands(std::to_string(file.refused)) +
                      " of " + count_text(tried, "row", "rows") + " cannot be read; " + refusal_text(*most));
    }
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.metric != nullptr && !l.metric->counts.empty() && l.total.exact.numerator != 0)
                all.push_back(title_of(l.how) + ": " + spoken_in_full(l.total, l.how) + ": " +
                              meaning(l.how));
    if (const std::uint64_t without = s.rows.all_undated(); without != 0)
        all.push_back(count_text(without, "event has", "events have") +
                      " no date: in the figures of the whole, and in no period");
    return all;
}

} // namespace report
