// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include "office.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace oracle {

namespace {

// What is counted

amount count(std::int64_t n) { return {n, 1, n, true}; }
amount sum(std::int64_t total, std::int64_t n) { return {total, 1, n, true}; }
amount share(std::int64_t part, std::int64_t whole) { return {part, whole, whole}; }
amount mean(std::int64_t sum, std::int64_t n, std::int64_t unit = 1) { return {sum, n * unit, n}; }

bool in(const scope &s, std::int64_t at) { return at >= s.from && at < s.until; }
bool in(const scope &s, const event *e) { return e != nullptr && in(s, e->said.at); }

std::string or_none(const std::string &name, label l) {
    if (!name.empty()) return name;
    return l == label::channel ? "unknown" : "(none)";
}
std::string name_of(const event &e, label l) {
    if (l == label::channel && e.channel_of_message) return *e.channel_of_message;
    if (l == label::rep && e.post) return *e.post;
    return l == label::channel ? channel_of(e) : or_none(e.said.name(l), l);
}
bool is_named(const event &e, label l) {
    return l == label::channel ? channel_of(e) != "unknown" : !e.said.name(l).empty();
}

/// An act is grouped by its own label.
bool mine(const scope &s, const event &e) { return !s.by || name_of(e, *s.by) == s.group; }

/// The last name on the rows of a case.
std::string last_name(const story &rows, label l) {
    std::string name;
    for (const event *e : rows)
        if (is_named(*e, l) && (name.empty() || holds(rule::last_name_groups))) name = name_of(*e, l);
    return name;
}

bool is_inherited(label l) { return l != label::rep && l != label::channel; }
/// The name that a deal's own rows say; of a rep, that of the settlement that counts.
std::string own_name(const deal &d, label l) {
    if (l == label::rep && d.settlement != nullptr && is_named(*d.settlement, l) &&
        holds(rule::rep_of_the_settlement))
        return name_of(*d.settlement, l);
    return last_name(d.rows, l);
}
std::string name_of(const book &b, const deal &d, label by) {
    const std::string own = own_name(d, by);
    if (!own.empty() || !is_inherited(by) || d.lead.empty()) return own;
    return last_name(b.leads.at(d.lead).rows, by);
}
/// The last name on the rows of a case, those settlements among them that its deals hand on.
std::string last_name(const book &b, const story &rows, const std::vector<const deal *> &deals_of_it, label l,
                      bool of_lead = false) {
    story all = rows;
    if (of_lead) // a deal's openings are its lead's, too
        for (const deal *d : deals_of_it)
            for (const event *e : d->rows)
                if (e->is(kind::opportunity) && e->id(about::lead).empty() &&
                    std::find(all.begin(), all.end(), e) == all.end())
                    all.push_back(e);
    std::map<const event *, const deal *> handed_on;
    for (const deal *d : deals_of_it)
        if (d->settlement != nullptr) handed_on[d->settlement] = d;
    for (const auto &[e, d] : handed_on)
        if (std::find(all.begin(), all.end(), e) == all.end()) all.push_back(e);
    put_in_order(all);
    std::string name;
    const event *names_itself = nullptr; // the last one of the settlements
    for (const event *e : all) {
        const auto its = handed_on.find(e);
        const bool is_its = std::find(rows.begin(), rows.end(), e) != rows.end() || its == handed_on.end();
        if (is_its && is_named(*e, l)) {
            if (e->is(kind::deal_won) || e->is(kind::deal_lost)) names_itself = e;
        } else if (its != handed_on.end() && names_itself != nullptr && names_itself->said.at == e->said.at &&
                   names_itself->said.what == e->said.what) {
            continue; // of two at once the row that carries the id decides
        }
        const std::string here = is_its && is_named(*e, l) ? name_of(*e, l)
                                 : its != handed_on.end()  ? name_of(b, *its->second, l)
                                                           : std::string{};
        if (!here.empty() && (name.empty() || holds(rule::last_name_groups))) name = here;
    }
    return name;
}
std::string name_of(const book &b, const lead &l, label by) {
    return last_name(b, l.rows, l.deals, by, true);
}
std::string name_of(const book &b, const customer &c, label by) {
    const std::string own = last_name(b, c.named, c.deals, by);
    if (!own.empty() || !is_inherited(by)) return own;
    std::string of_leads; // of several the last one by its text
    for (const auto &[lead_id, whose] : b.customers_of_leads)
        if (whose == c.id) of_leads = std::max(of_leads, name_of(b, b.leads.at(lead_id), by));
    return of_leads;
}
template <class Case> bool mine(const book &b, const scope &s, const Case &c) {
    return !s.by || or_none(name_of(b, c, *s.by), *s.by) == s.group;
}

std::int64_t acts(const book &b, const scope &s, const std::vector<kind> &kinds_of_it) {
    return std::count_if(b.acts.begin(), b.acts.end(), [&](const event &e) {
        return std::find(kinds_of_it.begin(), kinds_of_it.end(), e.said.what) != kinds_of_it.end() &&
               in(s, &e) && mine(s, e);
    });
}

// Sets of kinds (METRICS.md, section 2)

using set = std::vector<kind>;
const set live = {kind::conversation, kind::operator_reached, kind::hang_up, kind::abandoned};
set operator+(set a, const set &b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
const set picked_up = live + set{kind::picked_up, kind::voicemail};
const set missed = {kind::busy, kind::no_answer};
const set calls_known = picked_up + missed;
const set calls_clear = live + set{kind::voicemail} + missed;
const set calls = calls_known + set{kind::call};
const set held = {kind::meeting_held, kind::video_meeting};
const set touches = calls + set{kind::email_sent, kind::social_touch} + held;
const set replies = {kind::reply_positive, kind::reply_negative};
const set arrivals = {kind::mcl, kind::mql};
const set settled = {kind::deal_won, kind::deal_lost};
const set gains = {kind::customer, kind::deal_won};

// Times

struct span {
    std::int64_t seconds{};
    bool whole_days{};
};
/// Between two events; whole days where one of them is a date. Backwards it is none.
std::optional<span> between(const event &a, const event &b) {
    span t{b.said.at - a.said.at, false};
    if ((a.said.date_alone || b.said.date_alone) && holds(rule::whole_days_of_dates))
        t = {(b.said.at / day - a.said.at / day) * day, true};
    if (t.seconds < 0) return std::nullopt;
    return t;
}

/// Times of cases. Those in seconds are of pairs with times at both ends; in whole days if there are no
/// others.
struct times {
    std::vector<std::int64_t> exact, of_dates;
    std::int64_t untold{};         ///< cases that took none that is known
    std::int64_t untold_by_date{}; ///< likewise, and known by a date alone

    void add(const std::optional<span> &t) {
        if (t)
            (t->whole_days ? of_dates : exact).push_back(t->seconds);
        else
            ++untold;
    }
    [[nodiscard]] std::vector<std::int64_t> all() const {
        std::vector<std::int64_t> both = exact;
        both.insert(both.end(), of_dates.begin(), of_dates.end());
        return both;
    }
    [[nodiscard]] const std::vector<std::int64_t> &finest() const { return exact.empty() ? of_dates : exact; }
};
std::int64_t sum(const std::vector<std::int64_t> &all) {
    std::int64_t s = 0;
    for (const std::int64_t one : all)
        s += one;
    return s;
}
amount mean_of(const std::vector<std::int64_t> &all, std::int64_t unit = 1) {
    return mean(sum(all), std::ssize(all), unit);
}
/// In whole units, the half up.
std::int64_t whole(std::int64_t seconds, std::int64_t unit) { return (seconds + unit / 2) / unit; }
/// The median, of an even number the middle between two.
amount median_of(std::vector<std::int64_t> all, std::int64_t unit = 1) {
    if (all.empty()) return {};
    for (auto &one : all)
        one = whole(one, unit);
    std::sort(all.begin(), all.end());
    return {all[(all.size() - 1) / 2] + all[all.size() / 2], 2, std::ssize(all)};
}
amount least_of(const std::vector<std::int64_t> &all, std::int64_t unit) {
    if (all.empty()) return {};
    return {whole(*std::min_element(all.begin(), all.end()), unit), 1, std::ssize(all)};
}

/// Old enough on the day that is looked at, in whole days.
bool is_mature(const book &b, const event &start) {
    return !b.asked.maturity || !holds(rule::mature_only) ||
           start.said.at / day + *b.asked.maturity / day <= (b.end - 1) / day;
}
/// Each of a cohort is given as many whole days as the others.
bool in_time(const book &b, const event &start, const event *goal) {
    if (goal == nullptr) return false;
    return !b.asked.maturity || !holds(rule::mature_only) ||
           between(start, *goal).value_or(span{}).seconds < *b.asked.maturity + day;
}

// Deals

template <class F> std::int64_t deals(const book &b, const scope &s, F &&chosen) {
    std::int64_t n = 0;
    for (const auto &[id, d] : b.deals)
        n += mine(b, s, d) && chosen(d) ? 1 : 0;
    return n;
}
bool settled_in(const scope &s, const deal &d) {
    if (!holds(rule::window_by_settlement) && d.opened != nullptr) return d.settlement && in(s, d.opened);
    return in(s, d.settlement);
}
bool won_in(const scope &s, const deal &d) { return d.is_won() && settled_in(s, d); }
bool lost_in(const scope &s, const deal &d) { return d.is_lost() && settled_in(s, d); }
std::int64_t won(const book &b, const scope &s) {
    return deals(b, s, [&](const deal &d) { return won_in(s, d); });
}
std::int64_t lost(const book &b, const scope &s) {
    return deals(b, s, [&](const deal &d) { return lost_in(s, d); });
}
std::int64_t opened(const book &b, const scope &s) {
    return deals(b, s, [&](const deal &d) { return in(s, d.opened); });
}
bool in_pipeline(const scope &s, const deal &d) {
    for (const event *e : d.openings)
        if (in(s, e)) return true;
    if (d.opened == nullptr) return in(s, d.settlement); // it was there at its settlement
    if (!s.windowed) return true;
    return holds(rule::pipeline_open_at_start) && before(d, s.from).is_open();
}
std::int64_t given(const book &b, const scope &s, std::string_view name) {
    const auto found = b.asked.given.find(name);
    const bool is_money =
        name == "cost" || name == "marketing_cost" || name == "quota" || name == "competitors_price";
    const auto unit = is_money ? b.unit : 1;
    return s.whole && found != b.asked.given.end() ? static_cast<std::int64_t>(found->second) * unit : 0;
}
amount of_pipeline(const book &b, const scope &s, bool (*part)(const scope &, const deal &)) {
    return share(deals(b, s, [&](const deal &d) { return in_pipeline(s, d) && part(s, d); }),
                 deals(b, s, [&](const deal &d) { return in_pipeline(s, d); }) +
                     given(b, s, "deals_open_at_the_start"));
}
/// From the first opening to the settlement that counts.
std::optional<span> cycle_of(const deal &d) {
    if (d.settlement == nullptr) return std::nullopt;
    if (const auto told = d.settlement->said.amount(number::elapsed); told && holds(rule::told_time_counts))
        return span{*told, false};
    if (d.opened == nullptr || (d.backwards && holds(rule::backwards_takes_no_time))) return std::nullopt;
    const event &start = holds(rule::cycle_from_first_opening) ? *d.opened : *d.openings.back();
    return between(start, *d.settlement).value_or(span{}); // of one day, and the wrong way round: at once
}
/// Of deals opened in the period.
amount cohort(const book &b, const scope &s, bool (*part)(const book &, const deal &),
              bool (*whole)(const book &, const deal &)) {
    const auto of_it = [&](const deal &d) {
        return in(s, d.opened) && is_mature(b, *d.opened) && whole(b, d);
    };
    return share(deals(b, s, [&](const deal &d) { return of_it(d) && part(b, d); }), deals(b, s, of_it));
}
bool any_deal(const book &, const deal &) { return true; }
bool is_settled(const book &b, const deal &d) {
    const bool timed = b.asked.maturity && holds(rule::mature_only);
    return d.settlement != nullptr &&
           (!timed || cycle_of(d).value_or(span{}).seconds < *b.asked.maturity + day);
}
bool is_won(const book &b, const deal &d) { return d.is_won() && is_settled(b, d); }

std::int64_t money(const book &b, const scope &s, number what) {
    std::int64_t total = 0;
    for (const auto &[id, d] : b.deals)
        if (mine(b, s, d) && won_in(s, d)) total += d.amount(what).value_or(0);
    return total;
}
std::int64_t carrying(const book &b, const scope &s, number what) {
    return deals(b, s, [&](const deal &d) { return won_in(s, d) && d.amount(what).has_value(); });
}

amount revenue(const book &b, const scope &s, number what) {
    return sum(money(b, s, what), carrying(b, s, what));
}

amount settlements(const book &b, const scope &s, std::vector<const event *> deal::*which) {
    std::int64_t n = 0;
    for (const auto &[id, d] : b.deals)
        if (mine(b, s, d))
            n +=
                std::count_if((d.*which).begin(), (d.*which).end(), [&](const event *e) { return in(s, e); });
    return count(n);
}

std::vector<std::int64_t> cycles(const book &b, const scope &s, bool won_ones) {
    times all;
    for (const auto &[id, d] : b.deals)
        if (mine(b, s, d) && (won_ones ? won_in(s, d) : lost_in(s, d))) all.add(cycle_of(d));
    return all.all();
}
amount cycle_band(const book &b, const scope &s, std::int64_t from, std::int64_t until) {
    const auto all = cycles(b, s, true);
    return share(std::count_if(all.begin(), all.end(),
                               [&](std::int64_t t) { return t / day >= from && t / day < until; }),
                 std::ssize(all));
}
// Stages of a deal's own pipeline

constexpr int most_stages = 4; // that the logs have

struct visit {
    int stage{};
    const event *entered{}, *left{}; ///< not left: it goes on
    bool moved_back{};
};
std::vector<visit> visits_of(const deal &d) {
    std::vector<visit> all;
    story so_far;
    bool is_in = false;
    const auto leave = [&](const event *e) {
        if (is_in) all.back().left = e;
        is_in = false;
    };
    for (const event *e : d.rows) {
        so_far.push_back(e);
        if ((e->is(kind::deal_won) || e->is(kind::deal_lost)) && holds(rule::settlement_ends_the_visit))
            leave(e);
        if (!e->is(kind::stage_entered)) continue;
        if (tell_deal(d.id, so_far).settlement != nullptr && holds(rule::settled_enters_no_stage)) continue;
        if (is_in && all.back().stage == e->said.stage && holds(rule::same_stage_goes_on)) continue;
        const bool moved_back = is_in && all.back().stage > e->said.stage;
        leave(e);
        all.push_back({e->said.stage, e, nullptr, moved_back}), is_in = true;
    }
    return all;
}
int furthest_of(const deal &d) {
    int furthest = 0;
    for (const visit &v : visits_of(d))
        furthest = std::max(furthest, v.stage);
    return furthest;
}
bool has_reached(const book &b, const deal &d, int stage) {
    if (is_won(b, d) && holds(rule::won_reached_every_stage)) return true;
    if (holds(rule::skipped_stage_is_reached)) return furthest_of(d) >= stage;
    const auto all = visits_of(d);
    return std::any_of(all.begin(), all.end(), [&](const visit &v) { return v.stage == stage; });
}
/// Of the deals of a cohort: where it began.
const event *start_of(const deal &d) {
    if (d.opened != nullptr || holds(rule::stages_of_the_opened)) return d.opened;
    const auto all = visits_of(d);
    return all.empty() ? nullptr : all.front().entered;
}
amount stage_conversion(const book &b, const scope &s, int stage) {
    const auto of_it = [&](const deal &d) {
        const event *const start = start_of(d);
        return in(s, start) && is_mature(b, *start);
    };
    const bool any = deals(b, s, [&](const deal &d) { return of_it(d) && furthest_of(d) >= stage; }) != 0;
    if (!any) return {};
    return share(deals(b, s, [&](const deal &d) { return of_it(d) && has_reached(b, d, stage + 1); }),
                 deals(b, s, [&](const deal &d) { return of_it(d) && has_reached(b, d, stage); }));
}
amount open_in_stage(const book &b, const scope &s, int stage) {
    return count(deals(b, s, [&](const deal &d) {
        return in(s, d.opened) && d.settlement == nullptr && furthest_of(d) == stage;
    }));
}
/// Of a stage, or of all.
std::vector<visit> visits(const book &b, const scope &s, int stage = 0) {
    std::vector<visit> found;
    for (const auto &[id, d] : b.deals) {
        if (!mine(b, s, d)) continue;
        for (const visit &v : visits_of(d))
            if ((stage == 0 || v.stage == stage) &&
                in(s, holds(rule::visit_when_entered) ? v.entered : v.left))
                found.push_back(v);
    }
    return found;
}
std::vector<std::int64_t> times_in_stage(const book &b, const scope &s, int stage) {
    std::vector<std::int64_t> all;
    for (const visit &v : visits(b, s, stage)) // of one day, and the wrong way round: none
        if (v.left != nullptr) all.push_back(between(*v.entered, *v.left).value_or(span{}).seconds);
    return all;
}

// Due dates

struct due_date {
    std::int64_t at{};
    bool alone{};
    [[nodiscard]] bool before(const due_date &other) const {
        if (holds(rule::due_date_is_a_day) && (alone || other.alone)) return at / day < other.at / day;
        return at < other.at;
    }
};
std::optional<due_date> due_of(const story &rows) {
    std::optional<due_date> last;
    for (const event *e : rows)
        if (e->said.due && (!last || holds(rule::due_named_last)))
            last = due_date{*e->said.due, e->said.due_date_alone};
    return last;
}
/// When an open deal of the scope is due in it.
std::optional<due_date> due_in(const book &b, const scope &s, const deal &d) {
    const auto due = due_of(d.rows);
    if (!due || !d.is_open() || !mine(b, s, d)) return std::nullopt;
    const bool bounded = s.windowed && holds(rule::due_in_its_period);
    if (bounded && (due->at < s.from || due->at >= (s.due_until != 0 ? s.due_until : s.until)))
        return std::nullopt;
    return due;
}
bool is_overdue(const book &b, const due_date &due) {
    return due.before({due.alone && holds(rule::due_date_is_a_day) ? b.end - 1 : b.end, false});
}
amount due_deals(const book &b, const scope &s, bool overdue, bool value) {
    std::int64_t total = 0, n = 0;
    for (const auto &[id, d] : b.deals) {
        const auto due = due_in(b, s, d);
        if (!due || (overdue && !is_overdue(b, *due))) continue;
        const std::optional<std::int64_t> one = value ? d.amount(number::value) : 1;
        total += one.value_or(0), n += one.has_value();
    }
    return sum(total, n);
}
/// A row in the scope moved its date later.
bool slipped_in(const scope &s, const deal &d) {
    story so_far;
    std::optional<due_date> last;
    for (const event *e : d.rows) {
        so_far.push_back(e);
        if (!e->said.due) continue;
        const due_date now{*e->said.due, e->said.due_date_alone};
        const bool is_open = tell_deal(d.id, so_far).is_open() || !holds(rule::slips_while_open);
        if (last && is_open && last->before(now) && in(s, e)) return true;
        last = now;
    }
    return false;
}

amount open_at_end(const book &b, const scope &s, bool value) {
    std::int64_t total = 0, n = 0;
    for (const auto &[id, d] : b.deals) {
        const deal then = before(d, s.until);
        if (!mine(b, s, d) || !then.is_open()) continue;
        const std::optional<std::int64_t> one = value ? then.amount(number::value) : 1;
        total += one.value_or(0), n += one.has_value();
    }
    return sum(total, n);
}

// Touches of settled deals

/// The touches of a prospect after one event of it and before another one (null: from its first row).
story touches_between(const story &ordered, const event *after, const event *until) {
    story found;
    bool started = after == nullptr;
    for (const event *e : ordered) {
        if (e == until) break;
        if (started && is_touch(*e)) found.push_back(e);
        started = started || e == after;
    }
    return found;
}
/// Of each deal that was settled so, where it is a prospect's.
std::vector<story> touches_of_deals(const book &b, const scope &s, kind outcome) {
    std::vector<story> all;
    for (const auto &[id, p] : b.prospects) {
        story way = p.rows, ends;
        for (const deal *d : p.deals)
            if (d->settlement != nullptr) ends.push_back(d->settlement);
        for (const event *e : ends)
            if (std::find(way.begin(), way.end(), e) == way.end()) way.push_back(e);
        put_in_order(way);
        const event *last = nullptr;
        for (const event *e : way) {
            if (std::find(ends.begin(), ends.end(), e) == ends.end()) continue;
            const auto its = std::find_if(p.deals.begin(), p.deals.end(),
                                          [&](const deal *d) { return d->settlement == e; });
            if (e->is(outcome) && settled_in(s, **its) && mine(b, s, **its))
                all.push_back(touches_between(way, holds(rule::touches_until_settled) ? last : nullptr, e));
            last = e;
        }
    }
    return all;
}
amount touches_per_deal(const book &b, const scope &s, kind outcome, const std::string &channel) {
    const std::vector<story> all = touches_of_deals(b, s, outcome);
    std::int64_t n = 0;
    for (const story &its : all)
        for (const event *t : its)
            n += channel.empty() || channel_of(*t) == channel ? 1 : 0;
    return share(n, std::ssize(all));
}

// Prospects

/// What a prospect is in a scope.
struct reach {
    story touched; ///< in it
    bool contacted{}, positive{}, negative{}, customer{};
    std::int64_t before_customer{}, calls{};
};
/// Nullopt where it was not touched.
std::optional<reach> reach_of(const book &b, const scope &s, const prospect &p) {
    reach r;
    bool by_me = !s.by || (*s.by != label::rep && *s.by != label::channel);
    if (by_me && s.by && or_none(last_name(b, p.rows, p.deals, *s.by), *s.by) != s.group) return std::nullopt;
    const bool any_rep = holds(rule::prospect_of_every_rep);
    if (!any_rep && s.by && or_none(last_name(b, p.rows, p.deals, *s.by), *s.by) != s.group)
        return std::nullopt;
    std::int64_t emails = 0, bounced = 0;
    const event *first = nullptr;
    for (const event *e : p.rows) {
        if (!in(s, e)) continue;
        if (is_touch(*e)) {
            r.touched.push_back(e);
            if (name_of(*e, s.by.value_or(label::rep)) == s.group || !s.by) by_me = true;
            const bool of_mine = !s.by || (*s.by != label::rep && *s.by != label::channel) || mine(s, *e);
            if (first == nullptr && of_mine) first = e;
            emails += e->is(kind::email_sent) ? 1 : 0;
            r.calls += is_call(*e) ? 1 : 0;
        }
        bounced += e->is(kind::email_bounced) ? 1 : 0;
    }
    if (r.touched.empty() || !by_me || first == nullptr) return std::nullopt;
    if (!holds(rule::bounces_are_no_contact)) bounced = 0;
    r.contacted = emails > bounced || std::ssize(r.touched) > emails;
    story way = p.rows;
    for (const event *e : p.goals)
        if (std::find(way.begin(), way.end(), e) == way.end()) way.push_back(e);
    story of_case = way; // a deal that was lost on a date alone orders its day by cause
    for (const deal *d : p.deals)
        if (d->settlement != nullptr) of_case.push_back(d->settlement);
    put_in_order(way, of_case);
    const event *goal = nullptr;
    bool begun = !s.windowed || !holds(rule::reply_after_touch_in_window);
    for (const event *e : way) {
        begun = begun || e == first;
        if (!begun) continue;
        r.positive = r.positive || e->is(kind::reply_positive);
        r.negative = r.negative || e->is(kind::reply_negative);
        if (goal == nullptr && std::find(p.goals.begin(), p.goals.end(), e) != p.goals.end()) goal = e;
    }
    r.customer = goal != nullptr;
    for (const event *e : r.touched)
        if (goal == nullptr || comes_before(way, e, goal)) ++r.before_customer;
    return r;
}
template <class F> std::int64_t prospects(const book &b, const scope &s, F &&chosen) {
    std::int64_t n = 0;
    for (const auto &[id, p] : b.prospects)
        if (const auto r = reach_of(b, s, p)) n += static_cast<std::int64_t>(chosen(*r));
    return n;
}
amount of_contacted(const book &b, const scope &s, bool (*part)(const reach &)) {
    return share(prospects(b, s, [&](const reach &r) { return r.contacted && part(r); }),
                 prospects(b, s, [](const reach &r) { return r.contacted; }));
}
std::int64_t tried(const book &b, const scope &s) {
    return prospects(b, s, [](const reach &) { return true; });
}
std::int64_t follow_ups(const book &b, const scope &s) {
    if (b.marks_follow_up) return acts(b, s, {kind::follow_up});
    std::int64_t n = 0;
    for (const auto &[id, p] : b.prospects) {
        bool first = holds(rule::follow_up_is_second);
        for (const event *e : p.rows) {
            if (!is_touch(*e)) continue;
            if (!first && in(s, e) && mine(s, *e)) ++n;
            first = false;
        }
    }
    return n;
}
amount touches_per_customer(const book &b, const scope &s, const std::string &channel) {
    std::int64_t n = 0, total = 0;
    for (const auto &[id, p] : b.prospects) {
        const auto r = reach_of(b, s, p);
        if (!r || !r->customer) continue;
        ++n;
        for (std::int64_t i = 0; i < r->before_customer; ++i)
            total +=
                channel.empty() || channel_of(*r->touched[static_cast<std::size_t>(i)]) == channel ? 1 : 0;
    }
    return share(total, n);
}
amount conversion_at(const book &b, const scope &s, std::int64_t k) {
    return share(prospects(b, s, [&](const reach &r) { return r.customer && r.before_customer == k; }),
                 prospects(b, s, [&](const reach &r) { return r.before_customer >= k; }));
}

// Leads

const event *first_of(const story &rows, kind k) {
    for (const event *e : rows)
        if (e->is(k)) return e;
    return nullptr;
}
template <class F> std::int64_t leads(const book &b, const scope &s, F &&chosen) {
    std::int64_t n = 0;
    for (const auto &[id, l] : b.leads)
        n += mine(b, s, l) && chosen(l) ? 1 : 0;
    return n;
}
const event *start_of(const book &b, const lead &l) {
    return l.arrival != nullptr ? l.arrival : reached(b, l, stage::mcl);
}
bool started_in(const book &b, const scope &s, const lead &l, stage whole) {
    const event *start = holds(rule::cohort_by_start) ? start_of(b, l) : reached(b, l, whole);
    return in(s, start) && is_mature(b, *start);
}
/// A customer, whenever that was; with a maturity in that time.
bool is_converted(const book &b, const lead &l) {
    for (const event *goal : l.goals)
        if (comes_before(l.way, l.arrival, goal)) return in_time(b, *l.arrival, goal);
    return !l.goals.empty();
}

amount conversion(const book &b, const scope &s, stage from, stage to) {
    const auto of_it = [&](const lead &l) { return started_in(b, s, l, from) && reached(b, l, from); };
    const auto got_there = [&](const lead &l) {
        if (to == stage::customer && l.arrival != nullptr) return is_converted(b, l);
        return reached(b, l, to) != nullptr;
    };
    return share(leads(b, s, [&](const lead &l) { return of_it(l) && got_there(l); }), leads(b, s, of_it));
}
std::int64_t reached_in(const book &b, const scope &s, stage which) {
    return leads(b, s, [&](const lead &l) { return in(s, reached(b, l, which)); });
}
bool is_arrived(const book &b, const scope &s, const lead &l) {
    return in(s, l.arrival) && is_mature(b, *l.arrival);
}
std::int64_t arrived(const book &b, const scope &s) {
    return leads(b, s, [&](const lead &l) { return is_arrived(b, s, l); });
}
bool is_recycled(const book &b, const lead &l) {
    const event *handed = reached(b, l, stage::mql);
    bool begun = !holds(rule::out_after_handover);
    for (const event *e : l.way) {
        if (begun && e->is(kind::out)) {
            const bool loses = std::any_of(l.deals.begin(), l.deals.end(), [&](const deal *d) {
                return d->is_lost() && d->settlement->said.at / day == e->said.at / day;
            });
            if (!loses) return true;
        }
        begun = begun || e == handed;
    }
    return false;
}
/// The stage in which a lead is before a time; -1: none yet, 7: out.
int stage_at(const book &b, const lead &l, std::int64_t until) {
    int now = -1;
    for (const event *e : l.way) {
        if (e->said.at >= until && holds(rule::as_of_its_end)) continue;
        const int at = stage_of(b, *e);
        if (e->is(kind::out) && holds(rule::out_leaves_stage))
            now = 7;
        else if (at >= 1)
            now = at;
    }
    return now;
}
amount lead_stage(const book &b, const scope &s, int first, int last) {
    const auto stage_then = [&](const lead &l) { return stage_at(b, l, s.until); };
    return share(leads(b, s,
                       [&](const lead &l) {
                           const int now = stage_then(l);
                           return now >= first && now <= last;
                       }),
                 leads(b, s, [&](const lead &l) { return stage_then(l) >= 1; }));
}
const event *answer_of(const book &b, const lead &l) { return response_after(b, l, l.arrival, nullptr); }
/// A mark before the arrival is a goal before its start: reached, in no time.
bool is_answered(const book &b, const lead &l) {
    if (b.marks_response && first_of(l.rows, kind::first_response)) {
        const event *answer = answer_of(b, l);
        return answer == nullptr || in_time(b, *l.arrival, answer);
    }
    return in_time(b, *l.arrival, answer_of(b, l));
}

/// What of it was time of work: none that is known where one of them is a date.
std::optional<span> worked_between(const book &b, const event &from, const event &until) {
    const auto by_the_wall = between(from, until);
    if (!by_the_wall || (by_the_wall->whole_days && holds(rule::dates_take_no_hours))) return std::nullopt;
    return span{worked(*b.asked.hours, from.said.at, until.said.at), false};
}
/// How long a row without a lead says that its lead waited: up to it.
span worked_before(const book &b, const event &e, std::int64_t told) {
    return span{worked(*b.asked.hours, e.said.at - told, e.said.at), false};
}

/// The waits of a lead: from its arrival, and from each later one after it went out; all of it, or as much as
/// was time of work.
times waits(const book &b, const scope &s, bool from_mql, bool by_hours = false) {
    times all;
    for (const event &e : b.events) // a mark that names no lead can tell its own time
        if (!from_mql && e.is(kind::first_response) && e.id(about::lead).empty() && in(s, &e) && mine(s, e)) {
            const auto told = e.said.amount(number::elapsed);
            if (told && by_hours && e.said.date_alone)
                ++all.untold_by_date;
            else if (told && by_hours)
                all.add(worked_before(b, e, *told));
            else if (told)
                all.add(span{*told, e.said.date_alone});
            else
                ++(e.said.date_alone ? all.untold_by_date : all.untold);
        }
    for (const auto &[id, l] : b.leads) {
        if (!mine(b, s, l)) continue;
        const event *start = nullptr;
        bool arrived_before = false, gone = false;
        for (const event *e : l.way) {
            if (e->is(kind::mql) || (e->is(kind::mcl) && !from_mql)) {
                if (!arrived_before || gone) start = e;
                arrived_before = true;
                gone = false;
            }
            if (e->is(kind::out) && holds(rule::new_wait_after_out)) gone = true;
            const bool responds = b.marks_response ? e->is(kind::first_response) : is_touch(*e);
            if (!responds || start == nullptr) continue;
            if (in(s, start)) {
                const auto told = e->said.amount(number::elapsed);
                const bool own = e->is(kind::first_response) && told && !from_mql;
                if (own && (by_hours ? !holds(rule::own_time_by_the_wall) : holds(rule::told_time_counts)))
                    all.add(span{*told, start->said.date_alone || e->said.date_alone});
                else if (by_hours) {
                    const auto took = worked_between(b, *start, *e);
                    if (!took && between(*start, *e))
                        ++all.untold_by_date;
                    else
                        all.add(took);
                } else
                    all.add(between(*start, *e));
            }
            start = nullptr;
        }
    }
    return all;
}
amount speed_to_lead(const book &b, const scope &s, bool by_hours) {
    const auto took_between = [&](std::int64_t from, std::int64_t until) {
        return by_hours ? worked(*b.asked.hours, from, until) : until - from;
    };
    std::int64_t part = 0, whole = 0;
    for (const auto &[id, l] : b.leads) {
        if (!mine(b, s, l) || !in(s, l.arrival) || l.arrival->said.date_alone) continue;
        if (took_between(l.arrival->said.at, b.end) < 5 * minute) continue;
        const event *answer = answer_of(b, l);
        if (answer != nullptr && answer->said.date_alone) continue;
        ++whole;
        const auto took = answer != nullptr ? between(*l.arrival, *answer) : std::nullopt;
        part += took && took_between(l.arrival->said.at, answer->said.at) <= 5 * minute ? 1 : 0;
    }
    return share(part, whole);
}
/// Times from a start of each lead to its first goal at or after it, in the window by the goal.
template <class F> times goal_times(const book &b, const scope &s, F &&start_of_one) {
    times all;
    for (const auto &[id, l] : b.leads) {
        const event *start = mine(b, s, l) ? start_of_one(l) : nullptr;
        if (start == nullptr) continue;
        for (const event *goal : l.goals) {
            if (!comes_before(l.way, start, goal)) continue;
            if (in(s, goal)) all.add(between(*start, *goal));
            break;
        }
    }
    return all;
}
/// The first impression, else the first event that is no goal.
const event *lifecycle_start(const lead &l) {
    if (const event *seen = first_of(l.way, kind::first_impression)) return seen;
    for (const event *e : l.way)
        if (std::find(l.goals.begin(), l.goals.end(), e) == l.goals.end()) return e;
    return nullptr;
}
amount lifecycles_from_first_event(const book &b, const scope &s) {
    return count(leads(b, s, [&](const lead &l) {
        const event *start = lifecycle_start(l);
        if (start == nullptr || start->is(kind::first_impression)) return false;
        for (const event *goal : l.goals)
            if (comes_before(l.way, start, goal)) return in(s, goal);
        return false;
    }));
}
amount criteria_met(const book &b, const scope &s) {
    std::int64_t total = 0, n = 0;
    for (const event &e : b.events) {
        if (!e.is(kind::sql) || !in(s, &e) || !mine(s, e) || !e.said.amount(number::score)) continue;
        total += *e.said.amount(number::score);
        ++n;
    }
    return mean(total, n);
}
/// From the last complete month but one to the last, untouched by the window; by month, to that month.
amount lead_velocity(const book &b, const scope &s) {
    const bool by_month = b.asked.by == "month" && !s.whole;
    if (!s.whole && (s.by ? !b.asked.days.empty() : !by_month)) return {};
    std::int64_t begin = b.first_row, end = b.end;
    if (b.asked.covers) begin = std::min(begin, (*b.asked.covers)[0]);
    date d = date_of(by_month ? s.from : end);
    const std::int64_t now = by_month ? second_of(d.year, d.month, 1) : second_of(d.year, d.month - 1, 1);
    d = date_of(now);
    const std::int64_t next = second_of(d.year, d.month + 1, 1),
                       before_it = second_of(d.year, d.month - 1, 1);
    if ((before_it < begin || next > end) && holds(rule::complete_months_only)) return {};
    const auto in_month = [&](std::int64_t from, std::int64_t until) {
        return reached_in(b, {from, until, true, s.by, s.group, false}, stage::mql);
    };
    const std::int64_t last = in_month(now, next), last_but_one = in_month(before_it, now);
    return {last - last_but_one, last_but_one, last + last_but_one};
}

// Customers

/// Kinds whose rows make a customer known.
bool makes_known(const event &e) {
    return e.is(kind::customer) || e.within(kind::churned, kind::referral) ||
           e.within(kind::nps_promoter, kind::not_satisfied);
}
/// Whether it is one before a time: known, and not lost since it was gained last.
bool is_customer_at(const book &b, const customer &c, std::int64_t until) {
    bool known = false, lost_then = false;
    for (const event *e : c.rows) {
        if (e->said.at >= until) continue;
        const bool gained = e->is(kind::customer) || b.wins.contains(e);
        if (gained || makes_known(*e)) known = true;
        if (e->is(kind::churned)) lost_then = true;
        if (gained && holds(rule::returned_is_not_lost)) lost_then = false;
    }
    return known && !lost_then;
}
bool is_known(const book &b, const customer &c) {
    return std::any_of(c.rows.begin(), c.rows.end(),
                       [&](const event *e) { return makes_known(*e) || b.wins.contains(e); });
}
bool at_start(const book &b, const scope &s, const customer &c) {
    return s.windowed && holds(rule::known_at_the_start) ? is_customer_at(b, c, s.from) : is_known(b, c);
}
template <class F> std::int64_t customers(const book &b, const scope &s, F &&chosen) {
    std::int64_t n = 0;
    for (const auto &[id, c] : b.customers)
        n += mine(b, s, c) ? static_cast<std::int64_t>(chosen(c)) : 0;
    return n;
}
std::int64_t base(const book &b, const scope &s) {
    return customers(b, s, [&](const customer &c) { return at_start(b, s, c); }) +
           given(b, s, "customers_at_the_start");
}
std::int64_t events_in(const scope &s, const customer &c, kind k) {
    return std::count_if(c.rows.begin(), c.rows.end(), [&](const event *e) { return e->is(k) && in(s, e); });
}
amount with_event(const book &b, const scope &s, kind k) {
    return share(
        customers(b, s, [&](const customer &c) { return at_start(b, s, c) && events_in(s, c, k) > 0; }),
        base(b, s));
}
amount events_per_customer(const book &b, const scope &s, kind k) {
    return share(
        customers(b, s, [&](const customer &c) { return at_start(b, s, c) ? events_in(s, c, k) : 0; }),
        base(b, s));
}
std::int64_t lost_customers(const book &b, const scope &s) {
    return customers(b, s,
                     [&](const customer &c) { return at_start(b, s, c) && !is_customer_at(b, c, s.until); });
}
std::int64_t gained(const book &b, const scope &s) {
    return customers(b, s, [&](const customer &c) { return in(s, c.gained); });
}
/// The value of the gain, on whichever of its two rows: the first `customer` event and the first won deal.
std::optional<std::int64_t> first_revenue(const book &b, const customer &c) {
    bool won_seen = false, named_seen = false;
    for (const event *e : c.goals) {
        bool &seen = e->is(kind::customer) ? named_seen : won_seen;
        if (seen) continue;
        seen = true;
        std::optional<std::int64_t> value = e->said.amount(number::value);
        if (b.wins.contains(e))
            for (const deal *d : c.deals)
                if (d->settlement == e) value = d->amount(number::value);
        if (value) return value;
    }
    return std::nullopt;
}
amount new_revenue(const book &b, const scope &s) {
    const auto is_new = [&](const customer &c) { return in(s, c.gained) && first_revenue(b, c); };
    return sum(customers(b, s, [&](const customer &c) { return is_new(c) ? *first_revenue(b, c) : 0; }),
               customers(b, s, is_new));
}
/// From a customer's first won deal to the first event of a kind at or after it.
times customer_times(const book &b, const scope &s, kind k) {
    times all;
    for (const event &e : b.events) // of a customer that nobody knows
        if (e.is(k) && e.id(about::customer).empty() && in(s, &e) && mine(s, e)) all.add(std::nullopt);
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c)) continue;
        for (const event *e : c.rows) {
            if (!e->is(k)) continue;
            const bool known = c.gained != nullptr && comes_before(c.rows, c.gained, e);
            if (in(s, e)) all.add(known ? between(*c.gained, *e) : std::nullopt);
            if (known) break;
        }
    }
    return all;
}
/// From the gain of a customer to its loss; from its return to the next one.
times lifespans(const book &b, const scope &s) {
    times all;
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c)) continue;
        const event *since = nullptr;
        bool active = false, lost_before = false;
        for (const event *e : c.rows) {
            const bool gains_it = e->is(kind::customer) || b.wins.contains(e);
            if (gains_it && (!active || since == nullptr)) {
                if (!lost_before || !active) since = e;
                active = true;
            } else if (e->is(kind::churned)) {
                const bool lost_again = lost_before && !active;
                if (in(s, e) && !lost_again)
                    all.add(active && since != nullptr ? between(*since, *e) : std::nullopt);
                lost_before = true;
                active = false;
            } else if (makes_known(*e) && !lost_before) {
                active = true;
            }
        }
    }
    return all;
}
amount churn_by_age(const book &b, const scope &s) {
    std::int64_t part = 0, whole = 0;
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c) || !in(s, c.gained)) continue;
        if (c.gained->said.at + 183 * day > b.end && holds(rule::age_for_churn)) continue;
        ++whole;
        for (const event *e : c.rows) {
            if (!e->is(kind::churned) || !comes_before(c.rows, c.gained, e)) continue;
            part += between(*c.gained, *e).value_or(span{}).seconds <= 183 * day ? 1 : 0;
            break;
        }
    }
    return share(part, whole);
}
std::int64_t returned(const book &b, const scope &s) {
    return customers(b, s, [&](const customer &c) {
        bool gone = false, came_back = false;
        for (const event *e : c.rows) {
            const bool gains_it = e->is(kind::customer) || b.wins.contains(e);
            came_back = came_back || (gone && gains_it && in(s, e));
            if (e->is(kind::churned))
                gone = true;
            else if (gains_it)
                gone = false;
        }
        return came_back;
    });
}
amount trial_conversion(const book &b, const scope &s) {
    const auto ended_in = [&](const customer &c) {
        const event *ended = first_of(c.rows, kind::trial_ended);
        return ended != nullptr && !ended->id(about::customer).empty() && in(s, ended);
    };
    return share(customers(b, s, [&](const customer &c) { return ended_in(c) && c.gained != nullptr; }),
                 customers(b, s, ended_in));
}
/// The contracts of a customer, by the rows on which they fell due, that were renewed: a renewal is that of
/// the last one due, or of the next one if it came early.
story renewed_contracts(const customer &c) {
    story renewed;
    const event *due = nullptr;
    bool early = false;
    for (const event *e : c.rows) {
        if (e->is(kind::renewal_due) && std::exchange(early, false))
            renewed.push_back(e);
        else if (e->is(kind::renewal_due))
            due = e;
        else if (e->is(kind::renewed) && due != nullptr)
            renewed.push_back(std::exchange(due, nullptr));
        else if (e->is(kind::renewed))
            early = true;
    }
    return renewed;
}
/// Renewals with an id count customers, without one contracts.
amount renewal_rate(const book &b, const scope &s) {
    std::int64_t part = 0, whole = 0;
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c)) continue;
        const std::int64_t due = events_in(s, c, kind::renewal_due);
        if (c.anonymous) {
            whole += due;
            part += events_in(s, c, kind::renewed);
        } else if (due > 0) {
            const story all = renewed_contracts(c);
            const auto renewed =
                std::count_if(all.begin(), all.end(), [&](const event *e) { return in(s, e); });
            const bool once = holds(rule::renewals_count_customers);
            whole += once ? 1 : due;
            part += once ? std::min<std::int64_t>(renewed, 1) : renewed;
        }
    }
    return share(part, whole);
}
/// What a customer spent, if any of it names a value.
std::optional<std::int64_t> revenue_of(const scope &s, const customer &c) {
    std::optional<std::int64_t> total;
    const auto spend = [&](std::optional<std::int64_t> value) {
        if (value) total = total.value_or(0) + *value;
    };
    for (const deal *d : c.deals)
        if (won_in(s, *d)) spend(d->amount(number::value));
    for (const event *e : c.rows)
        if ((e->is(kind::renewed) || e->is(kind::upsell) || e->is(kind::cross_sell)) && in(s, e))
            spend(e->said.amount(number::value));
    return total;
}
amount clients_over_a_spend(const book &b, const scope &s) {
    return share(
        customers(b, s, [&](const customer &c) { return revenue_of(s, c).value_or(0) >= 10000 * b.unit; }),
        customers(b, s, [&](const customer &c) { return revenue_of(s, c).has_value(); }));
}
/// What customers buy later: an upsell is its customer's, the others are acts.
story later_purchases(const book &b, const scope &s) {
    story all;
    for (const event &e : b.events) {
        if (!e.is(kind::renewed) && !e.is(kind::upsell) && !e.is(kind::cross_sell)) continue;
        const auto whose = b.customers.find(e.id(about::customer));
        const bool its =
            e.is(kind::upsell) && whose != b.customers.end() ? mine(b, s, whose->second) : mine(s, e);
        if (in(s, &e) && its) all.push_back(&e);
    }
    return all;
}
amount purchases(const book &b, const scope &s) {
    std::int64_t total = money(b, s, number::value), n = carrying(b, s, number::value);
    for (const event *e : later_purchases(b, s)) {
        if (!e->said.amount(number::value)) continue;
        total += *e->said.amount(number::value);
        ++n;
    }
    return mean(total, n);
}
std::int64_t purchases_without_value(const book &b, const scope &s) {
    const story all = later_purchases(b, s);
    return std::count_if(all.begin(), all.end(),
                         [](const event *e) { return !e->said.amount(number::value); });
}

