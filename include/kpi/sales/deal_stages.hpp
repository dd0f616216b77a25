// SPDX-License-Identifier: MIT
#pragma once

/// A part of a deal's story (deal_story.hpp): the stages of the caller's own pipeline, by their numbers,
/// from 1 on. In a stage a deal is from the event that enters it until the next stage or its settlement; one
/// that it has skipped it was never in.

#include <kpi/sales/fact.hpp>
#include <kpi/story/moment.hpp>

#include <cstdint>

namespace kpi::inline v1::sales {

struct deal_stages {
    moment entered{};         ///< the stage that it is in
    std::uint32_t furthest{}; ///< of those that it ever entered
    std::uint32_t now_in{};   ///< 0: in none
    bool moved_back{};        ///< from a later one into this one

    /// The deal is in this stage from now on; 0, and the stage that it is in, change nothing.
    constexpr void enter(std::uint32_t stage, moment now, const auto &of, auto &sink) noexcept {
        if (stage == 0 || stage == now_in) return;
        const std::uint32_t from = now_in;
        leave(now, of, sink);
        entered = now, now_in = stage, moved_back = from > stage;
        sink.tell(visit(of));
    }
    /// The deal is in no stage from now on: the visit is told with the time that it took.
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
    /// As long as it lasts.
    [[nodiscard]] constexpr fact visit(const auto &of) const noexcept {
        fact f = of.at(entered, outcome::in_stage);
        f.k = now_in, f.backwards = moved_back;
        return f;
    }
};

/// Of events that tell no stage: none, and no room for any.
struct no_stages {
    static constexpr std::uint32_t furthest = 0; ///< none

    constexpr void leave(moment, const auto &, auto &) const noexcept {} ///< nothing to leave
    friend constexpr bool operator==(const no_stages &, const no_stages &) = default;
    static constexpr void fields(auto &, auto &&) noexcept {}
};

} // namespace kpi::inline v1::sales
