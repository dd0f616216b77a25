// SPDX-License-Identifier: MIT
#pragma once

/// Counts that fade: an event weighs half as much for each half-life that has passed, so that a rate follows
/// the team's form and forgets last year. Forward decay (Cormode, Shkapenyuk, Srivastava, Xu, ICDE 2009):
/// each event adds a weight that grows with its time, in 65536ths, and rates cancel the scale; counters are
/// shifted only when a new half-life begins. Integers throughout. For boards of counters in 64 bits, and `by`
/// of such. Law: within a bound. An event's weight is off by less than 0.6 % (its time is told to 1/64 of a
/// half-life), and each half-life that begins, each merge and each event that comes late takes less than
/// 1/65536 of an event off a counter. Empty is all zero bits.

#include <kpi/accumulator/detail/bounds_of_period.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {
/// 65536 * 2^((i + 1/2) / 64), the weight in the middle of the i-th part of a half-life. Made by the
/// compiler.
inline constexpr std::array<std::uint32_t, 64> growing_weights = [] {
    std::array<std::uint32_t, 64> table{};
    double weight = 65536 * 1.0054299011128027; // 2^(1/128)
    for (std::uint32_t &w : table) {
        w = static_cast<std::uint32_t>(weight + 0.5);
        weight *= 1.0108892860517005; // 2^(1/64)
    }
    return table;
}();
} // namespace detail

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
    using count_type = typename A::count_type;
    static constexpr law keeps = law::within_a_bound;
    static constexpr bool retractable = false;
    /// The weight of an event at the start of a half-life.
    static constexpr count_type scale = 65536;

    /// One event. Bounded: one state is touched; a new half-life shifts its counters first. No division while
    /// events come from the newest one.
    constexpr void record(const event &e) noexcept {
        if (!newest_.hold(e.at)) [[unlikely]]
            return record_elsewhen(e);
        if (++seen_ == 0) [[unlikely]]
            seen_no_more();
        state_.record(e, detail::growing_weights[part(newest_.into(e.at))]);
    }
    /// A batch: equal to recording each event. What weighs the same is counted first, and weighed once,
    /// unless a second state is too much for the stack.
    constexpr void record(std::span<const event> events) noexcept {
        if constexpr (sizeof(A) <= 512)
            while (!events.empty()) {
                const auto alike = events.first(weighing_the_same(events));
                events = events.subspan(alike.size());
                if (alike.size() >= worth_counting)
                    record_alike(alike);
                else
                    for (const event &e : alike)
                        record(e);
            }
        else
            for (const event &e : events)
                record(e);
    }

    /// A rate of what has not faded. Counts are in 65536ths of an event at the start of the newest half-life.
    template <const auto &M> [[nodiscard]] constexpr auto get(const auto &...given) const noexcept {
        return state_.template get<M>(given...);
    }
    [[nodiscard]] constexpr const A &weighted() const noexcept { return state_; }
    [[nodiscard]] constexpr std::uint32_t seen() const noexcept { return seen_; }
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
    friend constexpr bool operator==(const decayed &, const decayed &) = default;
    constexpr void reset() noexcept { *this = decayed{}; }

    constexpr void fields(auto &&visit) noexcept {
        newest_ = {}; // what is written may say otherwise
        visit(landmark_), visit(seen_), visit(faded_), state_.fields(visit);
    }
    constexpr void fields(auto &&visit) const noexcept {
        visit(landmark_), visit(seen_), visit(faded_), state_.fields(visit);
    }
    constexpr void walk(auto &&visit, const auto &...labels) const { state_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(HalfLife::name), say(HalfLife::length), say(std::type_identity<A>{});
    }

