// SPDX-License-Identifier: MIT
#include "compare.hpp"

#include "figures.hpp"
#include "periods.hpp"
#include "printed.hpp"
#include "roster.hpp"
#include "team.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

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

/// Two quantiles that a bucket of that width makes one.
bool are_near(const amount &a, const printed_figure &p, double width) {
    if ((a.denominator == 0) != (p.denominator == 0) || a.n != p.n) return false;
    if (a.denominator == 0) return true;
    const double x = static_cast<double>(a.numerator) / static_cast<double>(a.denominator);
    const double y = static_cast<double>(p.numerator) / static_cast<double>(p.denominator);
    return std::fabs(x - y) <= width * std::fabs(x);
}
bool are_same(const metric &m, const amount &a, const printed_figure &p) {
    if (m.near) return are_near(a, p, m.width);
    if (m.to_the_hundredth) {
        if (a.denominator <= 0 || p.value.empty()) return (a.denominator <= 0) == p.value.empty();
        const double x = static_cast<double>(a.numerator) * m.scale / static_cast<double>(a.denominator);
        return std::fabs(x - std::stod(p.value)) <= 0.00501 + 1e-9 * std::fabs(x);
    }
    if ((m.by_value || m.is_money) && a.denominator > 0 && p.denominator > 0)
        return a.n == p.n && a.numerator * p.denominator == p.numerator * a.denominator &&
               value_of(a, m.scale) == p.value;
    if (a.denominator <= 0 && p.denominator == 0) return a.numerator == p.numerator || a.denominator < 0;
    return a.numerator == p.numerator && a.denominator == p.denominator && a.n == p.n &&
           value_of(a, m.scale) == p.value;
}

/// What only the caller knows is told of the whole alone.
bool is_given(const book &b, const metric &m) {
    const auto is_money = [](const std::string &name) {
        return name == "cost" || name == "marketing_cost" || name == "quota" || name == "competitors_price";
    };
    if (b.currencies.size() > 1 && m.by_currency && std::any_of(m.given.begin(), m.given.end(), is_money))
        return false; // it is in one of them
    return std::all_of(m.given.begin(), m.given.end(),
                       [&](const std::string &name) { return b.asked.given.contains(name); });
}
bool takes_given(const book &b, const metric &m) { return !m.base.empty() && b.asked.given.contains(m.base); }
/// Whether any of its cases has an id.
bool are_cases_known(const book &b, const metric &m) {
    if (m.cases.empty() || !holds(rule::case_needs_an_id) || (m.or_base && takes_given(b, m))) return true;
    return std::any_of(b.events.begin(), b.events.end(), [&](const event &e) {
        return std::any_of(m.cases.begin(), m.cases.end(), [&](about a) { return !e.said.id(a).empty(); }) ||
               std::find(m.or_rows.begin(), m.or_rows.end(), e.said.what) != m.or_rows.end();
    });
}
/// Whether a kind of it occurs in the log, and the numbers that it adds up.
bool may_be_told(const book &b, const metric &m) {
    if (m.in_hours && !b.asked.hours) return false;
    const auto needed = [&](const event &e) {
        return m.needs.empty() || std::find(m.needs.begin(), m.needs.end(), e.said.what) != m.needs.end();
    };
    if (!m.needs.empty() && std::none_of(b.events.begin(), b.events.end(), needed)) return false;
    if (!are_cases_known(b, m)) return false;
    if (m.tells_due &&
        std::none_of(b.events.begin(), b.events.end(), [](const event &e) { return e.said.due.has_value(); }))
        return false;
    if (m.tells_stage &&
        std::none_of(b.events.begin(), b.events.end(), [](const event &e) { return e.said.stage != 0; }))
        return false;
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
    if (by == "team" || by == "role") return label::rep;
    for (std::size_t i = 0; i < labels; ++i)
        if (by == label_names[i]) return static_cast<label>(i);
    return std::nullopt;
}

bool is_in_a_group(const std::string &name) { return !name.empty() && name != "(none)"; }

