// SPDX-License-Identifier: MIT
#pragma once

/// In which stage each id is now: the one that its latest stage event names, so a lead that moved back is
/// where it moved to, and one that is out has left. Each id is in one stage, and the shares sum to 1. It sits
/// on the board of one id and is read with `pool<metric>(groups)`. Of two stage events of the same second the
/// later stage holds. A stage is a set of kinds; the stages are given from the first to the last.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/breakdown.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

/// The latest stage of one id. A maximum over (time, stage): order and merging do not matter.
struct latest_stage {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::int64_t seconds{};
    std::uint32_t stage{}; ///< 1.. ; 0 is none yet

    constexpr latest_stage &operator+=(const latest_stage &o) noexcept {
        const bool later = o.seconds > seconds || (o.seconds == seconds && o.stage > stage);
        if (o.stage != 0 && (stage == 0 || later)) *this = o;
        return *this;
    }
    friend constexpr bool operator==(const latest_stage &, const latest_stage &) = default;
    constexpr void reset() noexcept { *this = latest_stage{}; }
    constexpr void fields(auto &&visit) noexcept { visit(seconds), visit(stage); }
    constexpr void fields(auto &&visit) const noexcept { visit(seconds), visit(stage); }
};

template <kpi::event Event, std::size_t Stages> struct stage_metric {
    using event = Event;
    template <class> using state = latest_stage;
    static constexpr std::string_view kind = "breakdown";
    static constexpr bool of_one_id = true;

    std::string_view name;
    std::array<event_set<kind_of<Event>>, Stages> stages;
    std::array<std::string_view, Stages> labels;
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept {
        for (const auto &s : stages)
            if (s.empty()) return false;
        return true;
    }

    constexpr void record(latest_stage &s, const auto &e, const auto &.../*times*/) const noexcept {
        for (std::size_t i = 0; i < Stages; ++i)
            if (stages[i].contains(kpi::kind(e))) {
                latest_stage reached;
                reached.seconds = to_instant(e.at).seconds;
                reached.stage = static_cast<std::uint32_t>(i + 1);
                s += reached;
            }
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        for (const auto &stage : stages)
            say(stage);
    }
    /// What this id adds: 1 to the stage that it is in.
    [[nodiscard]] static constexpr breakdown<std::uint32_t, Stages> value(const latest_stage &s) noexcept {
        breakdown<std::uint32_t, Stages> here{};
        if (s.stage != 0 && s.stage <= Stages) here.in[s.stage - 1] = 1; // of bytes from elsewhere, who knows
        return here;
    }
};

} // namespace kpi::inline v1
