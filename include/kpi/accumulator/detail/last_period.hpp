// SPDX-License-Identifier: MIT
#pragma once

/// Where the last event fell: the first tick of its period and how many the period has, so that the next one,
/// which is nearly always of the same, is placed by a subtraction and a comparison. Nothing but a memory of
/// what the state says anyway: one is as good as another, so all are equal and none is a field. Empty: no
/// period, and nothing falls into it.

#include <kpi/time/period.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1::detail {

template <period Period, time_point T> class last_period {
    using duration = decltype(std::declval<const T &>().time_since_epoch());
    using ticks = std::remove_cvref_t<decltype(std::declval<const duration &>().count())>;
    using word = std::conditional_t<(sizeof(ticks) > 4), std::uint64_t, std::uint32_t>;
    static constexpr bool in_seconds = duration::period::num == 1 && duration::period::den == 1;

public:
    /// Whole seconds from the start of the period; of a time outside, its length or more.
    [[nodiscard]] constexpr word into(T t) const noexcept {
        return static_cast<word>(static_cast<word>(t.time_since_epoch().count()) - start_);
    }
    [[nodiscard]] constexpr bool holds(T t) const noexcept { return into(t) < length_; }

    /// From here on it is the period of that number; none where ticks are no seconds, or where it reaches
    /// past an end of the time points or of the numbers.
    constexpr void move_to(std::int32_t n) noexcept {
        length_ = 0;
        if (!in_seconds || n >= 0x7fffffff || n <= -0x7fffffff) return;
        const std::int64_t start = Period::start(n).seconds, last = Period::start(n + 1).seconds - 1;
        if (!std::in_range<ticks>(start) || !std::in_range<ticks>(last)) return;
        start_ = static_cast<word>(start);
        length_ = static_cast<word>(last - start + 1);
    }

    friend constexpr bool operator==(const last_period &, const last_period &) noexcept { return true; }

private:
    word start_{};
    word length_{};
};

} // namespace kpi::inline v1::detail
