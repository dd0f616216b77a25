// SPDX-License-Identifier: MIT
#pragma once

/// A share of prospects, leads or customers, each once however much they do: those for which `part` holds
/// among those for which `whole` does. It sits on the board of one id, inside `by_key<prospect, ...>` or
/// `by`, and is read from all of them with `pool<metric>(groups)`. Counts of one id need few bits: a board of
/// std::uint8_t will do.

#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

/// What must have happened to one id: at least so many events of one set, not counting as many of another,
/// and none of a third.
template <kind_enum E> struct happening {
    event_set<E> of;
    std::uint32_t at_least{1};
    event_set<E> less{};
    event_set<E> none_of{};

    template <counter C>
    [[nodiscard]] constexpr bool holds(C happened, C taken_off, C forbidden) const noexcept {
        return happened >= taken_off && static_cast<std::uint32_t>(happened - taken_off) >= at_least &&
               forbidden == 0;
    }
};

template <kpi::event Event> struct share_metric {
    using event = Event;
    using rule = happening<kind_of<Event>>;
    static constexpr std::string_view kind = "proportion";
    static constexpr bool of_one_id = true;

    std::string_view name;
    rule part;
    rule whole;
    std::string_view unit{"%"};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept {
        return counts_of(part.of, part.less, part.none_of, whole.of, whole.less, whole.none_of);
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !part.of.empty() && !whole.of.empty(); }

    /// 1 of 1, 0 of 1, or 0 of 0: what this id adds to the share.
    template <counter C>
    [[nodiscard]] constexpr proportion<std::uint32_t> value(C p, C p_less, C p_none, C w, C w_less,
                                                            C w_none) const noexcept {
        const bool in_whole = whole.holds(w, w_less, w_none);
        const bool in_part = in_whole && part.holds(p, p_less, p_none);
        return {in_part ? 1u : 0u, in_whole ? 1u : 0u};
    }
};

} // namespace kpi::inline v1
