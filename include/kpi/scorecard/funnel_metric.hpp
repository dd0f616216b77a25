// SPDX-License-Identifier: MIT
#pragma once

/// Conversion from any stage to any later one: ids that reached the later, of those that reached the earlier,
/// so never above 1. It sits on the board of one id and is read with `pool<metric>(groups, from, to)`, stages
/// being numbered from 0. What "reached" means is said by the mode, in the type (METRICS.md, section 10: an
/// explicit mode).

#include <kpi/accumulator/state.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

enum class funnel_mode : unsigned char {
    any_order,   ///< a stage is reached by its event or by that of any later stage: skipped ones count
                 ///< (METRICS.md, section 3)
    every_stage, ///< a stage is reached once it and all before it had an event, in any order
    in_order,    ///< the same, each event after that of the stage before
};

/// The stages of one id. In order, they are passed one by one, and the law is by id; else they are a set, and
/// exact.
template <funnel_mode Mode> struct stages_reached {
    static constexpr law keeps = Mode == funnel_mode::in_order ? law::by_id : law::exact;
    static constexpr bool retractable = false;
    std::uint32_t bits{};

    constexpr stages_reached &operator+=(const stages_reached &o) noexcept {
        bits |= o.bits;
        return *this;
    }
    friend constexpr bool operator==(const stages_reached &, const stages_reached &) = default;
    constexpr void reset() noexcept { bits = 0; }
    constexpr void fields(auto &&visit) noexcept { visit(bits); }
    constexpr void fields(auto &&visit) const noexcept { visit(bits); }
};

template <kpi::event Event, std::size_t Stages, funnel_mode Mode> struct funnel_metric {
    static_assert(Stages >= 2 && Stages <= 32, "a funnel has 2 to 32 stages");
    using event = Event;
    template <class> using state = stages_reached<Mode>;
    static constexpr std::string_view kind = "proportion";
    static constexpr bool of_one_id = true;

    std::string_view name;
    std::array<event_set<kind_of<Event>>, Stages> stages;
    std::string_view unit{"%"};
    std::string_view help{};

    [[nodiscard]] constexpr bool complete() const noexcept {
        for (const auto &s : stages)
            if (s.empty()) return false;
        return true;
    }

    constexpr void record(stages_reached<Mode> &s, const auto &e, const auto &.../*times*/) const noexcept {
        for (std::size_t i = 0; i < Stages; ++i) {
            const bool open = Mode != funnel_mode::in_order || s.bits + 1 == std::uint32_t{1} << i;
            if (open && stages[i].contains(kpi::kind(e))) {
                s.bits |= std::uint32_t{1} << i;
                if constexpr (Mode == funnel_mode::in_order) return; // one event, one step
            }
        }
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        say(static_cast<unsigned>(Mode));
        for (const auto &stage : stages)
            say(stage);
    }
    /// What this id adds: 1 to the earlier stage if it got there, and to the later.
    [[nodiscard]] static constexpr proportion<std::uint32_t>
    value(const stages_reached<Mode> &s, std::integral auto from, std::integral auto to) noexcept {
        const std::size_t earlier = to_count<std::size_t>(from), later = to_count<std::size_t>(to);
        const bool there = reached(s, earlier);
        return {there && earlier <= later && reached(s, later) ? 1u : 0u, there ? 1u : 0u};
    }

private:
    static constexpr bool reached(const stages_reached<Mode> &s, std::size_t stage) noexcept {
        if (stage >= Stages) return false;
        if constexpr (Mode == funnel_mode::any_order) return s.bits >> stage != 0;
        const std::uint32_t all = static_cast<std::uint32_t>((std::uint64_t{2} << stage) - 1);
        return (s.bits & all) == all;
    }
};

} // namespace kpi::inline v1
