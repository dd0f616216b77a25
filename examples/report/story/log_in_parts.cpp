// SPDX-License-Identifier: MIT
#include "story/log_in_parts.hpp"

#include "read/passed.hpp"
#include "story/day_of.hpp"
#include "story/exchange.hpp"
#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <limits>
#include <string>

namespace report {
namespace {

using sales::kinds::deals_settled;

/// The kinds for which a row without an id is a case.
constexpr kind_set lone_deals = deals_settled | kind_set{activity::opportunity};
constexpr kind_set lone_leads{
    activity::first_impression, activity::mcl, activity::mql, activity::sal, activity::sql, activity::out};
constexpr kind_set lone_customers = sales::kinds::nps_answers | sales::kinds::csat_answers |
                                    kind_set{activity::renewal_due, activity::renewed, activity::churned};

std::uint64_t day_of_rep(std::uint32_t rep, std::int64_t at) {
    return std::uint64_t{rep} << 32 | static_cast<std::uint32_t>(day_of(at));
}

} // namespace

bool log_in_parts::enter(const act &a, std::uint32_t rep, std::uint64_t n) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    static_cast<void>(seen_.insert(a.kind));
    bool is_told = false;
    for (; n > 0; n -= std::min(n, most))
        is_told = enter_in_parts(a, rep, static_cast<std::uint32_t>(std::min(n, most)));
    return is_told;
}

bool log_in_parts::enter_in_parts(const act &a, std::uint32_t rep, std::uint32_t n) {
    bool is_told = false;
    std::uint64_t deal_case = a.deal.value_or(0);
    const bool settles = deals_settled.contains(a.kind);
    const bool is_one =
        a.lead.has_value() && a.lead == a.prospect && stories_.concerns.leads.contains(a.kind);
    const bool is_of_prospects = (stories_.concerns.prospects | stories_.by_prospect).contains(a.kind);
    const bool is_both = is_one && (names_matter_ || a.whole_day || is_of_prospects);
    const auto add = [&](auto &to, kind_set kinds_by_case::*of, kpi::maybe<std::uint64_t> id, kind_set lone) {
        const bool is_deals = of == &kinds_by_case::deals, is_prospects = of == &kinds_by_case::prospects;
        const bool is_wanted = (stories_.concerns.*of).contains(a.kind) && (is_deals || !settles);
        const bool is_alone = !id.has_value();
        if (is_alone && !(is_wanted && lone.contains(a.kind))) return;
        const bool is_kept = is_wanted || names_matter_ || a.whole_day; // a date alone orders its day
        if (!is_kept && !(is_prospects && is_of_prospects)) return;
        is_told |= (stories_.acts.*of).contains(a.kind) && is_wanted;
        auto r = [&] {
            const std::uint64_t case_id = is_alone ? kpi::mix(++rows_without_id_) : *id;
            if constexpr (requires { to.add(linked_record{}); })
                return linked_record_of(a, case_id, n);
            else
                return record_of(a, case_id, n);
        }();
        r.is_alone = is_alone, r.names_only = is_prospects ? settles : !is_wanted;
        r.of_customer = !a.customer.has_value();
        r.of_lead = of == &kinds_by_case::leads, r.of_prospect = is_prospects || (r.of_lead && is_both);
        if (is_deals) deal_case = r.of;
        to.add(r);
    };
    add(deals, &kinds_by_case::deals, a.deal, lone_deals);
    add(people, &kinds_by_case::leads, a.lead, lone_leads);
    if (!is_one) add(people, &kinds_by_case::prospects, a.prospect, {});
    const bool names_nobody = !a.lead.has_value();
    add(customers, &kinds_by_case::customers, a.customer,
        names_nobody ? lone_customers | kinds{activity::customer} : lone_customers);
    if (rep != 0 && a.dated && stories_.concerns.reps.contains(a.kind))
        reps.add(record_of(a, day_of_rep(rep, a.at.seconds), n));
    if (a.message.has_value() && stories_.concerns.messages.contains(a.kind)) {
        messages.add(record_of(a, *a.message, 1)); // an email counts once as opened, or answered
        is_told = true;
    }

    if (a.lead.has_value() && a.customer.has_value())
        link(*a.lead, *a.customer, activity::customer, a.dated ? a.at.seconds : never);
    if (a.lead.has_value() && deal_case != 0 && names_matter_)
        link(*a.lead, deal_case, activity::opportunity);
    return is_told;
}

void log_in_parts::join(log_in_parts &other) {
    deals.join(other.deals), people.join(other.people), customers.join(other.customers);
    reps.join(other.reps), messages.join(other.messages);
    seen_ = seen_ | other.seen_;
}

void log_in_parts::exchange(ranks &all, labels &said) {
    report::exchange(deals, all, said), report::exchange(people, all, said);
    report::exchange(customers, all, said), report::exchange(reps, all, said);
    report::exchange(messages, all, said);
}
void log_in_parts::learn_kinds(ranks &all) {
    for (const std::string &bytes : all.tell_all(passed(seen_))) {
        kind_set theirs{};
        bytes_reader{bytes}(theirs);
        seen_ = seen_ | theirs;
    }
}

void log_in_parts::link(std::uint64_t lead, std::uint64_t with, activity kind, std::int64_t at) {
    record r;
    r.of = lead, r.at = at, r.value = static_cast<std::int64_t>(with), r.kind = kind,
    r.links = r.of_lead = true;
    people.add(r);
}

} // namespace report
