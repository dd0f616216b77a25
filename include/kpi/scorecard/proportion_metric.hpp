// SPDX-License-Identifier: MIT
#pragma once

/// A part of a whole as a metric: events of `part` among events of `whole`, where every event of the part is
/// (or belongs to) one of the whole. `without` names kinds to take off the whole (emails bounced off emails
/// sent). `open` names events of the whole that can still join the part; their number stands beside the
/// share. `given` says in words which figure you add to the whole when reading, `get<metric>(customers)`,
/// where no event carries it. `nominal` marks a part of touches: touches of one prospect are not independent,
/// so an interval of it is too narrow (METRICS.md, rule 3). `complementary` makes the value the rest of the
/// whole. `where` is a condition on all of these sets; `part_where`, if you give it, replaces it for the
/// part. Absent while the whole is 0, and as soon as an event of `unless` is counted, as nobody knows whether
/// such an event is of the whole.

#include <kpi/core/count.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <concepts>

namespace kpi::inline v1 {

/// The condition of a part that has only the condition of its whole.
struct as_the_whole {};

template <kpi::event Event, class Where = always, class PartWhere = as_the_whole> struct proportion_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    static constexpr std::string_view kind = "proportion";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set part;                 ///< the kinds chosen from the whole
    set whole;                ///< the kinds that they are chosen from
    set without{};            ///< taken off the whole
    set open{};               ///< can still join the part
    set unless{};             ///< if one of these is counted, the value is absent
    std::string_view given{};
    bool nominal{};
    bool complementary{}; ///< the value is the rest of the whole
    std::string_view unit{"%"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};
    [[no_unique_address]] PartWhere part_where{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        using word = counted<kind_of<Event>, Where>;
        const word all{whole, where}, off{without, where}, still{open, where}, unknown{unless, where};
        if constexpr (std::same_as<PartWhere, as_the_whole>)
            return std::array{word{part, where}, all, off, still, unknown};
        else
            return row{counted{part, part_where}, all, off, still, unknown};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !part.empty() && (!whole.empty() || !given.empty());
    }

    /// The counts of the sets, and your figure if one is given.
    template <counter C>
    [[nodiscard, gnu::always_inline]] constexpr proportion<C>
    value(C of_part, C of_whole, C taken_off, C /*open*/, C unknown,
          std::integral auto... base) const noexcept {
        if (unknown != 0) return {};
        C all = of_whole;
        ((all = saturating_add(all, to_count<C>(base))), ...);
        if (is_saturated(taken_off))
            all = saturation<C>;
        else if (!is_saturated(all))
            all = all > taken_off ? static_cast<C>(all - taken_off) : C{};
        // From the two counts, not from a proportion: -Os calls memcpy to copy one.
        if (complementary && !is_saturated(of_part) && !is_saturated(all)) {
            if (of_part > all) return {};
            of_part = static_cast<C>(all - of_part);
        }
        return {of_part, all};
    }
    template <counter C>
    constexpr void each_figure(figure_info info, auto &&visit, C of_part, C of_whole, C taken_off,
                               C still_open, C unknown, std::integral auto... base) const {
        visit(info, value(of_part, of_whole, taken_off, still_open, unknown, base...));
        if (open.empty()) return;
        info.name = "still_open", info.title = {}, info.unit = {}, info.scale = 1;
        info.better = kpi::better::neither;
        visit(info, count<C>{still_open});
    }
};

} // namespace kpi::inline v1
