// SPDX-License-Identifier: MIT
#pragma once

/// The last answer of a case to a question: each answer takes back the one before (METRICS.md, section 9, "A
/// respondent"). It tells the act unchanged.

#include <kpi/core/event_set.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/story.hpp>
#include <kpi/time/period.hpp>

#include <type_traits>

namespace kpi::inline v1 {

template <event Event, const auto &Answers> struct answering {
    using event = Event;
    using fact = Event;
    static constexpr event_set<kind_of<Event>> concerns = Answers;
    static constexpr bool takes_back = true;

    constexpr void record(const Event &e, auto &sink) noexcept {
        if (!Answers.contains(kind(e))) return;
        if (answered_) sink.take_back(last_.event);
        sink.tell(e);
        last_.event = e, answered_ = true;
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return !answered_; }
    [[nodiscard]] constexpr instant since() const noexcept requires requires(Event e) { e.at; }
    { return to_instant(last_.event.at); }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Answers), say(std::type_identity<kept<Event>>{});
    }
    friend constexpr bool operator==(const answering &, const answering &) = default;
    constexpr void reset() noexcept { *this = answering{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.last_, visit), visit(self.answered_);
    }

private:
    kept<Event> last_{};
    bool answered_{};
};

} // namespace kpi::inline v1
