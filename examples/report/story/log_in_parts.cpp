// SPDX-License-Identifier: MIT
#include "story/log_in_parts.hpp"

#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <limits>

namespace report {
namespace {

using sales::kinds::deals_settled;

/// Kinds of which a row without an id is a case.
constexpr kind_set lone_deals = deals_settled;
constexpr kind_set lone_leads{activity::mcl, activity::mql, activity::sal, activity::sql};
constexpr kind_set lone_customers = sales::kinds::nps_answers | sales::kinds::csat_answers |
                                    kind_set{activity::renewal_due, activity::renewed};

} // namespace

void log_in_parts::enter(const act &a, std::uint32_t rep, std::uint64_t n) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    for (; n > 0; n -= std::min(n, most))
        enter_in_parts(a, rep, static_cast<std::uint32_t>(std::min(n, most)));
}

void log_in_parts::enter_in_parts(const act &a, std::uint32_t rep, std::uint32_t n) {
    const bool settles = deals_settled.contains(a.kind);
    const auto add = [&](auto &to, kind_set wanted, std::uint64_t id, kind_set lone) {
        const bool is_wanted = wanted.contains(a.kind);
        const bool is_alone = id == 0;
        if (is_alone && !(is_wanted && lone.contains(a.kind))) return;
        if (!is_wanted && !names_matter_) return;
        auto r = [&] {
            const std::uint64_t of = is_alone ? kpi::mix(++rows_without_id_) : id;
            if constexpr (requires { to.add(linked_record{}); })
                return linked_record_of(a, of, n);
            else
                return record_of(a, of, n);
        }();
        r.is_alone = is_alone, r.names_only = !is_wanted;
        r.of_customer = a.customer == 0;
        to.add(r);
    };
    const auto told_by_others = [&](kind_set wanted) { return settles ? kind_set{} : wanted; };
    add(deals, concerns_.deals, a.deal, lone_deals);
    add(leads, told_by_others(concerns_.leads), a.lead, lone_leads);
    add(prospects, told_by_others(concerns_.prospects), a.prospect, {});
    add(customers, told_by_others(concerns_.customers), a.customer, lone_customers);
    if (rep != 0 && a.dated && concerns_.reps.contains(a.kind)) reps.add(record_of(a, rep, n));

    if (a.lead != 0 && a.customer != 0) link(a.lead, a.customer, activity::customer);
    if (a.lead != 0 && a.deal != 0 && names_matter_) link(a.lead, a.deal, activity::opportunity);
}

void log_in_parts::link(std::uint64_t lead, std::uint64_t with, activity kind) {
    record r;
    r.of = lead, r.value = with, r.kind = kind, r.links = true;
    leads.add(r);
}

} // namespace report
