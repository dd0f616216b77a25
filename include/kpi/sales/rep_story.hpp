// SPDX-License-Identifier: MIT
#pragma once

/// The story of a rep (METRICS.md, section 4): steps from a touch to the next one, `switched` if that is of
/// another channel, and the `active_time` between them. A gap of more than an hour or a new day is neither.

#include <kpi/sales/case_of.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/switching.hpp>

#include <type_traits>

namespace kpi::inline v1::sales {

template <class Event, std::uint32_t Gap = 3600> struct basic_rep_story {
    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns = kinds::touches;
    static constexpr bool takes_back = false;

    constexpr void record(const Event &e, auto &sink) noexcept {
        changing out{[&](const turn_fact &t) {
                         fact f{.at = t.at,
                                .kind = t.kind == turn::switched ? outcome::switched : outcome::active_time,
                                .channel = static_cast<medium>(t.key),
                                .elapsed = t.elapsed};
                         f.rep = detail::number_in<std::uint32_t, member::rep>(e);
                         return f;
                     },
                     sink};
        steps_.record(with_channel(e), out);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return steps_.idle(); }
    [[nodiscard]] constexpr instant since() const noexcept { return steps_.since(); }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(std::type_identity<switching<Event, kinds::touches, Gap>>{});
    }
    friend constexpr bool operator==(const basic_rep_story &, const basic_rep_story &) = default;
    constexpr void reset() noexcept { *this = basic_rep_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit_fields(self.steps_, visit); }

private:
    switching<Event, kinds::touches, Gap> steps_{};
};

using rep_story = basic_rep_story<touch>;

} // namespace kpi::inline v1::sales
