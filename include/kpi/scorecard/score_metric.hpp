// SPDX-License-Identifier: MIT
#pragma once

/// 100 * (favour - against) / answers in points, as a metric: the net promoter score and its kin. `answers`
/// holds every kind of answer, the undecided included. Absent while there is no answer.

#include <kpi/core/score.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct score_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "score";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set favour;               ///< answers for it
    set against;              ///< answers against it
    set answers;              ///< all answers
    bool apart{};             ///< other people answered it than the figures beside it: needs its own board
    std::string_view unit{"points"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 3> observes() const noexcept {
        return {word{favour, where}, word{against, where}, word{answers, where}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !favour.empty() && !against.empty() && answers.contains(favour | against);
    }

    template <counter C>
    [[nodiscard]] static constexpr score<C> value(C favour, C against, C answers) noexcept {
        return {favour, against, answers};
    }
};

} // namespace kpi::inline v1
