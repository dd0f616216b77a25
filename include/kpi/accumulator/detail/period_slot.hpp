// SPDX-License-Identifier: MIT
#pragma once

/// One place in a window: a state, its period, and how many events went there. A later period drives out an
/// earlier one. An empty slot holds no period.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>

namespace kpi::inline v1::detail {

template <state A> struct period_slot {
    std::uint32_t stamp{}; ///< the period's number, moved so that 0 is none: -2^31 is no period
    std::uint32_t events{};
    A state{};

    [[nodiscard]] static constexpr std::uint32_t stamp_of(std::int32_t period) noexcept {
        return static_cast<std::uint32_t>(period) + 0x80000000u;
    }
    [[nodiscard]] constexpr std::int64_t period() const noexcept { return std::int64_t{stamp} - 0x80000000; }

    /// Turns to a later period. Answers how many events that drives out.
    constexpr std::uint32_t turn_to(std::uint32_t later) noexcept {
        const std::uint32_t out = events;
        state.reset();
        stamp = later;
        events = 0;
        return out;
    }
    /// Merges the same place of another window. Answers how many events one of them drives out.
    constexpr std::uint32_t merge(const period_slot &other) noexcept {
        if (other.stamp == stamp) {
            state += other.state;
            events = saturating_add(events, other.events);
            return 0;
        }
        if (other.stamp < stamp) return other.events;
        const std::uint32_t out = events;
        *this = other;
        return out;
    }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.stamp), visit(self.events), visit_fields(self.state, visit);
    }
    friend constexpr bool operator==(const period_slot &, const period_slot &) = default;
};

} // namespace kpi::inline v1::detail
