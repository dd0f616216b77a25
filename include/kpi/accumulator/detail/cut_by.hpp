// SPDX-License-Identifier: MIT
#pragma once

/// What a leaf would make another number of if it were converted to the integers that the leaf takes.

#include <concepts>
#include <limits>

namespace kpi::inline v1::detail {

/// Of values: a number with a fraction, or an integer whose type holds greater ones, or ones below 0 where
/// the leaf takes none. A literal is an int: for a leaf of unsigned values it is written 5u.
template <class X, class Taken>
concept cut_by = std::floating_point<X> ||
    (std::integral<X> && (std::numeric_limits<X>::digits > std::numeric_limits<Taken>::digits ||
                          (std::signed_integral<X> && std::unsigned_integral<Taken>)));

/// Of ids, which are told apart by their bits: a number with a fraction, or an integer of more bits. An int
/// is as good as a narrower id, as every literal is one.
template <class X, class Id>
concept id_cut_by = std::floating_point<X> ||
    (std::integral<X> && sizeof(X) > sizeof(Id) && sizeof(X) > sizeof(int));

} // namespace kpi::inline v1::detail
