// SPDX-License-Identifier: MIT
#pragma once

/// A weighted difference of answers, 100 * (favour - against) / answers, in -100..100 points: the net
/// promoter score and its kin. It is made from counts, never from rounded percents (METRICS.md, section 7).
/// While empty (no answers), it is absent.

#include <kpi/core/reading.hpp>

namespace kpi::inline v1 {

template <counter C> struct score : reading<score<C>, 100> {
    C favour{};  ///< answers that speak for it
    C against{}; ///< answers that speak against it
    C answers{}; ///< all of them, the undecided included

    constexpr score() = default;
    /// The score of all answers, the undecided included.
    constexpr score(C favour_, C against_, C answers_) noexcept
        : favour{favour_}, against{against_}, answers{answers_} {}

    /// (favour - against) / answers, in -1..1: the score before it is scaled to points.
    [[nodiscard]] constexpr fraction<C> exact() const noexcept {
        return fraction<C>::of_difference(favour, against, answers);
    }
    /// True once a count has reached its type's maximum: the score may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(favour) || is_saturated(against) || is_saturated(answers);
    }
    /// A score is already in points of 100; a percent of it would be off by a factor of 100.
    template <class Real = double> std::optional<Real> percent() const = delete;

    friend constexpr bool operator==(const score &, const score &) = default;
};

} // namespace kpi::inline v1
