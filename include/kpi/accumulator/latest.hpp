// SPDX-License-Identifier: MIT
#pragma once

/// When something happened last: the latest time recorded, in whole seconds since 1970-01-01. A maximum, so
/// order and merging do not matter: law exact. It cannot be taken back. Empty (never) is all zero bits.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/instant.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

class latest {
public:
    using event = instant;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    constexpr void record(instant t) noexcept {
        if (ever_ == 0 || t.seconds > seconds_) seconds_ = t.seconds;
        ever_ = 1;
    }
    constexpr void record(instant t, std::integral auto n) noexcept {
        if (to_count<count_type>(n) != 0) record(t);
    }
    constexpr void record(std::span<const instant> times) noexcept {
        for (const instant t : times)
            record(t);
    }
    /// The latest time; nullopt if there was none.
    [[nodiscard]] constexpr std::optional<instant> value() const noexcept {
        if (ever_ == 0) return std::nullopt;
        return instant{seconds_};
    }

    constexpr latest &operator+=(const latest &other) noexcept {
        if (other.ever_ != 0) record(instant{other.seconds_});
        return *this;
    }
    friend constexpr bool operator==(const latest &, const latest &) = default;
    constexpr void reset() noexcept { *this = latest{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.seconds_), visit(self.ever_);
    }

private:
    std::int64_t seconds_{};
    std::uint32_t ever_{};
};

} // namespace kpi::inline v1
