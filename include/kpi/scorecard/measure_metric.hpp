// SPDX-License-Identifier: MIT
#pragma once

/// A measurement that events of a set carry, as a metric: their value, elapsed time, units or score,
/// remembered by a leaf. `mean_metric` answers the exact mean, `total_metric` the sum, `extrema_metric` the
/// least and the greatest, `quantiles_metric` a quantile that is named on reading:
/// `get<talk_time_quantiles>(95, 100)`, `distinct_metric` how many different ones there were of an id. The
/// leaf itself, with deviation and ranks, is `board.state<metric>()`. Absent as long as the leaf is empty.
/// `step` is the unit that the leaf measures in (86400: whole days of seconds, rounded half up), `shown_in`
/// the one that a report tells the figure in.

#include <kpi/accumulator/detail/pick_words.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/each_of.hpp>
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/accumulator/total.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

template <class Leaf, kpi::event Event, const auto &What, class Where = always> struct measure_metric {
    using event = Event;
    using leaf = Leaf;
    template <class> using state = Leaf;
    static constexpr std::string_view kind = "measure";

    std::string_view name;
    event_set<kind_of<Event>> of;
    event_set<kind_of<Event>> since{}; ///< of a time: the events that it is measured from, by `between`
    std::uint32_t step{1};
    std::uint32_t shown_in{1};
    std::string_view unit{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    template <class E> static constexpr bool demanded_of() noexcept {
        if constexpr (requires { Where::template demanded_of<E>(); })
            return What.template demanded_of<E>() && Where::template demanded_of<E>();
        else
            return What.template demanded_of<E>();
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !of.empty() && step != 0 && shown_in != 0;
    }

    constexpr void record(Leaf &s, const auto &e, const auto &...times) const noexcept {
        if constexpr (requires { s.record_if(true, measured(e), times...); })
            s.record_if(measures(e), measured(e), times...);
        else if (measures(e))
            s.record(measured(e), times...);
    }
    /// A batch: what there is to measure is found first, and measured side by side. Inlined, as much of it is
    /// known of a metric that is a constant.
    template <class E>
    requires std::same_as<typename Leaf::event, std::uint32_t>
    [[gnu::always_inline]] constexpr void record_batch(Leaf &s, std::span<const E> events) const noexcept {
#ifdef KPI_DETAIL_PICK_WORDS
        if constexpr (std::same_as<Where, always> && detail::word_in_rows<What, E>)
            if (!std::is_constant_evaluated() && step == 1)
                events = detail::record_picked<What>(s, of, events);
#endif
        each_block_of(of, events, [&](std::span<const E> block, std::span<const std::uint8_t> places) {
            std::array<std::uint32_t, detail::searched_at_once> found;
            std::size_t n = 0;
            for (const std::uint8_t place : places) {
                found[n] = measured(block[place]);
                n += std::size_t{admits(block[place])};
            }
            if (n > 0) s.record(std::span<const std::uint32_t>{found}.first(n));
        });
    }
    [[nodiscard]] constexpr bool retract(Leaf &s, const auto &e) const noexcept requires(Leaf::retractable) {
        return !measures(e) || s.retract(measured(e));
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(step), say(std::type_identity<definition<What>>{});
    }
    [[nodiscard]] static constexpr auto value(const Leaf &s) noexcept requires(!requires { s.median(); }) {
        if constexpr (requires { s.value(); })
            return s.value();
        else
            return s;
    }
    /// The quantile of rank part / whole.
    [[nodiscard]] static constexpr auto value(const Leaf &s, std::integral auto part,
                                              std::integral auto whole) noexcept requires requires {
        s.median();
    }
    { return s.quantile(to_count<std::uint32_t>(part), to_count<std::uint32_t>(whole)); }

private:
    constexpr bool admits([[maybe_unused]] const auto &e) const noexcept {
        if constexpr (std::same_as<Where, always>)
            return true;
        else
            return where(e);
    }
    constexpr bool measures(const auto &e) const noexcept { return of.contains(kpi::kind(e)) && admits(e); }
    constexpr std::uint32_t measured(const auto &e) const noexcept {
        const auto x = static_cast<std::uint32_t>(What(e));
        return step == 1 ? x : x / step + (x % step >= step - step / 2 ? 1u : 0u);
    }
};

template <kpi::event Event, const auto &What, class Where = always>
using mean_metric = measure_metric<mean, Event, What, Where>;
template <kpi::event Event, const auto &What, class Where = always>
using total_metric = measure_metric<total, Event, What, Where>;
template <kpi::event Event, const auto &What, class Where = always>
using extrema_metric = measure_metric<extrema<std::uint32_t>, Event, What, Where>;
template <kpi::event Event, const auto &What, class Where = always>
using distinct_metric = measure_metric<distinct<>, Event, What, Where>;
template <kpi::event Event, const auto &What, class Where = always>
using quantiles_metric = measure_metric<quantiles<>, Event, What, Where>;

} // namespace kpi::inline v1
