// SPDX-License-Identifier: MIT
#pragma once

/// What is still open, in money: the value of a deal from its opening until it is settled, and nothing from
/// then on. It sits on the board of one deal and is read with `pool<metric>(deals)`. A deal that is opened
/// again before it is settled has the greatest of its values; one that is settled stays so.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/count.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// The value of one deal, and whether it is settled. Maxima: order and merging do not matter.
struct open_value {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::uint32_t value{};
    std::uint32_t settled{};

    constexpr open_value &operator+=(const open_value &o) noexcept {
        value = o.value > value ? o.value : value;
        settled |= o.settled;
        return *this;
    }
    friend constexpr bool operator==(const open_value &, const open_value &) = default;
    constexpr void reset() noexcept { *this = open_value{}; }
    constexpr void fields(auto &&visit) noexcept { visit(value), visit(settled); }
    constexpr void fields(auto &&visit) const noexcept { visit(value), visit(settled); }
};

template <kpi::event Event> struct open_value_metric {
    using event = Event;
    template <class> using state = open_value;
    static constexpr std::string_view kind = "money";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> until;
    std::string_view unit{"money"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return member::value.demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !until.empty(); }

    constexpr void record(open_value &s, const auto &e, const auto &.../*times*/) const noexcept {
        open_value here;
        if (of.contains(kpi::kind(e))) here.value = to_count<std::uint32_t>(e.value);
        if (until.contains(kpi::kind(e))) here.settled = 1;
        s += here;
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of), say(until); }
    /// What this deal adds.
    [[nodiscard]] static constexpr count<std::uint64_t> value(const open_value &s) noexcept {
        return count<std::uint64_t>{s.settled != 0 ? 0u : s.value};
    }
};

} // namespace kpi::inline v1
