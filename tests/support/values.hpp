// SPDX-License-Identifier: MIT
#pragma once

/// Whole numbers as a stream brings them, and as an adversary would: accumulators of values are tested with
/// them.

#include "random.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <vector>

namespace kpi::test {

/// Any value: a small one, one of any size, one next to a power of two, one of the largest, or one far from 0
/// and close to others (where floating point cancels).
template <std::unsigned_integral T = std::uint32_t> constexpr T any_value(random &r) {
    constexpr unsigned bits = std::numeric_limits<T>::digits;
    switch (r.below(5)) {
    case 0:
        return r.pick<T>(10);
    case 1:
        return static_cast<T>(static_cast<T>(r()) >> r.below(bits));
    case 2:
        return static_cast<T>((std::uint64_t{1} << r.below(bits)) + r.below(3) - 1);
    case 3:
        return static_cast<T>((std::numeric_limits<T>::max)() - r.below(3));
    default:
        return static_cast<T>(1'000'000'000 + r.below(100));
    }
}

/// Streams of n values with one habit each.
template <std::unsigned_integral T = std::uint32_t>
std::vector<std::vector<T>> streams(std::size_t n, random &r) {
    constexpr T most = (std::numeric_limits<T>::max)();
    std::vector<std::vector<T>> all(8);
    for (std::size_t i = 0; i < n; ++i) {
        const T x = any_value<T>(r);
        all[0].push_back(x);
        all[1].push_back(static_cast<T>(7));                             // all equal
        all[2].push_back(static_cast<T>(i));                             // ascending
        all[3].push_back(static_cast<T>(most - i));                      // descending from the greatest
        all[4].push_back(most);                                          // the greatest
        all[5].push_back(static_cast<T>(1'000'000'000 + i % 3));         // large and almost equal
        all[6].push_back(static_cast<T>(T{1} << (i % (8 * sizeof(T))))); // powers of two
        all[7].push_back(r.below(2) == 0 ? T{0} : most);                 // the ends
    }
    return all;
}

} // namespace kpi::test
