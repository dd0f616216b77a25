// SPDX-License-Identifier: MIT
#pragma once

/// The change from one period to the next: (after - before) / before, from -1 upwards without a limit. While
/// empty (before = 0), it is absent: growth from nothing has no rate, and is not "infinite".

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct growth : reading<growth<C>> {
    C before{}; ///< the count of the earlier period
    C after{};  ///< the count of the later one

    constexpr growth() = default;
    /// The growth from one period's count to the next one's.
    constexpr growth(C before_, C after_) noexcept : before{before_}, after{after_} {}

    /// (after - before) / before, with its sign.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept {
        return fraction<C>::of_difference(after, before, before);
    }
    /// True once a count has reached its type's maximum: the growth may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(before) || is_saturated(after);
    }

    /// Pooled: the periods of both, added up.
    constexpr growth &operator+=(growth other) noexcept {
        before = saturating_add(before, other.before);
        after = saturating_add(after, other.after);
        return *this;
    }

    friend constexpr bool operator==(const growth &, const growth &) = default;
};

} // namespace kpi::inline v1