/// Interactions of customers with at least one whole quarter of relationship, for each of these quarters.
amount client_engagement(const book &b, const scope &s) {
    constexpr std::int64_t quarter = 36525 * day / 400;
    std::int64_t spoken = 0, quarters = 0;
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c) || !in(s, c.gained)) continue;
        const event *lost = nullptr;
        std::int64_t n = 0;
        bool gone = true;
        for (const event *e : c.rows) {
            if (e->is(kind::customer) || b.wins.contains(e)) gone = false;
            if (e->is(kind::churned) && !gone) lost = e, gone = true;
            if (e->is(kind::interaction) && !gone && comes_before(c.rows, c.gained, e)) ++n;
        }
        event now;
        now.said.at = b.end;
        const auto lasted = between(*c.gained, gone && lost != nullptr ? *lost : now);
        if (!lasted || lasted->seconds < quarter) continue;
        spoken += n;
        quarters += lasted->seconds / quarter;
    }
    return share(spoken, quarters);
}

// Surveys

/// The last answer of each respondent in the window.
std::vector<const event *> answers(const book &b, const scope &s, kind first, kind last) {
    std::vector<const event *> found;
    for (const auto &[id, c] : b.customers) {
        if (!mine(b, s, c)) continue;
        const event *answer = nullptr;
        for (const event *e : c.rows) {
            if (!e->within(first, last) || !in(s, e)) continue;
            if (answer != nullptr && !holds(rule::last_answer_counts)) found.push_back(answer);
            answer = e;
        }
        if (answer != nullptr) found.push_back(answer);
    }
    return found;
}
std::int64_t of_kind(const std::vector<const event *> &all, kind k) {
    return std::count_if(all.begin(), all.end(), [&](const event *e) { return e->is(k); });
}
amount nps(const book &b, const scope &s) {
    const auto all = answers(b, s, kind::nps_promoter, kind::nps_detractor);
    return share(of_kind(all, kind::nps_promoter) - of_kind(all, kind::nps_detractor), std::ssize(all));
}
amount answer_share(const book &b, const scope &s, kind k) {
    const bool is_nps = k <= kind::nps_detractor;
    const auto all = is_nps ? answers(b, s, kind::nps_promoter, kind::nps_detractor)
                            : answers(b, s, kind::satisfied, kind::not_satisfied);
    return share(of_kind(all, k), std::ssize(all));
}
amount staff_answers(const book &b, const scope &s, std::optional<std::int64_t> wanted) {
    std::int64_t total = 0, n = 0, part = 0;
    for (const event &e : b.events) {
        if (!e.is(kind::employee_answer) || !in(s, &e) || !mine(s, e) || !e.said.amount(number::score))
            continue;
        ++n;
        total += *e.said.amount(number::score);
        part += e.said.amount(number::score) == wanted ? 1 : 0;
    }
    return wanted ? share(part, n) : mean(total, n);
}
amount survey_age(const book &b, const scope &s) {
    std::optional<std::int64_t> last;
    for (const auto &[id, c] : b.customers)
        for (const event *e : c.rows)
            if (e->within(kind::nps_promoter, kind::nps_detractor) && e->said.at < s.until && mine(b, s, c))
                last = std::max(last.value_or(0), e->said.at);
    if (!last) return {};
    return {s.until - *last, day, 1};
}

