// SPDX-License-Identifier: MIT
#pragma once

/// The period that a time lies in, as bounds in ticks of its type: whether another time lies there too costs
/// a subtraction and a comparison, while the period's number costs a division. A fact about time, not about
/// events, and true for ever: so all are equal, and none is a field of a state. All zeros hold no time.

#include <kpi/accumulator/detail/word_vectors.hpp>
#include <kpi/time/period.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class Event> [[nodiscard]] consteval auto some_time_of() noexcept {
    if constexpr (requires(const Event &e) {
                      { e.at } -> time_point;
                  })
        return std::type_identity<std::remove_cvref_t<decltype(std::declval<const Event &>().at)>>{};
    else
        return std::type_identity<instant>{};
}
/// The type of an event's time; some time if it has none, so that the compiler prints just one sentence.
template <class Event> using time_of = typename decltype(some_time_of<Event>())::type;

template <time_point T> class bounds_of_period {
    using duration = decltype(std::declval<const T &>().time_since_epoch());
    using rep = std::remove_cvref_t<decltype(std::declval<const duration &>().count())>;
    using word = std::conditional_t<(sizeof(rep) > 4), std::uint64_t, std::uint32_t>;
    static constexpr std::int64_t a_second = duration::period::den;

    static constexpr word ticks(T t) noexcept { return static_cast<word>(t.time_since_epoch().count()); }

public:
    /// False if times are told in ticks longer than seconds, because bounds may lie between two.
    static constexpr bool known = duration::period::num == 1 && a_second <= 1'000'000'000;

    /// Ticks from the start of the period; for a time outside, the period's length or more.
    [[nodiscard]] constexpr word into(T t) const noexcept { return static_cast<word>(ticks(t) - start_); }
    [[nodiscard]] constexpr bool hold(T t) const noexcept { return into(t) < length_; }
    /// The bounds of the period of t, whose number is n. There are none if the period reaches past an end of
    /// the representation, where it would meet the other end, and none at the ends of the numbers, which take
    /// the times of many periods.
    template <period Period>
    [[nodiscard]] static constexpr bounds_of_period around(T t, std::int32_t n) noexcept {
        if (!known || n == 0x7fffffff || n == -0x7fffffff) return {};
        constexpr auto least = static_cast<word>((std::numeric_limits<rep>::min)()),
                       greatest = static_cast<word>((std::numeric_limits<rep>::max)());
        const auto [start, length] = seconds_of<Period>(n);
        if (length > 0x7fffffff / (sizeof(word) > 4 ? 1 : a_second)) return {};
        bounds_of_period b;
        b.start_ = static_cast<word>(start * static_cast<word>(a_second));
        b.length_ = static_cast<word>(length * a_second);
        const auto before = static_cast<word>(ticks(t) - b.start_),
                   behind = static_cast<word>(b.length_ - 1 - before);
        if (before > static_cast<word>(ticks(t) - least) || behind > static_cast<word>(greatest - ticks(t)))
            return {};
        return b;
    }

    /// The bounds of a part, from so many seconds after the start until so many. No bounds have no parts.
    [[nodiscard]] constexpr bounds_of_period part(std::uint64_t from, std::uint64_t until) const noexcept {
        bounds_of_period b;
        if (length_ == 0) return b;
        b.start_ = static_cast<word>(start_ + from * a_second);
        b.length_ = static_cast<word>((until - from) * a_second);
        return b;
    }

    /// How many of the first events lie within the bounds, one after the other.
    template <class Event>
    [[nodiscard]] constexpr std::size_t of(std::span<const Event> events) const noexcept {
        std::size_t size = 0;
        if (!std::is_constant_evaluated()) size = of_whole_blocks(events);
        while (size < events.size() && hold(events[size].at))
            ++size;
        return size;
    }

    friend constexpr bool operator==(const bounds_of_period &, const bounds_of_period &) noexcept {
        return true;
    }

private:
    template <class Event> std::size_t of_whole_blocks(std::span<const Event> events) const noexcept {
        std::size_t size = 0;
#if defined(KPI_DETAIL_IN_VECTORS) && defined(__x86_64__)
        if constexpr (sizeof(Event) == 16 && sizeof(T) == sizeof(word))
            if (vectors_are_there() && events.size() > 8) {
                const auto within = [&]<std::size_t Step>() {
                    return rows_within<Step>(reinterpret_cast<const std::uint8_t *>(&events[size].at),
                                             events.size() - size - 1, // it reads past the last row
                                             static_cast<word>(start_ + length_ - 1), length_,
                                             std::make_index_sequence<4>{});
                };
                size += within.template operator()<64>();
                size += within.template operator()<8>();
                return size;
            }
#endif
        constexpr std::size_t block = 16; // without a branch
        for (; size + block <= events.size(); size += block) {
            word furthest{};
            for (const Event &e : events.subspan(size, block)) {
                const auto into = static_cast<word>(ticks(e.at) - start_);
                furthest = into > furthest ? into : furthest;
            }
            if (furthest >= length_) break;
        }
        return size;
    }
    struct seconds {
        word start{};
        std::int64_t length{};
    };
    template <period Period> static constexpr seconds seconds_of(std::int32_t n) noexcept {
        if constexpr (requires { Period::length; }) // in the width of a tick
            return {static_cast<word>(static_cast<word>(n) * static_cast<word>(Period::length) +
                                      static_cast<word>(Period::start(0).seconds)),
                    Period::length};
        else
            return {static_cast<word>(Period::start(n).seconds),
                    Period::start(n + 1).seconds - Period::start(n).seconds};
    }

    word start_{}, length_{};
};

} // namespace kpi::inline v1::detail
