// SPDX-License-Identifier: MIT
#pragma once

/// What a metric reads of an event besides its kind, told from its type: a number that the row may or may not
/// have, or the time. Metrics of the same needs share a board, which is fed only those events that have it:
/// a call without a duration is no call of 0 seconds, and an event without a date did not happen in 1970.

#include "profile/event.hpp"
#include <kpi/sales/conditions.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/cohort_metric.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/derived_metric.hpp>
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/first_growth_metric.hpp>
#include <kpi/scorecard/firsts_metric.hpp>
#include <kpi/scorecard/latest_metric.hpp>
#include <kpi/scorecard/lifecycle_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/price_metric.hpp>
#include <kpi/scorecard/stage_metric.hpp>
#include <kpi/scorecard/switching_metric.hpp>
#include <kpi/scorecard/within_metric.hpp>

#include <tuple>
#include <type_traits>
#include <vector>

namespace report {

inline constexpr unsigned time_told = 32;

template <class Member> inline constexpr unsigned bit_of = 0;
template <> inline constexpr unsigned bit_of<std::remove_cvref_t<decltype(kpi::member::value)>> = value_told;
template <> inline constexpr unsigned bit_of<std::remove_cvref_t<decltype(kpi::member::units)>> = units_told;
template <>
inline constexpr unsigned bit_of<std::remove_cvref_t<decltype(kpi::member::elapsed)>> = elapsed_told;
template <> inline constexpr unsigned bit_of<std::remove_cvref_t<decltype(kpi::member::score)>> = score_told;

template <class M> inline constexpr unsigned needs_of = 0;
template <class Leaf, kpi::event E, const auto &What, class Where>
inline constexpr unsigned needs_of<kpi::measure_metric<Leaf, E, What, Where>> = bit_of<kpi::definition<What>>;
template <kpi::event E, const auto &What>
inline constexpr unsigned needs_of<kpi::within_metric<E, What>> = bit_of<kpi::definition<What>>;
template <kpi::event E, const auto &A, const auto &B>
inline constexpr unsigned needs_of<kpi::price_metric<E, A, B>> =
    bit_of<kpi::definition<A>> | bit_of<kpi::definition<B>>;
template <kpi::event E>
inline constexpr unsigned needs_of<kpi::count_metric<E, sales::carries_no_value>> = value_told;
template <kpi::event E>
inline constexpr unsigned needs_of<kpi::count_metric<E, sales::took_no_time>> = elapsed_told;
template <kpi::event E, const auto &What, std::size_t Edges>
inline constexpr unsigned needs_of<kpi::band_metric<E, What, Edges>> = bit_of<kpi::definition<What>>;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::latest_metric<E>> = time_told;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::firsts_metric<E>> = time_told;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::lifecycle_metric<E>> = time_told;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::cohort_metric<E>> = time_told;
template <kpi::event E, class P>
inline constexpr unsigned needs_of<kpi::first_growth_metric<E, P>> = time_told;
template <kpi::event E, std::size_t N>
inline constexpr unsigned needs_of<kpi::stage_metric<E, N>> = time_told;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::engagement_metric<E>> = time_told;
template <kpi::event E> inline constexpr unsigned needs_of<kpi::switching_metric<E>> = time_told;

/// The metrics of a catalogue for which Test::holds<metric>, as a catalogue.
template <class Test, const auto &...M> [[nodiscard]] constexpr auto kept(kpi::catalogue<M...>) {
    return (kpi::catalogue<>{} | ... |
            std::conditional_t<Test::template holds<M>, kpi::catalogue<M>, kpi::catalogue<>>{});
}
template <unsigned Needs> struct has_needs {
    template <const auto &M> static constexpr bool holds = needs_of<kpi::definition<M>> == Needs;
};
template <class Catalogue, unsigned Needs> using with_needs = decltype(kept<has_needs<Needs>>(Catalogue{}));

/// The sets of kinds of which a metric needs an event each to mean anything. Kinds that are only taken off,
/// as bounces are, need not be told.
template <const auto &M> [[nodiscard]] std::vector<kinds> sets_needed() {
    std::vector<kinds> sets;
    const auto add = [&](kinds set) {
        if (!set.empty()) sets.push_back(set);
    };
    if constexpr (kpi::derived_from_others<kpi::definition<M>>) {
        kpi::definition<M>::parts::for_each([&]<const auto & Part>() {
            for (const kinds &set : sets_needed<Part>())
                add(set);
        });
    } else if constexpr (requires { M.part.none_of; }) {
        add(M.part.of), add(M.part.none_of), add(M.whole.of);
    } else if constexpr (requires { M.goal; }) {
        add(M.start), add(M.goal);
    } else if constexpr (requires { M.stages; }) {
        kinds all;
        for (const kinds &stage : M.stages)
            all = all | stage;
        add(all);
    } else if constexpr (requires {
                             M.until;
                             M.start;
                         }) {
        add(M.until); // the start may be any event
    } else if constexpr (requires { M.until; }) {
        add(M.of), add(M.until);
    } else if constexpr (
        requires { M.since; } && requires { kpi::definition<M>::of_one_id; }) {
        add(M.of), add(M.since);
    } else if constexpr (requires { M.whole.less; }) {
        if constexpr (requires { M.of; }) add(M.of);
        add(M.whole.of);
    } else if constexpr (requires { M.observes(); }) {
        std::apply([&](const auto &...word) { (add(word.of), ...); }, M.observes());
    } else {
        add(M.of);
    }
    return sets;
}
/// All kinds that a catalogue's metrics are about.
template <class Catalogue> [[nodiscard]] kinds kinds_wanted() {
    kinds all;
    Catalogue::for_each([&]<const auto & M>() {
        for (const kinds &set : sets_needed<M>())
            all = all | set;
        if constexpr (requires { M.start, M.until; }) all.bits = ~std::uint64_t{}; // a lead's first event
    });
    return all;
}

} // namespace report