// Context

amount context_switches(const book &b, const scope &s) {
    std::map<std::string, story> of_rep;
    for (const event &e : b.events)
        if (is_touch(e) && !e.said.date_alone && !e.said.name(label::rep).empty())
            of_rep[e.said.name(label::rep)].push_back(&e);
    std::int64_t switches = 0, active = 0;
    for (auto &[rep, rows] : of_rep) {
        put_in_order(rows);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const std::int64_t gap = rows[i]->said.at - rows[i - 1]->said.at;
            if (!in(s, rows[i]) || (gap > hour && holds(rule::gap_ends_activity))) continue;
            if (s.by && s.group != (*s.by == label::rep ? name_of(*rows[i], *s.by) : or_none({}, *s.by)))
                continue;
            if (rows[i]->said.at / day != rows[i - 1]->said.at / day) continue;
            active += gap;
            switches += channel_of(*rows[i]) != channel_of(*rows[i - 1]) ? 1 : 0;
        }
    }
    return {switches, active, switches};
}

std::int64_t seconds_of(const book &b, const scope &s, const set &which, std::int64_t &n) {
    std::int64_t total = 0;
    for (const event &e : b.events) {
        if (std::find(which.begin(), which.end(), e.said.what) == which.end() || !in(s, &e) || !mine(s, e))
            continue;
        if (const auto t = e.said.amount(number::elapsed)) {
            total += *t;
            ++n;
        }
    }
    return total;
}
std::vector<std::int64_t> talk(const book &b, const scope &s) {
    std::vector<std::int64_t> all;
    for (const event &e : b.events)
        if (std::find(picked_up.begin(), picked_up.end(), e.said.what) != picked_up.end() && in(s, &e) &&
            mine(s, e))
            if (const auto t = e.said.amount(number::elapsed)) all.push_back(*t);
    return all;
}

