// SPDX-License-Identifier: MIT
#pragma once

/// When a lead or an opportunity is qualified: criteria that a rep has heard, against the set that a rule
/// asks for. Sources: METRICS.md, section 5 (FS: BANT, AN, ANUM; OV: the four of an opportunity, all told by
/// the decision maker).

#include <kpi/core/event_set.hpp>

#include <cstdint>
#include <string_view>

namespace kpi::inline v1::sales {

/// What a rep can have heard.
enum class criterion : std::uint8_t {
    budget,
    authority,
    need,
    timeframe,
    urgency,
    money,
    // of an opportunity; each is met only when the decision maker told it, and not somebody else
    pain_told,           ///< the pain point
    value_communicated,  ///< the value proposition was communicated
    need_within_90_days, ///< the need to buy is within 90 days of the conversation
    open_to_next_step,   ///< open to a call or demo with the account executive
};

using criteria = event_set<criterion>; ///< those that were heard, or are asked for

/// A rule: the criteria that must all be met. Criteria that a rule does not name do no harm.
struct qualification {
    std::string_view name;   ///< its name: "BANT"
    criteria required;       ///< all that must be met
    std::string_view help{}; ///< the same in words

    /// Whether nothing is missing.
    [[nodiscard]] constexpr bool met_by(criteria told) const noexcept { return told.contains(required); }
    /// What is still to be found out.
    [[nodiscard]] constexpr criteria missing_in(criteria told) const noexcept { return required - told; }
    /// How many of the rule's criteria are met: its mean over leads is a measure of a rep's work. [FS]
    [[nodiscard]] constexpr std::size_t how_many(criteria told) const noexcept {
        return (required & told).size();
    }
};

inline constexpr qualification bant{
    .name = "BANT",
    .required = {criterion::budget, criterion::authority, criterion::need, criterion::timeframe},
    .help = "Budget, authority, need, timeframe."};
inline constexpr qualification an{
    .name = "AN", .required = {criterion::authority, criterion::need}, .help = "Authority and need."};
inline constexpr qualification anum{
    .name = "ANUM",
    .required = {criterion::authority, criterion::need, criterion::urgency, criterion::money},
    .help = "Authority, need, urgency, money."};
inline constexpr qualification opportunity_criteria{
    .name = "OpenView's four",
    .required = {criterion::pain_told, criterion::value_communicated, criterion::need_within_90_days,
                 criterion::open_to_next_step},
    .help = "Pain told, value communicated, need within 90 days, open to the next step: all told by the "
            "decision maker."};

} // namespace kpi::inline v1::sales
