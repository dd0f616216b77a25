// SPDX-License-Identifier: MIT
#pragma once

/// The mean of whole numbers of 64 bits, of one sign or of either: how many, and the exact sum of those above
/// 0 and of those below it. There is no deviation; for 32 bits, accumulator/mean.hpp has one. 24 bytes. It is
/// absent while empty, and once a sum or the number of values is saturated. Law: exact.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/net.hpp>

#include <concepts>
#include <cstdint>
#include <span>

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
        sum_.add(x, times);
        n_ = saturating_add(n_, times);
    }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        for (const event x : values)
            record(x);
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    /// Takes one value back. False, with no change, if no recorded values could leave these sums.
    [[nodiscard]] constexpr bool retract(event x) noexcept {
        wide_mean rest = *this;
        const bool taken = rest.sum_.take_back(x) && take_off(rest.n_, count_type{1});
        if (!taken || (rest.n_ == 0 && rest != wide_mean{})) return false;
        *this = rest;
        return true;
    }
    template <detail::cut_by<event> X> bool retract(X) = delete; ///< as of record

    /// How many values.
    [[nodiscard]] constexpr count_type count() const noexcept { return n_; }
    /// Their mean.
    [[nodiscard]] constexpr mean_value value() const noexcept {
        return {sum_.added, widened<std::uint64_t>(n_), sum_.taken_off};
    }
    [[nodiscard]] constexpr bool saturated() const noexcept { return value().saturated(); }

    constexpr wide_mean &operator+=(const wide_mean &other) noexcept {
        sum_ += other.sum_;
        n_ = saturating_add(n_, other.n_);
        return *this;
    }
    friend constexpr bool operator==(const wide_mean &, const wide_mean &) = default;
    constexpr void reset() noexcept { *this = wide_mean{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.sum_.added), visit(self.sum_.taken_off), visit(self.n_);
    }

private:
    net sum_{};
    count_type n_{};
};

} // namespace kpi::inline v1
