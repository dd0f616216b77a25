// SPDX-License-Identifier: MIT
#pragma once

/// What happened to those who were there at the start: how many of the customers at the start of a month
/// left, how much of the pipeline (open at the start, or opened since) was won. The whole is the level at the
/// start, what joined it (`joined`), and the figure that the caller adds, if there is one (`given`).
/// `reads_as::ratio` is for parts that can come more than once a case. Absent while the whole is 0.

#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/level_of.hpp>
#include <kpi/scorecard/metric.hpp>

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

/// What the value is: a share, or a number for each case.
enum class reads_as : bool { proportion, ratio };

template <kpi::event Event, reads_as As = reads_as::proportion, class PartWhere = always,
          class JoinedWhere = always, class UndoneWhere = always>
struct of_level_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = As == reads_as::proportion ? "proportion" : "ratio";

    std::string_view name;
    std::string_view title{};
    set part;     ///< what happened to them
    set in;       ///< the kinds that raise the level
    set out;      ///< the kinds that lower it
    set joined{}; ///< who joined the whole after the start
    set undone{}; ///< takes a part back: a customer who left and came back
    std::string_view given{};
    bool complementary{}; ///< the value is the rest of the whole
    std::string_view unit{As == reads_as::proportion ? "%" : "each"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] PartWhere part_where{};
    [[no_unique_address]] JoinedWhere joined_where{}; ///< a condition on who joined
    [[no_unique_address]] UndoneWhere undone_where{}; ///< a condition on what takes a part back

    [[nodiscard]] constexpr auto observes() const noexcept {
        return row{counted{part, part_where}, level_of(in, out), counted{joined, joined_where},
                   counted{undone, undone_where}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !part.empty() && !in.empty(); }

    template <counter C>
    [[nodiscard]] constexpr auto value(C of_part, const level_reading &there, C who_joined, C taken_back,
                                       std::integral auto... more) const noexcept {
        std::uint64_t whole = saturating_add(there.start, widened<std::uint64_t>(who_joined));
        ((whole = saturating_add(whole, to_count<std::uint64_t>(more))), ...);
        if (there.saturated()) whole = saturation<std::uint64_t>;
        const bool off = is_saturated(of_part) || is_saturated(taken_back);
        const std::uint64_t those = off                    ? saturation<std::uint64_t>
                                    : of_part > taken_back ? std::uint64_t{of_part} - taken_back
                                                           : 0;
        if constexpr (As == reads_as::ratio) {
            return ratio<std::uint64_t>{those, whole};
        } else {
            const proportion<std::uint64_t> p{those, whole};
            return complementary && !p.saturated() ? p.complement() : p;
        }
    }
};

} // namespace kpi::inline v1
