// SPDX-License-Identifier: MIT
#pragma once

/// The mean of whole numbers of 64 bits, of one sign or of either: how many, and the exact sum of those above
/// 0 and of those below it. No deviation, which 32 bits have (accumulator/mean.hpp). 24 bytes. Empty it is
/// absent, and so it is once a sum or the number of values is saturated. Law: exact.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/mean_value.hpp>

#include <concepts>
#include <cstdint>
#include <span>
#include <utility>

namespace kpi::inline v1 {

template <std::integral Value = std::int64_t> class wide_mean {
public:
    using event = Value;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    /// One value. Bounded: two additions.
    constexpr void record(event x) noexcept { record(x, 1); }
    /// n times the same value, at the cost of one.
    constexpr void record(event x, std::integral auto n) noexcept {
        const auto times = to_count<count_type>(n);
        std::uint64_t &sum = side(x);
        sum = saturating_add(sum, saturating_multiply(magnitude(x), std::uint64_t{times}));
        n_ = saturating_add(n_, times);
    }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        for (const event x : values)
            record(x);
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< it would be cut: give whole numbers of the bits that this one takes
    /// Takes one value back. False, and nothing happens, where no recorded values could leave these sums.
    [[nodiscard]] constexpr bool retract(event x) noexcept {
        wide_mean rest = *this;
        const bool taken = take_off(rest.side(x), magnitude(x)) && take_off(rest.n_, count_type{1});
        if (!taken || (rest.n_ == 0 && rest != wide_mean{})) return false;
        *this = rest;
        return true;
    }

    /// How many values.
    [[nodiscard]] constexpr count_type count() const noexcept { return n_; }
    /// Their mean.
    [[nodiscard]] constexpr mean_value value() const noexcept {
        return {added_, is_saturated(n_) ? saturation<std::uint64_t> : n_, taken_off_};
    }
    [[nodiscard]] constexpr bool saturated() const noexcept { return value().saturated(); }

    constexpr wide_mean &operator+=(const wide_mean &other) noexcept {
        added_ = saturating_add(added_, other.added_);
        taken_off_ = saturating_add(taken_off_, other.taken_off_);
        n_ = saturating_add(n_, other.n_);
        return *this;
    }
    friend constexpr bool operator==(const wide_mean &, const wide_mean &) = default;
    constexpr void reset() noexcept { *this = wide_mean{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.added_), visit(self.taken_off_), visit(self.n_);
    }

private:
    constexpr std::uint64_t &side(event x) noexcept { return std::cmp_less(x, 0) ? taken_off_ : added_; }

    std::uint64_t added_{}, taken_off_{};
    count_type n_{};
};

} // namespace kpi::inline v1
