// SPDX-License-Identifier: MIT
#pragma once

/// The words for the greatest and the smallest value: `greatest_of<member::elapsed>(set, step)` and
/// `smallest_of<...>`. They are two views of one state, so a board with both keeps it once. Their readings
/// are absent where there was no value. Law: exact; nothing can be taken back.

#include <kpi/accumulator/extrema.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

namespace detail {
template <class Value>
requires(more_than_32_bits<Value> || std::signed_integral<Value>) struct leaf_for<extrema<>, Value> {
    using type = extrema<Value>;
};
} // namespace detail

/// The smallest or the greatest value that events carry.
template <bool Greatest, const auto &What, kind_enum E, class Where = always> struct extreme_of {
    event_set<E> of{};
    std::uint32_t step{1}; ///< the unit to measure in; rounded half up
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr measured<extrema<std::uint32_t>, What, E, Where> kept() const noexcept {
        return {of, step, where};
    }
    [[nodiscard]] static constexpr auto read(const auto &seen) noexcept {
        return Greatest ? what_is_told(seen).maximum() : what_is_told(seen).minimum();
    }
};

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr extreme_of<true, What, E, Where> greatest_of(event_set<E> of, std::uint32_t step = 1,
                                                                     Where where = {}) noexcept {
    return {of, step, where};
}
template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr extreme_of<false, What, E, Where> smallest_of(event_set<E> of, std::uint32_t step = 1,
                                                                      Where where = {}) noexcept {
    return {of, step, where};
}

} // namespace kpi::inline v1
