// SPDX-License-Identifier: MIT
#pragma once

/// The kinds of case, and which of them tells what. This shows which cases had nothing to tell about a
/// metric.

#include "profile/event.hpp"
#include "story/log_in_parts.hpp"
#include <kpi/sales/outcome.hpp>

#include <cstdint>

namespace report {

enum class case_kind : std::uint8_t { deal, lead, prospect, customer, rep, message };

/// Outcomes are numbered case by case (kpi/sales/outcome.hpp).
[[nodiscard]] constexpr case_kind teller_of(sales::outcome what) {
    using o = sales::outcome;
    if (what <= o::slipped) return case_kind::deal;
    if (what <= o::left_stage) return case_kind::lead;
    if (what <= o::open_at_once) return case_kind::prospect;
    return what <= o::spent ? case_kind::customer : case_kind::rep;
}

/// The acts that the stories of a kind of case tell themselves.
[[nodiscard]] constexpr kinds acts_told_by(case_kind which, const kinds_by_case &acts) {
    switch (which) {
    case case_kind::deal:
        return acts.deals;
    case case_kind::lead:
        return acts.leads;
    case case_kind::prospect:
        return acts.prospects;
    case case_kind::customer:
        return acts.customers;
    case case_kind::rep:
        return acts.reps;
    default:
        return acts.messages;
    }
}

} // namespace report
