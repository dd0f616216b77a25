// SPDX-License-Identifier: MIT
#pragma once

/// The sum of the numbers recorded, in 64 bits, which stays at its maximum: revenue, units, seconds of talk.
/// Law: exact. Empty is 0, and all zero bits.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/count.hpp>

#include <concepts>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

class total {
public:
    using event = std::uint64_t;
    using count_type = std::uint64_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    constexpr void record(event x) noexcept { sum_ = saturating_add(sum_, x); }
    /// x, n times over.
    constexpr void record(event x, std::integral auto n) noexcept {
        const auto times = to_count<count_type>(n);
        if (((x | times) >> 32) == 0)
            record(x * times);
        else
            record(saturating_multiply(x, times));
    }
    template <std::unsigned_integral Value> constexpr void record(std::span<const Value> values) noexcept {
        for (const Value x : values)
            record(event{x});
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    /// False, with no change, if the sum is smaller or saturated.
    [[nodiscard]] constexpr bool retract(event x) noexcept { return take_off(sum_, x); }
    template <detail::cut_by<event> X> bool retract(X) = delete; ///< as of record

    /// The sum; at its maximum it is saturated.
    [[nodiscard]] constexpr kpi::count<std::uint64_t> value() const noexcept {
        return kpi::count<std::uint64_t>{sum_};
    }

    constexpr total &operator+=(const total &other) noexcept {
        sum_ = saturating_add(sum_, other.sum_);
        return *this;
    }
    friend constexpr bool operator==(const total &, const total &) = default;
    constexpr void reset() noexcept { sum_ = 0; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.sum_); }

private:
    std::uint64_t sum_{};
};

} // namespace kpi::inline v1
