// SPDX-License-Identifier: MIT
#pragma once

/// A state for each of the last N periods: N slots of (period, state). An event of a later period than its
/// slot holds replaces the slot, one of the same period is added, one of an earlier period is past. So the
/// state depends on the events, not on their order, and a clock that was once set a century ahead spoils one
/// slot, not the window. Every event is accounted for: seen = kept + past, where past covers events that came
/// late or have been replaced. Reads take the time, so that an idle rep does not show last season's week as
/// current. The running period is never mixed into complete ones unless you ask for it. Law: that of the
/// state inside. Empty is all zero bits.

#include <kpi/accumulator/detail/bounds_of_period.hpp>
#include <kpi/accumulator/detail/period_slot.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// Whether a read of the last periods includes the one that is still running.
enum class running : bool { excluded, included };

template <period Period, std::size_t N, state A> class over {
    static_assert(N > 0, "over: at least one period");
    static_assert(!holds_pairs<A>, "over: pairs outlive a period; turn it round: between<..., over<...>>");
    static_assert(!holds_stories<A>,
                  "over: a story outlives a period; turn it round: through<..., over<...>>");
    static_assert(
        !holds_levels<A>,
        "over: a level outlives a period: what is there now may have come at any time; keep it on a "
        "board beside the window: beside<over<...>, board>");
    static_assert(member::at.demanded_of<typename A::event>());

    using slot = detail::period_slot<A>;
    using time = detail::time_of<typename A::event>;
    using bounds = detail::bounds_of_period<time>;

public:
    using event = typename A::event;
    using inner = A;
    using count_type = typename A::count_type;
    using period_type = Period; ///< the periods into which it cuts time
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr std::size_t periods = N; ///< how many it keeps, the running one included
    template <const auto &M> static constexpr bool reads = reads_metric<A, M>; ///< with get

    /// Records one event in the slot of its period. Bounded: one state is touched; a new period clears that
    /// state first.
    constexpr void record(const event &e) noexcept {
        if (slot *const s = slot_for(e.at, 1)) s->state.record(e);
    }
    /// n events that are alike. If n is 0, nothing changes and nothing is replaced.
    constexpr void record(const event &e, std::integral auto n) noexcept {
        if (to_count<count_type>(n) == 0) return;
        if (slot *const s = slot_for(e.at, to_count<std::uint32_t>(n))) s->state.record(e, n);
    }
    /// A batch: equal to recording each event; consecutive events of one period are recorded in one go.
    constexpr void record(std::span<const event> events) noexcept {
        constexpr std::size_t block = 1024;
        while (!events.empty()) {
            const time t = events.front().at;
            const bounds b = latest_.hold(t) ? latest_ : bounds::template around<Period>(t, Period::index(t));
            const auto rest = events.subspan(1, (events.size() < block ? events.size() : block) - 1);
            const std::size_t alike = 1 + b.of(rest);
            if (slot *const s = slot_for(t, static_cast<std::uint32_t>(alike)))
                s->state.record(events.first(alike));
            events = events.subspan(alike);
        }
    }
    /// Takes one event back: from its slot, or from the past. If it is in neither, it answers false and
    /// changes nothing. A slot with nothing left in it is free again if nothing is past.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        const std::uint32_t stamp = slot::stamp_of(Period::index(e.at));
        slot &s = slots_[stamp % N];
        if (s.stamp < stamp || is_saturated(seen())) return false;
        if (s.stamp > stamp) return take_off(past_, std::uint32_t{1});
        if (s.events == 0 || !s.state.retract(e)) return false;
        if (--s.events == 0 && s.state == A{} && past_ == 0) { // else an older one could come back in part
            s = slot{};
            latest_ = {};
        }
        return true;
    }

    /// The state of the n-th period before that of `now`; 0 is the running one. nullptr if nothing of that
    /// period is kept.
    [[nodiscard]] constexpr const A *ago(std::size_t n, time_point auto now) const noexcept {
        const std::uint32_t current = slot::stamp_of(Period::index(now));
        if (n >= N || n >= current) return nullptr;
        const slot &s = slots_[(current - n) % N];
        return s.stamp == current - n ? &s.state : nullptr;
    }
    /// Merges the last n complete periods before that of `now` into a; or the last n, the running one
    /// included. One slot is the running period's, so N slots reach N - 1 back, and a greater n no further.
    constexpr void last_into(std::size_t n, time_point auto now, A &a,
                             running r = running::excluded) const noexcept {
        const std::uint32_t current = slot::stamp_of(Period::index(now));
        const std::uint32_t until = r == running::included ? current : current - 1;
        for (const slot &s : slots_)
            if (s.stamp != 0 && s.stamp <= until && until - s.stamp < n && current - s.stamp < N)
                a += s.state;
    }
    /// The same as a state of its own. Cost: N look-ups and at most n merges.
    [[nodiscard]] constexpr A last(std::size_t n, time_point auto now,
                                   running r = running::excluded) const noexcept {
        A sum{};
        last_into(n, now, sum, r);
        return sum;
    }
    /// The same for n periods and no fewer: `last<30>(now)` of a window of 31 slots; else a sentence says so.
    template <std::size_t n, running r = running::excluded>
    [[nodiscard]] constexpr A last(time_point auto now) const noexcept {
        static_assert(n < N + (r == running::included), "over: of N slots one is of the running period: keep "
                                                        "one slot more, or ask for running::included");
        return last(n, now, r);
    }
    /// A metric over the whole window: the running period and the N - 1 before it.
    template <const auto &M>
    [[nodiscard]] constexpr auto get(time_point auto now, const auto &...given) const noexcept {
        return last(N, now, running::included).template get<M>(given...);
    }
    /// The same for a state with one metric.
    [[nodiscard]] constexpr auto value(time_point auto now, const auto &...given) const noexcept
        requires(requires(const A &a) { a.value(given...); }) {
        return last(N, now, running::included).value(given...);
    }

    /// Drops the slots of periods after that of `now`, which a wrong clock wrote. Their events are past.
    constexpr void forget_after(time_point auto now) noexcept {
        latest_ = {};
        const std::uint32_t current = slot::stamp_of(Period::index(now));
        for (slot &s : slots_)
            if (s.stamp > current) {
                past_ = saturating_add(past_, s.events);
                s = slot{};
            }
    }

    [[nodiscard]] constexpr std::uint32_t seen() const noexcept { return saturating_add(kept(), past_); }
    [[nodiscard]] constexpr std::uint32_t kept() const noexcept {
        std::uint32_t sum = 0;
        for (const slot &s : slots_)
            sum = saturating_add(sum, s.events);
        return sum;
    }
    [[nodiscard]] constexpr std::uint32_t past() const noexcept { return seen() - kept(); }

    constexpr over &operator+=(const over &other) noexcept {
        latest_ = {};
        past_ = saturating_add(past_, other.past_);
        for (std::size_t i = 0; i < N; ++i)
            past_ = saturating_add(past_, slots_[i].merge(other.slots_[i]));
        return *this;
    }
    friend constexpr bool operator==(const over &a, const over &b) noexcept {
        return a.slots_ == b.slots_ && a.past_ == b.past_;
    }
    constexpr void reset() noexcept {
        for (slot &s : slots_)
            s = slot{};
        past_ = 0;
        latest_ = {};
    }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(self)>>) self.latest_ = {};
        for (auto &s : self.slots_)
            visit_fields(s, visit);
        visit(self.past_);
    }
    /// Walks the periods that are kept: `visit(board, labels..., label{period, its number})`.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        for (const slot &s : slots_)
            if (s.stamp != 0) s.state.walk(visit, labels..., label{Period::name, s.period(), false});
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Period::name), say(Period::start(0).seconds), say(Period::start(1).seconds);
        say(N), say(std::type_identity<A>{});
    }

private:
    /// Counts n events of a time. Answers the slot that they go to, or nullptr if its period is past.
    constexpr slot *slot_for(time t, std::uint32_t n) noexcept {
        slot *const s = latest_.hold(t) ? &slots_[place_] : opened(t);
        std::uint32_t &account = s != nullptr ? s->events : past_;
        count_more(account, n);
        return s;
    }
    constexpr slot *opened(time t) noexcept {
        const std::int32_t index = Period::index(t);
        const std::uint32_t stamp = slot::stamp_of(index), place = stamp % N;
        slot &s = slots_[place];
        if (s.stamp > stamp) return nullptr;
        if (s.stamp < stamp) past_ = saturating_add(past_, s.turn_to(stamp));
        latest_ = bounds::template around<Period>(t, index);
        place_ = place;
        return &s;
    }

    std::array<slot, N> slots_{};
    std::uint32_t past_{}; ///< events that came late or whose period has been replaced
    // Where the event before this one went: no part of the state. It lies behind past_, which a replaced
    // period touches.
    std::uint32_t place_{};
    bounds latest_{};
};

} // namespace kpi::inline v1
