// SPDX-License-Identifier: MIT
#pragma once

/// Part of a whole: `part / whole`, in 0..1 as long as the part is chosen from its whole. It keeps the counts
/// it was given (12 of 40, not 3 of 10). While empty (whole = 0), it is absent.
/// A part can outgrow its whole when a period's replies answer an earlier period's mails; it is shown as it
/// is, and `coherent()` is false.

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct proportion : reading<proportion<C>> {
    C part{};  ///< how many of the whole
    C whole{}; ///< of how many; 0: absent

    constexpr proportion() = default;
    /// The proportion of a part to its whole, as counted.
    constexpr proportion(C part_, C whole_) noexcept : part{part_}, whole{whole_} {}

    /// part / whole.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept { return {part, whole}; }
    /// True while the part is not greater than the whole: intervals and complements exist only then.
    [[nodiscard]] constexpr bool coherent() const noexcept { return part <= whole; }
    /// True once a count has reached its type's maximum: the proportion may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(part) || is_saturated(whole);
    }
    /// The rest of the whole: whole - part of whole. Absent for an incoherent proportion.
    [[nodiscard]] constexpr proportion complement() const noexcept {
        return coherent() ? proportion{static_cast<C>(whole - part), whole} : proportion{};
    }

    /// Pooled: sum of parts over sum of wholes, never the mean of rates (METRICS.md, rule 1).
    constexpr proportion &operator+=(proportion other) noexcept {
        part = saturating_add(part, other.part);
        whole = saturating_add(whole, other.whole);
        return *this;
    }

    friend constexpr bool operator==(const proportion &, const proportion &) = default;
};

} // namespace kpi::inline v1
