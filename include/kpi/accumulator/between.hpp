// SPDX-License-Identifier: MIT
#pragma once

/// Pairs of events of one id: from a start (a lead arrives) to the next stop (its first response). What comes
/// out is the stop event with `elapsed` filled in, in seconds, and goes into any state: a mean, quantiles, a
/// share within a limit, for each rep. At most N starts are open at a time, in sets of `Ways`, and a set can
/// be full while others have room (see by_key.hpp for how soon); an id can start again after its stop.
/// Nothing is lost: seen = open + 2 paired + repeated + unstarted + backwards + full + given_up + others.
/// Law: by id (all events of one id reach one part, in order), as long as no set was full. Empty is all zero
/// bits. Cost of record: one hash and at most `Ways` comparisons, and the state inside once a pair is made.

#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/pairing.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// The clock of a pair unless another is named: every second counts. See also time/business_hours.hpp.
struct around_the_clock {
    template <time_point T> [[nodiscard]] static constexpr std::uint32_t elapsed(T from, T to) noexcept {
        return seconds_between(from, to);
    }
};

template <const auto &Starts, const auto &Stops, const auto &Dimension, std::size_t N, state A,
          class Clock = around_the_clock, std::size_t Ways = 4>
class between {
public:
    using event = typename A::event;
    using count_type = typename A::count_type;

private:
    static_assert(member::at.demanded_of<event>() && member::elapsed.demanded_of<event>());
    static_assert(Starts.bits != 0 && Stops.bits != 0, "between: a kind that starts, and one that stops");
    static_assert(!Starts.unlisted && !Stops.unlisted, "between: what is unlisted neither starts nor stops");
    static_assert((Starts.bits & Stops.bits) == 0, "between: a kind cannot both start and stop");
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways),
                  "between: N is Ways times a power of two");
    static_assert(
        requires(const event &e) { Dimension(e); }, "between: the event has not the id that pairs it");
    using key_type = typename key_of<Dimension, event>::type;
    using time_type = std::remove_cvref_t<decltype(std::declval<const event &>().at)>;
    using ticks = std::remove_cvref_t<decltype(std::declval<time_type>().time_since_epoch().count())>;

    struct cell {
        ticks since{};
        key_type key{};
        std::uint32_t open{};
        friend constexpr bool operator==(const cell &, const cell &) = default;
    };

public:
    static constexpr law keeps = weaker(law::by_id, A::keeps);
    static constexpr bool retractable = false;
    static constexpr bool pairs_events = true;

    constexpr void record(const event &e) noexcept {
        if (Starts.contains(kind(e)))
            start(Dimension(e), ticks_of(e.at));
        else if (Stops.contains(kind(e)))
            stop(e);
        else
            count_in(account_.others);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> events) noexcept {
        for (const event &e : events)
            record(e);
    }

    /// What the pairs made, e.g. `speed.pairs().value()`.
    [[nodiscard]] constexpr const A &pairs() const noexcept { return pairs_; }
    [[nodiscard]] constexpr const pairing &account() const noexcept { return account_; }
    /// How many starts wait for their stop. Cost: N look-ups.
    [[nodiscard]] constexpr std::uint32_t open() const noexcept {
        std::uint32_t n = 0;
        for (const cell &c : cells_)
            n += c.open;
        return n;
    }
    /// How many of them have waited for at least so many seconds, by the same clock.
    [[nodiscard]] constexpr std::uint32_t open_for(std::uint32_t at_least, time_type now) const noexcept {
        std::uint32_t n = 0;
        for (const cell &c : cells_)
            if (c.open != 0 && Clock::elapsed(time_at<time_type>(c.since), now) >= at_least) ++n;
        return n;
    }
    /// Calls f(id, since) for each start that waits.
    constexpr void for_each_open(auto &&f) const {
        for (const cell &c : cells_)
            if (c.open != 0) f(c.key, time_at<time_type>(c.since));
    }
    /// Drops the starts from before a time, to make room: leads that nobody will answer any more. They are
    /// counted.
    constexpr void give_up_before(time_type t) noexcept {
        for (std::size_t i = N; i-- > 0;)
            if (cells_[i].open != 0 && cells_[i].since < ticks_of(t)) {
                count_in(account_.given_up);
                close(i);
            }
    }

    constexpr between &operator+=(const between &other) noexcept {
        pairs_ += other.pairs_;
        account_ += other.account_;
        for (const cell &c : other.cells_)
            if (c.open != 0) start(c.key, c.since);
        return *this;
    }
    friend constexpr bool operator==(const between &, const between &) = default;
    constexpr void reset() noexcept { *this = between{}; }

    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }
    constexpr void walk(auto &&visit, const auto &...labels) const { pairs_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        using duration = decltype(std::declval<time_type>().time_since_epoch());
        say(Starts), say(Stops), say(Dimension.name), say(N), say(Ways), say(sizeof(key_type)),
            say(sizeof(ticks));
        say(duration::period::num), say(duration::period::den);
        say(std::type_identity<Clock>{}), say(std::type_identity<A>{});
    }

