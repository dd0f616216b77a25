// SPDX-License-Identifier: MIT
#pragma once

/// How many are in each of N places, everybody in one: the shares sum to 1. If empty, every share is absent.

#include <kpi/core/proportion.hpp>

#include <array>
#include <cstddef>
#include <optional>

namespace kpi::inline v1 {

template <counter C, std::size_t N> struct breakdown {
    std::array<C, N> in{}; ///< how many are in each place

    /// How many are in all places together; stops at the maximum.
    [[nodiscard]] constexpr C total() const noexcept {
        C sum{};
        for (const C c : in)
            sum = saturating_add(sum, c);
        return sum;
    }
    /// The share of a place; 0 of all for a place that does not exist.
    [[nodiscard]] constexpr proportion<C> share(std::size_t place) const noexcept {
        return {place < N ? in[place] : C{}, total()};
    }
    /// The place with the most, the first of several that are equal; absent while all places are empty.
    [[nodiscard]] constexpr std::optional<std::size_t> fullest() const noexcept {
        std::size_t most = 0;
        for (std::size_t i = 1; i < N; ++i)
            if (in[i] > in[most]) most = i;
        return in[most] != C{} ? std::optional{most} : std::nullopt;
    }
    /// Pooled: adds up both, place by place.
    constexpr breakdown &operator+=(const breakdown &other) noexcept {
        for (std::size_t i = 0; i < N; ++i)
            in[i] = saturating_add(in[i], other.in[i]);
        return *this;
    }

    friend constexpr bool operator==(const breakdown &, const breakdown &) = default;
};

} // namespace kpi::inline v1
