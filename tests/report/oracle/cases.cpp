// SPDX-License-Identifier: MIT
#include "cases.hpp"

#include "printed.hpp"
#include "roster.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace oracle {

bool is_call(const event &e) { return e.within(kind::conversation, kind::call); }
bool is_touch(const event &e) {
    return is_call(e) || e.is(kind::email_sent) || e.is(kind::social_touch) || e.is(kind::meeting_held) ||
           e.is(kind::video_meeting);
}

std::string channel_of(const event &e) {
    const std::string &said = e.said.name(label::channel);
    if (!said.empty()) return said;
    if (!holds(rule::implied_channel)) return "unknown";
    if (is_call(e)) return "phone";
    if (e.within(kind::email_sent, kind::email_bounced)) return "email";
    if (e.is(kind::video_meeting)) return "video";
    if (e.is(kind::meeting_held)) return "in_person";
    if (e.is(kind::social_touch)) return "social";
    return "unknown";
}

namespace {

/// The place of a kind on a lead's way; -1 beside it.
int step_of(kind k) {
    constexpr kind way[] = {kind::first_impression, kind::mcl,     kind::mql, kind::sal, kind::sql,
                            kind::opportunity,      kind::customer};
    const auto *const found = std::find(std::begin(way), std::end(way), k);
    return found != std::end(way) ? static_cast<int>(found - std::begin(way)) : -1;
}

int cause_of(const event &e) {
    if (is_touch(e)) return 5;
    if (const int step = step_of(e.said.what); step >= 0 && step < 5) return step;
    switch (e.said.what) {
    case kind::first_response:
        return 6;
    case kind::email_opened:
    case kind::email_clicked:
    case kind::reply_positive:
    case kind::reply_negative:
    case kind::reply_automatic:
        return 7;
    case kind::meeting_scheduled:
        return 8;
    case kind::meeting_no_show:
    case kind::meeting_cancelled:
        return 9;
    case kind::presentation:
        return 10;
    case kind::opportunity:
        return 11;
    case kind::stage_entered:
        return 12;
    case kind::proposal_sent:
        return 13;
    case kind::deal_won:
    case kind::deal_lost:
        return 14;
    case kind::customer:
        return 15;
    case kind::out:
        return 17;
    case kind::churned:
        return 18;
    default:
        return 16; // the rest
    }
}

auto rest_of(const event &e) {
    return std::tie(e.said.names, e.said.currency, e.ids, e.said.amounts, e.said.count);
}

} // namespace

void put_in_order(story &s, const story &of_case, bool of_deal) {
    std::set<std::int64_t> coarse;
    if (holds(rule::coarse_day))
        for (const story *some : {&of_case, static_cast<const story *>(&s)})
            for (const event *e : *some)
                if (e->said.date_alone) coarse.insert(e->said.at / day);
    std::stable_sort(s.begin(), s.end(), [&](const event *a, const event *b) {
        const std::int64_t day_a = a->said.at / day, day_b = b->said.at / day;
        if (day_a != day_b) return day_a < day_b;
        const int cause_a = holds(rule::cause_before_effect) ? cause_of(*a) : -cause_of(*a);
        const int cause_b = holds(rule::cause_before_effect) ? cause_of(*b) : -cause_of(*b);
        if (coarse.contains(day_a)) {
            if (cause_a != cause_b) return cause_a < cause_b;
            if (a->said.at != b->said.at) return a->said.at < b->said.at;
        } else {
            if (a->said.at != b->said.at) return a->said.at < b->said.at;
            if (cause_a != cause_b) return cause_a < cause_b;
        }
        if (of_deal && a->said.stage != b->said.stage && holds(rule::earlier_stage_first))
            return a->said.stage < b->said.stage;
        const auto loss_first = [](const event &e) {
            return e.is(kind::deal_won) ? (holds(rule::lost_before_won) ? 1 : -1) : 0;
        };
        if (loss_first(*a) != loss_first(*b)) return loss_first(*a) < loss_first(*b);
        if (holds(rule::names_decide_ties)) {
            if (rest_of(*a) < rest_of(*b)) return true;
            if (rest_of(*b) < rest_of(*a)) return false;
        }
        if (a->said.what != b->said.what) return a->said.what < b->said.what;
        if (a->said.date_alone != b->said.date_alone) return b->said.date_alone; // midnight is a time
        return std::tie(a->said.due, a->said.due_date_alone) < std::tie(b->said.due, b->said.due_date_alone);
    });
}

bool comes_before(const story &ordered, const event *a, const event *b) {
    return std::find(ordered.begin(), ordered.end(), a) < std::find(ordered.begin(), ordered.end(), b);
}

