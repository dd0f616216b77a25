// SPDX-License-Identifier: MIT
#pragma once

/// Counts that fade: an event weighs half as much for each half-life that has passed, so that a rate follows
/// the team's form and forgets last year. Forward decay (Cormode, Shkapenyuk, Srivastava, Xu, ICDE 2009):
/// each event adds a weight that grows with its time, in 65536ths, and rates cancel the scale; counters are
/// shifted only when a new half-life begins. Integers throughout. For boards of 64-bit counters, and for `by`
/// of such boards. Law: within a bound. An event's weight is off by less than 0.6 % (its time is known to
/// 1/64 of a half-life), and each half-life that begins, each merge and each late event takes less than
/// 1/65536 of an event off a counter. Empty is all zero bits.

#include <kpi/accumulator/detail/bounds_of_period.hpp>
#include <kpi/accumulator/detail/growing_weights.hpp>
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

/// HalfLife is a period of fixed length: `decayed<days<7>, board>`.
template <period HalfLife, state A> class decayed {
    static_assert(
        requires { HalfLife::length; }, "decayed: a half-life has a fixed length, as days<7>");
    static_assert(
        requires { requires A::counters_alone; },
        "decayed: only counters can fade; a metric of this board holds more");
    static_assert(sizeof(typename A::count_type) == 8,
                  "decayed: weights need a board that counts in std::uint64_t");
    static_assert(member::at.demanded_of<typename A::event>());
    using bounds = detail::bounds_of_period<detail::time_of<typename A::event>>;

public:
    using event = typename A::event;
    using inner = A;
    using count_type = typename A::count_type;
    static constexpr law keeps = law::within_a_bound;
    static constexpr bool retractable = false;
    template <const auto &M> static constexpr bool reads = reads_metric<A, M>; ///< with get
    /// The weight of an event at the start of a half-life.
    static constexpr count_type scale = 65536;

    /// One event. Bounded: one state is touched; a new half-life shifts its counters first. No division while
    /// events come from the same 64th of a half-life.
    constexpr void record(const event &e) noexcept {
        if (!alike_.hold(e.at)) [[unlikely]]
            return static_cast<void>(record_elsewhen(e));
        if (++seen_ == 0) [[unlikely]]
            seen_no_more();
        state_.record(e, weight_);
    }
    /// n events that are alike, at the cost of two.
    constexpr void record(const event &e, std::integral auto n) noexcept {
        const auto times = to_count<count_type>(n);
        if (times == 0) return;
        bool weighs = true;
        if (alike_.hold(e.at))
            record(e);
        else
            weighs = record_elsewhen(e);
        const auto others = to_count<std::uint32_t>(times - 1);
        seen_ = saturating_add(seen_, others);
        if (weighs)
            state_.record(e, saturating_multiply(count_type{weight_}, times - 1));
        else
            faded_ = saturating_add(faded_, others);
    }
    /// A batch: equal to recording each event. Events of equal weight are counted first and weighed once,
    /// unless a second state is too much for the stack.
    constexpr void record(std::span<const event> events) noexcept {
        if constexpr (sizeof(A) <= 512)
            while (!events.empty()) {
                constexpr std::size_t worth_counting = 32;
                const auto alike = events.first(alike_.of(events));
                if (alike.size() >= worth_counting)
                    record_alike(alike);
                else
                    for (const event &e : alike)
                        record(e);
                events = events.subspan(alike.size());
                if (!events.empty()) {
                    record(events[0]);
                    events = events.subspan(1);
                }
            }
        else
            for (const event &e : events)
                record(e);
    }

    /// A rate of what has not faded. Counts are in 65536ths of an event at the start of the newest half-life.
    template <const auto &M, class... Given>
    [[nodiscard]] constexpr auto get(const Given &...given) const noexcept {
        if constexpr (fades_too<Given...>()) return state_.template get<M>(given...);
    }
    /// The same for a board with one metric.
    template <class... Given>
    [[nodiscard]] constexpr auto value(const Given &...given) const noexcept
        requires(requires(const A &a) { a.value(given...); }) {
        if constexpr (fades_too<Given...>()) return state_.value(given...);
    }
    /// The board of weights, for every other read.
    [[nodiscard]] constexpr const A &weighted() const noexcept { return state_; }
    [[nodiscard]] constexpr std::uint32_t seen() const noexcept { return seen_; } ///< events, 1 for each
    /// Events that came so late that they weigh nothing.
    [[nodiscard]] constexpr std::uint32_t faded() const noexcept { return faded_; }

    constexpr decayed &operator+=(const decayed &other) noexcept {
        decayed theirs = other;
        if (landmark_ < theirs.landmark_) advance(theirs.landmark_);
        theirs.advance(landmark_);
        state_ += theirs.state_;
        seen_ = saturating_add(seen_, theirs.seen_);
        faded_ = saturating_add(faded_, theirs.faded_);
        return *this;
    }
    friend constexpr bool operator==(const decayed &a, const decayed &b) noexcept {
        return a.state_ == b.state_ && a.landmark_ == b.landmark_ && a.seen_ == b.seen_ &&
               a.faded_ == b.faded_;
    }
    constexpr void reset() noexcept { *this = decayed{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(self)>>)
            self.alike_ = {}; // the visitor may write fields that contradict it
        visit(self.landmark_), visit(self.seen_), visit(self.faded_), visit_fields(self.state_, visit);
    }
    constexpr void walk(auto &&visit, const auto &...labels) const { state_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(HalfLife::name), say(HalfLife::length), say(std::type_identity<A>{});
    }

private:
    template <class... Given> static consteval bool fades_too() {
        constexpr bool nothing_given = sizeof...(Given) == 0;
        static_assert(
            nothing_given,
            "decayed: this metric sets counts against a figure that is given, as seconds or a cost, "
            "and counts fade where that does not: keep it on a board of its own, or in over<...>");
        return nothing_given;
    }
    constexpr void record_alike(std::span<const event> events) noexcept {
        A counted{};
        counted.record(events);
        std::array<count_type, sizeof(A) / sizeof(count_type)> counts{};
        std::size_t i = 0;
        visit_fields(counted, [&](count_type c) { counts[i++] = c; });
        i = 0;
        visit_fields(state_, [&](count_type &c) {
            c = saturating_add(c, saturating_multiply(count_type{weight_}, counts[i++]));
        });
        seen_ = saturating_add(seen_, to_count<std::uint32_t>(events.size()));
    }
    /// Records an event that, as far as is known, does not weigh what the one before it did. Answers whether
    /// it weighs anything.
    [[gnu::noinline]] constexpr bool record_elsewhen(const event &e) noexcept {
        const std::int32_t number = HalfLife::index(e.at);
        const std::uint32_t stamp = static_cast<std::uint32_t>(number) + 0x80000000u;
        advance(stamp);
        seen_ = saturating_add(seen_, std::uint32_t{1});
        const std::uint32_t behind = landmark_ - stamp;
        if (behind >= 17) {
            faded_ = saturating_add(faded_, std::uint32_t{1});
            return false;
        }
        const std::uint32_t p = part(static_cast<seconds>(HalfLife::into(e.at)));
        alike_ = bounds::template around<HalfLife>(e.at, number).part(start_of(p), start_of(p + 1));
        weight_ = detail::growing_weights[p] >> behind;
        state_.record(e, weight_);
        return true;
    }
    /// For when one more does not fit. It is a function of its own, so that counting is an addition and a
    /// jump that is never taken.
    [[gnu::noinline]] constexpr void seen_no_more() noexcept { seen_ = saturation<std::uint32_t>; }
    // In 64 bits if 64 times a half-life does not fit in 32.
    using seconds =
        std::conditional_t<(HalfLife::length < (std::int64_t{1} << 26)), std::uint32_t, std::uint64_t>;
    /// In which of its 64 parts a half-life is, so many seconds after its start; and where a part begins: at
    /// the first whole second in it.
    static constexpr std::uint32_t part(seconds s) noexcept {
        return static_cast<std::uint32_t>(s * 64 / static_cast<seconds>(HalfLife::length));
    }
    static constexpr seconds start_of(std::uint32_t p) noexcept {
        return (seconds{p} * static_cast<seconds>(HalfLife::length) + 63) / 64;
    }
    /// Halves the counters for each half-life that has passed since the landmark.
    constexpr void advance(std::uint32_t stamp) noexcept {
        if (stamp <= landmark_) return;
        alike_ = {};
        const std::uint32_t halvings = stamp - landmark_;
        if (landmark_ != 0)
            visit_fields(state_, [halvings](count_type &c) { c = halvings < 64 ? c >> halvings : 0; });
        landmark_ = stamp;
    }

    A state_{};
    std::uint32_t landmark_{}; ///< the newest half-life seen, moved so that 0 is none
    std::uint32_t seen_{};
    std::uint32_t faded_{};
    // The weight of the event before this one, and the times with the same weight: no part of the state.
    std::uint32_t weight_{};
    bounds alike_{};
};

} // namespace kpi::inline v1
