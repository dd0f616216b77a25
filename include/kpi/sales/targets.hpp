// SPDX-License-Identifier: MIT
#pragma once

/// Targets and bands that the sources name, as figures that you can replace (METRICS.md, sections 4, 5 and
/// 10): what to hold a metric against. You give the working days. Any metric can have a target; these are
/// examples of the form.

#include <kpi/formula/outreach.hpp>
#include <kpi/statistics/band.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace kpi::inline v1::sales {

/// How much of a metric to reach in each of the target's own periods.
struct target {
    std::string_view metric; ///< its name in the catalogue
    std::uint32_t amount;    ///< to be reached in each period
    std::string_view period; ///< as people say it: "working day"
    std::string_view help{}; ///< whose target it is, and its source

    /// actual / (amount x periods), not capped at 1; absent for an amount of 0.
    [[nodiscard]] constexpr ratio<std::uint32_t> attained(std::uint32_t actual,
                                                          std::uint32_t periods = 1) const noexcept {
        return formula::target_attainment(actual, amount, periods);
    }
};

inline constexpr target calls_a_day{"calls", 60, "working day", "One lead qualifier. [OV]"};
inline constexpr target conversations_a_day{"conversations", 10, "working day", "One lead qualifier. [OV]"};
inline constexpr target opportunities_a_day{"opportunities_created", 2, "working day",
                                            "One lead qualifier. [OV]"};
inline constexpr target touches_a_day{"touches", 200, "working day", "One outbound SDR. [FS]"};
/// Marketing's supply and not the rep's output: a capacity assumption.
inline constexpr target mqls_a_month{"marketing_qualified_leads", 200, "month",
                                     "Received by one inbound SDR. [FS]"};

/// The share of sales-qualified leads that closes if BANT qualified them: 25 to 35 %, edges within. [FS]
inline constexpr statistics::band<> close_rate_band_bant{{1, 4}, {7, 20}};
/// The same if any other rule qualified them: 10 to 20 %. [FS]
inline constexpr statistics::band<> close_rate_band_other{{1, 10}, {1, 5}};
/// The lowest win rate that an account executive should have: 20 %, a capacity assumption. [FS]
inline constexpr fraction<std::uint32_t> lowest_close_rate{1, 5};
/// MCL to customer, as 47 % of B2B marketers say: a reference figure, not a band. [FS]
inline constexpr fraction<std::uint32_t> reference_close_rate{4, 100};
/// Leads in the buying process at all: a reference figure. [FS]
inline constexpr fraction<std::uint32_t> reference_share_buying{5, 100};
/// The US safe harbour for abandoned calls, per campaign and 30 days: strictly more than 3 % breaks it. [+]
inline constexpr fraction<std::uint32_t> highest_abandon_rate{3, 100};
/// How many reps below an assumption show unused capacity: strictly more than 1/4 of them. [FS]
inline constexpr fraction<std::uint32_t> capacity_is_used_up_to{1, 4};

} // namespace kpi::inline v1::sales
