// SPDX-License-Identifier: MIT
#pragma once

/// How many events lie in each band of something that they carry: won deals by the length of their cycle,
/// answers by their mark. The edges ascend; a band takes its lower edge and not its upper, the first has no
/// lower and the last no upper one, so every event of the set is in one band. `get<metric>().fullest()` is
/// the fullest band.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/breakdown.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

/// A saturating counter for each band.
template <std::size_t Bands> struct band_counts : breakdown<std::uint32_t, Bands> {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    friend constexpr bool operator==(const band_counts &, const band_counts &) = default;
    constexpr void reset() noexcept { this->in.fill(0); }
    constexpr void fields(auto &&visit) noexcept {
        for (auto &n : this->in)
            visit(n);
    }
    constexpr void fields(auto &&visit) const noexcept {
        for (const auto &n : this->in)
            visit(n);
    }
};

template <kpi::event Event, const auto &What, std::size_t Edges> struct band_metric {
    using event = Event;
    template <class> using state = band_counts<Edges + 1>;
    static constexpr std::string_view kind = "breakdown";

    std::string_view name;
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{}; ///< of a time: the events that it is measured from, by `between`
    std::array<std::uint32_t, Edges> edges;
    std::array<std::string_view, Edges + 1> labels;
    std::string_view unit{"%"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept { return What.template demanded_of<E>(); }
    [[nodiscard]] constexpr bool complete() const noexcept {
        for (std::size_t i = 1; i < Edges; ++i)
            if (edges[i] <= edges[i - 1]) return false;
        return !of.empty();
    }

    constexpr void record(band_counts<Edges + 1> &s, const auto &e, std::uint32_t times = 1) const noexcept {
        if (!of.contains(kpi::kind(e))) return;
        std::uint32_t &n = s.in[band(e)];
        n = saturating_add(n, times);
    }
    [[nodiscard]] constexpr bool retract(band_counts<Edges + 1> &s, const auto &e) const noexcept {
        return !of.contains(kpi::kind(e)) || take_off(s.in[band(e)], std::uint32_t{1});
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(std::type_identity<definition<What>>{});
        for (const auto edge : edges)
            say(edge);
    }
    [[nodiscard]] static constexpr breakdown<std::uint32_t, Edges + 1>
    value(const band_counts<Edges + 1> &s) noexcept {
        return s;
    }

private:
    [[nodiscard]] constexpr std::size_t band(const auto &e) const noexcept {
        const auto x = to_count<std::uint32_t>(What(e));
        std::size_t b = 0;
        while (b < Edges && x >= edges[b])
            ++b;
        return b;
    }
};

} // namespace kpi::inline v1
