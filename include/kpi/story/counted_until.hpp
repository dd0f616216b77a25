// SPDX-License-Identifier: MIT
#pragma once

/// Counts what came before a settlement: touches until a deal is won or lost, in all and by channel
/// (METRICS.md, section 4). Events belong to the next settlement of their case. The story tells a fact for
/// each channel that has any, or a single fact of none. The first fact of a settlement counts it; the others
/// are `again`. So `touches` adds up over all channels, and a mean divides it by the facts that are not
/// `again`. Channels past the last share its place. It never takes back.

#include <kpi/core/event_set.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/turn.hpp>

#include <array>
#include <cstddef>

namespace kpi::inline v1 {

template <event Event, const auto &Counts, const auto &Until, std::size_t Channels = 8> struct counted_until {
    static_assert((Counts.bits & Until.bits) == 0, "counted_until: a kind cannot be counted and settle");
    static_assert(Channels > 0 && Channels <= 256, "counted_until: 1 to 256 channels");
    using event = Event;
    using fact = turn_fact;
    static constexpr event_set<kind_of<Event>> concerns = Counts | Until;
    static constexpr bool takes_back = false;

    /// Records `n` events that are alike.
    constexpr void record(const Event &e, auto &sink, std::uint32_t n = 1) noexcept {
        if (Counts.contains(kind(e))) {
            std::uint32_t &count = counts_[channel_of(e)];
            count = saturating_add(count, n);
        } else if (Until.contains(kind(e))) {
            const turn_fact settled{.at = moment_of(e).at(),
                                    .kind = turn::counted,
                                    .of = static_cast<std::uint8_t>(kind(e)),
                                    .whole_day = moment_of(e).whole_day};
            tell_counts(settled, sink);
            counts_ = {};
            if (n > 1) sink.tell(settled, n - 1); // nothing is left for the others
        }
    }
    /// Tells the counts now, as this fact, and goes on counting.
    constexpr void tell_counts(turn_fact f, auto &sink) const noexcept {
        for (std::size_t c = 0; c < Channels; ++c) {
            if (counts_[c] == 0) continue;
            f.key = static_cast<std::uint8_t>(c), f.touches = counts_[c];
            sink.tell(f);
            f.again = true, f.before = f.at;
        }
        if (!f.again) sink.tell(f);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return *this == counted_until{}; }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(Counts), say(Until), say(Channels); }
    friend constexpr bool operator==(const counted_until &, const counted_until &) = default;
    constexpr void reset() noexcept { *this = counted_until{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &n : self.counts_)
            visit(n);
    }

private:
    static constexpr std::size_t channel_of(const Event &e) noexcept {
        if constexpr (member::channel.found_in<Event>)
            if (told(e.channel)) {
                const auto c = static_cast<std::size_t>(told_value(e.channel));
                return c < Channels ? c : Channels - 1;
            }
        return 0;
    }

    std::array<std::uint32_t, Channels> counts_{};
};

} // namespace kpi::inline v1