deal tell_deal(std::string id, story rows) {
    deal d;
    d.id = std::move(id);
    put_in_order(rows, {}, true);
    for (const event *e : rows) {
        if (e->is(kind::opportunity)) {
            if (d.opened == nullptr) {
                d.opened = e;
                d.openings.push_back(e);
                d.backwards = d.settlement != nullptr;
                if (!holds(rule::reopening_needs_an_opening)) d.settlement = nullptr;
            } else if (d.settlement != nullptr && holds(rule::opened_again_is_open)) {
                d.settlement = nullptr;
                d.backwards = false;
                d.openings.push_back(e);
            }
        } else if (e->is(kind::deal_won) || e->is(kind::deal_lost)) {
            if (d.settlement == nullptr) {
                d.settlement = e;
            } else if (d.settlement->said.what == e->said.what) {
                d.repeated.push_back(e);
                if (!holds(rule::repeat_keeps_the_first)) d.settlement = e;
            } else if (holds(rule::later_settlement_counts)) {
                d.reversed.push_back(d.settlement);
                d.settlement = e;
                d.backwards = false;
            }
        }
        if (!holds(rule::links_by_any_row) && !e->is(kind::deal_won)) continue;
        if (!e->id(about::lead).empty()) d.lead = e->id(about::lead);
        if (!e->id(about::customer).empty()) d.customer = e->id(about::customer);
        if (!e->id(about::prospect).empty()) d.prospect = e->id(about::prospect);
    }
    d.rows = std::move(rows);
    return d;
}

deal before(const deal &d, std::int64_t until) {
    story known;
    for (const event *e : d.rows)
        if (e->said.at < until || !holds(rule::as_of_its_end)) known.push_back(e);
    return tell_deal(d.id, known);
}

const event *deal::names_value() const {
    if (settlement != nullptr && settlement->said.amount(number::value)) return settlement;
    const event *last = nullptr;
    for (const event *e : rows)
        if (e->said.amount(number::value) && std::find(repeated.begin(), repeated.end(), e) == repeated.end())
            last = e;
    return last;
}

std::optional<std::int64_t> deal::amount(number n) const {
    if (settlement != nullptr && settlement->said.amount(n) &&
        (holds(rule::value_of_the_settlement) || n != number::value))
        return settlement->said.amount(n);
    if (n != number::value) return std::nullopt;
    std::optional<std::int64_t> last; // that of a repeat does not count
    for (const event *e : rows)
        if (e->said.amount(n) && std::find(repeated.begin(), repeated.end(), e) == repeated.end())
            last = e->said.amount(n);
    return last;
}

namespace {

bool is_about_a_deal(const event &e) {
    return e.is(kind::opportunity) || e.is(kind::deal_won) || e.is(kind::deal_lost);
}
bool is_about_a_lead(const event &e) {
    return e.within(kind::first_impression, kind::sql) || e.is(kind::out);
}
bool is_about_a_customer(const event &e) {
    return e.is(kind::customer) || e.within(kind::churned, kind::renewed) ||
           e.within(kind::nps_promoter, kind::not_satisfied);
}
story backwards(const story &s) { return {s.rbegin(), s.rend()}; }
std::string deal_id(const event &e) {
    return !e.id(about::deal).empty() ? e.id(about::deal) : is_about_a_deal(e) ? e.own : std::string{};
}

} // namespace

/// A deal is of the currency of its value, and has none in another one.
void book::find_currencies(const std::optional<std::string> &looked_at) {
    for (const event &e : events)
        if (e.said.amount(number::value)) currencies.insert(e.said.currency);
    if (currencies.size() == 1) unit = unit_of(*currencies.begin());
    if (!looked_at) return;
    unit = unit_of(*looked_at);
    std::map<std::string, story> of_deal;
    for (const event &e : events)
        if (const std::string id = deal_id(e); !id.empty()) of_deal[id].push_back(&e);
    std::map<std::string, bool> is_in_it;
    for (const auto &[id, rows] : of_deal) {
        const event *const names_it = tell_deal(id, rows).names_value();
        is_in_it[id] = names_it != nullptr && names_it->said.currency == *looked_at;
    }
    for (event &e : events) {
        const auto its = is_in_it.find(deal_id(e));
        if (!holds(rule::currencies_apart)) continue;
        const bool of_another = e.said.amount(number::value) && e.said.currency != *looked_at;
        e.said.in_another = its != is_in_it.end() ? !its->second || of_another : of_another;
    }
}

