// SPDX-License-Identifier: MIT
#pragma once

/// Counts events by band of a member: `bands_of<member::elapsed>(set, edges)`. The edges ascend. A band
/// includes its lower edge but not its upper one; the first has no lower edge and the last no upper one, so
/// every event of the set that tells the member is in one band. Law: exact; events can be taken back.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/breakdown.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/word.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

/// A saturating counter for each band.
template <std::size_t Bands> struct band_counts : breakdown<std::uint32_t, Bands> {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;

    friend constexpr bool operator==(const band_counts &, const band_counts &) = default;
    constexpr void reset() noexcept { this->in.fill(0); }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &n : self.in)
            visit(n);
    }
};

/// The word of a band_metric: counts events by the band of What.
template <const auto &What, kind_enum E, std::size_t Edges, class Where = always> struct banded {
    event_set<E> of{};
    std::array<std::uint32_t, Edges> edges{}; ///< ascending, each the lower edge of the next band
    [[no_unique_address]] Where where{};

    template <class Event> using state = band_counts<Edges + 1>;
    template <class Event> static constexpr bool demanded_of() noexcept {
        if constexpr (What.template demanded_of<Event>())
            return detail::whole_number_demanded<What, Event>() &&
                   detail::condition_demanded_of<Where, Event>();
        return false;
    }
    constexpr void record(auto &s, const auto &e) const noexcept { record(s, e, 1u); }
    constexpr void record(auto &s, const auto &e, std::integral auto n) const noexcept {
        if (!takes(e)) return;
        std::uint32_t &band = s.in[band_in(e)];
        band = saturating_add(band, to_count<std::uint32_t>(n));
    }
    [[nodiscard]] constexpr bool retract(auto &s, const auto &e) const noexcept {
        return !takes(e) || take_off(s.in[band_in(e)], std::uint32_t{1});
    }
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(std::type_identity<std::remove_cvref_t<decltype(What)>>{});
        detail::describe_condition(where, say);
        for (const auto edge : edges)
            say(edge);
    }

private:
    constexpr bool takes(const auto &e) const noexcept {
        return of.contains(kpi::kind(e)) && where(e) && told(What(e));
    }
    constexpr std::size_t band_in(const auto &e) const noexcept {
        const auto x = to_count<std::uint32_t>(told_value(What(e)));
        std::size_t b = 0;
        while (b < Edges && x >= edges[b])
            ++b;
        return b;
    }
};
template <const auto &What, kind_enum E, std::size_t Edges>
[[nodiscard]] constexpr banded<What, E, Edges>
bands_of(event_set<E> of, const std::array<std::uint32_t, Edges> &edges) noexcept {
    return {of, edges};
}

} // namespace kpi::inline v1
