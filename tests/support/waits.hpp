// SPDX-License-Identifier: MIT
#pragma once

/// Knocking and what comes of it, for tests of pairs: the kinds that start and stop, whose door it is, and
/// states that show what they were given.

#include "doors.hpp"
#include <kpi/accumulator/state.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <span>

namespace kpi::test {

inline constexpr event_set<door> knocks{door::knocked};
inline constexpr event_set<door> answers{door::opened, door::bought, door::slammed};
inline constexpr dimension house{"house", &visit::number};

/// The number of pairs, and how long they all took together.
struct waits {
    using event = visit;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    std::uint64_t pairs{};
    std::uint64_t seconds{};

    constexpr void record(const visit &v) { ++pairs, seconds += v.elapsed; }
    constexpr void record(std::span<const visit> visits) {
        for (const visit &v : visits)
            record(v);
    }
    constexpr waits &operator+=(const waits &o) {
        pairs += o.pairs, seconds += o.seconds;
        return *this;
    }
    friend constexpr bool operator==(const waits &, const waits &) = default;
    static constexpr void fields(auto &self, auto &&visit) { visit(self.pairs), visit(self.seconds); }
    constexpr void reset() { *this = {}; }
};

/// The whole last event that came: for tests of a single stream.
struct last_seen {
    using event = visit;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    visit event_seen{};
    std::uint32_t events{};

    constexpr void record(const visit &v) { event_seen = v, ++events; }
    constexpr last_seen &operator+=(const last_seen &o) {
        if (o.events != 0) event_seen = o.event_seen;
        events += o.events;
        return *this;
    }
    friend constexpr bool operator==(const last_seen &, const last_seen &) = default;
    static constexpr void fields(auto &self, auto &&visit) { visit(self.events); }
    constexpr void reset() { *this = {}; }
};

} // namespace kpi::test
