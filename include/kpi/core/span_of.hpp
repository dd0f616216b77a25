// SPDX-License-Identifier: MIT
#pragma once

/// Any contiguous range (array, vector, span, a C array) as a span of constant elements, so that you can pass
/// a team's figures to a function as they are, and it is compiled once for each element type.

#include <concepts>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// A range from which a span can be made.
template <class R>
concept contiguous = requires(const R &range) {
    std::span{range};
};

/// The type of a range's elements, without const.
template <contiguous R>
using element_of = typename decltype(std::span{std::declval<const R &>()})::value_type;

/// The elements of a range; valid as long as the range is.
template <contiguous R>
[[nodiscard]] constexpr std::span<const element_of<R>> span_of(const R &range) noexcept {
    return std::span<const element_of<R>>{range};
}

} // namespace kpi::inline v1