// What stands beside figures

/// The greatest value, and by nearest rank that which nine of ten do not exceed.
amount greatest_of(const std::vector<std::int64_t> &all, std::int64_t unit = 1) {
    if (all.empty()) return {};
    return {whole(*std::max_element(all.begin(), all.end()), unit), 1, 0};
}
amount p90_of(std::vector<std::int64_t> all, std::int64_t unit = 1) {
    if (all.size() < 10) return {}; // it would be the greatest
    std::sort(all.begin(), all.end());
    return {whole(all[(all.size() * 9 + 9) / 10 - 1], unit), 1, 0};
}
/// Acts that do not tell a number.
amount untold(const book &b, const scope &s, const set &which, number n) {
    return count(std::count_if(b.events.begin(), b.events.end(), [&](const event &e) {
        return std::find(which.begin(), which.end(), e.said.what) != which.end() && in(s, &e) && mine(s, e) &&
               !e.said.amount(n);
    }));
}
amount won_without(const book &b, const scope &s, number n) { return count(won(b, s) - carrying(b, s, n)); }
/// Deals of a prospect that were settled without a touch.
amount untouched(const book &b, const scope &s, kind outcome) {
    const std::vector<story> all = touches_of_deals(b, s, outcome);
    return count(std::count_if(all.begin(), all.end(), [](const story &its) { return its.empty(); }));
}
/// Of a cohort those that are neither won nor lost.
amount open_of_cohort(const book &b, const scope &s) {
    return count(deals(b, s, [&](const deal &d) { return in(s, d.opened) && d.settlement == nullptr; }));
}
/// Leads that arrived and are neither customers nor out.
amount open_leads(const book &b, const scope &s) {
    return count(leads(b, s, [&](const lead &l) {
        bool is_out = false;
        for (const event *e : l.way)
            is_out = e->is(kind::out) || (is_out && !e->is(kind::mcl) && !e->is(kind::mql));
        return in(s, l.arrival) && l.goals.empty() && !is_out;
    }));
}
/// Leads that arrived and wait for a response.
amount waiting_leads(const book &b, const scope &s) {
    return count(leads(b, s, [&](const lead &l) {
        return in(s, l.arrival) && answer_of(b, l) == nullptr && !is_answered(b, l);
    }));
}

