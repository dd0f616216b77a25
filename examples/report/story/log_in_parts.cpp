// SPDX-License-Identifier: MIT
#include "story/log_in_parts.hpp"

#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <limits>

namespace report {
namespace {

using sales::kinds::deals_settled;

/// Of a row without an id: the case that it is, if it is one.
constexpr kind_set of_a_deal = deals_settled;
constexpr kind_set of_a_lead{activity::mcl, activity::mql, activity::sal, activity::sql};
constexpr kind_set of_a_customer = sales::kinds::nps_answers | sales::kinds::csat_answers |
                                   kind_set{activity::renewal_due, activity::renewed};

} // namespace

void log_in_parts::enter(const event &e, std::uint64_t n) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    for (; n > 0; n -= std::min(n, most))
        enter_in_parts(e, static_cast<std::uint32_t>(std::min(n, most)));
}

void log_in_parts::enter_in_parts(const event &e, std::uint32_t n) {
    const std::uint32_t labels = said_.number_of(e);
    const bool settles = deals_settled.contains(e.kind);
    const auto add = [&](auto &to, kind_set by, std::uint64_t id, kind_set lone) {
        const bool is_alone = id == 0 && lone.contains(e.kind);
        if ((id == 0 && !is_alone) || !is_wanted(by, e.kind)) return;
        record r = record_of(e, is_alone ? alone() : id, labels, n);
        r.alone = is_alone;
        r.only_names = !by.contains(e.kind);
        if constexpr (requires { to.add(linked_record{}); })
            to.add(linked_record{r, e.prospect, e.lead, e.customer});
        else
            to.add(r);
    };
    add(deals, concerns_.deals, e.deal, of_a_deal);
    kind_set others{};
    others.bits = ~deals_settled.bits;
    add(leads, concerns_.leads & others, e.lead, of_a_lead);
    add(prospects, concerns_.prospects & others, e.prospect, {});
    add(customers, concerns_.customers & others, e.customer, of_a_customer);
    if (e.rep != 0 && e.dated) add(reps, concerns_.reps, kpi::mix(std::uint64_t{e.rep}), {});

    if (e.lead != 0 && e.customer != 0) link(e.lead, e.customer, activity::customer);
    if (e.lead != 0 && e.deal != 0 && names_matter_) link(e.lead, e.deal, activity::opportunity);
    static_cast<void>(settles);
}

void log_in_parts::link(std::uint64_t lead, std::uint64_t with, activity kind) {
    record r;
    r.of = lead, r.value = with, r.kind = kind, r.is_link = true;
    leads.add(r);
}

} // namespace report