/// An email with an id is a case (METRICS.md, section 9).
void book::find_acts() {
    std::map<std::string, story> of_message;
    for (const event &e : events)
        if (e.said.message.empty() || !holds(rule::email_counts_once))
            acts.push_back(e);
        else
            of_message[e.said.message].push_back(&e);
    for (auto &[id, rows] : of_message) {
        put_in_order(rows);
        const event *sent = nullptr;
        std::array<std::string, labels> names;
        std::string channel = "unknown";
        std::optional<std::string> post;
        for (const bool of_sender : {false, true})
            for (const event *e : rows) {
                if (of_sender && !e->is(kind::email_sent)) continue;
                if (e->is(kind::email_sent) && sent == nullptr) sent = e;
                for (std::size_t l = 0; l < labels; ++l)
                    if (!e->said.names[l].empty()) names[l] = e->said.names[l];
                if (channel_of(*e) != "unknown") channel = channel_of(*e);
                if (e->post) post = e->post;
            }
        const auto first = [&, &rows = rows](kind what) {
            const auto found =
                std::find_if(rows.begin(), rows.end(), [&](const event *e) { return e->is(what); });
            return found != rows.end() ? *found : nullptr;
        };
        const auto tell = [&](const event *e) {
            if (e == nullptr) return;
            event act = *e;
            if (sent != nullptr && holds(rule::email_when_sent))
                act.said.at = sent->said.at, act.said.date_alone = sent->said.date_alone;
            if (holds(rule::email_of_its_sender)) {
                const std::string own = e->said.name(label::channel);
                act.said.names = names, act.channel_of_message = channel, act.post = post;
                act.said.names[static_cast<std::size_t>(label::channel)] = own;
            }
            acts.push_back(act);
        };
        for (const kind what : {kind::email_sent, kind::email_opened, kind::email_clicked,
                                kind::email_bounced, kind::reply_automatic})
            tell(first(what));
        const event *const yes = first(kind::reply_positive);
        tell(yes != nullptr ? yes : first(kind::reply_negative));
    }
}