/// Each lead is in its share once.
constexpr std::string_view shares_of_leads[] = {"lead_response_rate",   "speed_to_lead",
                                                "share_followed_up",    "lead_conversion_rate",
                                                "mcl_to_mql",           "mcl_to_sql",
                                                "mcl_to_opportunity",   "mcl_to_customer",
                                                "mql_to_sql",           "mql_to_opportunity",
                                                "mql_to_customer",      "sql_to_opportunity",
                                                "sql_to_customer",      "opportunity_to_customer",
                                                "lead_validation_rate", "recycled_share",
                                                "ready_to_buy_share"};
bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void add_companions(std::vector<metric> &all) {
    const auto beside = [&](std::initializer_list<const char *> names, const char *what, auto of,
                            bool near = false) {
        for (metric &m : all)
            for (const std::string name : names)
                if (m.name == name ||
                    (name.ends_with('*') && m.name.starts_with(name.substr(0, name.size() - 1))))
                    m.beside.push_back({what, of, near});
    };
    const std::initializer_list<const char *> of_settlements = {"value_won",
                                                                "revenue_won",
                                                                "units_sold",
                                                                "average_deal_size",
                                                                "average_retail_price",
                                                                "deals_without_value",
                                                                "deals_won",
                                                                "win_rate",
                                                                "win_loss_ratio",
                                                                "deal_closure_rate",
                                                                "settled_share",
                                                                "cohort_*",
                                                                "stage_conversion: *",
                                                                "sales_cycle_*",
                                                                "lost_cycle_*",
                                                                "won_deals_by_cycle_length: *",
                                                                "wins_per_touch",
                                                                "open_to_quota",
                                                                "pipeline_coverage",
                                                                "pipeline_velocity",
                                                                "competitor_price_index",
                                                                "price_gap"};
    beside(of_settlements, "reversed",
           [](const book &b, const scope &s) { return settlements(b, s, &deal::reversed); });
    beside(of_settlements, "repeated",
           [](const book &b, const scope &s) { return settlements(b, s, &deal::repeated); });
    beside(of_settlements, "backwards", [](const book &b, const scope &s) {
        return count(deals(b, s, [&](const deal &d) { return d.backwards && settled_in(s, d); }));
    });
    const auto without_value = [&](const char *name, bool overdue) {
        beside({name}, "untold", [overdue](const book &b, const scope &s) {
            return count(due_deals(b, s, overdue, false).n - due_deals(b, s, overdue, true).n);
        });
    };
    without_value("open_value_due", false), without_value("overdue_value", true);
    beside({"cohort_*"}, "still_open", open_of_cohort);
    beside({"lead_conversion_rate"}, "still_open", open_leads);
    beside({"lead_response_rate"}, "still_open", waiting_leads);

    for (int k = 1; k <= most_stages; ++k) {
        const std::string conversion = "stage_conversion: " + std::to_string(k),
                          time = "time_in_stage: " + std::to_string(k),
                          quantiles = "time_in_stage_quantiles: " + std::to_string(k);
        beside({conversion.c_str()}, "still_open",
               [k](const book &b, const scope &s) { return open_in_stage(b, s, k); });
        beside({time.c_str(), quantiles.c_str()}, "still_open", [k](const book &b, const scope &s) {
            const auto found = visits(b, s, k);
            return count(
                std::count_if(found.begin(), found.end(), [](const visit &v) { return v.left == nullptr; }));
        });
        beside(
            {quantiles.c_str()}, "p90",
            [k](const book &b, const scope &s) { return p90_of(times_in_stage(b, s, k), day); }, true);
        beside(
            {quantiles.c_str()}, "max",
            [k](const book &b, const scope &s) { return greatest_of(times_in_stage(b, s, k), day); }, true);
    }

    for (const bool last : {false, true})
        beside({"lead_velocity_rate"}, last ? "after" : "before", [last](const book &b, const scope &s) {
            const amount grown = lead_velocity(b, s); // after - before, of before
            return count(last ? grown.numerator + grown.denominator : grown.denominator);
        });
    beside({"touches_per_won_deal"}, "untouched",
           [](const book &b, const scope &s) { return untouched(b, s, kind::deal_won); });
    beside({"touches_per_lost_deal"}, "untouched",
           [](const book &b, const scope &s) { return untouched(b, s, kind::deal_lost); });
    beside({"touches_per_customer"}, "untouched", [](const book &b, const scope &s) {
        return count(prospects(b, s, [](const reach &r) { return r.customer && r.before_customer == 0; }));
    });
    beside({"talk_time", "talk_time_quantiles"}, "untold",
           [](const book &b, const scope &s) { return untold(b, s, picked_up, number::elapsed); });
    beside({"live_talk_time"}, "untold",
           [](const book &b, const scope &s) { return untold(b, s, live, number::elapsed); });
    beside({"criteria_met"}, "untold",
           [](const book &b, const scope &s) { return untold(b, s, {kind::sql}, number::score); });
    beside({"employee_satisfaction"}, "untold", [](const book &b, const scope &s) {
        return untold(b, s, {kind::employee_answer}, number::score);
    });
    beside({"average_deal_size", "value_won", "revenue_won"}, "untold",
           [](const book &b, const scope &s) { return won_without(b, s, number::value); });
    beside({"units_sold"}, "untold",
           [](const book &b, const scope &s) { return won_without(b, s, number::units); });
    beside({"new_customer_revenue"}, "untold",
           [](const book &b, const scope &s) { return count(gained(b, s) - new_revenue(b, s).n); });
    for (const bool won_ones : {true, false}) {
        const auto of = [won_ones](const book &b, const scope &s) { return cycles(b, s, won_ones); };
        const auto without = [won_ones, of](const book &b, const scope &s) {
            return count((won_ones ? won(b, s) : lost(b, s)) - std::ssize(of(b, s)));
        };
        const char *const most = won_ones ? "sales_cycle_quantiles" : "lost_cycle_quantiles";
        const char *const extremes = won_ones ? "sales_cycle_extremes" : "lost_cycle_extremes";
        beside({won_ones ? "sales_cycle_*" : "lost_cycle_*"}, "untold", without);
        beside(
            {most}, "p90", [of](const book &b, const scope &s) { return p90_of(of(b, s), day); }, true);
        beside(
            {most}, "max", [of](const book &b, const scope &s) { return greatest_of(of(b, s), day); }, true);
        beside({extremes}, "greatest",
               [of](const book &b, const scope &s) { return greatest_of(of(b, s), day); });
    }
    beside(
        {"talk_time_quantiles"}, "p90", [](const book &b, const scope &s) { return p90_of(talk(b, s)); },
        true);
    beside(
        {"talk_time_quantiles"}, "max", [](const book &b, const scope &s) { return greatest_of(talk(b, s)); },
        true);
    beside(
        {"response_time_quantiles"}, "p90",
        [](const book &b, const scope &s) { return p90_of(waits(b, s, false).finest()); }, true);
    beside(
        {"response_time_quantiles"}, "max",
        [](const book &b, const scope &s) { return greatest_of(waits(b, s, false).finest()); }, true);
    beside(
        {"time_to_upsell_quantiles"}, "p90",
        [](const book &b, const scope &s) { return p90_of(customer_times(b, s, kind::upsell).all(), day); },
        true);
    beside(
        {"time_to_upsell_quantiles"}, "max",
        [](const book &b, const scope &s) {
            return greatest_of(customer_times(b, s, kind::upsell).all(), day);
        },
        true);
    const auto without = [&](std::initializer_list<const char *> names, auto of) {
        beside(names, "untold", [of](const book &b, const scope &s) {
            const times t = of(b, s);
            return count(std::max(t.untold, t.untold_by_date)); // of both, the report tells the more
        });
    };
    without({"response_time", "response_time_quantiles"},
            [](const book &b, const scope &s) { return waits(b, s, false); });
    without({"handover_response_time"}, [](const book &b, const scope &s) { return waits(b, s, true); });
    without({"lead_to_customer_time"}, [](const book &b, const scope &s) {
        return goal_times(b, s, [](const lead &l) { return l.arrival; });
    });
    without({"customer_lifecycle_length"},
            [](const book &b, const scope &s) { return goal_times(b, s, lifecycle_start); });
    without({"customer_lifespan"}, lifespans);
    without({"time_to_upsell", "time_to_upsell_quantiles"},
            [](const book &b, const scope &s) { return customer_times(b, s, kind::upsell); });
    beside({"average_retail_price"}, "untold", [](const book &b, const scope &s) {
        const amount value = won_without(b, s, number::value), units = won_without(b, s, number::units);
        return value.numerator > units.numerator ? value : units; // many a deal lacks both
    });
    beside({"average_purchase_value"}, "untold", [](const book &b, const scope &s) {
        return count(won_without(b, s, number::value).numerator + purchases_without_value(b, s));
    });
    beside({"reply_rate", "positive_replies_per_email"}, "untold", [](const book &b, const scope &s) {
        return count(std::count_if(b.acts.begin(), b.acts.end(), [&](const event &e) {
            return (e.is(kind::reply_positive) || e.is(kind::reply_negative)) && in(s, &e) && mine(s, e) &&
                   channel_of(e) == "unknown";
        }));
    });
    for (const bool from_mql : {false, true})
        beside({from_mql ? "handover_response_time" : "response_time*"}, "by_date",
               [from_mql](const book &b, const scope &s) {
                   const times t = waits(b, s, from_mql);
                   return count(t.exact.empty() ? 0 : std::ssize(t.of_dates));
               });

    for (metric &m : all)
        m.sampled = m.sampled || m.name.starts_with("stage_conversion: ");
    for (metric &m : all)
        for (const std::string_view name : {"win_rate",
                                            "deal_closure_rate",
                                            "settled_share",
                                            "cohort_win_rate",
                                            "cohort_settled_share",
                                            "cohort_win_rate_closed",
                                            "positive_reply_rate",
                                            "negative_reply_rate",
                                            "silent_share",
                                            "share_touched_twice",
                                            "prospect_acquisition_rate",
                                            "conversion_at_touch_1",
                                            "conversion_at_touch_2",
                                            "conversion_at_touch_3",
                                            "conversion_at_touch_4",
                                            "conversion_at_touch_5",
                                            "show_rate",
                                            "upsell_rate",
                                            "cross_sell_rate",
                                            "churn_rate",
                                            "retention_rate",
                                            "churn_by_age",
                                            "trial_conversion",
                                            "renewal_rate",
                                            "clients_over_a_spend",
                                            "customer_satisfaction",
                                            "tickets_within_service_level",
                                            "answered_in_five_minutes",
                                            "list_penetration",
                                            "abandon_rate"})
            m.sampled = m.sampled || m.name == name;
    for (metric &m : all)
        m.sampled = m.sampled || is_one_of(shares_of_leads, m.name);
    for (metric &m : all) // METRICS.md, section 9, "Direction"
        for (const std::string_view name :
             {"response_time", "bounce_rate", "churn_rate", "abandon_rate", "lost_cycle_length",
              "sales_cycle_length", "leads_out", "overdue_deals", "overdue_value", "slipped_deals",
              "backward_moves"})
            m.less_is_better = m.less_is_better || m.name == name;
}

