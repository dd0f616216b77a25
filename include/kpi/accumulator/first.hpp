// SPDX-License-Identifier: MIT
#pragma once

/// When something happened first: the earliest time recorded, in whole seconds since 1970-01-01. A minimum,
/// so order and merging do not matter: law exact. It cannot be taken back. Empty (never) is all zero bits.

#include <kpi/accumulator/state.hpp>
#include <kpi/time/period.hpp>

#include <optional>
#include <span>

namespace kpi::inline v1 {

class first {
public:
    using event = instant;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    constexpr void record(instant t, count_type = 1) noexcept {
        if (ever_ == 0 || t.seconds < seconds_) seconds_ = t.seconds;
        ever_ = 1;
    }
    constexpr void record(std::span<const instant> times) noexcept {
        for (const instant t : times)
            record(t);
    }
    /// The earliest time; nullopt where there was none.
    [[nodiscard]] constexpr std::optional<instant> value() const noexcept {
        return ever_ != 0 ? std::optional<instant>{{seconds_}} : std::nullopt;
    }

    constexpr first &operator+=(const first &other) noexcept {
        if (other.ever_ != 0) record(instant{other.seconds_});
        return *this;
    }
    friend constexpr bool operator==(const first &, const first &) = default;
    constexpr void reset() noexcept { *this = first{}; }
    constexpr void fields(auto &&visit) noexcept { visit(seconds_), visit(ever_); }
    constexpr void fields(auto &&visit) const noexcept { visit(seconds_), visit(ever_); }

private:
    std::int64_t seconds_{};
    std::uint32_t ever_{};
};

} // namespace kpi::inline v1
