// SPDX-License-Identifier: MIT
#pragma once

/// A fact is an outcome of one case. It is an event like any other, so ordinary boards count it. `at` decides
/// its window (outcome.hpp says which time that is). A member that is not told is empty, not zero.
///
/// `before` and `since` let a period count a case once and know who was there at its start. A story sets
/// `again` and `fresh` for the whole history; code that puts facts into periods sets them anew with `in`.

#include <kpi/core/told.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/sales/outcome.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1::sales {

struct fact {
    instant at{};                    ///< the time that decides the window
    outcome kind{};                  ///< what was true
    sales::stage stage{};            ///< of a lead
    medium channel{};                ///< of touches
    bool whole_day{};                ///< an end was a date alone: `elapsed` is whole days, in seconds
    bool backwards{};                ///< the goal came before its start: reached, in no time; or the
                                     ///< stage comes before the one that the deal was in
    bool again{};                    ///< was true of this case before
    bool fresh{};                    ///< its subject began in the period where the fact is put
    bool from_first_event{};         ///< no first impression was recorded
    std::uint32_t k{};               ///< which touch, or which stage of a deal, from 1
    std::uint32_t touches{};         ///< or calls, or interactions
    std::uint32_t quarters{};        ///< whole quarters of a relationship
    std::uint32_t pace{};            ///< thousandths of an interaction a quarter
    maybe<std::uint32_t> elapsed{};  ///< seconds
    maybe<std::int64_t> value{};     ///< money; below 0 for a credit
    maybe<std::uint32_t> units{};    ///< pieces sold
    std::optional<instant> before{}; ///< when it was last true of this case before
    std::optional<instant> since{};  ///< when its subject began

    /// The case: one of these ids.
    maybe<std::uint64_t> prospect{}, lead{}, deal{}, customer{};
    /// The group that the case is in.
    maybe<std::uint32_t> rep{}, location{}, product{}, source{}, grade{};

    /// The same fact in a period from `start` to `end`, which is the start of the next period.
    [[nodiscard]] constexpr fact in(instant start, instant end) const noexcept {
        fact f = *this;
        f.again = before && before->seconds >= start.seconds;
        f.fresh = since && since->seconds >= start.seconds && since->seconds < end.seconds;
        return f;
    }
    friend constexpr bool operator==(const fact &, const fact &) = default;
};

} // namespace kpi::inline v1::sales
