// SPDX-License-Identifier: MIT
#pragma once

/// Steps of one case from an act to the next: `switched` if that is of another channel, and `active` with the
/// seconds between them (METRICS.md, section 4, "context switches"). A gap of more than `Gap` seconds, or a
/// new day, is neither; nor is an act that came late or has only a date. Nothing is switched to or from an
/// act whose channel is not told. It never takes back.

#include <kpi/core/event_set.hpp>
#include <kpi/core/member.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/turn.hpp>

namespace kpi::inline v1 {

template <event Event, const auto &Acts, std::uint32_t Gap = 3600> struct switching {
    using event = Event;
    using fact = turn_fact;
    static constexpr event_set<kind_of<Event>> concerns = Acts;
    static constexpr bool takes_back = false;

    constexpr void record(const Event &e, auto &sink) noexcept {
        static_assert(member::channel.demanded_of<Event>());
        const moment now = moment_of(e);
        if (!Acts.contains(kind(e)) || now.whole_day) return;
        if (last_.known && now.before(last_)) return;
        const bool told_now = told(e.channel);
        const auto key = static_cast<std::uint8_t>(told_value(e.channel));
        const std::int64_t gap = now.seconds - last_.seconds;
        if (last_.known && gap <= std::int64_t{Gap} && now.day() == last_.day()) {
            turn_fact f{.at = now.at(), .kind = turn::active, .key = told_now ? key : std::uint8_t{}};
            f.elapsed = static_cast<std::uint32_t>(gap);
            sink.tell(f);
            f.elapsed = {}, f.kind = turn::switched;
            if (told_ && told_now && key != channel_) sink.tell(f);
        }
        last_ = now, told_ = told_now, channel_ = told_now ? key : std::uint8_t{};
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return !last_.known; }
    [[nodiscard]] constexpr instant since() const noexcept { return last_.at(); }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(Acts), say(Gap); }
    friend constexpr bool operator==(const switching &, const switching &) = default;
    constexpr void reset() noexcept { *this = switching{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.last_, visit), visit(self.told_), visit(self.channel_);
    }

private:
    moment last_{};
    bool told_{};
    std::uint8_t channel_{};
};

} // namespace kpi::inline v1
