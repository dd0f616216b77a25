// SPDX-License-Identifier: MIT
#pragma once

/// How far a case has come, in stages (METRICS.md, sections 3 and 11: an explicit mode). It tells each stage
/// when it is first reached, with `elapsed` since the first one, and how long the case was in the stage
/// before. Conversion from a stage to a later one is then a proportion of facts. An event of an earlier stage
/// is told as moved back. The story never takes back a fact.

#include <kpi/core/event_set.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/turn.hpp>

#include <bit>
#include <cstddef>

namespace kpi::inline v1 {

/// When a stage counts as reached.
enum class reach : std::uint8_t {
    any,     ///< a stage is reached by its event or by that of any later one: skipped stages count
    ordered, ///< each by its own event, after that of the stage before; others may lie between
    strict,  ///< the same, and no event of another stage lies between
};

/// `Stages` is an array of sets of kinds, the first stage first.
template <event Event, const auto &Stages, reach Mode = reach::any> struct reaching {
    static constexpr std::size_t stages = Stages.size(); ///< how many there are
    static_assert(stages >= 1 && stages <= 32, "reaching: 1 to 32 stages");
    using event = Event;
    using fact = turn_fact;
    static constexpr event_set<kind_of<Event>> concerns = [] {
        event_set<kind_of<Event>> all;
        for (const auto &stage : Stages)
            all = all | stage;
        return all;
    }();
    static constexpr bool takes_back = false;

    constexpr void record(const Event &e, auto &sink) noexcept {
        if (!concerns.contains(kind(e))) return;
        const moment now = moment_of(e);
        std::uint32_t stage = stages - 1; // the last one that this event belongs to
        while (!Stages[stage].contains(kind(e)))
            --stage;
        if (stage + 1 < reached_) sink.tell(fact_of(turn::moved_back, stage, now, {}));
        if constexpr (Mode == reach::any) {
            tell_up_to(stage + 1, now, sink);
        } else {
            if (next_ < stages && Stages[next_].contains(kind(e)))
                ++next_;
            else if (Mode == reach::strict && next_ < stages)
                next_ = Stages[0].contains(kind(e)) ? 1 : 0;
            tell_up_to(next_, now, sink);
        }
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return reached_ == 0 && next_ == 0; }
    [[nodiscard]] constexpr instant since() const noexcept { return first_.at(); }
    /// How many stages it has reached, from the first on.
    [[nodiscard]] constexpr std::uint32_t reached() const noexcept { return reached_; }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(static_cast<unsigned>(Mode));
        for (const auto &stage : Stages)
            say(stage);
    }
    friend constexpr bool operator==(const reaching &, const reaching &) = default;
    constexpr void reset() noexcept { *this = reaching{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.first_, visit), visit_fields(self.last_, visit);
        visit(self.reached_), visit(self.next_);
    }

private:
    constexpr void tell_up_to(std::uint32_t n, moment now, auto &sink) noexcept {
        if (n <= reached_) return;
        if (reached_ == 0) first_ = now;
        if (reached_ != 0) sink.tell(fact_of(turn::passed, reached_ - 1, now, elapsed_between(last_, now)));
        for (; reached_ < n; ++reached_)
            sink.tell(fact_of(turn::reached, reached_, now, elapsed_between(first_, now)));
        last_ = now;
    }
    static constexpr turn_fact fact_of(turn what, std::uint32_t stage, moment now,
                                       duration_told took) noexcept {
        return {.at = now.at(),
                .kind = what,
                .of = static_cast<std::uint8_t>(stage),
                .whole_day = took.whole_day,
                .elapsed = took.seconds};
    }

    moment last_{}; ///< when it got to its present stage
    moment first_{};
    std::uint32_t reached_{};
    std::uint32_t next_{}; ///< the stage that the next event must be of
};

} // namespace kpi::inline v1