/// Whether a kind of act, if it occurs, carries a dimension anywhere. Of a deal what counts is its first
/// opening and its settlement that counts, by the group that the deal belongs to.
bool is_told(const book &b, kind k, label by) {
    bool occurs = false, told = false;
    const auto look = [&](bool is_named) { occurs = true, told = told || is_named; };
    if (k == kind::opportunity || k == kind::deal_won || k == kind::deal_lost) {
        for (const auto &[id, d] : b.deals)
            if (k == kind::opportunity ? d.opened != nullptr : d.settlement != nullptr && d.settlement->is(k))
                look(is_in_a_group(group_of(b, d, by)));
    } else {
        for (const event &e : b.acts)
            if (e.is(k))
                look(by == label::channel ? group_of(e, by) != "unknown" : is_in_a_group(group_of(e, by)));
    }
    return told || !occurs;
}

/// The groups that the log must show, and with what scope.
std::vector<named_scope> groups_of(const book &b, const scope &whole) {
    std::vector<named_scope> all;
    const std::string &by = b.asked.by;
    if (by.empty()) return all;
    if (const auto l = label_of(by)) {
        std::set<std::string> names{*l == label::channel ? "unknown" : "(none)"};
        for (const event &e : b.events) {
            const std::string name = *l == label::channel ? channel_of(e) : group_of(e, *l);
            if (!name.empty()) names.insert(name);
        }
        if (is_by_posts(b.asked)) names.merge(posts_of(b.asked));
        for (const std::string &name : names) {
            scope s = whole;
            s.by = *l;
            s.group = name;
            s.whole = false;
            if (b.asked.days.empty()) {
                all.push_back({name, s});
                continue;
            }
            for (named_scope &each : periods_of(b, s)) {
                each.name = name + ", " + each.name;
                all.push_back(std::move(each));
            }
        }
        return all;
    }
    return periods_of(b, whole);
}

/// What is wrong with what stands beside a figure, with its range and with its share of the target.
class around {
public:
    around(const metric &m, const amount &its, const printed_figure &got) : m_{m}, its_{its}, got_{got} {}

    /// Of `beside` the value that is expected, as JSON shows it; empty: it is absent, or 0.
    void expect(const std::string &name, const std::string &expected) {
        seen_.insert(name);
        const auto found = got_.beside.find(name);
        const std::string shown = found != got_.beside.end() ? found->second : std::string{};
        if (expected == shown || (is_nothing(expected) && is_nothing(shown))) return;
        wrong_.push_back({m_.name + " / " + name, {}, expected, shown.empty() ? "nothing" : shown});
    }
    void expect_companions(const book &b, const scope &s) {
        for (const companion &c : m_.beside) {
            const amount a = c.of(b, s);
            const auto found = got_.beside.find(c.name);
            if (c.near && a.denominator > 0 && found != got_.beside.end()) {
                seen_.insert(c.name);
                const double x = static_cast<double>(a.numerator) / static_cast<double>(a.denominator);
                if (std::fabs(x - std::stod(found->second)) <= m_.width * std::fabs(x)) continue;
            }
            expect(c.name, value_of(a, 1));
        }
    }
    void expect_range() {
        const auto range = m_.sampled ? wilson(its_) : std::nullopt;
        const bool same = range.has_value() == got_.range.has_value() &&
                          (!range || (std::fabs(range->first - got_.range->first) < 1e-6 &&
                                      std::fabs(range->second - got_.range->second) < 1e-6));
        if (!same) wrong_.push_back({m_.name + " / range", {}, range_text(range), range_text(got_.range)});
    }
    void expect_attained(const amount &expected) {
        const std::size_t slash = got_.attained.find('/');
        const bool shown = slash != std::string::npos;
        const std::int64_t part = shown ? std::stoll(got_.attained) : 0,
                           whole = shown ? std::stoll(got_.attained.substr(slash + 1)) : 0;
        if (part * expected.denominator == expected.numerator * whole &&
            (whole != 0) == (expected.denominator > 0))
            return;
        wrong_.push_back({m_.name + " / attained",
                          {},
                          text(expected.numerator, expected.denominator, 0),
                          shown ? got_.attained : "nothing"});
    }
    /// With what was not expected at all.
    [[nodiscard]] std::vector<difference> wrong() const {
        std::vector<difference> all = wrong_;
        for (const auto &[name, shown] : got_.beside)
            if (!seen_.contains(name) && name != "half_width" && m_.given.empty())
                all.push_back({m_.name + " / " + name, {}, "nothing", shown});
        return all;
    }

private:
    using bounds = std::optional<std::pair<double, double>>;
    static bool is_nothing(const std::string &value) { return value.empty() || value == "0.000000"; }
    static std::string range_text(const bounds &r) {
        return r ? std::to_string(r->first) + ".." + std::to_string(r->second) : "nothing";
    }
    /// Wilson's interval at 95 %.
    static bounds wilson(const amount &a) {
        if (a.denominator <= 0 || a.numerator > a.denominator) return std::nullopt;
        constexpr double z = 1.959963984540054;
        const auto n = static_cast<double>(a.denominator);
        const double p = static_cast<double>(a.numerator) / n, by = 1 + z * z / n;
        const double middle = (p + z * z / (2 * n)) / by;
        const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / by;
        return std::pair{middle - half, middle + half};
    }

