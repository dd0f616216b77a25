// SPDX-License-Identifier: MIT
#pragma once

/// How much a team could do, and how many reps a plan needs (METRICS.md, section 8; FS FrontSpin). A capacity
/// check is one assumption about the reps of one role. More than a quarter of them below it means unused
/// capacity; exactly a quarter does not.

#include <kpi/core/checked.hpp>
#include <kpi/core/fraction.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/span_of.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace kpi::inline v1::formula {

/// Reps strictly below the assumption, of reps of the role with a complete period. 0..1; absent without such
/// a rep. [FS]
template <counter C> [[nodiscard]] constexpr proportion<C> capacity_check(C reps_below, C reps) noexcept {
    return {reps_below, reps};
}

namespace detail {
template <class Value>
[[nodiscard]] constexpr proportion<std::uint32_t>
capacity_check(std::span<const Value> reps, decltype(Value{}.exact()) assumption) noexcept {
    proportion<std::uint32_t> below;
    if (!assumption.has_value()) return below;
    for (const Value &rep : reps) {
        if (!rep.has_value()) continue;
        below.whole = saturating_add(below.whole, std::uint32_t{1});
        below.part = saturating_add(below.part, std::uint32_t{compare(rep.exact(), assumption) < 0});
    }
    return below;
}
} // namespace detail

/// The same for a range of each rep's value (a proportion, ratio or count) and the assumption as a fraction,
/// `{1, 5}` for a rate of 20 %; compared exactly. A rep whose value is absent is unknown, not below.
/// O(reps). [FS]
template <contiguous R>
[[nodiscard]] constexpr proportion<std::uint32_t>
capacity_check(const R &reps, decltype(element_of<R>{}.exact()) assumption) noexcept {
    return detail::capacity_check(span_of(reps), assumption);
}

/// Bookings / (reps * quota): an exact ratio for integers, an optional number for real numbers. Absent
/// without reps or a quota, and where the product does not fit. [FS]
template <amount T, counter C>
[[nodiscard]] constexpr auto capacity_utilisation(const T &bookings, C reps, const T &quota) {
    if constexpr (std::integral<T>) {
        const std::optional<T> capacity =
            std::in_range<T>(reps) ? checked_multiply(static_cast<T>(reps), quota) : std::nullopt;
        return capacity ? ratio<T>{bookings, *capacity} : ratio<T>{};
    } else {
        return quotient<T>(bookings, T(reps) * quota);
    }
}

/// Money: reps * quota * utilisation. Without the last factor, which FrontSpin omits, it is a promise. [FS]
template <counter C, amount T>
[[nodiscard]] constexpr std::optional<T> expected_bookings(C reps, const T &quota, const T &utilisation) {
    if constexpr (can_hold_a_rate<T>())
        return if_a_number<T>(T(reps) * quota * utilisation);
    else
        return std::nullopt;
}

/// Bookings planned / (quota * utilisation), rounded up to whole reps. 0 for a plan of nothing; absent unless
/// a rep brings something, and beyond 2^32 - 1 reps. A binary quotient that should be whole can come out
/// above it and ask for one more rep: where that matters, take the exact one below. 32 comparisons. [FS]
template <amount T>
[[nodiscard]] constexpr std::optional<std::uint32_t> reps_needed(const T &planned, const T &quota,
                                                                 const T &utilisation) {
    if constexpr (can_hold_a_rate<T>()) {
        const T of_one_rep = quota * utilisation;
        if (!(T(0) < of_one_rep)) return std::nullopt;
        const std::optional<T> needed = quotient<T>(planned, of_one_rep);
        if (!needed) return std::nullopt;
        std::uint32_t too_few = 0; // the most reps that are too few, from the highest digit down
        for (std::uint32_t digit = std::uint32_t{1} << 31; digit != 0; digit >>= 1)
            if (T(too_few | digit) < *needed) too_few |= digit;
        if (is_saturated(too_few)) return std::nullopt;
        return T(0) < *needed ? too_few + 1 : 0;
    } else {
        return std::nullopt;
    }
}

/// The same for integers, exactly, with the utilisation as capacity_utilisation answers it. Absent also where
/// a product does not fit in 64 bits. [FS]
template <std::integral I>
[[nodiscard]] constexpr std::optional<std::uint32_t> reps_needed(I planned, I quota,
                                                                 const ratio<I> &utilisation) noexcept {
    const auto bookings = checked_multiply<wide<I>>(planned, utilisation.b);
    const auto of_one_rep = checked_multiply<wide<I>>(quota, utilisation.a);
    if (!bookings || !of_one_rep || utilisation.b <= I{0} || *of_one_rep <= 0) return std::nullopt;
    if (*bookings <= 0) return 0u;
    const auto needed = (*bookings - 1) / *of_one_rep;
    if (std::cmp_greater_equal(needed, saturation<std::uint32_t>)) return std::nullopt;
    return static_cast<std::uint32_t>(needed + 1);
}

} // namespace kpi::inline v1::formula
