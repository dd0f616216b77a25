// SPDX-License-Identifier: MIT
#pragma once

/// The story of a prospect's touches over the whole history (METRICS.md, sections 4 and 9). They belong to
/// the next settlement of their prospect, by channel. It tells touches_of_won, touches_of_lost and
/// open_at_once, and as acts the `follow_up` of each second or later touch, if no row marks one
/// (`marks::absent`).

#include <kpi/core/saturating.hpp>
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/counted_until.hpp>
#include <kpi/story/story.hpp>

#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::sales {

template <class Event, marks Marks = marks::present> struct basic_touches_story {
    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns =
        kinds::touches | kinds::deals_settled | event_set{activity::opportunity};
    static constexpr bool takes_back = false;
    static constexpr event_set<activity> acts =
        Marks == marks::absent ? event_set{activity::follow_up} : event_set<activity>{};

    /// Records `n` events that are alike.
    constexpr void record(const Event &e, auto &sink, std::uint32_t n = 1) noexcept {
        if (!concerns.contains(kind(e)) || n == 0) return;
        case_of<member::prospect, &sales::fact::prospect>
            here{}; // nothing is taken back: each row's own group
        here.meet(e);
        if (kind(e) == activity::opportunity) {
            if (open_ > 0) sink.tell(here.at(moment_of(e), outcome::open_at_once), n);
            open_ = saturating_add(open_, n);
            return;
        }
        if (kinds::touches.contains(kind(e)))
            follow_up(e, sink, n);
        else
            open_ -= open_ > n ? n : open_;
        changing out{[&](const turn_fact &t) {
                         fact f = here.at(moment_of(e), t.of == static_cast<std::uint8_t>(activity::deal_won)
                                                            ? outcome::touches_of_won
                                                            : outcome::touches_of_lost);
                         f.deal = detail::number_in<std::uint64_t, member::deal>(e);
                         f.channel = static_cast<medium>(t.key), f.touches = t.touches;
                         f.again = t.again, f.before = t.before;
                         return f;
                     },
                     sink};
        until_.record(with_channel(e), out, n);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return *this == basic_touches_story{}; }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(static_cast<bool>(Marks));
        say(std::type_identity<counted_until<Event, kinds::touches, kinds::deals_settled>>{});
    }
    friend constexpr bool operator==(const basic_touches_story &, const basic_touches_story &) = default;
    constexpr void reset() noexcept { *this = basic_touches_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.until_, visit), visit(self.open_), visit(self.touched_);
    }

private:
    constexpr void follow_up(const Event &e, auto &sink, std::uint32_t n) noexcept {
        Event mark = e;
        mark.kind = activity::follow_up;
        if (Marks == marks::absent && (touched_ || n > 1)) sink.tell(mark, touched_ ? n : n - 1);
        touched_ = Marks == marks::absent; // else nobody asks
    }

    counted_until<Event, kinds::touches, kinds::deals_settled> until_{};
    std::uint32_t open_{}; ///< open deals
    bool touched_{};
};

using touches_story = basic_touches_story<touch>;

} // namespace kpi::inline v1::sales
