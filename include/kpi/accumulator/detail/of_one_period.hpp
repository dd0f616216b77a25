// SPDX-License-Identifier: MIT
#pragma once

/// How many of the first events of a batch are of one period: what `over` hands to one slot in one go. Where
/// time counts in seconds the start of the period is subtracted and no event needs a division.

#include <kpi/time/period.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

/// At least 1; `events` holds at least one.
template <period Period, class Event>
[[nodiscard]] constexpr std::size_t of_one_period(std::span<const Event> events) noexcept {
    using duration = decltype(events[0].at.time_since_epoch());
    using rep = std::remove_cvref_t<decltype(events[0].at.time_since_epoch().count())>;
    using word = std::conditional_t<(sizeof(rep) > 4), std::uint64_t, std::uint32_t>;

    const std::int32_t n = Period::index(events[0].at);
    if (n == 0x7fffffff || n == -0x7fffffff) return 1; // times of many periods go there
    std::size_t size = 1;
    if constexpr (duration::period::num == 1 && duration::period::den == 1) {
        const std::int64_t start = Period::start(n).seconds, length = Period::start(n + 1).seconds - start;
        // A period that reaches past an end of the representation would meet the other end there.
        if (length > 0x7fffffff || !std::in_range<rep>(start) || !std::in_range<rep>(start + length - 1))
            return 1;
        const auto into = [&](const Event &e) {
            return static_cast<word>(static_cast<word>(e.at.time_since_epoch().count()) -
                                     static_cast<word>(start));
        };
        constexpr std::size_t block = 64; // without a branch, in vectors where there are some
        for (; size + block <= events.size(); size += block) {
            word furthest{};
            for (const Event &e : events.subspan(size, block))
                furthest = into(e) > furthest ? into(e) : furthest;
            if (furthest >= static_cast<word>(length)) break;
        }
        while (size < events.size() && into(events[size]) < static_cast<word>(length))
            ++size;
    } else {
        while (size < events.size() && Period::index(events[size].at) == n)
            ++size;
    }
    return size;
}

} // namespace kpi::inline v1::detail
