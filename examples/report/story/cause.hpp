// SPDX-License-Identifier: MIT
#pragma once

/// The order of causes: which of two events of one case comes first if their times do not tell (METRICS.md,
/// section 9). A touch on the day of the win came before it; of a lost and a won settlement at the same time
/// the won one comes last, and counts.

#include "profile/event.hpp"
#include <kpi/core/event_set.hpp>
#include <kpi/sales/kinds.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace report {
namespace detail {

inline constexpr auto causes = [] {
    using a = activity;
    using set = kpi::event_set<activity>;
    constexpr std::array steps{
        set{a::first_impression},
        set{a::mcl},
        set{a::mql},
        set{a::sal},
        set{a::sql},
        sales::kinds::touches,
        set{a::first_response},
        set{a::email_opened, a::email_clicked} |
            set{a::reply_positive, a::reply_negative, a::reply_automatic},
        set{a::meeting_scheduled},
        set{a::meeting_no_show, a::meeting_cancelled},
        set{a::presentation},
        set{a::opportunity},
        set{a::stage_entered},
        set{a::proposal_sent},
        set{a::deal_lost, a::deal_won},
        set{a::customer},
    };
    std::array<std::uint8_t, 64> of_kind{};
    of_kind.fill(steps.size()); // the rest
    of_kind[static_cast<std::size_t>(a::out)] = steps.size() + 1;
    of_kind[static_cast<std::size_t>(a::churned)] = steps.size() + 2;
    for (std::size_t step = 0; step < steps.size(); ++step)
        for (std::size_t kind = 0; kind < of_kind.size(); ++kind)
            if (steps[step].contains(static_cast<activity>(kind)))
                of_kind[kind] = static_cast<std::uint8_t>(step);
    return of_kind;
}();

} // namespace detail

/// The smaller one comes first.
[[nodiscard]] constexpr std::uint8_t cause_of(activity kind) {
    return detail::causes[static_cast<std::size_t>(kind)];
}
/// At the same time and with the same cause, lost comes before won.
[[nodiscard]] constexpr bool comes_last(activity kind) { return kind == activity::deal_won; }

} // namespace report