    const metric &m_;
    const amount &its_;
    const printed_figure &got_;
    std::set<std::string> seen_;
    std::vector<difference> wrong_;
};

/// An amount is told in the unit of its currency.
amount in_unit(const book &b, const metric &m, amount a) {
    if (m.is_money) a.denominator *= b.unit;
    return a;
}

/// From one complete period to the next, in percent; empty where there is none.
std::string growth(const amount &before, const amount &after) {
    if (!after.adds_up || before.numerator <= 0 || after.numerator < 0) return {};
    return value_of({after.numerator - before.numerator, before.numerator, 0}, 100);
}

} // namespace

std::span<const left_aside> all_left_aside() {
    static constexpr left_aside all[] = {
        {"correlation", "of client_engagement: no exact fraction"},
        {"conversion_at_touch_", "only the first five touches are read"},
        {"lead_response_rate / still_open",
         "leads that wait again are counted, too, though they were answered"},
        {"time_to_upsell / untold", "a customer's later upsells are counted, too"},
        {"time_to_upsell_quantiles / untold", "likewise"},
        {"capacity_check_of_", "of a roster: the intervals of single reps decide"},
        {"pipeline_velocity [", "of several currencies: METRICS.md does not say whose win rate it has"},
        {"shrunk, and rank of shares", "a fit, held to simulated teams in statistics/shrinkage.test.cpp"},
        {"median_low, growth_low, and what is high", "ranges, held to tables in ranges.test.cpp"},
        {"the range of a score", "held to a table in ranges.test.cpp"},
        {"within", "a curve, held to the textbook's in courses.test.cpp"},
        {"untold [", "of several currencies: METRICS.md does not say whether others are untold"},
    };
    return all;
}

bool is_left_aside(const std::string &metric) {
    return std::any_of(all_left_aside().begin(), all_left_aside().end(),
                       [&](const left_aside &one) { return metric.starts_with(one.metric); });
}

comparison compare(const log &l) { return compare(l, print(l)); }

