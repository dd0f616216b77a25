// SPDX-License-Identifier: MIT
#pragma once

/// How often one rep changes channel: steps where the next act is of another channel than the one before, per
/// active hour (METRICS.md, section 4). A gap of more than `gap` seconds, or a new day, is no switch and no
/// active time. It sits on the board of one rep and is read with `pool<metric>(team)`. Law: by id, each rep's
/// acts in order; an act that comes in late is counted in `disordered` and changes nothing else.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// One rep's last act, and the steps so far.
struct switching {
    static constexpr law keeps = law::by_id;
    static constexpr bool retractable = false;
    std::int64_t last_seconds{};
    std::uint32_t last_channel{};
    std::uint32_t acts{};
    std::uint32_t switches{};
    std::uint32_t active_seconds{};
    std::uint32_t disordered{};

    constexpr switching &operator+=(const switching &o) noexcept {
        if (o.acts != 0 && (acts == 0 || o.last_seconds > last_seconds)) {
            last_seconds = o.last_seconds;
            last_channel = o.last_channel;
        }
        acts = saturating_add(acts, o.acts);
        switches = saturating_add(switches, o.switches);
        active_seconds = saturating_add(active_seconds, o.active_seconds);
        disordered = saturating_add(disordered, o.disordered);
        return *this;
    }
    friend constexpr bool operator==(const switching &, const switching &) = default;
    constexpr void reset() noexcept { *this = switching{}; }
    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }

private:
    static constexpr void each(auto &s, auto &&visit) noexcept {
        visit(s.last_seconds), visit(s.last_channel), visit(s.acts);
        visit(s.switches), visit(s.active_seconds), visit(s.disordered);
    }
};

template <kpi::event Event> struct switching_metric {
    using event = Event;
    template <class> using state = switching;
    static constexpr std::string_view kind = "rate";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of; ///< the rep's own acts
    std::uint32_t gap{3600};
    std::string_view unit{"switches per active hour"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept {
        return member::at.demanded_of<E>() && member::channel.demanded_of<E>();
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(switching &s, const auto &e) const noexcept {
        if (!of.contains(kpi::kind(e))) return;
        const std::int64_t now = to_instant(e.at).seconds;
        const auto channel = static_cast<std::uint32_t>(e.channel);
        if (s.acts != 0 && now < s.last_seconds) {
            s.disordered = saturating_add(s.disordered, std::uint32_t{1});
            return;
        }
        const bool same_day = days<1>::index(instant{now}) == days<1>::index(instant{s.last_seconds});
        if (s.acts != 0 && same_day && now - s.last_seconds <= gap) {
            s.active_seconds =
                saturating_add(s.active_seconds, static_cast<std::uint32_t>(now - s.last_seconds));
            s.switches = saturating_add(s.switches, std::uint32_t{channel != s.last_channel});
        }
        s.acts = saturating_add(s.acts, std::uint32_t{1});
        s.last_seconds = now;
        s.last_channel = channel;
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of), say(gap); }
    [[nodiscard]] static constexpr rate<std::uint32_t> value(const switching &s) noexcept {
        return {s.switches, s.active_seconds};
    }
};

} // namespace kpi::inline v1
