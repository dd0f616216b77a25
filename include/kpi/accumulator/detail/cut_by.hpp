// SPDX-License-Identifier: MIT
#pragma once

/// Numbers that would change if they were converted to the integers that a leaf takes.

#include <concepts>
#include <limits>

namespace kpi::inline v1::detail {

/// For values: a number with a fraction, or an integer whose type holds greater ones, or ones below 0 where
/// the leaf takes none. A literal is an int: for a leaf of unsigned values, write it as 5u.
template <class X, class Taken>
concept cut_by = std::floating_point<X> ||
    (std::integral<X> && (std::numeric_limits<X>::digits > std::numeric_limits<Taken>::digits ||
                          (std::signed_integral<X> && std::unsigned_integral<Taken>)));

/// For ids, which are told apart by their bits: a number with a fraction, or an integer of more bits. An int
/// is as good as a narrower id, because every literal is an int.
template <class X, class Id>
concept id_cut_by = std::floating_point<X> ||
    (std::integral<X> && sizeof(X) > sizeof(Id) && sizeof(X) > sizeof(int));

} // namespace kpi::inline v1::detail
