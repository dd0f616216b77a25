// SPDX-License-Identifier: MIT
#pragma once

/// A state for each of the last N periods: N slots of (period, state). An event of a later period than its
/// slot holds replaces it, one of the same adds, one of an earlier is past. So the state is a function of the
/// events and not of their order, and a clock that was once set a century ahead spoils one slot and not the
/// window. Every event is somewhere: seen = kept + past, where past covers what came late and what has been
/// replaced. Reads take the time, so that an idle rep does not show last season's week as current. The
/// running period is never mixed into complete ones unless asked for. Law: that of the state inside. Empty is
/// all zero bits.

#include <kpi/accumulator/detail/of_one_period.hpp>
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

/// Whether a read of the last periods takes in the one that is still running.
enum class running : bool { excluded, included };

template <period Period, std::size_t N, state A> class over {
    static_assert(N > 0, "over: at least one period");
    static_assert(
        !requires { requires A::pairs_events; },
        "over: pairs outlive a period; turn it round: between<..., over<...>>");
    static_assert(member::at.demanded_of<typename A::event>());

    struct slot {
        std::uint32_t stamp{}; ///< the period's number, moved so that 0 is none
        std::uint32_t events{};
        A state{};
        friend constexpr bool operator==(const slot &, const slot &) = default;
    };

public:
    using event = typename A::event;
    using count_type = typename A::count_type;
    using period_type = Period;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr std::size_t periods = N;

    /// One event, into the slot of its period. Bounded: one state is touched; a new period clears that state
    /// first.
    constexpr void record(const event &e) noexcept {
        if (A *const a = opened(e, 1)) a->record(e);
    }
    /// n events that are alike.
    constexpr void record(const event &e, count_type n) noexcept {
        if (A *const a = opened(e, to_count<std::uint32_t>(n))) a->record(e, n);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> events) noexcept {
        while (!events.empty()) {
            const auto alike = events.first(detail::of_one_period<Period>(events));
            if (A *const a = opened(alike.front(), to_count<std::uint32_t>(alike.size()))) a->record(alike);
            events = events.subspan(alike.size());
        }
    }
    /// Takes one event back: from its slot, or from what is past. False, and nothing changes, where it is in
    /// neither.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        const std::uint32_t stamp = stamp_of(e.at);
        slot &s = slots_[stamp % N];
        if (s.stamp < stamp || is_saturated(seen())) return false;
        if (s.stamp > stamp) return take_off(past_, std::uint32_t{1});
        if (s.events == 0 || !s.state.retract(e)) return false;
        if (--s.events == 0 && s.state == A{}) s = slot{};
        return true;
    }

    /// The state of the period n before the one of `now`; 0 is the running one. nullptr where nothing is kept
    /// of it.
    [[nodiscard]] constexpr const A *ago(std::size_t n, time_point auto now) const noexcept {
        const std::uint32_t current = stamp_of(now);
        if (n >= N || n >= current) return nullptr;
        const slot &s = slots_[(current - n) % N];
        return s.stamp == current - n ? &s.state : nullptr;
    }
    /// The last n complete periods before that of `now`, merged into a; with the running one, the last n
    /// including it. A slot belongs to the running period whether anything has happened in it or not: N slots
    /// reach N - 1 complete periods back, and a greater n no further.
    constexpr void last_into(std::size_t n, time_point auto now, A &a,
                             running r = running::excluded) const noexcept {
        const std::uint32_t current = stamp_of(now);
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
    /// A metric over the whole window: the running period and the N - 1 before it.
    template <const auto &M>
    [[nodiscard]] constexpr auto get(time_point auto now, const auto &...given) const noexcept {
        return last(N, now, running::included).template get<M>(given...);
    }
    /// The same of one id's window: what pool() adds up.
    template <const auto &M>
    [[nodiscard]] constexpr auto contribution(time_point auto now, const auto &...given) const noexcept {
        return last(N, now, running::included).template contribution<M>(given...);
    }

    /// Drops the slots of periods after that of `now`, which a wrong clock wrote. Their events are past.
    constexpr void forget_after(time_point auto now) noexcept {
        const std::uint32_t current = stamp_of(now);
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
        past_ = saturating_add(past_, other.past_);
        for (std::size_t i = 0; i < N; ++i) {
            slot &mine = slots_[i];
            const slot &theirs = other.slots_[i];
            if (theirs.stamp == mine.stamp) {
                mine.state += theirs.state;
                mine.events = saturating_add(mine.events, theirs.events);
                continue;
            }
            const bool newer = theirs.stamp > mine.stamp;
            past_ = saturating_add(past_, newer ? mine.events : theirs.events);
            if (newer) mine = theirs;
        }
        return *this;
    }
    friend constexpr bool operator==(const over &, const over &) = default;
    constexpr void reset() noexcept {
        for (slot &s : slots_)
            s = slot{};
        past_ = 0;
    }

    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }
    /// Walks the periods that are kept: `visit(board, labels..., label{period, its number})`.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        for (const slot &s : slots_)
            if (s.stamp != 0) s.state.walk(visit, labels..., label{Period::name, number(s.stamp), false});
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Period::name), say(Period::start(0).seconds), say(Period::start(1).seconds);
        say(N), say(std::type_identity<A>{});
    }

private:
    // -2^31 is no period, so its stamp, 0, can stand for none.
    static constexpr std::uint32_t stamp_of(time_point auto t) noexcept {
        return static_cast<std::uint32_t>(Period::index(t)) + 0x80000000u;
    }
    static constexpr std::int64_t number(std::uint32_t stamp) noexcept {
        return std::int64_t{stamp} - 0x80000000;
    }

    /// The state that n events of a period go to, or nullptr where it is past.
    constexpr A *opened(const event &e, std::uint32_t n) noexcept {
        if (n == 0) return nullptr; // nothing happened, and nothing is replaced by it
        const std::uint32_t stamp = stamp_of(e.at);
        slot &s = slots_[stamp % N];
        if (s.stamp != stamp) [[unlikely]] {
            if (s.stamp > stamp) {
                past_ = saturating_add(past_, n);
                return nullptr;
            }
            past_ = saturating_add(past_, s.events);
            s.state.reset();
            s.stamp = stamp;
            s.events = 0;
        }
        s.events = saturating_add(s.events, n);
        return &s.state;
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &s : self.slots_) {
            visit(s.stamp), visit(s.events);
            s.state.fields(visit);
        }
        visit(self.past_);
    }

    std::array<slot, N> slots_{};
    std::uint32_t past_{}; ///< events that came late or whose period has been replaced
};

} // namespace kpi::inline v1
