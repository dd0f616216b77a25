// SPDX-License-Identifier: MIT
#pragma once

/// Pairs events of one id: from a start (a lead arrives) to the next stop (its first response). Each pair
/// becomes the stop event with `elapsed` filled in, in seconds, and goes into any state: a mean, quantiles, a
/// share within a limit, for each rep. At most N starts are open at a time, in sets of `Ways`; a set can be
/// full while others have room (by_key.hpp says how soon). An id can start again after its stop. Nothing is
/// lost: seen = open + 2 paired + repeated + unstarted + backwards + full + given_up + others. Law: by id
/// (all events of one id reach one part, in order), as long as no set was full. All zero bits when empty.
/// Cost of record: one hash, at most `Ways` comparisons, and the state inside once a pair is made.

#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/story/detail/open_cases.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/pairing.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

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
    using starts = detail::open_cases<key_type, ticks, N, Ways>;

public:
    static constexpr law keeps = weaker(law::by_id, A::keeps);
    static constexpr bool retractable = false;
    static constexpr bool pairs_events = true;

    constexpr void record(const event &e) noexcept {
        if (counts(e))
            pair(e, starts::set_of(Dimension(e)));
        else
            count_in(account_.others);
    }
    /// Records a batch: the same as recording each event. On machines with caches it takes a few events at a
    /// time. Without a branch, it sifts out those that neither start nor stop; it fetches the sets of the
    /// rest before it looks at the first of them.
    constexpr void record(std::span<const event> events) noexcept {
        constexpr std::size_t block = 32;
        using lines = std::make_index_sequence<block * sizeof(event) / detail::cache_line>;
        if constexpr (detail::words_in_vectors<key_type, Ways>)
            if (!std::is_constant_evaluated())
                for (std::size_t some = 0; !events.empty(); events = events.subspan(some)) {
                    some = events.size() < block ? events.size() : block;
                    detail::fetch_ahead(events.data(), lines{});
                    std::size_t sets[block], n = 0;
                    std::uint8_t places[block];
                    for (std::size_t i = 0; i < some; ++i) {
                        places[n] = static_cast<std::uint8_t>(i);
                        n += counts(events[i]);
                    }
                    account_.others = saturating_add(account_.others, static_cast<std::uint32_t>(some - n));
                    for (std::size_t i = 0; i < n; ++i) {
                        sets[i] = starts::set_of(Dimension(events[places[i]]));
                        starts_.fetch(sets[i]);
                    }
                    for (std::size_t i = 0; i < n; ++i)
                        pair(events[places[i]], sets[i]);
                }
        for (const event &e : events)
            record(e);
    }

    /// The state that the pairs went into, e.g. `speed.pairs().value()`.
    [[nodiscard]] constexpr const A &pairs() const noexcept { return pairs_; }
    /// What became of every event.
    [[nodiscard]] constexpr const pairing &account() const noexcept { return account_; }
    /// How many starts wait for their stop. Cost: N look-ups.
    [[nodiscard]] constexpr std::uint32_t open() const noexcept {
        std::uint32_t n = 0;
        starts_.for_each([&](key_type, ticks, std::uint32_t) { ++n; });
        return n;
    }
    /// How many of them have waited for `at_least` seconds or longer, by the same clock.
    [[nodiscard]] constexpr std::uint32_t open_for(std::uint32_t at_least, time_type now) const noexcept {
        std::uint32_t n = 0;
        for_each_open([&](key_type, time_type since) { n += Clock::elapsed(since, now) >= at_least; });
        return n;
    }
    /// Calls f(id, since) for each start that is waiting.
    constexpr void for_each_open(auto &&f) const {
        starts_.for_each(
            [&](key_type key, ticks since, std::uint32_t) { f(key, time_at<time_type>(since)); });
    }
    /// Drops the starts from before a time, to make room: leads that nobody will answer any more. The account
    /// counts them.
    constexpr void give_up_before(time_type t) noexcept {
        starts_.close_where([&](ticks since) { return since < ticks_of(t); },
                            [this] { count_in(account_.given_up); });
    }

    constexpr between &operator+=(const between &other) noexcept {
        pairs_ += other.pairs_;
        account_ += other.account_;
        other.starts_.for_each([this](key_type key, ticks since, std::uint32_t mark) {
            start(key, starts::set_of(key), since, mark);
        });
        return *this;
    }
    friend constexpr bool operator==(const between &, const between &) = default;
    constexpr void reset() noexcept { *this = between{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.starts_, visit);
        visit_fields(self.pairs_, visit);
        visit_fields(self.account_, visit);
    }
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
    static constexpr void count_in(std::uint32_t &n) noexcept { n = saturating_add(n, std::uint32_t{1}); }
    static constexpr bool counts(const event &e) noexcept { return (Starts | Stops).contains(kind(e)); }
    /// Takes an event that starts or stops, of an id of this set.
    constexpr void pair(const event &e, std::size_t set) noexcept {
        if (Starts.contains(kind(e)))
            start(Dimension(e), set, ticks_of(e.at), mark_of(e));
        else
            stop(e, set);
    }
    constexpr void start(key_type key, std::size_t set, ticks since, std::uint32_t mark) noexcept {
        if (const std::size_t i = starts_.find(set, key); i != N) {
            count_in(account_.repeated);
            if (!earlier(since, mark, i)) return;
            starts_[i] = since;
            if constexpr (has_dates) starts_.mark(i) = mark;
        } else if (!starts_.open(set, key, since, mark)) {
            count_in(account_.full);
        }
    }
    constexpr void stop(const event &e, std::size_t set) noexcept {
        const std::size_t i = starts_.find(set, Dimension(e));
        if (i == N) {
            count_in(account_.unstarted);
            return;
        }
        if (earlier(ticks_of(e.at), mark_of(e), i)) {
            count_in(account_.backwards);
            return;
        }
        event pair = e;
        if constexpr (has_dates) {
            const duration_told took =
                elapsed_between<Clock>(moment_in(starts_[i], starts_.mark(i)), moment_of(e));
            pair = timed_act(e, took.seconds, took.whole_day);
        } else {
            const auto since = time_at<time_type>(starts_[i]);
            pair.elapsed = detail::as_told<decltype(pair.elapsed)>(Clock::elapsed(since, e.at));
        }
        pairs_.record(pair);
        count_in(account_.paired);
        starts_.close(i);
    }
    /// Whether a time comes before a start.
    constexpr bool earlier(ticks t, std::uint32_t mark, std::size_t i) const noexcept {
        if constexpr (has_dates)
            return moment_in(t, mark).before(moment_in(starts_[i], starts_.mark(i)));
        else
            return t < starts_[i];
    }
    // A start that is a date alone is marked so.
    static constexpr bool has_dates = member::whole_day.found_in<event>;
    static constexpr std::uint32_t mark_of(const event &e) noexcept {
        if constexpr (has_dates) return moment_of(e).whole_day ? 2 : 1;
        return 1;
    }
    static constexpr moment moment_in(ticks t, std::uint32_t mark) noexcept {
        moment m = moment_at(time_at<time_type>(t));
        m.whole_day = mark == 2;
        return m;
    }

    starts starts_{};
    A pairs_{};
    pairing account_{};
};

} // namespace kpi::inline v1
