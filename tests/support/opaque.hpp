// SPDX-License-Identifier: MIT
#pragma once

/// A value that the optimiser cannot see through. A body that runs under static_assert and again at run time
/// passes its inputs through here. Otherwise the second run is folded away and tests the compiler once more.

#include <type_traits>

namespace kpi::test {

template <class T>
requires std::is_scalar_v<T>
[[nodiscard]] constexpr T opaque(T value) noexcept {
    if (std::is_constant_evaluated()) return value;
    const volatile T unseen = value;
    return unseen;
}

} // namespace kpi::test
