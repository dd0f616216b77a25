// SPDX-License-Identifier: MIT
#pragma once

/// A stock: the sum of what came in and the sum of what went out, 64 bits each, which stay at their maximum.
/// The level is what came in less what went out; over several periods, all that came before is added. Law:
/// exact; you can take it back. Empty is 0, and all zero bits.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct balance {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    std::uint64_t in{};  ///< what came in, in the unit of the level; stays at the maximum
    std::uint64_t out{}; ///< what went out, likewise

    /// What is there; 0 if more went out than came in, saturated if either sum is.
    [[nodiscard]] constexpr std::uint64_t level() const noexcept {
        if (saturated()) return saturation<std::uint64_t>;
        return in > out ? in - out : 0;
    }
    /// False if more went out than came in: nobody knows what was there before.
    [[nodiscard]] constexpr bool coherent() const noexcept { return in >= out; }
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(in) || is_saturated(out); }

    constexpr balance &operator+=(const balance &other) noexcept {
        in = saturating_add(in, other.in);
        out = saturating_add(out, other.out);
        return *this;
    }
    friend constexpr bool operator==(const balance &, const balance &) = default;
    constexpr void reset() noexcept { *this = balance{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.in), visit(self.out); }
};

} // namespace kpi::inline v1
