// SPDX-License-Identifier: MIT
#pragma once

/// A stock: what came in and what went out, as two sums of 64 bits that stay at their maximum. What there is
/// is what came in less what went out; over several periods, all that came before is added. Law: exact; it
/// can be taken back. Empty is 0, and all zero bits.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>

namespace kpi::inline v1 {

struct balance {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    std::uint64_t in{};  ///< what came in, in the unit of the level; at the maximum it stays
    std::uint64_t out{}; ///< what went out, likewise

    /// What is there; 0 where more went out than came in, saturated where either is.
    [[nodiscard]] constexpr std::uint64_t level() const noexcept {
        if (saturated()) return saturation<std::uint64_t>;
        return in > out ? in - out : 0;
    }
    /// False where more went out than came in: what was there before is not known.
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
