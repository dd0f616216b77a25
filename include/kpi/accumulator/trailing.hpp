// SPDX-License-Identifier: MIT
#pragma once

/// The last N periods of each of many groups, where most groups are idle in most periods: calls by rep over
/// the last hour. A board for each group holds what its window holds, and a log of `Capacity` entries, in
/// chains by period, knows what to take off again. over<..., by<...>> answers the same from a board for each
/// group and period, and it merges; this one does not, nor does it go into a snapshot.
///
/// Events may come in any order, as in `over`: a later period replaces the one N before it, an earlier one is
/// past. Every event is accounted for: seen = kept + past + full, where full are those that found the log
/// full; only which ones depends on the order. A chain that has run out waits, and each record takes two of
/// its entries off their boards. So no record costs more than three boards and N look-ups, however long the
/// silence before it. Reads leave out what waits, and are exact. Empty is all zero bits.

#include <kpi/accumulator/detail/bounds_of_period.hpp>
#include <kpi/accumulator/detail/chains.hpp>
#include <kpi/accumulator/detail/log_entry.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// For boards that count kinds, an entry is a kind and a group; for others that can retract, the event.
template <const auto &Dimension, std::size_t Groups, period Period, std::size_t N, state A,
          std::size_t Capacity>
class trailing {
    static_assert(Groups > 0 && N > 0, "trailing: at least one group and one period");
    static_assert(A::retractable, "trailing: what runs out is taken off again; this board cannot do that");
    static_assert(!holds_levels<A>,
                  "trailing: a level outlives a window: what is there now may have come at any time");
    static_assert(Capacity < saturation<typename A::count_type>,
                  "trailing: the log is more than a counter holds");
    static_assert(member::at.demanded_of<typename A::event>());
    static_assert(
        requires(const typename A::event &e) { Dimension(e); },
        "trailing: the event has not what this dimension groups by");
    using bounds = detail::bounds_of_period<detail::time_of<typename A::event>>;

public:
    using event = typename A::event;

    /// Records one event on the board of its group. See above for the cost.
    constexpr void record(const event &e) noexcept {
        slot *const s = period_.hold(e.at) ? &slots_[running_] : open(e.at);
        for (int i = 0; i < 2 && waiting_.size != 0; ++i)
            take_off();
        if (s == nullptr) {
            past_ = saturating_add(past_, std::uint32_t{1});
        } else if (log_.full() && !make_room(s->stamp)) {
            full_ = saturating_add(full_, std::uint32_t{1});
        } else {
            const std::uint32_t group = group_of(Dimension(e));
            log_.push(s->entries, entry{e, group});
            boards_[group].record(e);
        }
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> events) noexcept {
        for (const event &e : events)
            record(e);
    }

    /// The board of a group, over the running period and the N - 1 before it; a group past the end is
    /// "other". Cost: the board, N look-ups, and the entries of the window or those outside it, whichever are
    /// fewer.
    [[nodiscard]] constexpr A window(std::size_t group, time_point auto now) const noexcept {
        const std::uint32_t g = group_of(group);
        return seen_at(now, boards_[g], [g](const entry &e) { return e.group == g; });
    }
    /// All groups and other, merged.
    [[nodiscard]] constexpr A total(time_point auto now) const noexcept {
        A all{};
        for (const A &board : boards_)
            all += board;
        return seen_at(now, all, [](const entry &) { return true; });
    }
    /// A metric of a group over the window.
    template <const auto &M>
    [[nodiscard]] constexpr auto get(std::size_t group, time_point auto now,
                                     const auto &...given) const noexcept {
        return window(group, now).template get<M>(given...);
    }

    /// Takes off all that has run out by a time: for an idle moment, or before many reads. Cost: the log.
    constexpr void settle(time_point auto now) noexcept {
        const std::uint32_t current = stamp_of(now);
        for (slot &s : slots_)
            if (s.stamp != 0 && s.stamp <= current && current - s.stamp >= N) run_out(s);
        while (waiting_.size != 0)
            take_off();
    }
    /// The same, with the periods after that of `now`, which a wrong clock wrote. Their events are past.
    constexpr void forget_after(time_point auto now) noexcept {
        for (slot &s : slots_)
            if (s.stamp > stamp_of(now)) run_out(s);
        settle(now);
    }
    [[nodiscard]] constexpr std::uint32_t seen() const noexcept {
        return saturating_add(saturating_add(kept(), past_), full_);
    }
    [[nodiscard]] constexpr std::uint32_t kept() const noexcept {
        std::uint32_t n = 0;
        for (const slot &s : slots_)
            n += s.entries.size;
        return n;
    }
    /// Events that came late or have been replaced.
    [[nodiscard]] constexpr std::uint32_t past() const noexcept { return past_; }
    /// Events that found no room in the log; while it is 0, every answer covers all events.
    [[nodiscard]] constexpr std::uint32_t full() const noexcept { return full_; }

