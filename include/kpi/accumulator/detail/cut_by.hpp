// SPDX-License-Identifier: MIT
#pragma once

/// What a leaf would cut if it were converted to the integers that it takes: a number with a fraction, or an
/// integer of more bits. An int is as good as a narrower one, as every literal is one.

#include <concepts>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class X, class Taken>
concept cut_by = std::floating_point<X> ||
    (std::integral<X> && sizeof(X) > sizeof(Taken) && sizeof(X) > sizeof(int));

} // namespace kpi::inline v1::detail
