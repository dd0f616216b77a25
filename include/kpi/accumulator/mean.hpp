// SPDX-License-Identifier: MIT
#pragma once

/// Mean, variance and deviation of whole numbers of 32 bits (seconds, cents, touches), from three exact sums:
/// how many values, their sum, and the sum of their squares in 96 bits. No floating point and no division in
/// record. Since the sums are exact, so is n S2 - S1^2, and nothing cancels when the values are large and
/// alike, for which floating point needs Welford's recurrence. 24 bytes. While empty, it is absent. Law:
/// exact. At 2^32 - 1 values it is saturated for good: from then on every sum is at its maximum and every
/// read absent.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/uint128.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

class mean {
public:
    using event = std::uint32_t;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    constexpr mean() = default;

    /// One value. Bounded: two additions and a product.
    constexpr void record(event x) noexcept { *this += mean{x, 1}; }
    /// n times the same value, at the cost of one.
    constexpr void record(event x, std::integral auto n) noexcept {
        *this += mean{x, to_count<count_type>(n)};
    }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        mean sums = *this; // in registers: the values could be anywhere, even here
        for (const event x : values)
            sums.record(x);
        *this = sums;
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    /// Takes one value back. It answers false and changes nothing if the sums show that the value was never
    /// recorded, as they always do if one value or none would be left. Also false once saturated.
    [[nodiscard]] constexpr bool retract(event x) noexcept {
        const mean one{x, 1};
        if (n_ == 0 || saturated() || sum_ < one.sum_ || squares() < one.squares()) return false;
        mean rest;
        rest.sum_ = sum_ - one.sum_;
        rest.set_squares(squares() - one.squares());
        rest.n_ = n_ - 1;
        if (!rest.could_be_sums()) return false;
        *this = rest;
        return true;
    }
    template <detail::cut_by<event> X> bool retract(X) = delete; ///< as of record

    /// How many values.
    [[nodiscard]] constexpr count_type count() const noexcept { return n_; }
    /// Their sum, exact; the maximum once saturated.
    [[nodiscard]] constexpr std::uint64_t sum() const noexcept { return sum_; }
    /// Their mean.
    [[nodiscard]] constexpr mean_value value() const noexcept {
        return saturated() ? mean_value{kpi::saturation<std::uint64_t>, kpi::saturation<std::uint64_t>}
                           : mean_value{sum_, n_};
    }
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(n_); }

    /// The variance of the population that these values are a sample of: the sum of squares about the mean
    /// over n - 1. Absent below two values.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> variance() const {
        static_assert(can_hold_a_rate<Real>());
        if (saturated() || n_ < 2) return std::nullopt;
        return spread().as<Real>() / Real(n_) / Real(n_ - 1);
    }
    /// The variance of these values if they are the whole population: over n. Absent without values.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> population_variance() const {
        static_assert(can_hold_a_rate<Real>());
        if (saturated() || n_ == 0) return std::nullopt;
        return spread().as<Real>() / Real(n_) / Real(n_);
    }
    /// The square root of the variance, in the unit of the values. Absent below two values.
    template <binary_real Real = double>
    [[nodiscard]] constexpr std::optional<Real> deviation() const noexcept {
        return root(variance<Real>());
    }
    /// The square root of the population variance, in the unit of the values. Absent without values.
    template <binary_real Real = double>
    [[nodiscard]] constexpr std::optional<Real> population_deviation() const noexcept {
        return root(population_variance<Real>());
    }

    constexpr mean &operator+=(const mean &other) noexcept {
        const count_type n = saturating_add(n_, other.n_);
        sum_ += other.sum_; // before saturation, fewer than 2^32 values below 2^32: it fits
        set_squares(squares() + other.squares());
        n_ = n;
        if (is_saturated(n)) saturate();
        return *this;
    }
    friend constexpr bool operator==(const mean &, const mean &) = default;
    constexpr void reset() noexcept { *this = mean{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.sum_), visit(self.squares_low_), visit(self.squares_high_), visit(self.n_);
    }

private:
    constexpr mean(event x, count_type n) noexcept : sum_{std::uint64_t{x} * n}, n_{n} {
        set_squares(uint128::product(std::uint64_t{x} * x, n));
    }

    [[nodiscard]] constexpr uint128 squares() const noexcept { return {squares_high_, squares_low_}; }
    constexpr void set_squares(uint128 x) noexcept {
        squares_low_ = x.low;
        squares_high_ = static_cast<std::uint32_t>(x.high);
    }
    /// n S2 - S1^2 = n times the sum of squares about the mean; n of 32 bits times S2 of 96.
    [[nodiscard]] constexpr uint128 spread() const noexcept {
        return squares() * n_ - uint128::product(sum_, sum_);
    }
    /// For whole numbers that are not below 0, the sum of the squares is odd exactly if their sum is, and no
    /// more than the square of their sum; and no mean square is below the square of the mean.
    [[nodiscard]] constexpr bool could_be_sums() const noexcept {
        const uint128 squared = uint128::product(sum_, sum_);
        return ((sum_ ^ squares_low_) & 1u) == 0 && !(squared < squares()) && !(squares() * n_ < squared);
    }
    constexpr void saturate() noexcept {
        sum_ = squares_low_ = kpi::saturation<std::uint64_t>;
        squares_high_ = n_ = kpi::saturation<std::uint32_t>;
    }
    template <class Real> static constexpr std::optional<Real> root(std::optional<Real> x) noexcept {
        return x ? std::optional<Real>{sqrt(*x)} : std::nullopt;
    }

    std::uint64_t sum_{};
    std::uint64_t squares_low_{};
    std::uint32_t squares_high_{};
    count_type n_{};
};

} // namespace kpi::inline v1
