// SPDX-License-Identifier: MIT
#pragma once

/// The outcomes that the generic stories tell besides acts, for any vocabulary: a case was opened, settled,
/// settled again. A board may count them as they are, or your own story hands them on in its own words
/// (`changing` in story.hpp), as the stories of sales do.

#include <kpi/core/told.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1 {

enum class turn : std::uint8_t {
    opened,            ///< at the first opening
    came_in,           ///< at each opening that opens; `before`: when it last went out
    went_out,          ///< at the settlement that closes it
    worth_more,        ///< an open case got a value: `value` is the new one ...
    worth_less,        ///< ... and this the old one
    settled,           ///< at the settlement that counts; `elapsed` since the first opening; `since`: when it
                       ///< was open last, the time of the settlement itself if it never was
    settled_of_opened, ///< the same at the first opening
    still_open,        ///< at the first opening, or at the start of a wait; told by the end, with its age
    reversed,          ///< at a settlement that another one overtook
    repeated,          ///< at a settlement, or a start, that says the same again
    backwards,         ///< at a stop that came before its only start
    unstarted,         ///< at a stop without a start
    reached,           ///< when a stage is first reached; `elapsed` since the first stage
    passed,            ///< at the same time, for the stage reached before; `elapsed` in that stage
    moved_back,        ///< at an event of an earlier stage than the one that it has got to
    counted,           ///< at a settlement: how many came before it, by key; the first fact of a settlement
                       ///< counts it, the others are `again`
    switched,          ///< at an event of another key than the one before
    active,            ///< at an event; `elapsed` since the one before
};

/// A fact that a story of turns tells: which turn was true of its case, and when.
struct turn_fact {
    instant at{};                   ///< the time that decides the window
    turn kind{};                    ///< what was true
    std::uint8_t of{};              ///< the kind of event that settled it, or the stage that was reached
    std::uint8_t key{};             ///< the key of what was counted
    bool whole_day{};               ///< an end was a date alone
    bool backwards{};               ///< settled before its only opening
    bool again{};                   ///< was true of this case before
    std::uint32_t touches{};        ///< how many came before it
    maybe<std::uint32_t> elapsed{}; ///< seconds
    maybe<std::int64_t> value{};    ///< in the unit of the events
    /// When it was true before, and when it began.
    std::optional<instant> before{}, since{};

    friend constexpr bool operator==(const turn_fact &, const turn_fact &) = default;
};

} // namespace kpi::inline v1
