// SPDX-License-Identifier: MIT
#pragma once

/// The sum of whole numbers of either sign, such as invoices and credit notes: one sum above 0 and one below
/// it, in 64 bits each, which stay at their maximum. Law: exact. Empty is 0, and all zero bits.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/net.hpp>

#include <concepts>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

class net_total {
public:
    using event = std::int64_t;
    using count_type = std::uint64_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    constexpr void record(event x) noexcept { sum_.add(x); }
    /// x, n times over.
    constexpr void record(event x, std::integral auto n) noexcept { sum_.add(x, to_count<count_type>(n)); }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        for (const event x : values)
            record(x);
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    /// False, with no change, if the sum of its sign is smaller or saturated.
    [[nodiscard]] constexpr bool retract(event x) noexcept { return sum_.take_back(x); }
    template <detail::cut_by<event> X> bool retract(X) = delete; ///< as of record

    /// What was added, and what was taken off.
    [[nodiscard]] constexpr net value() const noexcept { return sum_; }

    constexpr net_total &operator+=(const net_total &other) noexcept {
        sum_ += other.sum_;
        return *this;
    }
    friend constexpr bool operator==(const net_total &, const net_total &) = default;
    constexpr void reset() noexcept { *this = net_total{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.sum_.added), visit(self.sum_.taken_off);
    }

private:
    net sum_{};
};

} // namespace kpi::inline v1
