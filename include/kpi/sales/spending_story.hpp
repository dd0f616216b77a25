// SPDX-License-Identifier: MIT
#pragma once

/// What a customer spends in a period (METRICS.md, section 6, "clients over a spend"). It begins anew in
/// each, and tells `spent` at the first purchase there, with the sum of all purchases that name a value.

#include <kpi/core/net.hpp>
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/changes.hpp>
#include <kpi/story/story.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kpi::inline v1::sales {

template <class Event> struct basic_spending_story {
    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns{activity::deal_won, activity::upsell, activity::cross_sell,
                                                  activity::renewed};
    static constexpr bool takes_back = true;
    static constexpr bool of_a_period = true;

    constexpr void record(const Event &e, auto &sink) noexcept {
        const auto value = value_in(e);
        if (!concerns.contains(kind(e)) || !value.has_value()) return;
        const basic_spending_story was = *this;
        case_.meet(e);
        if (!first_.known) first_ = moment_of(e);
        sum_.add(*value);
        tell_changes(was, *this, sink);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return !case_.met; }
    [[nodiscard]] constexpr instant since() const noexcept { return first_.at(); }

    static constexpr std::size_t truths = 1;
    [[nodiscard]] constexpr std::optional<fact> truth(std::size_t) const noexcept {
        if (!first_.known) return std::nullopt;
        fact f = case_.at(first_, outcome::spent);
        f.value = sum_.clamped();
        return f;
    }

    friend constexpr bool operator==(const basic_spending_story &, const basic_spending_story &) = default;
    constexpr void reset() noexcept { *this = basic_spending_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.case_, visit), visit_fields(self.first_, visit);
        visit(self.sum_.added), visit(self.sum_.taken_off);
    }

private:
    case_of<member::customer, &sales::fact::customer> case_{};
    moment first_{};
    net sum_{};
};

using spending_story = basic_spending_story<touch>;

} // namespace kpi::inline v1::sales
