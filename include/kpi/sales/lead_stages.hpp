// SPDX-License-Identifier: MIT
#pragma once

/// Two parts of a lead's story (lead_story.hpp): the stages that it has reached and the one in which it is
/// now, and its lifecycle, from the first impression to the first deal won.

#include <kpi/sales/activity.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1::sales {

/// A lead reaches a stage by its event or by that of a later one; it is in that of its last event of any.
struct lead_stages {
    moment first{};          ///< when it reached its first one
    std::uint32_t reached{}; ///< how many it has reached, of mcl .. customer
    stage now_in{};          ///< the stage of the last event of any; means nothing unless in_any
    bool in_any{};           ///< whether it is in a stage

    /// Reaches a stage, and those before it that it has not reached; tells each once.
    constexpr void reach(stage s, moment now, const auto &of, auto &sink) noexcept {
        if (!first.known) first = now;
        for (; reached <= static_cast<std::uint32_t>(s); ++reached)
            tell(outcome::reached, static_cast<stage>(reached), now, of, sink);
        be_in(s, now, of, sink);
    }
    /// Puts the lead into this stage from now on; tells which stage it left.
    constexpr void be_in(stage s, moment now, const auto &of, auto &sink) noexcept {
        if (in_any && now_in == s) return;
        if (in_any) tell(outcome::left_stage, now_in, now, of, sink);
        tell(outcome::entered_stage, s, now, of, sink);
        in_any = true, now_in = s;
    }

    friend constexpr bool operator==(const lead_stages &, const lead_stages &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.first, visit), visit(self.reached);
        kpi::detail::visit_member(self.now_in, visit), visit(self.in_any);
    }

private:
    static constexpr void tell(outcome what, stage s, moment now, const auto &of, auto &sink) noexcept {
        fact f = of.at(now, what);
        f.stage = s, sink.tell(f);
    }
};

/// The lifecycle of a lead. Without a recorded first impression, it begins with the lead's first event that
/// is no goal. A goal before the beginning, or with nothing before it, is none.
struct lead_lifecycle {
    /// The first event that is no goal; the first impression.
    moment begun{}, impression{};
    /// The first goal after each of them.
    moment goal_since_begun{}, goal_since_impression{};

    /// Takes the next event of the lead.
    constexpr void live(activity k, moment now) noexcept {
        const auto first = [now](moment &m, bool is) {
            if (is && !m.known) m = now;
        };
        const bool goal = k == activity::customer || k == activity::deal_won;
        first(begun, !goal);
        first(impression, k == activity::first_impression);
        first(goal_since_begun, goal && begun.known);
        first(goal_since_impression, goal && impression.known);
    }
    /// The lifecycle as a fact, once it has a goal.
    [[nodiscard]] constexpr std::optional<fact> told(const auto &of) const noexcept {
        const moment from = impression.known ? impression : begun;
        const moment to = impression.known ? goal_since_impression : goal_since_begun;
        if (!to.known) return std::nullopt;
        fact f = of.took(to, outcome::lifecycle, from, to);
        f.from_first_event = !impression.known;
        return f;
    }

    friend constexpr bool operator==(const lead_lifecycle &, const lead_lifecycle &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.begun, visit), visit_fields(self.impression, visit);
        visit_fields(self.goal_since_begun, visit), visit_fields(self.goal_since_impression, visit);
    }
};

} // namespace kpi::inline v1::sales
