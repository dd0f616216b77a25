// SPDX-License-Identifier: MIT
#pragma once

/// Which ids some row must carry for an outcome to be told. A row without an id is a case of its own. It
/// tells what one row can say: that a deal was won, but not what became of a case (METRICS.md, section 9).

#include "profile/event.hpp"
#include "story/case_kind.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace report {

/// One of these ids, or a row of these kinds in its place, or how many there were at the start, as the caller
/// gives it: of those some are no more, each by a row of its own.
struct ids_needed {
    unsigned ids{}; ///< the bits of places in id_parts; 0: no id is needed
    kinds or_rows{};
    bool or_given{};

    friend constexpr bool operator==(const ids_needed &, const ids_needed &) = default;
};

/// By its name in id_parts.
[[nodiscard]] constexpr unsigned bit_of_id(std::string_view name) {
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        if (id_parts[i].name == name) return 1u << i;
    return 0;
}

/// "lead or customer".
[[nodiscard]] inline std::string names_of(const ids_needed &needed) {
    std::string text;
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        if ((needed.ids >> i & 1u) != 0) text += (text.empty() ? "" : " or ") + std::string{id_parts[i].name};
    return text;
}

/// Whether one row says it of its case.
[[nodiscard]] constexpr bool is_said_by_one_row(sales::outcome what) {
    using o = sales::outcome;
    constexpr kpi::event_set<o> by_one{o::deal_opened, o::won,          o::lost,
                                       o::reached,     o::lead_out,     o::lead_arrived,
                                       o::lead_ripe,   o::contract_due, o::contract_renewed};
    return by_one.contains(what);
}

[[nodiscard]] constexpr ids_needed ids_behind(sales::outcome what) {
    if (is_said_by_one_row(what)) return {};
    using o = sales::outcome;
    constexpr kpi::event_set<o> of_levels{o::came_in, o::went_out, o::customer_known, o::returned,
                                          o::customer_lost};
    constexpr kinds rows_of_customers{activity::customer};
    const bool or_given = of_levels.contains(what);
    switch (teller_of(what)) {
    case case_kind::deal:
        return {bit_of_id("deal"), {}, or_given};
    case case_kind::lead:
        return {bit_of_id("lead"), {}, false};
    case case_kind::prospect:
        return {bit_of_id("prospect"), {}, false};
    case case_kind::customer: // a deal may name it as a lead or a prospect
        return {bit_of_id("customer") | bit_of_id("lead") | bit_of_id("prospect"),
                what == o::gained ? rows_of_customers : kinds{}, or_given};
    default:
        return {};
    }
}
/// For acts: without a mark, a follow-up is the second touch of a prospect.
[[nodiscard]] constexpr ids_needed ids_behind(kinds acts) {
    constexpr kinds marks{activity::follow_up};
    return (acts & marks).empty() ? ids_needed{} : ids_needed{bit_of_id("prospect"), marks, false};
}

} // namespace report
