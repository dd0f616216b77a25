// SPDX-License-Identifier: MIT
#pragma once

/// The clock of a story that counts only hours of work. Stories have their clock as a type, but the hours are
/// known only when the program runs. So a thread says which schedule is in force on it, as long as it tells
/// by this clock.

#include "story/record.hpp"
#include <kpi/time/business_hours.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>

namespace report {

class office_clock {
public:
    /// In force on this thread as long as this object lives. The schedule must stay.
    class hours_in_force {
    public:
        explicit hours_in_force(const kpi::weekly_schedule &hours) { hours_ = &hours; }
        ~hours_in_force() { hours_ = nullptr; }
        hours_in_force(const hours_in_force &) = delete;
        hours_in_force &operator=(const hours_in_force &) = delete;
    };

    /// The time since an event without a date keeps its length, so that it is recognised as such.
    template <kpi::time_point T> [[nodiscard]] static std::uint32_t elapsed(T from, T to) noexcept {
        const std::uint32_t by_the_wall = kpi::seconds_between(from, to);
        return by_the_wall > from_no_date ? by_the_wall : hours_->worked(from, to);
    }

private:
    static inline thread_local const kpi::weekly_schedule *hours_{};
};

} // namespace report
