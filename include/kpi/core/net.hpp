// SPDX-License-Identifier: MIT
#pragma once

/// A sum of amounts of either sign: those added and those taken off, as by credit notes. The net may be
/// negative. It always has a value (nothing added is 0, not absent) and knows when it has saturated.

#include <kpi/core/reading.hpp>

#include <concepts>
#include <cstdint>
#include <limits>
#include <utility>

namespace kpi::inline v1 {

struct net : reading<net> {
    std::uint64_t added{};     ///< the sum of the amounts above 0
    std::uint64_t taken_off{}; ///< the sum of the amounts below 0, without the sign

    constexpr net() = default;
    /// The net of two sums, both 0 or more.
    constexpr net(std::uint64_t added_, std::uint64_t taken_off_) noexcept
        : added{added_}, taken_off{taken_off_} {}

    /// (added - taken off) / 1, with its sign.
    [[nodiscard]] constexpr fraction<std::uint64_t> exact() const noexcept {
        return fraction<std::uint64_t>::of_difference(added, taken_off, 1);
    }
    /// The difference as an integer, which stops at the limits of its type.
    [[nodiscard]] constexpr std::int64_t clamped() const noexcept {
        constexpr auto most = static_cast<std::uint64_t>((std::numeric_limits<std::int64_t>::max)());
        const fraction<std::uint64_t> f = exact();
        const auto size = static_cast<std::int64_t>(saturated() || f.numerator > most ? most : f.numerator);
        return f.negative ? -size : size;
    }
    /// True once either sum has reached its type's maximum.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return is_saturated(added) || is_saturated(taken_off);
    }
    /// A sum is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    /// Adds an amount n times; an amount below 0 is taken off.
    constexpr void add(std::integral auto x, std::uint64_t n = 1) noexcept {
        std::uint64_t &sum = side_of(x);
        sum = saturating_add(sum, saturating_multiply(magnitude(x), n));
    }
    /// Takes an amount back. False, with no change, if the sum of its sign is smaller or saturated.
    [[nodiscard]] constexpr bool take_back(std::integral auto x) noexcept {
        return take_off(side_of(x), magnitude(x));
    }
    constexpr net &operator+=(net other) noexcept {
        added = saturating_add(added, other.added);
        taken_off = saturating_add(taken_off, other.taken_off);
        return *this;
    }

    friend constexpr bool operator==(const net &, const net &) = default;

private:
    constexpr std::uint64_t &side_of(std::integral auto x) noexcept {
        return std::cmp_less(x, 0) ? taken_off : added;
    }
};

} // namespace kpi::inline v1
