// SPDX-License-Identifier: MIT
#pragma once

/// A figure derived from other metrics and from figures that only you know: return on a source's cost,
/// pipeline velocity, lifetime value against acquisition cost. It remembers nothing. A board that names it
/// holds the words of its parts, each once however many metrics need it. `get<metric>(given...)` hands the
/// values of the parts and the given figures to `Formula`.

#include <kpi/core/row.hpp>
#include <kpi/scorecard/catalogue.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// `Formula` is a function object. It takes the values of the parts, in order, and then the given figures.
template <kpi::event Event, class Formula, const auto &...Parts> struct derived_metric {
    static_assert(sizeof...(Parts) > 0, "derived_metric: name the metrics that it is made of");

    using in_order = std::make_index_sequence<sizeof...(Parts)>; ///< the numbers of the parts
    /// The number of readings of all parts together.
    static constexpr std::size_t parts_read = (detail::words_in<Parts> + ...);
    /// Where the readings of each part begin among the readings of all.
    static constexpr std::array<std::size_t, sizeof...(Parts)> begins = [] {
        std::array<std::size_t, sizeof...(Parts)> at{};
        std::size_t next = 0, i = 0;
        ((at[i++] = next, next += detail::words_in<Parts>), ...);
        return at;
    }();
    /// The value of one part, from the readings of all.
    template <const auto &Part, std::size_t Begin> static constexpr auto part_of(const auto &from) noexcept {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return Part.value(from.template at<Begin + I>()...);
        }
        (std::make_index_sequence<detail::words_in<Part>>{});
    }
    /// Whether Formula takes the values of the parts and then the given figures.
    template <class... All> static constexpr bool can_be_made_of() noexcept {
        return []<std::size_t... Part, std::size_t... Given>(std::index_sequence<Part...>,
                                                             std::index_sequence<Given...>) {
            using all = row<const All &...>;
            return std::is_invocable_v<Formula,
                                       decltype(part_of<Parts, begins[Part]>(std::declval<all>()))...,
                                       decltype(std::declval<all>().template at<parts_read + Given>())...>;
        }
        (in_order{}, std::make_index_sequence<sizeof...(All) - parts_read>{});
    }

public:
    using event = Event;
    using parts = catalogue<Parts...>; ///< the metrics that it is made of

    std::string_view name;
    std::string_view title{};
    std::string_view kind; ///< what exports call it: "ratio", "money", ...
    /// The figures that only you know, in order: "gross margin [%], cost [money]".
    std::string_view given{};
    std::string_view unit{};
    kpi::better better{};
    std::string_view help{};

    /// Whether every part is complete.
    [[nodiscard]] static constexpr bool complete() noexcept { return (detail::complete<Parts> && ...); }

    /// The figure, from the readings of all parts' words, in order, and then the given figures.
    template <class... All>
    requires(sizeof...(All) >= parts_read) &&
        (can_be_made_of<All...>()) [[nodiscard]] static constexpr auto value(const All &...all) noexcept {
        return []<std::size_t... Part, std::size_t... Given>(const auto &from, std::index_sequence<Part...>,
                                                             std::index_sequence<Given...>) {
            return Formula{}(part_of<Parts, begins[Part]>(from)...,
                             from.template at<parts_read + Given>()...);
        }
        (row<const All &...>{all...}, in_order{}, std::make_index_sequence<sizeof...(All) - parts_read>{});
    }
};

/// A metric made of others.
template <class M>
concept derived_from_others = requires {
    typename M::parts;
};

} // namespace kpi::inline v1
