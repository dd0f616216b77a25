// SPDX-License-Identifier: MIT
#pragma once

/// The share of events whose measurement is at most a limit: responses within five minutes, of those that
/// came. The ones still open are not in it: see cohort_metric. Exact at any limit. Absent while there is no
/// event.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// How many were within the limit, of how many.
struct counted_within {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    std::uint32_t within{};
    std::uint32_t all{};

    constexpr counted_within &operator+=(const counted_within &o) noexcept {
        within = saturating_add(within, o.within);
        all = saturating_add(all, o.all);
        return *this;
    }
    friend constexpr bool operator==(const counted_within &, const counted_within &) = default;
    constexpr void reset() noexcept { *this = counted_within{}; }
    constexpr void fields(auto &&visit) noexcept { visit(within), visit(all); }
    constexpr void fields(auto &&visit) const noexcept { visit(within), visit(all); }
};

template <kpi::event Event, const auto &What> struct within_metric {
    using event = Event;
    template <class> using state = counted_within;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{}; ///< of a time: the events that it is measured from, by `between`
    std::uint32_t limit{};             ///< within includes the limit itself
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return What.template demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(counted_within &s, const auto &e) const noexcept { record(s, e, std::uint32_t{1}); }
    constexpr void record(counted_within &s, const auto &e, std::integral auto times) const noexcept {
        if (!of.contains(kpi::kind(e))) return;
        const auto n = to_count<std::uint32_t>(times);
        s += counted_within{What(e) <= limit ? n : 0u, n};
    }
    [[nodiscard]] constexpr bool retract(counted_within &s, const auto &e) const noexcept {
        if (!of.contains(kpi::kind(e))) return true;
        counted_within left = s;
        if (!take_off(left.all, std::uint32_t{1})) return false;
        if (What(e) <= limit && !take_off(left.within, std::uint32_t{1})) return false;
        s = left;
        return true;
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(limit), say(std::type_identity<definition<What>>{});
    }
    [[nodiscard]] static constexpr proportion<std::uint32_t> value(const counted_within &s) noexcept {
        return {s.within, s.all};
    }
};

} // namespace kpi::inline v1
