// SPDX-License-Identifier: MIT
#pragma once

/// A part of a whole as a metric: events of `part` among events of `whole`, where every event of the part is
/// (or belongs to) one of the whole. `without` names kinds that are taken off the whole (emails bounced off
/// emails sent). `given` says in words which figure the caller adds to the whole on reading,
/// `get<churn_rate>(customers)`, where no event carries it. `nominal` marks a part of touches: touches of one
/// prospect are not independent, so an interval of it is too narrow (METRICS.md, rule 3). `complementary`
/// asks for the rest of the whole (retention of churn). Absent while the whole is 0.

#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct proportion_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    std::string_view title{}; ///< for people; without one, the name with spaces
    set part;
    set whole;
    set without{};
    std::string_view given{};
    bool nominal{};
    bool complementary{};
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 3> observes() const noexcept {
        return {word{part, where}, word{whole, where}, word{without, where}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !part.empty() && (!whole.empty() || !given.empty());
    }

    /// The counts of the three sets, and the caller's figure where one is given.
    template <counter C>
    [[nodiscard, gnu::always_inline]] constexpr proportion<C>
    value(C of_part, C of_whole, C taken_off, std::integral auto... base) const noexcept {
        C all = of_whole;
        ((all = saturating_add(all, to_count<C>(base))), ...);
        all = all > taken_off ? static_cast<C>(all - taken_off) : C{};
        return complementary ? proportion<C>{of_part, all}.complement() : proportion<C>{of_part, all};
    }
};

} // namespace kpi::inline v1