/// What became of a case is known of cases with an id alone (METRICS.md, section 9, "What the data can
/// tell"): a row without one is a case that nothing else is known of.
void name_cases(std::vector<metric> &all) {
    const std::vector<about> prospects{about::prospect}, leads{about::lead}, deals{about::deal},
        customers{about::customer, about::lead, about::prospect};
    struct told_by {
        std::vector<about> ids;
        std::vector<std::string_view> names; ///< of metrics, up to ':' and "_in_business_hours"
    };
    const told_by all_of_them[] = {
        {prospects,
         {"follow_ups", "prospects_tried", "list_penetration", "attempts_per_prospect", "share_touched_twice",
          "positive_reply_rate", "negative_reply_rate", "silent_share", "prospect_acquisition_rate",
          "touches_per_won_deal", "touches_per_lost_deal", "touches_per_customer", "conversion_at_touch_1",
          "conversion_at_touch_2", "conversion_at_touch_3", "conversion_at_touch_4",
          "conversion_at_touch_5"}},
        {leads,
         {"lead_stage", "handover_response_time", "lead_to_customer_time", "customer_lifecycle_length",
          "lifecycles_from_first_event"}},
        {deals, {"deal_closure_rate",       "settled_share",  "cohort_win_rate",     "cohort_settled_share",
                 "cohort_win_rate_closed",  "open_deals",     "open_pipeline_value", "pipeline_coverage",
                 "open_to_quota",           "open_deals_due", "open_value_due",      "overdue_deals",
                 "overdue_value",           "slipped_deals",  "stage_conversion",    "time_in_stage",
                 "time_in_stage_quantiles", "backward_moves", "deals_reversed",      "deals_repeated",
                 "deals_settled_backwards"}},
        {customers,
         {"new_customers", "new_customer_revenue", "customer_acquisition_rate", "customer_acquisition_cost",
          "lead_roi", "customers_returned", "upsell_rate", "cross_sell_rate", "upsells_per_customer",
          "cross_sells_per_customer", "churn_rate", "retention_rate", "churn_by_age", "trial_conversion",
          "clients_over_a_spend", "client_engagement", "interactions_per_customer"}}};
    constexpr std::string_view gained[] = {"new_customers", "new_customer_revenue",
                                           "customer_acquisition_rate", "customer_acquisition_cost",
                                           "lead_roi"};
    for (metric &m : all) {
        std::string_view name{m.name};
        name = name.substr(0, std::min(name.find(':'), name.find("_in_business_hours")));
        for (const told_by &each : all_of_them)
            if (std::find(each.names.begin(), each.names.end(), name) != each.names.end()) m.cases = each.ids;
        if (is_one_of(shares_of_leads, name)) m.cases = leads;
        if (is_one_of(gained, name)) m.or_rows = {kind::customer};
        if (name == "follow_ups") m.or_rows = {kind::follow_up};
        m.or_base = name == "deal_closure_rate" || name == "settled_share" || name == "churn_rate" ||
                    name == "retention_rate";
    }
}

/// How long leads waited by hours of work, beside the time by the wall.
void add_business_hours(std::vector<metric> &all) {
    using figure = amount (*)(const times &);
    const auto add = [&](const std::string &name, bool from_mql, figure of, int scale) -> metric & {
        metric m{name + "_in_business_hours",
                 [=](const book &b, const scope &s) { return of(waits(b, s, from_mql, true)); }, scale};
        m.needs = from_mql ? set{kind::mql} : arrivals;
        m.in_hours = true;
        all.push_back(std::move(m));
        return all.back();
    };
    const auto beside = [](metric &m, const char *what, bool from_mql, figure of, bool near) {
        m.beside.push_back(
            {what, [=](const book &b, const scope &s) { return of(waits(b, s, from_mql, true)); }, near});
    };
    const figure mean_wait = [](const times &t) { return mean_of(t.exact); };
    const figure untold = [](const times &t) { return count(std::max(t.untold, t.untold_by_date)); };
    for (const bool from_mql : {false, true})
        beside(add(from_mql ? "handover_response_time" : "response_time", from_mql, mean_wait, 1), "untold",
               from_mql, untold, false);
    metric &median = add(
        "response_time_quantiles", false, [](const times &t) { return median_of(t.exact); }, 1);
    median.near = true;
    beside(median, "untold", false, untold, false);
    beside(
        median, "p90", false, [](const times &t) { return p90_of(t.exact); }, true);
    beside(
        median, "max", false, [](const times &t) { return greatest_of(t.exact); }, true);
    metric &soon = add(
        "answered_in_five_minutes", false,
        [](const times &t) {
            return share(
                std::count_if(t.exact.begin(), t.exact.end(), [](auto x) { return x <= 5 * minute; }),
                std::ssize(t.exact));
        },
        100);
    soon.sampled = true;
    metric &speed = add("speed_to_lead", false, nullptr, 100);
    speed.of = [](const book &b, const scope &s) { return speed_to_lead(b, s, true); };
    speed.sampled = true;
}

// The table

