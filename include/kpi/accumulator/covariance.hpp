// SPDX-License-Identifier: MIT
#pragma once

/// Whether two whole numbers of one thing go together (months of relationship and interactions, touches and
/// days to close), from exact sums of both, of their squares and of their products: mergeable, with no
/// floating point and no division in record. With Sxy = n sum(xy) - sum(x) sum(y), exact in 128 bits:
/// covariance Sxy / n(n - 1), slope of y on x Sxy / Sxx, Pearson's r = Sxy / sqrt(Sxx Syy), -1..1. It says
/// nothing about causes. 56 bytes. While empty, and below two points, every read is absent; slope and r are
/// also absent if nothing varies. Law: exact. At 2^32 - 1 points it is saturated for good: from then on every
/// sum is at its maximum and every read absent.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/pair_sums.hpp>
#include <kpi/core/real_number.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/uint128.hpp>
#include <kpi/statistics/correlation.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

class covariance {
public:
    using event = statistics::point<std::uint32_t>;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    constexpr covariance() = default;

    /// One point. Bounded: five additions and three products.
    constexpr void record(const event &p) noexcept { *this += covariance{p, 1}; }
    /// n times the same point, at the cost of one.
    constexpr void record(const event &p, std::integral auto n) noexcept {
        *this += covariance{p, to_count<count_type>(n)};
    }
    /// A batch: equal to recording each point.
    constexpr void record(std::span<const event> points) noexcept {
        covariance sums = *this; // in registers: the points could be anywhere, even here
        for (const event &p : points)
            sums.record(p);
        *this = sums;
    }
    /// Takes one point back. It answers false and changes nothing if the sums show that the point was never
    /// recorded, as they always do if one point or none would be left. Also false once saturated.
    [[nodiscard]] constexpr bool retract(const event &p) noexcept {
        const covariance one{p, 1};
        if (n_ == 0 || saturated() || x_ < one.x_ || y_ < one.y_) return false;
        covariance rest;
        rest.x_ = x_ - one.x_;
        rest.y_ = y_ - one.y_;
        rest.n_ = n_ - 1;
        for (std::size_t i = 0; i < low_.size(); ++i) {
            const auto s = static_cast<product>(i);
            if (sum(s) < one.sum(s)) return false;
            rest.set(s, sum(s) - one.sum(s));
        }
        if (!rest.could_be_sums()) return false;
        *this = rest;
        return true;
    }

    /// How many points.
    [[nodiscard]] constexpr count_type count() const noexcept { return n_; }
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(n_); }
    /// The sums themselves, for other reads (statistics/ratio_estimate.hpp). Once saturated, n is the maximum
    /// of its type here too.
    [[nodiscard]] constexpr pair_sums sums() const noexcept {
        return {saturated() ? kpi::saturation<std::uint64_t> : n_, x_, y_, sum(xx), sum(xy), sum(yy)};
    }

    /// The covariance of the population that these points are a sample of, in the unit of x times that of y.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> value() const {
        static_assert(can_hold_a_rate<Real>());
        if (saturated() || n_ < 2) return std::nullopt;
        return spread<Real>(xy) / Real(n_) / Real(n_ - 1);
    }
    /// How much y grows when x grows by one, on the line of least squares.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> slope() const {
        static_assert(can_hold_a_rate<Real>());
        if (!varies(xx)) return std::nullopt;
        return spread<Real>(xy) / spread<Real>(xx);
    }
    /// Pearson's r, -1..1.
    template <binary_real Real = double>
    [[nodiscard]] constexpr std::optional<Real> correlation() const noexcept {
        if (!varies(xx) || !varies(yy)) return std::nullopt;
        return statistics::detail::correlation_of(
            statistics::detail::spread<Real>{spread<Real>(xx), spread<Real>(xy), spread<Real>(yy)});
    }

    constexpr covariance &operator+=(const covariance &other) noexcept {
        const count_type n = saturating_add(n_, other.n_);
        x_ += other.x_; // before saturation, fewer than 2^32 values below 2^32: it fits
        y_ += other.y_;
        set(xx, sum(xx) + other.sum(xx));
        set(yy, sum(yy) + other.sum(yy));
        set(xy, sum(xy) + other.sum(xy));
        n_ = n;
        if (is_saturated(n)) saturate();
        return *this;
    }
    friend constexpr bool operator==(const covariance &, const covariance &) = default;
    constexpr void reset() noexcept { *this = covariance{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.x_), visit(self.y_);
        for (auto &low : self.low_)
            visit(low);
        for (auto &high : self.high_)
            visit(high);
        visit(self.n_);
    }

private:
    enum product : std::size_t { xx, yy, xy };

    constexpr covariance(const event &p, count_type n) noexcept
        : x_{std::uint64_t{p.x} * n}, y_{std::uint64_t{p.y} * n}, n_{n} {
        set(xx, uint128::product(std::uint64_t{p.x} * p.x, n));
        set(yy, uint128::product(std::uint64_t{p.y} * p.y, n));
        set(xy, uint128::product(std::uint64_t{p.x} * p.y, n));
    }

    /// Fewer than 2^32 products below 2^64: 96 bits.
    [[nodiscard]] constexpr uint128 sum(product s) const noexcept { return {high_[s], low_[s]}; }
    constexpr void set(product s, uint128 x) noexcept {
        low_[s] = x.low;
        high_[s] = static_cast<std::uint32_t>(x.high);
    }
    constexpr void saturate() noexcept {
        x_ = y_ = kpi::saturation<std::uint64_t>;
        for (const product s : {xx, yy, xy})
            set(s, {kpi::saturation<std::uint64_t>, kpi::saturation<std::uint64_t>});
        n_ = kpi::saturation<count_type>;
    }

    // S of two variables, n sum(ab) - sum(a) sum(b), as minuend and subtrahend: each is below 2^128.
    [[nodiscard]] constexpr uint128 plus(product s) const noexcept { return sum(s) * n_; }
    [[nodiscard]] constexpr uint128 minus(product s) const noexcept {
        return uint128::product(s == yy ? y_ : x_, s == xx ? x_ : y_);
    }
    template <class Real> [[nodiscard]] constexpr Real spread(product s) const {
        const uint128 a = plus(s), b = minus(s);
        return a < b ? Real(0) - (b - a).as<Real>() : (a - b).as<Real>();
    }
    [[nodiscard]] constexpr bool varies(product s) const noexcept {
        return !saturated() && minus(s) < plus(s);
    }
    /// Whether these can be sums of whole numbers that are not below 0, and of their squares and products:
    /// see mean. For one point, the product is that of the sums.
    [[nodiscard]] constexpr bool could_be_sums() const noexcept {
        for (const product s : {xx, yy, xy})
            if (minus(s) < sum(s) || ((s != xy || n_ == 1) && plus(s) < minus(s))) return false;
        return (((x_ ^ low_[xx]) | (y_ ^ low_[yy])) & 1u) == 0;
    }

    std::uint64_t x_{}, y_{};
    std::array<std::uint64_t, 3> low_{};
    std::array<std::uint32_t, 3> high_{};
    count_type n_{};
};

} // namespace kpi::inline v1