namespace {

scope whole_of(const book &b) {
    scope whole{0, b.end, false, {}, {}, true};
    if (b.asked.window) {
        whole.windowed = true;
        whole.from = b.end - *b.asked.window;
    }
    return whole;
}

/// The metrics of a book, and of its currency if it is of one of several.
void compare_in(comparison &c, const book &b, const printed &shown, const std::string &currency) {
    const std::string behind = currency.empty() ? "" : " [" + currency + "]";
    const bool several = b.currencies.size() > 1;
    const scope whole = whole_of(b);
    const auto groups = groups_of(b, whole);
    const bool by_label = label_of(b.asked.by).has_value();
    const auto differ = [&](const metric &m, const std::string &group, const std::string &expected,
                            const std::string &got) {
        c.differences.push_back({m.name, group, expected, got});
    };
    amount main_line{};                       ///< the metric without a channel
    std::map<std::size_t, amount> main_lines; ///< of groups
    for (const auto &[name, expected] : team_figures(b, whole, shown, behind)) {
        ++c.figures;
        const auto found = shown.metrics.find(name + behind);
        const printed_figure got = found != shown.metrics.end() ? found->second.total : printed_figure{};
        if (expected.numerator * got.denominator != got.numerator * expected.denominator ||
            expected.n != got.n)
            c.differences.push_back({name, "", text(expected.numerator, expected.denominator, expected.n),
                                     text(got.numerator, got.denominator, got.n)});
    }
    const bool by_period = !by_label || !b.asked.days.empty();
    for (std::size_t g = 0; g < shown.groups.size() && by_period; ++g)
        for (const named_scope &s : groups)
            if (s.name == shown.groups[g] && s.complete != shown.complete[g])
                c.differences.push_back({"(periods)", s.name, s.complete ? "complete" : "not complete",
                                         shown.complete[g] ? "complete" : "not complete"});
    /// Of the whole, or of a group.
    const auto look_around = [&](const metric &m, const named_scope &s, const amount &its,
                                 const printed_figure &got, const std::string &grown, std::int64_t rank) {
        if (got.denominator == 0 || got.value.empty()) return;
        around a{m, its, got};
        a.expect_companions(b, s.what);
        a.expect("growth", grown);
        a.expect("rank", rank == 0 ? "" : value_of({rank, 1, 0}, 1));
        a.expect_range();
        const auto wanted = b.asked.wanted.find(m.name);
        const bool is_targeted = wanted != b.asked.wanted.end() && (s.what.whole || !its.adds_up);
        a.expect_attained(is_targeted ? attained(its, wanted->second) : amount{});
        for (difference d : a.wrong()) {
            d.group = s.name;
            const bool is_untold_of_one = !currency.empty() && d.metric.ends_with(" / untold");
            const bool is_ranked = d.metric.ends_with(" / shrunk") || d.metric.ends_with(" / rank");
            const bool is_end = d.metric.ends_with("_low") || d.metric.ends_with("_high");
            const bool is_fitted =
                !its.adds_up && (is_ranked || is_end || d.metric.find(" / within") != std::string::npos);
            if (!is_left_aside(d.metric) && !is_untold_of_one && !is_fitted)
                c.differences.push_back(std::move(d));
        }
    };
    const auto of = [&](const metric &m, const scope &in) { return in_unit(b, m, m.of(b, in)); };
    for (const metric &m : metrics()) {
        if (several && m.by_currency == currency.empty()) continue;
        if (!currency.empty() && m.name == "pipeline_velocity") continue; // see all_left_aside
        if (m.in_hours && !b.asked.hours) continue;
        const amount total = of(m, whole);
        if (m.name.find(": ") == std::string::npos) main_line = total;
        const auto found = shown.metrics.find(m.name + behind);
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
        if (!are_cases_known(b, m)) differ(m, "", "left out: no case has an id", "shown");
        if (!are_same(m, total, p.total))
            differ(m, "", text(total.numerator, total.denominator, total.n),
                   text(p.total.numerator, p.total.denominator, p.total.n) + " = " + p.total.value);
        look_around(m, {"", whole}, total, p.total, {}, 0);
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
        const std::vector<std::int64_t> rank = ranks(b, whole, shown, m);
        for (std::size_t g = 0; g < p.groups.size(); ++g) {
            const auto its = std::find_if(groups.begin(), groups.end(),
                                          [&](const named_scope &s) { return s.name == shown.groups[g]; });
            if (its == groups.end()) {
                differ(m, shown.groups[g], "no such group", "shown");
                continue;
            }
            seen.insert(its->name);
            ++c.figures;
            const amount a = of(m, its->what);
            const bool is_main = m.name.find(": ") == std::string::npos;
            if (is_main) main_lines[g] = a;
            std::string grown;
            if (its != groups.begin() && by_period) {
                const named_scope &before = *std::prev(its);
                const bool complete =
                    (before.complete && its->complete) || !holds(rule::growth_of_complete_periods);
                if (complete && before.what.group == its->what.group) grown = growth(of(m, before.what), a);
            }
            look_around(m, *its, a, p.groups[g], grown, rank[g]);
            if (p.groups[g].denominator == 0 && goes_without_saying(m, a, main_lines[g])) continue;
            if (!are_same(m, a, p.groups[g]))
                differ(m, its->name, text(a.numerator, a.denominator, a.n),
                       text(p.groups[g].numerator, p.groups[g].denominator, p.groups[g].n) + " = " +
                           p.groups[g].value);
        }
        for (const named_scope &s : groups) {
            if (seen.contains(s.name)) continue;
            const amount a = of(m, s.what);
            if (a.numerator != 0 || (a.denominator > 1 && !a.adds_up))
                differ(m, s.name, text(a.numerator, a.denominator, a.n), "no such group");
        }
    }
}

/// What a roster adds.
void compare_quotas(comparison &c, const log &l, const book &b, const printed &shown) {
    if (b.asked.team.empty() || !shown.metrics.contains(b.asked.quota_in)) return;
    for (const auto &[name, expected] : quota_figures(l, b, whole_of(b))) {
        const auto found = shown.metrics.find(name);
        for (const auto &[group, its] : expected) {
            ++c.figures;
            printed_figure got;
            if (found != shown.metrics.end() && group.empty()) got = found->second.total;
            for (std::size_t g = 0; found != shown.metrics.end() && g < found->second.groups.size(); ++g)
                if (!group.empty() && shown.groups[g] == group) got = found->second.groups[g];
            const bool same = (its.denominator == 0) == (got.denominator == 0) &&
                              its.numerator * got.denominator == got.numerator * its.denominator &&
                              (its.denominator == 0 || its.n == got.n);
            if (!same)
                c.differences.push_back({name, group, text(its.numerator, its.denominator, its.n),
                                         text(got.numerator, got.denominator, got.n)});
        }
    }
}

} // namespace

