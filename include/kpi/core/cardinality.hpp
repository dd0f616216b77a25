// SPDX-License-Identifier: MIT
#pragma once

/// The number of different prospects, customers or deals. It is counted one by one, or estimated by a sketch
/// of so many registers, with a relative standard error of sqrt(ln 2 / zeta(2, 5/4) / registers) = 0.761 /
/// sqrt(registers) (O. Ertl, "UltraLogLog", PVLDB 17(7), 2024, section 3.1). It always has a value: nothing
/// seen is 0, not absent.

#include <kpi/core/math.hpp>
#include <kpi/core/reading.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct cardinality : reading<cardinality> {
    std::uint64_t n{};         ///< how many different ones
    std::uint32_t registers{}; ///< of the sketch that estimated n; 0 if n was counted

    constexpr cardinality() = default;
    /// Without registers the number is exact.
    constexpr explicit cardinality(std::uint64_t n_, std::uint32_t registers_ = 0) noexcept
        : n{n_}, registers{registers_} {}

    /// n / 1.
    [[nodiscard]] constexpr fraction<std::uint64_t> exact() const noexcept { return {n, 1}; }
    /// True if n is an estimate, not a count.
    [[nodiscard]] constexpr bool estimated() const noexcept { return registers != 0; }
    /// The standard error of n as a share of the true number; 0 if n was counted.
    template <binary_real Real = double>
    [[nodiscard]] constexpr Real relative_standard_error() const noexcept {
        return estimated() ? Real(0.76086210027251825) / sqrt(Real(registers)) : Real(0);
    }
    /// True if the sketch is full: read n as "at least".
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(n); }
    /// A count is not a share of anything.
    template <class Real = double> std::optional<Real> percent() const = delete;

    friend constexpr bool operator==(const cardinality &, const cardinality &) = default;
};

} // namespace kpi::inline v1