book::book(const log &l, const std::optional<std::string> &in_currency) : asked{l.asked} {
    bool any = false;
    for (const row &r : l.rows) {
        const std::int64_t its_day = r.at / day * day;
        first_row = any ? std::min(first_row, its_day) : its_day;
        last_row = any ? std::max(last_row, its_day) : its_day;
        any = true;
    }
    end = last_row + day;
    if (asked.covers) end = std::max(end, (*asked.covers)[1] + day);
    if (asked.as_of) end = *asked.as_of + day;
    for (const row &r : l.rows) {
        if (r.at >= end && holds(rule::later_rows_unseen)) continue;
        row moved = r;
        if (!holds(rule::by_month_of_local_time) && r.has_zone)
            moved.at += (r.zone_hours - asked.zone_hours) * hour;
        for (int n = 0; n < (holds(rule::count_is_so_many) ? r.count : 1); ++n) {
            events.push_back({moved, "#" + std::to_string(events.size()), order_of_ids(r)});
            if (is_by_posts(asked) && !r.name(label::rep).empty())
                events.back().post = post_of(asked, r.name(label::rep), r.at);
        }
    }
    find_currencies(in_currency);
    find_acts();
    std::map<std::string, story> of_deal, of_lead, of_prospect;
    for (const event &e : events) {
        all.push_back(&e);
        marks_response = marks_response || (e.is(kind::first_response) && holds(rule::first_response_mark));
        marks_follow_up = marks_follow_up || (e.is(kind::follow_up) && holds(rule::follow_up_mark));
        if (const std::string id = deal_id(e); !id.empty()) of_deal[id].push_back(&e);
        if (!e.id(about::lead).empty())
            of_lead[e.id(about::lead)].push_back(&e);
        else if (is_about_a_lead(e))
            of_lead[e.own].push_back(&e);
        if (!e.id(about::prospect).empty()) of_prospect[e.id(about::prospect)].push_back(&e);
    }
    for (auto &[id, rows] : of_deal)
        deals[id] = tell_deal(id, rows);
    for (const auto &[id, d] : deals)
        if (d.is_won()) wins.insert(d.settlement);

    for (auto &[id, rows] : of_lead)
        leads[id].rows = rows;
    for (auto &[id, rows] : of_prospect)
        prospects[id].rows = rows;
    for (const auto &[id, d] : deals) {
        if (!d.lead.empty()) leads[d.lead].deals.push_back(&d);
        if (!d.prospect.empty()) prospects[d.prospect].deals.push_back(&d);
    }
    const auto add = [](story &to, const event *e) {
        if (std::find(to.begin(), to.end(), e) == to.end()) to.push_back(e);
    };
    const auto goals = [&](auto &whose) {
        for (const event *e : whose.rows)
            if (e->is(kind::customer)) add(whose.goals, e);
        if (holds(rule::won_deal_makes_a_customer))
            for (const deal *d : whose.deals)
                if (d->is_won()) add(whose.goals, d->settlement);
    };
    const auto with_settlements = [&](story rows, const std::vector<const deal *> &deals_of_it) {
        for (const deal *d : deals_of_it)
            if (d->settlement != nullptr) add(rows, d->settlement);
        return rows;
    };
    for (auto &[id, one] : leads) {
        one.id = id;
        goals(one);
        // a settlement of it that does not count, or of a deal that a later row names for another lead
        for (const event *e : one.rows)
            if (!e->is(kind::deal_won) && !e->is(kind::deal_lost)) one.way.push_back(e);
        for (const deal *d : one.deals) {
            for (const event *e : d->rows)
                if (e->is(kind::opportunity) && e->id(about::lead).empty() && holds(rule::links_by_any_row))
                    add(one.way, e);
        }
        for (const deal *d : one.deals)
            if (d->settlement != nullptr) add(one.way, d->settlement);
        for (const event *e : one.goals)
            add(one.way, e);
        story of_case = one.rows;
        of_case.insert(of_case.end(), one.way.begin(), one.way.end());
        for (story *some : {&one.rows, &one.way, &one.goals})
            put_in_order(*some, of_case);
        for (const event *e : one.way) {
            if (!e->is(kind::mcl) && !e->is(kind::mql)) continue;
            if (one.arrival == nullptr || !holds(rule::lead_arrives_once)) one.arrival = e;
        }
    }
    for (auto &[id, p] : prospects) {
        p.id = id;
        goals(p);
        const story of_case = with_settlements(p.rows, p.deals);
        put_in_order(p.goals, of_case), put_in_order(p.rows, of_case);
    }

    // A lead belongs to the customer that a row names with it, of its own or of its deals; of several to the
    // one named last. An id that is both a lead's and a customer's is one of whom.
    std::map<std::string, std::string> customer_of_lead;
    std::map<std::string, std::pair<std::int64_t, std::uint64_t>> linked_at;
    const auto link = [&](const std::string &lead_id, const std::string &customer_id, std::int64_t at) {
        if (lead_id.empty() || customer_id.empty()) return;
        const std::pair when{at, number_of_id(customer_id)};
        const auto [known, fresh] = linked_at.try_emplace(lead_id, when);
        if (!fresh && when < known->second) return;
        known->second = when;
        customer_of_lead[lead_id] = customer_id;
    };
    for (const event &e : events)
        link(e.id(about::lead), e.id(about::customer), e.said.at);
    if (holds(rule::links_by_any_row))
        for (const auto &[id, d] : deals)
            for (const event *e : backwards(d.rows)) {
                if (e->id(about::customer).empty()) continue;
                link(d.lead, d.customer, e->said.at);
                break;
            }
    const auto customer_of = [&](const std::string &lead_id) {
        const auto found = customer_of_lead.find(lead_id);
        return found != customer_of_lead.end() ? found->second : lead_id;
    };
    for (const event &e : events) {
        std::string id = e.id(about::customer);
        if (id.empty() && e.is(kind::customer) && !e.id(about::lead).empty())
            id = customer_of(e.id(about::lead));
        if (id.empty() && is_about_a_customer(e)) id = e.own;
        if (id.empty()) continue;
        const bool settles = e.is(kind::deal_won) || e.is(kind::deal_lost); // handed on by its deal
        if (!settles) add(customers[id].rows, &e);
        add(customers[id].named, &e);
    }
    for (const auto &[id, d] : deals) {
        std::string whose = d.customer;
        if (whose.empty() && !d.lead.empty()) whose = customer_of(d.lead);
        if (whose.empty()) continue;
        if (!d.customer.empty() || d.is_won()) customers[whose].deals.push_back(&d);
        if (d.is_won()) add(customers[whose].rows, d.settlement);
    }
    for (const auto &[id, one] : leads)
        if (customer_of_lead.contains(id) || !one.goals.empty()) customers_of_leads[id] = customer_of(id);
    for (auto &[id, c] : customers) {
        c.id = id;
        c.anonymous = id.starts_with('#');
        goals(c);
        const story of_case = with_settlements(c.named, c.deals);
        for (story *some : {&c.rows, &c.named, &c.goals})
            put_in_order(*some, of_case);
        if (!c.goals.empty()) c.gained = c.goals.front();
    }
}

int stage_of(const book &b, const event &e) {
    if (const int step = step_of(e.said.what); step >= 0) return step;
    return b.wins.contains(&e) && holds(rule::won_deal_makes_a_customer) ? 6 : -1;
}

const event *reached(const book &b, const lead &l, stage s) {
    for (const event *e : l.way) {
        const int at = stage_of(b, *e);
        if (holds(rule::reached_when_skipped) ? at >= static_cast<int>(s) : at == static_cast<int>(s))
            return e;
    }
    return nullptr;
}

const event *response_after(const book &b, const lead &l, const event *start, const event *until) {
    bool started = !holds(rule::response_at_or_after);
    for (const event *e : l.way) {
        if (e == until) return nullptr;
        if (started && (b.marks_response ? e->is(kind::first_response) : is_touch(*e))) return e;
        started = started || e == start;
    }
    return nullptr;
}

} // namespace oracle