std::vector<metric> make() {
    std::vector<metric> all;
    const auto add = [&](std::string name, set needs, auto of, int scale = 1) -> metric & {
        all.push_back({std::move(name), of, scale, std::move(needs)});
        return all.back();
    };
    const auto number_of = [&](std::string name, const set &which) {
        add(std::move(name), which,
            [which](const book &b, const scope &s) { return count(acts(b, s, which)); });
    };
    const auto ratio = [&](std::string name, const set &part, const set &whole, int scale) {
        metric &m = add(
            std::move(name), whole,
            [part, whole](const book &b, const scope &s) {
                return share(acts(b, s, part), acts(b, s, whole));
            },
            scale);
        m.by = grouped::if_told;
        m.acts = part + whole;
    };

    number_of("calls", calls);
    number_of("conversations", {kind::conversation});
    number_of("emails", {kind::email_sent});
    number_of("meetings_scheduled", {kind::meeting_scheduled});
    number_of("meetings_held", held);
    number_of("presentations_delivered", {kind::presentation});
    add("follow_ups", touches + set{kind::follow_up},
        [](const book &b, const scope &s) { return count(follow_ups(b, s)); });
    number_of("touches", touches);
    number_of("proposals_sent", {kind::proposal_sent});
    number_of("meetings_cancelled", {kind::meeting_cancelled});
    add("first_impressions", {kind::first_impression}, [](const book &b, const scope &s) {
        return count(
            leads(b, s, [&](const lead &l) { return in(s, first_of(l.way, kind::first_impression)); }));
    });
    ratio("pick_up_rate", picked_up, calls_known, 100);
    ratio("live_answer_rate", live, calls_clear, 100);
    ratio("conversation_rate", {kind::conversation}, calls_known, 100);
    ratio("dials_per_conversation", calls_known, {kind::conversation}, 1);
    const auto deals_per = [&](std::string name, const set &whole, int scale) {
        metric &m = add(
            std::move(name), whole,
            [whole](const book &b, const scope &s) { return share(opened(b, s), acts(b, s, whole)); }, scale);
        m.by = grouped::if_told;
        m.acts = whole + set{kind::opportunity};
    };
    deals_per("opportunities_per_conversation", {kind::conversation}, 1);
    ratio("open_rate", {kind::email_opened}, {kind::email_sent}, 100);
    const auto of_delivered = [&](std::string name, kind part) {
        metric &m = add(
            std::move(name), {kind::email_sent},
            [part](const book &b, const scope &s) {
                return share(acts(b, s, {part}),
                             acts(b, s, {kind::email_sent}) - acts(b, s, {kind::email_bounced}));
            },
            100);
        m.by = grouped::if_told;
        m.acts = {part, kind::email_sent, kind::email_bounced};
    };
    of_delivered("open_rate_of_delivered", kind::email_opened);
    ratio("click_through_rate", {kind::email_clicked}, {kind::email_sent}, 100);
    of_delivered("click_through_rate_of_delivered", kind::email_clicked);
    ratio("click_to_open_rate", {kind::email_clicked}, {kind::email_opened}, 100);
    ratio("bounce_rate", {kind::email_bounced}, {kind::email_sent}, 100);
    const auto by_email = [&](std::string name, const set &part, int scale) {
        metric &m = add(
            std::move(name), {kind::email_sent},
            [part](const book &b, const scope &s) {
                std::int64_t n = 0;
                for (const event &e : b.acts)
                    if (std::find(part.begin(), part.end(), e.said.what) != part.end() && in(s, &e) &&
                        mine(s, e) && channel_of(e) == "email")
                        ++n;
                return share(n, acts(b, s, {kind::email_sent}));
            },
            scale);
        m.by = grouped::if_told;
        m.acts = part + set{kind::email_sent};
    };
    by_email("reply_rate", replies, 100);
    by_email("positive_replies_per_email", {kind::reply_positive}, 1);
    ratio("meeting_acceptance_rate", {kind::meeting_scheduled}, replies, 1);
    ratio("show_rate", held, held + set{kind::meeting_no_show}, 100);
    deals_per("opportunities_per_100_calls", calls, 100);
    deals_per("opportunities_per_100_emails", {kind::email_sent}, 100);
    deals_per("opportunities_per_100_touches", touches, 100);
    {
        metric &m = add(
            "abandon_rate", live,
            [](const book &b, const scope &s) -> amount {
                if (acts(b, s, {kind::picked_up}) > 0) return {};
                return share(acts(b, s, {kind::abandoned}), acts(b, s, live));
            },
            100);
        m.by = grouped::if_told;
        m.acts = live + set{kind::picked_up};
    }
    add("talk_time", picked_up, [](const book &b, const scope &s) { return mean_of(talk(b, s)); });
    add("talk_time_quantiles", picked_up, [](const book &b, const scope &s) {
        return median_of(talk(b, s));
    }).near = true;
    add("live_talk_time", live, [](const book &b, const scope &s) {
        std::int64_t n = 0;
        const std::int64_t total = seconds_of(b, s, live, n);
        return mean(total, n);
    });
    add("zero_second_pick_ups", picked_up, [](const book &b, const scope &s) {
        const auto all_of_it = talk(b, s);
        return count(std::count(all_of_it.begin(), all_of_it.end(), 0));
    });
    add("context_switches", touches, context_switches, 3600);

    // Prospects
    add(
        "positive_reply_rate", touches,
        [](const book &b, const scope &s) {
            return of_contacted(b, s, [](const reach &r) { return r.positive; });
        },
        100);
    add(
        "negative_reply_rate", touches,
        [](const book &b, const scope &s) {
            return of_contacted(b, s, [](const reach &r) {
                return r.negative && !(r.positive && holds(rule::positive_wins));
            });
        },
        100);
    add(
        "silent_share", touches,
        [](const book &b, const scope &s) {
            return of_contacted(b, s, [](const reach &r) { return !r.negative && !r.positive; });
        },
        100);
    add(
        "share_touched_twice", touches,
        [](const book &b, const scope &s) {
            return share(prospects(b, s, [](const reach &r) { return r.touched.size() >= 2; }), tried(b, s));
        },
        100);
    add(
        "prospect_acquisition_rate", touches,
        [](const book &b, const scope &s) {
            return share(prospects(b, s, [](const reach &r) { return r.customer; }), tried(b, s));
        },
        100);
    add("prospects_tried", touches, [](const book &b, const scope &s) { return count(tried(b, s)); });
    add("attempts_per_prospect", calls, [](const book &b, const scope &s) {
        return share(prospects(b, s, [](const reach &r) { return r.calls; }),
                     prospects(b, s, [](const reach &r) { return r.calls > 0; }));
    });
    const std::pair<const char *, const char *> ways[] = {{"", ""},
                                                          {": phone", "phone"},
                                                          {": email", "email"},
                                                          {": social", "social"},
                                                          {": in person", "in_person"},
                                                          {": video", "video"},
                                                          {": other", "other"}};
    for (const auto &[suffix, channel] : ways)
        add(std::string("touches_per_won_deal") + suffix, {kind::deal_won},
            [c = std::string(channel)](const book &b, const scope &s) {
                return touches_per_deal(b, s, kind::deal_won, c);
            });
    for (const auto &[suffix, channel] : ways)
        add(std::string("touches_per_lost_deal") + suffix, {kind::deal_lost},
            [c = std::string(channel)](const book &b, const scope &s) {
                return touches_per_deal(b, s, kind::deal_lost, c);
            });
    for (const auto &[suffix, channel] : ways)
        add(std::string("touches_per_customer") + suffix, gains,
            [c = std::string(channel)](const book &b, const scope &s) {
                return touches_per_customer(b, s, c);
            });
    for (int k = 1; k <= 5; ++k)
        add(
            "conversion_at_touch_" + std::to_string(k), touches,
            [k](const book &b, const scope &s) { return conversion_at(b, s, k); }, 100);

    // Leads
    add("leads_arrived", arrivals, [](const book &b, const scope &s) { return count(arrived(b, s)); });
    const auto reaching = [&](std::string name, stage which, kind k) {
        add(std::move(name), {k},
            [which](const book &b, const scope &s) { return count(reached_in(b, s, which)); });
    };
    reaching("marketing_captured_leads", stage::mcl, kind::mcl);
    reaching("marketing_qualified_leads", stage::mql, kind::mql);
    reaching("sales_accepted_leads", stage::sal, kind::sal);
    reaching("sales_qualified_leads", stage::sql, kind::sql);
    add("leads_out", {kind::out}, [](const book &b, const scope &s) {
        return count(leads(b, s, [&](const lead &l) {
            return std::any_of(l.way.begin(), l.way.end(),
                               [&](const event *e) { return e->is(kind::out) && in(s, e); });
        }));
    });
    add(
        "lead_response_rate", arrivals,
        [](const book &b, const scope &s) {
            const auto of_it = [&](const lead &l) { return is_arrived(b, s, l); };
            return share(leads(b, s, [&](const lead &l) { return of_it(l) && is_answered(b, l); }),
                         leads(b, s, of_it));
        },
        100);
    add(
        "speed_to_lead", arrivals, [](const book &b, const scope &s) { return speed_to_lead(b, s, false); },
        100);
    add(
        "share_followed_up", {kind::mql},
        [](const book &b, const scope &s) {
            const auto of_it = [&](const lead &l) {
                return started_in(b, s, l, stage::mql) && reached(b, l, stage::mql);
            };
            return share(leads(b, s,
                               [&](const lead &l) {
                                   return of_it(l) &&
                                          std::any_of(l.rows.begin(), l.rows.end(),
                                                      [](const event *e) { return is_touch(*e); });
                               }),
                         leads(b, s, of_it));
        },
        100);
    add(
        "lead_conversion_rate", arrivals,
        [](const book &b, const scope &s) {
            const auto of_it = [&](const lead &l) { return is_arrived(b, s, l); };
            return share(leads(b, s, [&](const lead &l) { return of_it(l) && is_converted(b, l); }),
                         leads(b, s, of_it));
        },
        100);
    add("customer_acquisition_rate", arrivals,
        [](const book &b, const scope &s) { return share(gained(b, s), arrived(b, s)); });
    const set kinds_of_stage[] = {{},          {kind::mcl},         {kind::mql}, {kind::sal},
                                  {kind::sql}, {kind::opportunity}, gains};
    const auto converting = [&](std::string name, stage from, stage to) {
        const set needs = kinds_of_stage[static_cast<int>(from)] + kinds_of_stage[static_cast<int>(to)];
        add(
            std::move(name), needs,
            [from, to](const book &b, const scope &s) { return conversion(b, s, from, to); }, 100);
    };
    converting("mcl_to_mql", stage::mcl, stage::mql);
    converting("mcl_to_sql", stage::mcl, stage::sql);
    converting("mcl_to_opportunity", stage::mcl, stage::opportunity);
    converting("mcl_to_customer", stage::mcl, stage::customer);
    converting("mql_to_sql", stage::mql, stage::sql);
    converting("mql_to_opportunity", stage::mql, stage::opportunity);
    converting("mql_to_customer", stage::mql, stage::customer);
    converting("sql_to_opportunity", stage::sql, stage::opportunity);
    converting("sql_to_customer", stage::sql, stage::customer);
    converting("opportunity_to_customer", stage::opportunity, stage::customer);
    converting("lead_validation_rate", stage::mql, stage::sal);
    add(
        "recycled_share", {kind::mql, kind::out},
        [](const book &b, const scope &s) {
            const auto of_it = [&](const lead &l) {
                return started_in(b, s, l, stage::mql) && reached(b, l, stage::mql);
            };
            return share(leads(b, s, [&](const lead &l) { return of_it(l) && is_recycled(b, l); }),
                         leads(b, s, of_it));
        },
        100);
    add(
        "ready_to_buy_share", {kind::mcl, kind::opportunity},
        [](const book &b, const scope &s) {
            const auto of_it = [&](const lead &l) {
                return started_in(b, s, l, stage::mcl) && reached(b, l, stage::mcl);
            };
            const auto straight = [&](const lead &l) {
                for (const event *e : l.way)
                    if (e->within(kind::mql, kind::sql) || stage_of(b, *e) >= 5)
                        return e->is(kind::opportunity);
                return false;
            };
            return share(leads(b, s, [&](const lead &l) { return of_it(l) && straight(l); }),
                         leads(b, s, of_it));
        },
        100);
    {
        metric &m = add("lead_velocity_rate", {kind::mql}, lead_velocity, 100);
        m.by = grouped::never;
    }
    const std::tuple<const char *, int, int> stages[] = {{"MCL", 1, 1},      {"MQL", 2, 2},
                                                         {"SQL", 3, 4},      {"opportunity", 5, 5},
                                                         {"customer", 6, 6}, {"out", 7, 7}};
    for (const auto &[name, first, last] : stages)
        add(
            std::string("lead_stage: ") + name, {},
            [first = first, last = last](const book &b, const scope &s) {
                return lead_stage(b, s, first, last);
            },
            100);
    add("criteria_met", {kind::sql}, criteria_met);
    add("response_time", arrivals,
        [](const book &b, const scope &s) { return mean_of(waits(b, s, false).finest()); });
    add("response_time_quantiles", arrivals, [](const book &b, const scope &s) {
        return median_of(waits(b, s, false).finest());
    }).near = true;
    add(
        "answered_in_five_minutes", arrivals,
        [](const book &b, const scope &s) {
            const auto exact = waits(b, s, false).exact;
            return share(std::count_if(exact.begin(), exact.end(), [](auto t) { return t <= 5 * minute; }),
                         std::ssize(exact));
        },
        100);
    add("handover_response_time", {kind::mql},
        [](const book &b, const scope &s) { return mean_of(waits(b, s, true).finest()); });
    add("lead_to_customer_time", gains, [](const book &b, const scope &s) {
        return mean_of(goal_times(b, s, [](const lead &l) { return l.arrival; }).all(), day);
    });
    add("customer_lifecycle_length", gains,
        [](const book &b, const scope &s) { return mean_of(goal_times(b, s, lifecycle_start).all(), day); });
    add("lifecycles_from_first_event", gains, lifecycles_from_first_event);

    // Deals
    add("opportunities_created", {kind::opportunity},
        [](const book &b, const scope &s) { return count(opened(b, s)); });
    add("deals_won", {kind::deal_won}, [](const book &b, const scope &s) { return count(won(b, s)); });
    {
        metric &m = add(
            "win_rate", settled,
            [](const book &b, const scope &s) { return share(won(b, s), won(b, s) + lost(b, s)); }, 100);
        m.by = grouped::if_told;
        m.acts = settled;
    }
    {
        metric &m = add("win_loss_ratio", {kind::deal_lost},
                        [](const book &b, const scope &s) { return share(won(b, s), lost(b, s)); });
        m.by = grouped::if_told;
        m.acts = settled;
    }
    add(
        "deal_closure_rate", settled + set{kind::opportunity},
        [](const book &b, const scope &s) { return of_pipeline(b, s, won_in); }, 100);
    add(
        "settled_share", settled + set{kind::opportunity},
        [](const book &b, const scope &s) { return of_pipeline(b, s, settled_in); }, 100);
    add(
        "cohort_win_rate", {kind::opportunity},
        [](const book &b, const scope &s) { return cohort(b, s, is_won, any_deal); }, 100);
    add(
        "cohort_settled_share", {kind::opportunity},
        [](const book &b, const scope &s) { return cohort(b, s, is_settled, any_deal); }, 100);
    add(
        "cohort_win_rate_closed", {kind::opportunity},
        [](const book &b, const scope &s) { return cohort(b, s, is_won, is_settled); }, 100);
    const auto of_due = [&](std::string name, auto of) {
        add(std::move(name), {kind::opportunity}, of).tells_due = true;
    };
    of_due("open_deals_due", [](const book &b, const scope &s) { return due_deals(b, s, false, false); });
    of_due("open_value_due", [](const book &b, const scope &s) { return due_deals(b, s, false, true); });
    of_due("overdue_deals", [](const book &b, const scope &s) { return due_deals(b, s, true, false); });
    of_due("overdue_value", [](const book &b, const scope &s) { return due_deals(b, s, true, true); });
    of_due("slipped_deals", [](const book &b, const scope &s) {
        return count(deals(b, s, [&](const deal &d) { return slipped_in(s, d); }));
    });
    for (int k = 1; k <= most_stages; ++k) {
        const std::string stage = std::to_string(k);
        add(
            "stage_conversion: " + stage, {kind::opportunity},
            [k](const book &b, const scope &s) { return stage_conversion(b, s, k); }, 100)
            .tells_stage = true;
        add("time_in_stage: " + stage, {kind::stage_entered},
            [k](const book &b, const scope &s) { return mean_of(times_in_stage(b, s, k), day); });
        metric &m =
            add("time_in_stage_quantiles: " + stage, {kind::stage_entered},
                [k](const book &b, const scope &s) { return median_of(times_in_stage(b, s, k), day); });
        m.near = true, m.width = 0.032;
    }
    add("backward_moves", {kind::stage_entered}, [](const book &b, const scope &s) {
        const auto found = visits(b, s);
        return count(std::count_if(found.begin(), found.end(), [](const visit &v) { return v.moved_back; }));
    });
    add("open_deals", settled + set{kind::opportunity},
        [](const book &b, const scope &s) { return open_at_end(b, s, false); });
    add("open_pipeline_value", settled + set{kind::opportunity},
        [](const book &b, const scope &s) { return open_at_end(b, s, true); });
    {
        metric &m = add("proposals_per_opportunity", {kind::opportunity}, [](const book &b, const scope &s) {
            return share(acts(b, s, {kind::proposal_sent}), opened(b, s));
        });
        m.by = grouped::if_told;
        m.acts = {kind::proposal_sent, kind::opportunity};
    }
    {
        metric &m = add("wins_per_touch", touches,
                        [](const book &b, const scope &s) { return share(won(b, s), acts(b, s, touches)); });
        m.by = grouped::if_told;
        m.acts = touches + set{kind::deal_won};
    }
    for (const bool won_ones : {true, false}) {
        const std::string name = won_ones ? "sales_cycle" : "lost_cycle";
        const set needs = {won_ones ? kind::deal_won : kind::deal_lost};
        add(name + "_length", needs,
            [won_ones](const book &b, const scope &s) { return mean_of(cycles(b, s, won_ones), day); });
        add(name + "_quantiles", needs, [won_ones](const book &b, const scope &s) {
            return median_of(cycles(b, s, won_ones), day);
        }).near = true;
        add(name + "_extremes", needs,
            [won_ones](const book &b, const scope &s) { return least_of(cycles(b, s, won_ones), day); });
    }
    const std::tuple<const char *, int, int> bands[] = {
        {"< 7 days", 0, 7},           {"7-13 days", 7, 14},   {"14-29 days", 14, 30},
        {"30-59 days", 30, 60},       {"60-89 days", 60, 90}, {"90-179 days", 90, 180},
        {">= 180 days", 180, 1 << 30}};
    for (const auto &[name, from, until] : bands)
        add(
            std::string("won_deals_by_cycle_length: ") + name, {kind::deal_won},
            [from = from, until = until](const book &b, const scope &s) {
                return cycle_band(b, s, from, until);
            },
            100);
    add("deals_reversed", settled,
        [](const book &b, const scope &s) { return settlements(b, s, &deal::reversed); });
    add("deals_repeated", settled,
        [](const book &b, const scope &s) { return settlements(b, s, &deal::repeated); });
    add("deals_settled_backwards", settled, [](const book &b, const scope &s) {
        return count(deals(b, s, [&](const deal &d) { return d.backwards && settled_in(s, d); }));
    });

    // Revenue
    add("value_won", {kind::deal_won},
        [](const book &b, const scope &s) { return revenue(b, s, number::value); });
    add("revenue_won", {kind::deal_won},
        [](const book &b, const scope &s) { return revenue(b, s, number::value); });
    add("units_sold", {kind::deal_won},
        [](const book &b, const scope &s) { return revenue(b, s, number::units); });
    add("average_deal_size", {kind::deal_won}, [](const book &b, const scope &s) {
        return mean(money(b, s, number::value), carrying(b, s, number::value));
    });
    add("average_purchase_value", {kind::deal_won, kind::renewed, kind::upsell, kind::cross_sell}, purchases);
    add("deals_without_value", {kind::deal_won},
        [](const book &b, const scope &s) { return count(won(b, s) - carrying(b, s, number::value)); });
    add("average_retail_price", {kind::deal_won}, [](const book &b, const scope &s) {
        return share(money(b, s, number::value), money(b, s, number::units));
    });
    add("new_customer_revenue", gains, new_revenue);

    // Customers
    add("new_customers", gains, [](const book &b, const scope &s) { return count(gained(b, s)); });
    add(
        "upsell_rate", {}, [](const book &b, const scope &s) { return with_event(b, s, kind::upsell); }, 100);
    add(
        "cross_sell_rate", {},
        [](const book &b, const scope &s) { return with_event(b, s, kind::cross_sell); }, 100);
    add("upsells_per_customer", {},
        [](const book &b, const scope &s) { return events_per_customer(b, s, kind::upsell); });
    add("cross_sells_per_customer", {},
        [](const book &b, const scope &s) { return events_per_customer(b, s, kind::cross_sell); });
    add(
        "churn_rate", {},
        [](const book &b, const scope &s) { return share(lost_customers(b, s), base(b, s)); }, 100);
    add(
        "retention_rate", {},
        [](const book &b, const scope &s) { return share(base(b, s) - lost_customers(b, s), base(b, s)); },
        100);
    add("customers_returned", gains, [](const book &b, const scope &s) { return count(returned(b, s)); });
    add("churn_by_age", gains, churn_by_age, 100);
    add("customer_lifespan", {kind::churned},
        [](const book &b, const scope &s) { return mean_of(lifespans(b, s).all(), day); });
    add("time_to_upsell", {kind::upsell},
        [](const book &b, const scope &s) { return mean_of(customer_times(b, s, kind::upsell).all(), day); });
    add("time_to_upsell_quantiles", {kind::upsell}, [](const book &b, const scope &s) {
        return median_of(customer_times(b, s, kind::upsell).all(), day);
    }).near = true;
    add("trial_conversion", {kind::trial_ended}, trial_conversion, 100);
    add("renewal_rate", {kind::renewal_due}, renewal_rate, 100);
    add("clients_over_a_spend", gains, clients_over_a_spend, 100);
    number_of("interactions", {kind::interaction});
    add("interactions_per_customer", {},
        [](const book &b, const scope &s) { return events_per_customer(b, s, kind::interaction); });
    const set tickets = {kind::ticket_closed, kind::ticket_closed_in_time};
    number_of("tickets_closed", tickets);
    ratio("tickets_within_service_level", {kind::ticket_closed_in_time}, tickets, 100);

    // Surveys
    const set nps_kinds = {kind::nps_promoter, kind::nps_passive, kind::nps_detractor};
    const set csat_kinds = {kind::satisfied, kind::not_satisfied};
    const auto asked = [&](std::string name, const set &which, auto of) {
        metric &m = add(std::move(name), which, of, 100);
        m.by = grouped::if_told;
        m.acts = which;
    };
    asked("net_promoter_score", nps_kinds, nps);
    const std::pair<const char *, kind> nps_names[] = {
        {"promoter", kind::nps_promoter}, {"passive", kind::nps_passive}, {"detractor", kind::nps_detractor}};
    for (const auto &[name, k] : nps_names)
        asked(std::string("nps_answers: ") + name, nps_kinds,
              [k = k](const book &b, const scope &s) { return answer_share(b, s, k); });
    asked("customer_satisfaction", csat_kinds,
          [](const book &b, const scope &s) { return answer_share(b, s, kind::satisfied); });
    asked("csat_answers: satisfied", csat_kinds,
          [](const book &b, const scope &s) { return answer_share(b, s, kind::satisfied); });
    asked("csat_answers: not satisfied", csat_kinds,
          [](const book &b, const scope &s) { return answer_share(b, s, kind::not_satisfied); });
    add("employee_satisfaction", {kind::employee_answer},
        [](const book &b, const scope &s) { return staff_answers(b, s, std::nullopt); });
    for (int answer = 1; answer <= 5; ++answer)
        add(
            "employee_answers: " + std::to_string(answer), {kind::employee_answer},
            [answer](const book &b, const scope &s) { return staff_answers(b, s, answer); }, 100);
    add("survey_age", nps_kinds, survey_age);

    // With figures that no log has
    const auto with = [&](std::string name, const set &needs, std::vector<std::string> figures, auto of,
                          int scale = 1) -> metric & {
        metric &m = add(std::move(name), needs, of, scale);
        m.given = std::move(figures);
        m.by = grouped::never;
        return m;
    };
    with("logging_coverage", calls, {"calls_in_the_phone_log"}, [](const book &b, const scope &s) {
        return share(acts(b, s, calls), given(b, s, "calls_in_the_phone_log"));
    });
    with(
        "dials_per_hour", calls, {"seconds_logged_in"},
        [](const book &b, const scope &s) -> amount {
            const std::int64_t n = acts(b, s, calls);
            return {n, given(b, s, "seconds_logged_in"), n};
        },
        3600);
    with("referrals_per_customer", {kind::referral}, {"customers"}, [](const book &b, const scope &s) {
        return share(acts(b, s, {kind::referral}), given(b, s, "customers"));
    });
    with(
        "list_penetration", touches, {"prospects_on_the_list"},
        [](const book &b, const scope &s) {
            return share(tried(b, s), given(b, s, "prospects_on_the_list"));
        },
        100);
    const auto cost_per = [&](std::string name, const set &needs, std::string cost, auto number_of_it) {
        with(std::move(name), needs, {cost}, [cost, number_of_it](const book &b, const scope &s) {
            return share(given(b, s, cost), number_of_it(b, s));
        });
    };
    cost_per("cost_per_lead", arrivals, "marketing_cost", arrived);
    cost_per("cost_per_meeting", held, "cost",
             [](const book &b, const scope &s) { return acts(b, s, held); });
    cost_per("cost_per_opportunity", {kind::opportunity}, "cost", opened);
    cost_per("customer_acquisition_cost", gains, "cost", gained);
    with(
        "lead_roi", gains, {"gross_margin_percent", "marketing_cost"},
        [](const book &b, const scope &s) -> amount {
            const std::int64_t margin = new_revenue(b, s).numerator * given(b, s, "gross_margin_percent");
            const std::int64_t cost = given(b, s, "marketing_cost") * 100;
            return {margin - cost, cost, margin + cost};
        },
        100)
        .tells = {number::value};
    with(
        "occupancy", picked_up, {"wrap_up_seconds", "seconds_logged_in"},
        [](const book &b, const scope &s) {
            return share(sum(talk(b, s)) + given(b, s, "wrap_up_seconds"), given(b, s, "seconds_logged_in"));
        },
        100)
        .tells = {number::elapsed};
    {
        metric &m = with("pipeline_velocity", {kind::deal_won}, {"open_opportunities"},
                         [](const book &b, const scope &s) -> amount {
                             const auto all_cycles = cycles(b, s, true);
                             const std::int64_t took = sum(all_cycles), n = carrying(b, s, number::value);
                             const std::int64_t settled_ones = won(b, s) + lost(b, s);
                             // open x won / settled x money / n / (took / cycles / a day)
                             return {given(b, s, "open_opportunities") * won(b, s) *
                                         money(b, s, number::value) * std::ssize(all_cycles) * day,
                                     settled_ones * n * took, 0};
                         });
        m.tells = {number::value};
        m.to_the_hundredth = true;
    }
    with("open_to_quota", {kind::opportunity, kind::deal_won, kind::deal_lost}, {"quota"},
         [](const book &b, const scope &s) -> amount {
             const std::int64_t rest = given(b, s, "quota") - money(b, s, number::value);
             if (rest <= 0) return {};
             return share(open_at_end(b, s, true).numerator, rest);
         })
        .tells = {number::value};
    {
        metric &m = with("pipeline_coverage", {kind::opportunity, kind::deal_won}, {"quota"},
                         [](const book &b, const scope &s) -> amount {
                             const std::int64_t rest = given(b, s, "quota") - money(b, s, number::value);
                             const bool any = due_deals(b, s, false, false).numerator != 0;
                             if (rest <= 0 || !any) return {};
                             return share(due_deals(b, s, false, true).numerator, rest);
                         });
        m.tells = {number::value}, m.tells_due = true;
    }
    const auto lifetime = [](const book &b, const scope &s) -> amount {
        const amount bought = purchases(b, s);
        return {bought.numerator * given(b, s, "lifespan_in_days"),
                bought.n == 0 ? 0 : given(b, s, "customers") * given(b, s, "days_counted"), 0};
    };
    const set purchase_kinds = {kind::deal_won, kind::renewed, kind::upsell, kind::cross_sell};
    {
        metric &m = with("customer_lifetime_value", purchase_kinds,
                         {"customers", "days_counted", "lifespan_in_days"}, lifetime);
        m.tells = {number::value};
        m.to_the_hundredth = true;
    }
    {
        metric &m = with("ltv_to_cac", purchase_kinds,
                         {"customers", "days_counted", "lifespan_in_days", "gross_margin_percent", "cost",
                          "customers_gained"},
                         [lifetime](const book &b, const scope &s) -> amount {
                             const amount value = lifetime(b, s);
                             return {value.numerator * given(b, s, "gross_margin_percent") *
                                         given(b, s, "customers_gained"),
                                     value.denominator * 100 * given(b, s, "cost"), 0};
                         });
        m.tells = {number::value};
        m.to_the_hundredth = true;
    }
    with("competitor_price_index", {kind::deal_won}, {"competitors_price"},
         [](const book &b, const scope &s) {
             return share(money(b, s, number::value),
                          money(b, s, number::units) * given(b, s, "competitors_price"));
         })
        .tells = {number::value, number::units};
    with(
        "price_gap", {kind::deal_won}, {"competitors_price"},
        [](const book &b, const scope &s) -> amount {
            const std::int64_t own = money(b, s, number::value);
            const std::int64_t theirs = money(b, s, number::units) * given(b, s, "competitors_price");
            return {own - theirs, theirs, own + theirs};
        },
        100)
        .tells = {number::value, number::units};
    with("satisfaction_against_goal", {kind::employee_answer}, {"goal"}, [](const book &b, const scope &s) {
        const amount answers_of_staff = staff_answers(b, s, std::nullopt);
        return share(answers_of_staff.numerator, answers_of_staff.n * given(b, s, "goal"));
    }).tells = {number::score};
    add("client_engagement", {kind::interaction}, client_engagement);

    const auto based = [&](std::initializer_list<const char *> names, const char *base_of_them) {
        for (metric &m : all)
            if (std::find(names.begin(), names.end(), m.name) != names.end()) m.base = base_of_them;
    };
    for (metric &m : all) // by such rows a log knows customers
        if (m.name == "upsell_rate" || m.name == "cross_sell_rate" || m.name == "upsells_per_customer" ||
            m.name == "cross_sells_per_customer" || m.name == "churn_rate" || m.name == "retention_rate" ||
            m.name == "interactions_per_customer")
            m.needs = gains + set{kind::churned, kind::renewed, kind::upsell, kind::interaction};
    based({"deal_closure_rate", "settled_share"}, "deals_open_at_the_start");
    based({"upsell_rate", "cross_sell_rate", "upsells_per_customer", "cross_sells_per_customer", "churn_rate",
           "retention_rate", "interactions_per_customer"},
          "customers_at_the_start");
    const auto tells = [&](std::initializer_list<const char *> names, std::vector<number> which) {
        for (metric &m : all)
            if (std::find(names.begin(), names.end(), m.name) != names.end()) m.tells = which;
    };
    tells({"open_pipeline_value", "open_value_due", "overdue_value", "value_won", "revenue_won",
           "average_deal_size", "average_purchase_value", "deals_without_value", "new_customer_revenue",
           "clients_over_a_spend"},
          {number::value});
    for (metric &m : all)
        if (m.name == "open_pipeline_value" || m.name == "open_to_quota") m.tellers = {kind::opportunity};
    tells({"units_sold"}, {number::units});
    tells({"average_retail_price"}, {number::value, number::units});
    tells({"talk_time", "talk_time_quantiles", "live_talk_time", "zero_second_pick_ups"}, {number::elapsed});
    for (metric &m : all)
        m.by_value = m.name.ends_with("_length") || m.name == "lead_to_customer_time" ||
                     m.name == "customer_lifespan" || m.name == "time_to_upsell" || m.name == "survey_age" ||
                     m.name.starts_with("time_in_stage: ");
    for (metric &m : all) {
        const auto is = [&](std::initializer_list<const char *> names) {
            return std::find(names.begin(), names.end(), m.name) != names.end();
        };
        const bool of_revenue =
            is({"value_won", "revenue_won", "average_deal_size", "average_purchase_value",
                "average_retail_price", "new_customer_revenue", "open_pipeline_value", "open_value_due",
                "overdue_value", "pipeline_velocity", "customer_lifetime_value"});
        m.is_money = of_revenue || is({"cost_per_lead", "cost_per_meeting", "cost_per_opportunity",
                                       "customer_acquisition_cost"});
        m.by_currency =
            of_revenue || is({"clients_over_a_spend", "lead_roi", "open_to_quota", "pipeline_coverage",
                              "ltv_to_cac", "competitor_price_index", "price_gap"});
    }
    add_companions(all);
    add_business_hours(all);
    name_cases(all);
    return all;
}

} // namespace

std::string group_of(const book &b, const deal &d, label by) { return name_of(b, d, by); }
std::string group_of(const event &act, label by) { return name_of(act, by); }

const std::vector<metric> &metrics() {
    static const std::vector<metric> all = make();
    return all;
}

} // namespace oracle
