// SPDX-License-Identifier: MIT
#pragma once

/// What a result cost in touches: those of one prospect from the first (or from the result before) until it
/// is there, by channel. It sits on the board of one prospect and is read with `pool<metric>(prospects)`: all
/// touches against all results; `pool<metric>(prospects, medium::phone)` the touches of one channel against
/// the same results; `pool<metric>(prospects, untouched{})` the results without any touch, which are in the
/// denominator and shown. `pool<metric>(prospects, at_touch{k})` is the conversion at touch k: prospects
/// whose first result came after exactly k touches, of those who got at least k (METRICS.md, sections 4 and
/// 5). Law: by id, each prospect's events in order.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

/// Asks for the results that came without a touch, of all results.
struct untouched {};
/// Asks for the conversion at the k-th touch.
struct at_touch {
    std::uint32_t k{};
};

/// One prospect's touches by channel: since the last result, and those that led to one. Channels past the
/// last share it.
template <std::size_t Channels> struct effort {
    static constexpr law keeps = law::by_id;
    static constexpr bool retractable = false;
    std::array<std::uint16_t, Channels> pending{};
    std::array<std::uint16_t, Channels> spent{};
    std::uint16_t results{};
    std::uint16_t without_touch{};
    std::uint16_t until_first{}; ///< touches until the first result, or so far

    constexpr effort &operator+=(const effort &o) noexcept {
        for (std::size_t c = 0; c < Channels; ++c) {
            pending[c] = saturating_add(pending[c], o.pending[c]);
            spent[c] = saturating_add(spent[c], o.spent[c]);
        }
        results = saturating_add(results, o.results);
        without_touch = saturating_add(without_touch, o.without_touch);
        until_first = saturating_add(until_first, o.until_first);
        return *this;
    }
    friend constexpr bool operator==(const effort &, const effort &) = default;
    constexpr void reset() noexcept { *this = effort{}; }
    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }

private:
    static constexpr void each(auto &s, auto &&visit) noexcept {
        for (std::size_t c = 0; c < Channels; ++c)
            visit(s.pending[c]), visit(s.spent[c]);
        visit(s.results), visit(s.without_touch), visit(s.until_first);
    }
};

template <kpi::event Event, std::size_t Channels> struct effort_metric {
    using event = Event;
    template <class> using state = effort<Channels>;
    static constexpr std::string_view kind = "ratio";
    static constexpr bool of_one_id = true;

    std::string_view name;
    event_set<kind_of<Event>> of;    ///< touches
    event_set<kind_of<Event>> until; ///< results
    event_set<kind_of<Event>>
        ended{}; ///< what ends the touching without this result, as a deal lost ends one to be won
    std::string_view unit{"touches each"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept {
        return member::channel.demanded_of<E>();
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty() && !until.empty(); }

    constexpr void record(effort<Channels> &s, const auto &e, std::integral auto times) const noexcept {
        const auto n = to_count<std::uint16_t>(times);
        if (n == 0) return;
        if (of.contains(kpi::kind(e))) {
            const auto c = static_cast<std::size_t>(e.channel);
            std::uint16_t &touches = s.pending[c < Channels ? c : Channels - 1];
            touches = saturating_add(touches, n);
            if (s.results == 0) s.until_first = saturating_add(s.until_first, n);
        }
        if (until.contains(kpi::kind(e))) {
            bool touched = false;
            for (std::size_t c = 0; c < Channels; ++c) {
                touched |= s.pending[c] != 0;
                s.spent[c] = saturating_add(s.spent[c], s.pending[c]);
                s.pending[c] = 0;
            }
            s.results = saturating_add(s.results, n);
            s.without_touch =
                saturating_add(s.without_touch, static_cast<std::uint16_t>(n - (touched ? 1 : 0)));
        }
        if (ended.contains(kpi::kind(e))) s.pending = {};
    }
    constexpr void record(effort<Channels> &s, const auto &e) const noexcept { record(s, e, 1u); }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept { say(of), say(until), say(ended); }

    /// What this prospect adds: touches against results.
    [[nodiscard]] static constexpr ratio<std::uint32_t> value(const effort<Channels> &s) noexcept {
        std::uint32_t touches = 0;
        for (const std::uint16_t n : s.spent)
            touches += n;
        return {touches, s.results};
    }
    [[nodiscard]] static constexpr ratio<std::uint32_t>
    value(const effort<Channels> &s, auto channel) noexcept requires std::is_enum_v<decltype(channel)> {
        const auto c = static_cast<std::size_t>(channel);
        return {c < Channels ? s.spent[c] : std::uint32_t{0}, s.results};
    }
    [[nodiscard]] static constexpr proportion<std::uint32_t> value(const effort<Channels> &s,
                                                                   untouched) noexcept {
        return {s.without_touch, s.results};
    }
    [[nodiscard]] static constexpr proportion<std::uint32_t> value(const effort<Channels> &s,
                                                                   at_touch touch) noexcept {
        const bool got_that_far = s.until_first >= touch.k && touch.k > 0;
        return {got_that_far && s.results != 0 && s.until_first == touch.k ? 1u : 0u, got_that_far ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
