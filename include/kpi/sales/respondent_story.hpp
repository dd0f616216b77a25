// SPDX-License-Identifier: MIT
#pragma once

/// The story of a respondent in a period (METRICS.md, section 9): one answer to each question in each wave,
/// the last one in the window or period that you read. It tells the acts nps_promoter .. not_satisfied, and
/// takes back those that a later answer replaces. It begins anew in each period.

#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/answering.hpp>
#include <kpi/story/story.hpp>

namespace kpi::inline v1::sales {

template <class Event> struct basic_respondent_story {
    using event = Event;
    using fact = Event; ///< acts alone
    static constexpr event_set<activity> concerns = kinds::nps_answers | kinds::csat_answers;
    static constexpr bool takes_back = true;
    static constexpr bool of_a_period = true;
    static constexpr event_set<activity> acts = concerns;

    constexpr void record(const Event &e, auto &sink) noexcept {
        nps_.record(e, sink), csat_.record(e, sink);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return nps_.idle() && csat_.idle(); }

    friend constexpr bool operator==(const basic_respondent_story &,
                                     const basic_respondent_story &) = default;
    constexpr void reset() noexcept { *this = basic_respondent_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.nps_, visit), visit_fields(self.csat_, visit);
    }

private:
    answering<Event, kinds::nps_answers> nps_{};
    answering<Event, kinds::csat_answers> csat_{};
};

using respondent_story = basic_respondent_story<touch>;

} // namespace kpi::inline v1::sales