comparison compare(const log &l, const printed &shown) {
    comparison c;
    if (!shown.failure.empty()) {
        c.differences.push_back({"(report)", "", "a report", shown.failure});
        return c;
    }
    const book b{l};
    compare_in(c, b, shown, {});
    compare_quotas(c, l, b, shown);
    if (b.currencies.size() > 1)
        for (const std::string &currency : b.currencies)
            compare_in(c, book{l, currency}, shown, currency);
    for (const auto &[name, m] : shown.metrics) {
        const std::string plain = name.substr(0, name.find(" ["));
        const bool of_a_team =
            plain.starts_with("gini_of_") || plain.starts_with("top_") ||
            plain.starts_with("share_of_reps_at_target_of_") || plain.starts_with("quota_attainment_of_") ||
            plain.starts_with("share_of_reps_at_quota_of_") || plain.starts_with("capacity_check_of_") ||
            plain.find("_without_top_") != std::string::npos;
        if (!of_a_team && metric_named(plain) == nullptr && !is_left_aside(name))
            c.differences.push_back({name, "", "unknown to the oracle", "shown"});
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
    attempt([](log &s) { s.asked.by.clear(), s.asked.days.clear(); });
    attempt([](log &s) { s.asked.days.clear(); });
    attempt([](log &s) { s.asked.given.clear(); });
    attempt([](log &s) { s.asked.wanted.clear(); });
    attempt([](log &s) { s.asked.top = 1; });
    attempt([](log &s) { s.asked.hours.reset(); });
    attempt([](log &s) { s.asked.hours->off.clear(); });
    attempt([](log &s) { s.asked.team.clear(); });
    for (std::size_t i = l.asked.team.size(); i-- > 0;)
        attempt([i](log &s) { s.asked.team.erase(s.asked.team.begin() + static_cast<std::ptrdiff_t>(i)); });
    attempt([](log &s) { s.asked.week_starts = 0; });
    attempt([](log &s) { s.asked.year_starts = 1; });
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
    if (l.asked.hours) all += "holidays.csv:\n" + holidays_file(l.asked);
    if (!l.asked.team.empty()) all += "team.csv:\n" + roster_file(l.asked);
    return all + command(l) + '\n';
}

} // namespace oracle
