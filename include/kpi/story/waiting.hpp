// SPDX-License-Identifier: MIT
#pragma once

/// The simplest story: from a start to the next stop. It tells the stop with `elapsed` filled in, in seconds
/// by a clock. A start of a case that is already waiting is `repeated`, and the earliest one counts. A stop
/// without a start is `unstarted`. A stop before its start is `backwards`, and the case goes on waiting. It
/// never takes back. `between` does the same over many ids, faster.

#include <kpi/core/event_set.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/turn.hpp>

#include <type_traits>

namespace kpi::inline v1 {

template <event Event, const auto &Starts, const auto &Stops, class Clock = around_the_clock> struct waiting {
    static_assert((Starts.bits & Stops.bits) == 0, "waiting: a kind cannot both start and stop");
    using event = Event;
    using fact = turn_fact;
    static constexpr event_set<kind_of<Event>> concerns = Starts | Stops;
    static constexpr bool takes_back = false;

    constexpr void record(const Event &e, auto &sink) noexcept {
        const moment now = moment_of(e);
        if (Starts.contains(kind(e))) {
            if (since_.known) sink.tell(turn_fact{.at = now.at(), .kind = turn::repeated});
            if (!since_.known || now.before(since_)) since_ = now;
        } else if (Stops.contains(kind(e))) {
            const auto of = static_cast<std::uint8_t>(kind(e));
            if (!since_.known) {
                sink.tell(turn_fact{.at = now.at(), .kind = turn::unstarted, .of = of});
            } else if (now.before(since_)) {
                sink.tell(turn_fact{.at = now.at(), .kind = turn::backwards, .of = of});
            } else {
                const duration_told took = elapsed_between<Clock>(since_, now);
                sink.tell(timed_act(e, took.seconds, took.whole_day));
                since_ = {};
            }
        }
    }
    constexpr void end(time_point auto now, auto &sink) const noexcept {
        if (!since_.known) return;
        const duration_told age = elapsed_between<Clock>(since_, moment_at(now));
        sink.tell(turn_fact{
            .at = since_.at(), .kind = turn::still_open, .whole_day = age.whole_day, .elapsed = age.seconds});
    }
    [[nodiscard]] constexpr bool idle() const noexcept { return !since_.known; }
    [[nodiscard]] constexpr instant since() const noexcept { return since_.at(); }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Starts), say(Stops), say(std::type_identity<Clock>{});
    }
    friend constexpr bool operator==(const waiting &, const waiting &) = default;
    constexpr void reset() noexcept { *this = waiting{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit_fields(self.since_, visit); }

private:
    moment since_{};
};

} // namespace kpi::inline v1