private:
    static constexpr ticks ticks_of(time_type t) noexcept { return t.time_since_epoch().count(); }
    /// Seconds in the type of the event's own member: what does not fit stops at its greatest value.
    template <class T> static constexpr T as_told(std::uint32_t seconds) noexcept {
        if constexpr (std::integral<T>)
            if (std::cmp_greater(seconds, (std::numeric_limits<T>::max)()))
                return (std::numeric_limits<T>::max)();
        return static_cast<T>(seconds);
    }
    static constexpr void count_in(std::uint32_t &n) noexcept { n = saturating_add(n, std::uint32_t{1}); }
    static constexpr std::size_t first_of_set(key_type key) noexcept {
        return static_cast<std::size_t>(mix(key) % (N / Ways)) * Ways;
    }
    /// Where in its set an id is, or would be: behind all open ones that are less.
    [[nodiscard]] constexpr std::size_t place_of(key_type key) const noexcept {
        const auto less = [&](const cell &c) { return c.open != 0 && c.key < key; };
        std::size_t i = first_of_set(key), left = Ways;
        while (left > 4) {
            const std::size_t half = left / 2;
            if (less(cells_[i + half - 1])) i += half;
            left -= half;
        }
        for (; left != 0 && less(cells_[i]); --left)
            ++i;
        return i;
    }
    [[nodiscard]] constexpr bool waits(std::size_t i, key_type key) const noexcept {
        return cells_[i].open != 0 && cells_[i].key == key;
    }
    constexpr void start(key_type key, ticks since) noexcept {
        const std::size_t i = place_of(key), last = first_of_set(key) + Ways - 1;
        if (i <= last && waits(i, key)) {
            count_in(account_.repeated);
            if (since < cells_[i].since) cells_[i].since = since;
            return;
        }
        if (cells_[last].open != 0) {
            count_in(account_.full);
            return;
        }
        for (std::size_t j = last; j > i; --j)
            cells_[j] = cells_[j - 1];
        cells_[i] = cell{since, key, 1};
    }
    constexpr void stop(const event &e) noexcept {
        const key_type key = Dimension(e);
        const std::size_t i = place_of(key);
        if (i == first_of_set(key) + Ways || !waits(i, key)) {
            count_in(account_.unstarted);
            return;
        }
        if (ticks_of(e.at) < cells_[i].since) {
            count_in(account_.backwards);
            return;
        }
        event pair = e;
        pair.elapsed =
            as_told<decltype(pair.elapsed)>(Clock::elapsed(time_at<time_type>(cells_[i].since), e.at));
        pairs_.record(pair);
        count_in(account_.paired);
        close(i);
    }
    /// Empties a cell and closes the gap, so that a set is a function of the ids in it.
    constexpr void close(std::size_t i) noexcept {
        const std::size_t last = i / Ways * Ways + Ways - 1;
        for (; i < last; ++i)
            cells_[i] = cells_[i + 1];
        cells_[last] = cell{};
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &c : self.cells_)
            visit(c.since), visit(c.key), visit(c.open);
        self.pairs_.fields(visit);
        self.account_.fields(visit);
    }

    std::array<cell, N> cells_{};
    A pairs_{};
    pairing account_{};
};

} // namespace kpi::inline v1
