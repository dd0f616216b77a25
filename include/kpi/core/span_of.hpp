// SPDX-License-Identifier: MIT
#pragma once

/// Any contiguous range (array, vector, span, a C array) as a span of constant elements, so that what works
/// on a team's figures is called with the figures as they are, and is compiled once for each element type.

#include <concepts>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// What a span can be made from.
template <class R>
concept contiguous = requires(const R &range) {
    std::span{range};
};

/// The type of its elements, without const.
template <contiguous R>
using element_of = typename decltype(std::span{std::declval<const R &>()})::value_type;

/// Its elements; valid as long as the range is.
template <contiguous R>
[[nodiscard]] constexpr std::span<const element_of<R>> span_of(const R &range) noexcept {
    return std::span<const element_of<R>>{range};
}

} // namespace kpi::inline v1
