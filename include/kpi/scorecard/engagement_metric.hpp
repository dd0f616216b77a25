// SPDX-License-Identifier: MIT
#pragma once

/// Interactions with a customer against the length of the relationship (METRICS.md, section 7). It sits on
/// the board of one customer. `pool<metric>(customers, now)` is interactions for each whole quarter of
/// relationship, of customers with at least one quarter; `pool<metric>(customers, now,
/// against_length{}).correlation()` asks whether those who stay longer are spoken to more often: Pearson
/// across customers, of interactions a quarter, since their bare number grows with length by itself.
/// `longer_than{s}` asks only of relationships of at least so many seconds, and `longest<metric>(customers,
/// 10, now)` is the limit that leaves the ten longest.

#include <kpi/accumulator/covariance.hpp>
#include <kpi/accumulator/first.hpp>
#include <kpi/core/checked.hpp>
#include <kpi/core/divide.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Asks for the correlation with the length of the relationship.
struct against_length {};
/// Asks for the longest relationships alone.
struct longer_than {
    std::int64_t seconds{};
};

/// When one customer became one, and how often they were spoken to since.
struct relationship {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    first since{};
    std::uint32_t interactions{};

    constexpr relationship &operator+=(const relationship &o) noexcept {
        since += o.since;
        interactions = saturating_add(interactions, o.interactions);
        return *this;
    }
    friend constexpr bool operator==(const relationship &, const relationship &) = default;
    constexpr void reset() noexcept { *this = relationship{}; }
    constexpr void fields(auto &&visit) noexcept { since.fields(visit), visit(interactions); }
    constexpr void fields(auto &&visit) const noexcept { since.fields(visit), visit(interactions); }
};

template <kpi::event Event> struct engagement_metric {
    using event = Event;
    template <class> using state = relationship;
    static constexpr std::string_view kind = "ratio";
    static constexpr bool of_one_id = true;
    /// A quarter of 365.25 days, in seconds.
    static constexpr std::int64_t quarter = 7'889'400;

    std::string_view name;
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since;
    std::string_view unit{"a quarter"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::at.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !since.empty(); }

    constexpr void record(relationship &s, const auto &e) const noexcept { record(s, e, std::uint32_t{1}); }
    constexpr void record(relationship &s, const auto &e, std::integral auto times) const noexcept {
        if (since.contains(kpi::kind(e))) s.since.record(to_instant(e.at));
        if (of.contains(kpi::kind(e)))
            s.interactions = saturating_add(s.interactions, to_count<std::uint32_t>(times));
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of), say(since); }

    /// What this customer adds: interactions against whole quarters, from the first quarter on.
    [[nodiscard]] static constexpr ratio<std::uint32_t> value(const relationship &s, time_point auto now,
                                                              longer_than limit = {}) noexcept {
        const std::int64_t seconds = length(s, now);
        if (seconds < quarter || seconds < limit.seconds) return {};
        return {s.interactions, static_cast<std::uint32_t>(whole(seconds, quarter))};
    }
    /// The same as a point: hours of relationship, and thousandths of an interaction a quarter.
    [[nodiscard]] static constexpr covariance value(const relationship &s, time_point auto now,
                                                    against_length) noexcept {
        covariance point;
        const std::int64_t seconds = length(s, now);
        if (seconds < quarter) return point;
        const fraction<std::uint64_t> a_quarter{s.interactions * static_cast<std::uint64_t>(quarter),
                                                static_cast<std::uint64_t>(seconds)};
        point.record(
            {to_count<std::uint32_t>(whole(seconds, 3600)), to_count<std::uint32_t>(*a_quarter.per(1000))});
        return point;
    }

    /// Whether a relationship is at least so long.
    [[nodiscard]] static constexpr bool reaches(const relationship &s, time_point auto now,
                                                longer_than limit) noexcept {
        return length(s, now) >= limit.seconds;
    }

private:
    static constexpr std::uint64_t whole(std::int64_t seconds, std::int64_t unit) noexcept {
        return divide(static_cast<std::uint64_t>(seconds), static_cast<std::uint64_t>(unit)).quotient;
    }
    static constexpr std::int64_t length(const relationship &s, time_point auto now) noexcept {
        const auto start = s.since.value();
        return start ? checked_subtract(to_instant(now).seconds, start->seconds).value_or(0) : 0;
    }
};

/// The limit that leaves the k longest relationships, and those that are as long as the last of them; all,
/// where there are not so many. A customer of the moment has one of 0 seconds. Cost: some 40 walks over the
/// groups, and no memory.
template <const auto &M, class Groups>
[[nodiscard]] constexpr longer_than longest(const Groups &groups, std::uint32_t k, time_point auto now) {
    std::int64_t enough = 0, too_long = std::int64_t{1} << 40; // seconds: 34,000 years
    while (too_long - enough > 1) {
        const longer_than middle{enough + (too_long - enough) / 2};
        std::uint32_t n = 0;
        groups.for_each([&](auto, const auto &held) {
            n += std::uint32_t{M.reaches(held.template state<M>(), now, middle)};
        });
        (n >= k ? enough : too_long) = middle.seconds;
    }
    return {enough};
}

} // namespace kpi::inline v1
