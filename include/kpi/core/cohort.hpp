// SPDX-License-Identifier: MIT
#pragma once

/// Those who started in a period, and how many of them reached a goal, whenever that was: converted of
/// mature. Who has not had the whole time yet is neither: recent cohorts would read low. Empty (nobody
/// mature) it is absent.

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct cohort : reading<cohort<C>> {
    C converted{}; ///< of the mature ones
    C mature{};
    C immature{}; ///< started too recently to be judged; shown, in no rate

    constexpr cohort() = default;
    constexpr cohort(C converted_, C mature_, C immature_) noexcept
        : converted{converted_}, mature{mature_}, immature{immature_} {}

    /// converted / mature.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept { return {converted, mature}; }
    /// True once a count has reached its type's maximum: the share may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(converted) || is_saturated(mature) || is_saturated(immature);
    }
    /// Pooled: the members of both.
    constexpr cohort &operator+=(cohort other) noexcept {
        converted = saturating_add(converted, other.converted);
        mature = saturating_add(mature, other.mature);
        immature = saturating_add(immature, other.immature);
        return *this;
    }

    friend constexpr bool operator==(const cohort &, const cohort &) = default;
};

} // namespace kpi::inline v1