private:
    static constexpr std::size_t worth_counting = 32;
    /// How many of the first events are of one part of the newest half-life; 1 where they are of another, or
    /// that is not known.
    constexpr std::size_t weighing_the_same(std::span<const event> events) const noexcept {
        const auto first = newest_.into(events[0].at);
        if (!newest_.hold(events[0].at)) return 1;
        // A part begins with the first whole second in it.
        const auto second_of = [](std::uint64_t p) {
            return (p * static_cast<std::uint64_t>(HalfLife::length) + 63) / 64;
        };
        using word = std::remove_const_t<decltype(first)>;
        const auto p = part(first);
        const auto begin = second_of(p), end = second_of(p + 1);
        return newest_.part(static_cast<word>(begin), static_cast<word>(end - begin)).of(events);
    }
    constexpr void record_alike(std::span<const event> events) noexcept {
        A counted{};
        counted.record(events);
        std::array<count_type, sizeof(A) / sizeof(count_type)> counts{};
        std::size_t i = 0;
        counted.fields([&](count_type c) { counts[i++] = c; });
        const count_type weight = detail::growing_weights[part(newest_.into(events[0].at))];
        i = 0;
        state_.fields(
            [&](count_type &c) { c = saturating_add(c, saturating_multiply(weight, counts[i++])); });
        seen_ = saturating_add(seen_, to_count<std::uint32_t>(events.size()));
    }
    /// None where a tick is no second: an event is weighed by its second.
    static constexpr bounds bounds_of(detail::time_of<event> t, std::int32_t number) noexcept {
        if constexpr (bounds::in_seconds) return bounds::template around<HalfLife>(t, number);
        return {};
    }
    /// An event that is not, or not known to be, of the newest half-life.
    [[gnu::noinline]] constexpr void record_elsewhen(const event &e) noexcept {
        const std::int32_t number = HalfLife::index(e.at);
        const std::uint32_t stamp = static_cast<std::uint32_t>(number) + 0x80000000u;
        advance(stamp);
        seen_ = saturating_add(seen_, std::uint32_t{1});
        const std::uint32_t behind = landmark_ - stamp;
        if (behind == 0) newest_ = bounds_of(e.at, number);
        const auto seconds = static_cast<std::uint64_t>(HalfLife::into(e.at));
        if (behind < 17)
            state_.record(e, count_type{detail::growing_weights[part(seconds)]} >> behind);
        else
            faded_ = saturating_add(faded_, std::uint32_t{1});
    }
    /// Where one more does not fit. In a function of its own, so that counting is an addition and a jump that
    /// is never taken.
    [[gnu::noinline]] constexpr void seen_no_more() noexcept { seen_ = saturation<std::uint32_t>; }
    /// In which of its 64 parts a half-life is, so many seconds after its start. Where words are wide, by the
    /// reciprocal: with 64 * 2^shift rounded up to a multiple of the length, the quotient of fewer seconds
    /// than that is off by less than length^2 / 2^shift of what the next whole number is away.
    static constexpr std::size_t part(std::uint64_t seconds) noexcept {
        constexpr auto length = static_cast<std::uint64_t>(HalfLife::length);
        if constexpr (sizeof(std::size_t) > 4 && length < (std::uint64_t{1} << 28)) {
            constexpr int shift = 2 * std::bit_width(length);
            constexpr std::uint64_t reciprocal = (std::uint64_t{64} << shift) / length + 1;
            return static_cast<std::size_t>(seconds * reciprocal >> shift);
        } else {
            using word =
                std::conditional_t<(length < (std::uint64_t{1} << 26)), std::uint32_t, std::uint64_t>;
            return static_cast<std::size_t>(static_cast<word>(seconds) * 64 / static_cast<word>(length));
        }
    }
    /// Halves the counters for each half-life that has passed since the landmark.
    constexpr void advance(std::uint32_t stamp) noexcept {
        if (stamp <= landmark_) return;
        newest_ = {};
        const std::uint32_t halvings = stamp - landmark_;
        if (landmark_ != 0)
            state_.fields([halvings](count_type &c) { c = halvings < 64 ? c >> halvings : 0; });
        landmark_ = stamp;
    }

    A state_{};
    bounds newest_{};
    std::uint32_t landmark_{}; ///< the newest half-life seen, moved so that 0 is none
    std::uint32_t seen_{};
    std::uint32_t faded_{};
};

} // namespace kpi::inline v1
