// SPDX-License-Identifier: MIT
#include "compare.hpp"

#include "figures.hpp"
#include "printed.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <ostream>
#include <set>

namespace oracle {

namespace {

std::string text(std::int64_t numerator, std::int64_t denominator, std::int64_t n) {
    return std::to_string(numerator) + '/' + std::to_string(denominator) + " of " + std::to_string(n);
}
/// The value that JSON shows: with at most six decimals, half away from zero.
std::string value_of(const amount &a, int scale) {
    if (a.denominator <= 0) return {};
    const std::int64_t all = (a.numerator < 0 ? -a.numerator : a.numerator) * scale;
    std::int64_t whole = all / a.denominator, rest = all % a.denominator, millionths = 0;
    for (int i = 0; i < 6; ++i) { // as one divides on paper
        millionths = millionths * 10 + rest * 10 / a.denominator;
        rest = rest * 10 % a.denominator;
    }
    millionths += rest >= a.denominator - rest ? 1 : 0;
    whole += millionths / 1'000'000, millionths %= 1'000'000;
    std::string shown = std::to_string(millionths);
    shown = std::to_string(whole) + '.' + std::string(6 - shown.size(), '0') + shown;
    return (a.numerator < 0 && (whole != 0 || millionths != 0) ? "-" : "") + shown;
}

/// Two quantiles that a bucket of 0.8 % makes one.
bool are_near(const amount &a, const printed_figure &p) {
    if ((a.denominator == 0) != (p.denominator == 0) || a.n != p.n) return false;
    if (a.denominator == 0) return true;
    const double x = static_cast<double>(a.numerator) / static_cast<double>(a.denominator);
    const double y = static_cast<double>(p.numerator) / static_cast<double>(p.denominator);
    return std::fabs(x - y) <= 0.008 * std::fabs(x);
}
bool are_same(const metric &m, const amount &a, const printed_figure &p) {
    if (m.near) return are_near(a, p);
    if (m.to_the_hundredth) {
        if (a.denominator <= 0 || p.value.empty()) return (a.denominator <= 0) == p.value.empty();
        const double x = static_cast<double>(a.numerator) * m.scale / static_cast<double>(a.denominator);
        return std::fabs(x - std::stod(p.value)) <= 0.00501 + 1e-9 * std::fabs(x);
    }
    if (m.by_value && a.denominator > 0 && p.denominator > 0)
        return a.n == p.n && a.numerator * p.denominator == p.numerator * a.denominator &&
               value_of(a, m.scale) == p.value;
    if (a.denominator <= 0 && p.denominator == 0) return a.numerator == p.numerator || a.denominator < 0;
    return a.numerator == p.numerator && a.denominator == p.denominator && a.n == p.n &&
           value_of(a, m.scale) == p.value;
}

/// What only the caller knows is told of the whole alone.
bool is_given(const book &b, const metric &m) {
    return std::all_of(m.given.begin(), m.given.end(),
                       [&](const std::string &name) { return b.asked.given.contains(name); });
}
bool takes_given(const book &b, const metric &m) { return !m.base.empty() && b.asked.given.contains(m.base); }
/// Whether a kind of it occurs in the log, and the numbers that it adds up.
bool may_be_told(const book &b, const metric &m) {
    const auto needed = [&](const event &e) {
        return m.needs.empty() || std::find(m.needs.begin(), m.needs.end(), e.said.what) != m.needs.end();
    };
    if (!m.needs.empty() && std::none_of(b.events.begin(), b.events.end(), needed)) return false;
    return std::all_of(m.tells.begin(), m.tells.end(), [&](number n) {
        return std::any_of(b.events.begin(), b.events.end(), [&](const event &e) {
            const bool teller =
                !m.tellers.empty() ? e.is(m.tellers.front()) : n == number::value || needed(e);
            return teller && e.said.amount(n).has_value();
        });
    });
}
/// By channel: a reply whose channel nobody told.
bool tells_channels_of_replies(const book &b, const scope &whole) {
    bool any = false, told = false;
    for (const event &e : b.events) {
        if (!e.is(kind::reply_positive) && !e.is(kind::reply_negative)) continue;
        if (e.said.at < whole.from) continue;
        any = true;
        told = told || channel_of(e) != "unknown";
    }
    return told || !any;
}

/// A channel without any touch, or the only one, has no line of its own.
bool goes_without_saying(const metric &m, const amount &total, const amount &main_line) {
    return m.name.starts_with("touches_per_") && m.name.find(": ") != std::string::npos &&
           (total.numerator == 0 || total.numerator == main_line.numerator);
}

std::optional<label> label_of(const std::string &by) {
    for (std::size_t i = 0; i < labels; ++i)
        if (by == label_names[i]) return static_cast<label>(i);
    return std::nullopt;
}

/// Whether a kind of act, if it occurs, carries a dimension anywhere. Of a deal what counts is its first
/// opening and its settlement that counts, by the group that the deal belongs to.
bool is_told(const book &b, kind k, label by) {
    bool occurs = false, told = false;
    const auto look = [&](bool is_named) { occurs = true, told = told || is_named; };
    if (k == kind::opportunity || k == kind::deal_won || k == kind::deal_lost) {
        for (const auto &[id, d] : b.deals)
            if (k == kind::opportunity ? d.opened != nullptr : d.settlement != nullptr && d.settlement->is(k))
                look(!group_of(b, d, by).empty());
    } else {
        for (const event &e : b.events)
            if (e.is(k)) look(by == label::channel ? channel_of(e) != "unknown" : !e.said.name(by).empty());
    }
    return told || !occurs;
}

struct named_scope {
    std::string name;
    scope what;
};

std::int64_t period_start(const std::string &by, std::int64_t at) {
    const date d = date_of(at);
    if (by == "day") return at / day * day;
    if (by == "month") return second_of(d.year, d.month, 1);
    if (by == "quarter") return second_of(d.year, (d.month - 1) / 3 * 3 + 1, 1);
    return second_of(d.year, 1, 1);
}
std::int64_t next_period(const std::string &by, std::int64_t start) {
    const date d = date_of(start);
    if (by == "day") return start + day;
    if (by == "month") return second_of(d.year, d.month + 1, 1);
    if (by == "quarter") return second_of(d.year, d.month + 3, 1);
    return second_of(d.year + 1, 1, 1);
}
std::string period_name(const std::string &by, std::int64_t start) {
    const std::string date = date_text(start);
    if (by == "day") return date;
    if (by == "month") return date.substr(0, 7);
    if (by == "quarter") return date.substr(0, 4) + 'Q' + std::to_string((date_of(start).month - 1) / 3 + 1);
    return date.substr(0, 4);
}

/// The groups that the log must show, and with what scope.
std::vector<named_scope> groups_of(const book &b, const scope &whole) {
    std::vector<named_scope> all;
    const std::string &by = b.asked.by;
    if (by.empty()) return all;
    if (const auto l = label_of(by)) {
        std::set<std::string> names{*l == label::channel ? "unknown" : "(none)"};
        for (const event &e : b.events) {
            const std::string name = *l == label::channel ? channel_of(e) : e.said.name(*l);
            if (!name.empty()) names.insert(name);
        }
        for (const std::string &name : names) {
            scope s = whole;
            s.by = *l;
            s.group = name;
            s.whole = false;
            all.push_back({name, s});
        }
        return all;
    }
    // Periods from the first row that is read to the last, those without any between them too.
    std::optional<std::int64_t> first, last;
    for (const event &e : b.events) {
        if (whole.windowed && e.said.at < whole.from) continue;
        first = std::min(first.value_or(e.said.at), e.said.at);
        last = std::max(last.value_or(e.said.at), e.said.at);
    }
    if (!first) return all;
    if (b.asked.covers) {
        first = std::min(*first, (*b.asked.covers)[0]);
        last = std::max(*last, (*b.asked.covers)[1]);
    }
    for (std::int64_t start = period_start(by, *first); start <= *last; start = next_period(by, start)) {
        scope s = whole;
        s.windowed = true;
        s.whole = false;
        s.from = std::max(start, whole.windowed ? whole.from : start);
        s.until = std::min(next_period(by, start), whole.until);
        all.push_back({period_name(by, start), s});
    }
    return all;
}

/// How the results of a team are spread over its reps, those with none too: Gini's coefficient, the share of
/// the best, and what there is without them (METRICS.md, section 8).
std::map<std::string, amount> team_figures(const book &b, const scope &whole, const printed &shown) {
    std::map<std::string, amount> all;
    if (b.asked.by != "rep") return all;
    for (const std::string name : {"deals_won", "revenue_won", "units_sold"}) {
        const auto line = shown.metrics.find(name);
        const auto m = std::find_if(metrics().begin(), metrics().end(),
                                    [&](const metric &one) { return one.name == name; });
        if (line == shown.metrics.end() || line->second.groups.empty()) continue;
        std::vector<std::int64_t> of_reps;
        for (const std::string &rep : shown.groups) {
            if (rep == "(none)") continue;
            scope s = whole;
            s.by = label::rep, s.group = rep, s.whole = false;
            of_reps.push_back(m->of(b, s).numerator);
        }
        std::sort(of_reps.begin(), of_reps.end());
        const auto n = std::ssize(of_reps);
        const std::int64_t sum = std::accumulate(of_reps.begin(), of_reps.end(), std::int64_t{0});
        if (n < 2 || of_reps.front() < 0 || sum == 0) continue;
        std::int64_t uneven = 0;
        for (std::int64_t i = 1; i <= n; ++i)
            uneven += (2 * i - n - 1) * of_reps[static_cast<std::size_t>(i - 1)];
        all["gini_of_" + name] = {uneven, n * sum, n};
        all["top_1_share_of_" + name] = {of_reps.back(), sum, n};
        all[name + "_without_top_1"] = {sum - of_reps.back(), 1, n};
    }
    return all;
}

} // namespace

std::span<const left_aside> all_left_aside() {
    static constexpr left_aside all[] = {
        {"correlation", "of client_engagement: no exact fraction"},
        {"share_of_reps_at_", "no target is asked for"},
        {"conversion_at_touch_", "only the first five touches are read"},
    };
    return all;
}

comparison compare(const log &l) { return compare(l, print(l)); }

comparison compare(const log &l, const printed &shown) {
    comparison c;
    if (!shown.failure.empty()) {
        c.differences.push_back({"(report)", "", "a report", shown.failure});
        return c;
    }
    const book b{l};
    scope whole{0, b.end, false, {}, {}, true};
    if (b.asked.window) {
        whole.windowed = true;
        whole.from = b.end - *b.asked.window;
    }
    const auto groups = groups_of(b, whole);
    const bool by_label = label_of(b.asked.by).has_value();
    const auto differ = [&](const metric &m, const std::string &group, const std::string &expected,
                            const std::string &got) {
        c.differences.push_back({m.name, group, expected, got});
    };
    amount main_line{};                       ///< the metric without a channel
    std::map<std::size_t, amount> main_lines; ///< of groups
    const auto team = team_figures(b, whole, shown);
    for (const auto &[name, expected] : team) {
        ++c.figures;
        const auto found = shown.metrics.find(name);
        const printed_figure got = found != shown.metrics.end() ? found->second.total : printed_figure{};
        if (expected.numerator * got.denominator != got.numerator * expected.denominator ||
            expected.n != got.n)
            c.differences.push_back({name, "", text(expected.numerator, expected.denominator, expected.n),
                                     text(got.numerator, got.denominator, got.n)});
    }
    for (const auto &[name, m] : shown.metrics) {
        const bool known = team.contains(name) ||
                           std::any_of(metrics().begin(), metrics().end(),
                                       [&, &name = name](const metric &one) { return one.name == name; });
        const bool aside =
            std::any_of(all_left_aside().begin(), all_left_aside().end(),
                        [&, &name = name](const left_aside &one) { return name.starts_with(one.metric); });
        if (!known && !aside) c.differences.push_back({name, "", "unknown to the oracle", "shown"});
    }
    for (const metric &m : metrics()) {
        const amount total = m.of(b, whole);
        if (m.name.find(": ") == std::string::npos) main_line = total;
        const auto found = shown.metrics.find(m.name);
        ++c.figures;
        if (found == shown.metrics.end()) {
            const bool by_email = m.name == "reply_rate" || m.name == "positive_replies_per_email";
            if (total.denominator > 0 && is_given(b, m) && may_be_told(b, m) &&
                (!by_email || tells_channels_of_replies(b, whole)) &&
                !goes_without_saying(m, total, main_line))
                differ(m, "", text(total.numerator, total.denominator, total.n), "left out");
            continue;
        }
        const printed_metric &p = found->second;
        if (!is_given(b, m)) differ(m, "", "left out: not all is given", "shown");
        if (!are_same(m, total, p.total))
            differ(m, "", text(total.numerator, total.denominator, total.n),
                   text(p.total.numerator, p.total.denominator, p.total.n) + " = " + p.total.value);
        bool tells = total.numerator != 0 && total.denominator > 0 &&
                     (total.numerator != total.denominator || m.scale == 1);
        c.telling[m.name] = tells;
        if (p.groups.empty()) {
            if (!groups.empty() && m.by == grouped::always && m.given.empty() && !takes_given(b, m))
                differ(m, "(groups)", "shown", "left out");
            const bool of_answers =
                !m.acts.empty() && m.acts.front() >= kind::nps_promoter; // of the last ones
            if (m.by == grouped::if_told && by_label && !groups.empty() && m.given.empty() && !of_answers) {
                const label d = *label_of(b.asked.by);
                const bool all_told =
                    std::all_of(m.acts.begin(), m.acts.end(), [&](kind k) { return is_told(b, k, d); });
                if (all_told) differ(m, "(groups)", "shown", "left out");
            }
            continue;
        }
        std::set<std::string> seen;
        for (std::size_t g = 0; g < p.groups.size(); ++g) {
            const auto its = std::find_if(groups.begin(), groups.end(),
                                          [&](const named_scope &s) { return s.name == shown.groups[g]; });
            if (its == groups.end()) {
                differ(m, shown.groups[g], "no such group", "shown");
                continue;
            }
            seen.insert(its->name);
            ++c.figures;
            const amount a = m.of(b, its->what);
            const bool is_main = m.name.find(": ") == std::string::npos;
            if (is_main) main_lines[g] = a;
            if (p.groups[g].denominator == 0 && goes_without_saying(m, a, main_lines[g])) continue;
            if (!are_same(m, a, p.groups[g]))
                differ(m, its->name, text(a.numerator, a.denominator, a.n),
                       text(p.groups[g].numerator, p.groups[g].denominator, p.groups[g].n) + " = " +
                           p.groups[g].value);
        }
        for (const named_scope &s : groups) {
            if (seen.contains(s.name)) continue;
            const amount a = m.of(b, s.what);
            if (a.numerator != 0 || a.denominator > 1)
                differ(m, s.name, text(a.numerator, a.denominator, a.n), "no such group");
        }
    }
    return c;
}

log shrink(log l, const std::string &metric) {
    const auto differs = [&](const log &smaller) {
        const auto c = compare(smaller);
        return std::any_of(c.differences.begin(), c.differences.end(),
                           [&](const difference &d) { return d.metric == metric; });
    };
    const auto attempt = [&](auto change) {
        log smaller = l;
        change(smaller);
        if (smaller.rows.empty() || !differs(smaller)) return false;
        l = smaller;
        return true;
    };
    attempt([](log &s) {
        s.files = 1;
        for (row &r : s.rows)
            r.file = 0;
    });
    attempt([](log &s) { s.asked.maturity.reset(); });
    attempt([](log &s) { s.asked.covers.reset(); });
    attempt([](log &s) { s.asked.window.reset(); });
    attempt([](log &s) { s.asked.by.clear(); });
    attempt([](log &s) { s.asked.given.clear(); });
    attempt([](log &s) {
        s.asked.as_of.reset();
        s.asked.window.reset();
    });
    bool again = true;
    while (again) {
        again = false;
        for (std::size_t i = l.rows.size(); i-- > 0;)
            again = attempt([&](log &s) { s.rows.erase(s.rows.begin() + static_cast<std::ptrdiff_t>(i)); }) ||
                    again;
    }
    for (std::size_t i = 0; i < l.rows.size(); ++i) {
        const auto blank = [&](auto &&member) { attempt([&](log &s) { member(s.rows[i]); }); };
        blank([](row &r) { r.count = 1; });
        blank([](row &r) { r.has_zone = false; });
        for (std::size_t k = 0; k < labels; ++k)
            if (!l.rows[i].names[k].empty()) blank([k](row &r) { r.names[k].clear(); });
        for (std::size_t k = 0; k < abouts; ++k)
            if (!l.rows[i].ids[k].empty()) blank([k](row &r) { r.ids[k].clear(); });
        for (std::size_t k = 0; k < numbers; ++k)
            if (l.rows[i].amounts[k]) blank([k](row &r) { r.amounts[k].reset(); });
    }
    return l;
}

std::string reproduction(const log &l) {
    std::string all;
    for (int f = 0; f < l.files; ++f)
        all += std::to_string(f) + ".csv:\n" + csv(l, f);
    return all + command(l) + '\n';
}

} // namespace oracle
