// SPDX-License-Identifier: MIT
#pragma once

/// Events of one set against events of another, `a : b`, where neither is chosen from the other. `per` is
/// the number of b that it is shown for (opportunities per 100 calls); the value itself stays a : b.
/// `given` says in words which figure you add to b when reading, where no event carries it. Absent while b
/// is 0.

#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, class Where = always> struct ratio_metric {
    using event = Event;
    using set = event_set<kind_of<Event>>;
    using word = counted<kind_of<Event>, Where>;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    set a;                    ///< the kinds that are divided
    set b;                    ///< the kinds that they are divided by
    std::uint32_t per{1};     ///< the number of b that it is shown for
    std::string_view given{};
    std::string_view unit{": 1"};
    kpi::better better{};
    std::string_view help{};
    [[no_unique_address]] Where where{};

    [[nodiscard]] constexpr std::array<word, 2> observes() const noexcept {
        return {word{a, where}, word{b, where}};
    }
    [[nodiscard]] constexpr bool complete() const noexcept {
        return !a.empty() && (!b.empty() || !given.empty());
    }

    template <counter C> [[nodiscard]] static constexpr ratio<C> value(C a, C b) noexcept { return {a, b}; }
    template <counter C>
    [[nodiscard]] static constexpr ratio<C> value(C a, C b, std::integral auto base) noexcept {
        return {a, saturating_add(b, to_count<C>(base))};
    }
};

} // namespace kpi::inline v1
