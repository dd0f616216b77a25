// SPDX-License-Identifier: MIT
#pragma once

/// A part of a deal's story (deal_story.hpp): the stages of your own pipeline, by their numbers, from 1 on. A
/// deal is in a stage from the event that enters it until the next stage or its settlement. It never was in a
/// stage that it skipped.

#include <kpi/sales/fact.hpp>
#include <kpi/story/moment.hpp>

#include <cstdint>

namespace kpi::inline v1::sales {

struct deal_stages {
    moment entered{};         ///< when it entered its present stage
    std::uint32_t furthest{}; ///< the last of the stages that it ever entered
    std::uint32_t now_in{};   ///< its present stage; 0: in none
    bool moved_back{};        ///< it came into this stage from a later one

    /// Puts the deal into this stage from now on. 0, or its present stage, changes nothing.
    constexpr void enter(std::uint32_t stage, moment now, const auto &of, auto &sink) noexcept {
        if (stage == 0 || stage == now_in) return;
        const std::uint32_t from = now_in;
        leave(now, of, sink);
        entered = now, now_in = stage, moved_back = from > stage;
        sink.tell(visit(of));
    }
    /// Takes the deal out of its stage, and tells the visit with the time that it took.
    constexpr void leave(moment now, const auto &of, auto &sink) noexcept {
        if (now_in == 0) return;
        const fact still = visit(of);
        fact left = still;
        const duration_told time = elapsed_between(entered, now);
        left.elapsed = time.seconds, left.whole_day = time.whole_day;
        sink.take_back(still), sink.tell(left);
        now_in = 0;
    }

    friend constexpr bool operator==(const deal_stages &, const deal_stages &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.entered, visit), visit(self.furthest), visit(self.now_in), visit(self.moved_back);
    }

private:
    /// The visit, as long as it lasts.
    [[nodiscard]] constexpr fact visit(const auto &of) const noexcept {
        fact f = of.at(entered, outcome::in_stage);
        f.k = now_in, f.backwards = moved_back;
        return f;
    }
};

/// For events that tell no stage: no stages, and no room for any.
struct no_stages {
    static constexpr std::uint32_t furthest = 0; ///< none

    constexpr void leave(moment, const auto &, auto &) const noexcept {} ///< nothing to leave
    friend constexpr bool operator==(const no_stages &, const no_stages &) = default;
    static constexpr void fields(auto &, auto &&) noexcept {}
};

} // namespace kpi::inline v1::sales