    /// Not available. (The return type is deduced, so that just asking for it prints the sentence.)
    constexpr auto &operator+=(const trailing &) noexcept {
        static_assert(Capacity == 0, "trailing: two logs do not merge; use over<..., by<...>>");
        return *this;
    }
    /// Equal after the same events in the same order.
    friend constexpr bool operator==(const trailing &, const trailing &) = default;
    constexpr void reset() noexcept {
        for (A &board : boards_)
            board.reset();
        slots_.fill({});
        log_.reset();
        waiting_ = {}, period_ = {};
        running_ = past_ = full_ = 0;
    }

private:
    using entry = detail::log_entry<A, Groups>;
    using log = detail::chains<entry, Capacity>;
    struct slot {
        std::uint32_t stamp{}; ///< the period's number, moved so that 0 is none
        typename log::chain entries{};
        friend constexpr bool operator==(const slot &, const slot &) = default;
    };

    static constexpr std::uint32_t stamp_of(time_point auto t) noexcept {
        return static_cast<std::uint32_t>(Period::index(t)) + 0x80000000u;
    }
    static constexpr std::uint32_t group_of(auto key) noexcept {
        return static_cast<std::uint32_t>(key < Groups ? key : Groups);
    }

    /// The slot of a time, or nullptr if that is past.
    constexpr slot *open(detail::time_of<event> t) noexcept {
        const std::int32_t number = Period::index(t);
        const std::uint32_t stamp = static_cast<std::uint32_t>(number) + 0x80000000u;
        slot &s = slots_[stamp % N];
        if (s.stamp > stamp) return nullptr;
        if (s.stamp != stamp) run_out(s);
        s.stamp = stamp, running_ = stamp % N;
        period_ = bounds::template around<Period>(t, number);
        return &s;
    }
    constexpr void run_out(slot &s) noexcept {
        past_ = saturating_add(past_, s.entries.size);
        log_.move(s.entries, waiting_);
        s.stamp = 0, period_ = {};
    }
    constexpr void take_off() noexcept {
        const entry &e = log_.pop(waiting_);
        static_cast<void>(boards_[e.group].retract(e.again()));
    }
    /// In a full log, the oldest of the periods that lie N or more before this one makes room.
    constexpr bool make_room(std::uint32_t stamp) noexcept {
        slot *oldest = nullptr;
        for (slot &s : slots_)
            if (s.entries.size != 0 && s.stamp < stamp && stamp - s.stamp >= N &&
                (oldest == nullptr || s.stamp < oldest->stamp))
                oldest = &s;
        if (oldest == nullptr) return false;
        run_out(*oldest);
        take_off();
        return true;
    }
    /// The part of a board, which holds all that is in the log, that belongs to the window at a time.
    constexpr A seen_at(time_point auto now, const A &board, auto &&concerned) const noexcept {
        const std::uint32_t current = stamp_of(now);
        const auto inside = [current](const slot &s) {
            return s.stamp != 0 && s.stamp <= current && current - s.stamp < N;
        };
        std::uint32_t in = 0;
        for (const slot &s : slots_)
            if (inside(s)) in += s.entries.size;
        const bool anew = in <= waiting_.size + (kept() - in);
        A seen = anew ? A{} : board;
        const auto account = [&](const entry &e) {
            if (!concerned(e)) return;
            if (anew)
                seen.record(e.again());
            else
                static_cast<void>(seen.retract(e.again()));
        };
        if (!anew) log_.for_each(waiting_, account);
        for (const slot &s : slots_)
            if (inside(s) == anew) log_.for_each(s.entries, account);
        return seen;
    }

    std::array<A, Groups + 1> boards_{};
    std::array<slot, N> slots_{};
    log log_{};
    typename log::chain waiting_{}; ///< entries that have run out and are still on the boards
    bounds period_{};
    std::uint32_t running_{}; ///< the slot of that period
    std::uint32_t past_{}, full_{};
};

} // namespace kpi::inline v1
