// SPDX-License-Identifier: MIT
#pragma once

/// One sum divided by another, from the same events: revenue for each unit sold. The sums are exact in 64
/// bits. Absent while the divisor is 0.

#include <kpi/core/member.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/scorecard/total_of.hpp>

#include <concepts>
#include <cstdint>

namespace kpi::inline v1 {

template <kpi::event Event, const auto &A, const auto &B> struct price_metric {
    using event = Event;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    std::string_view title{}; ///< for people; if empty, the name with spaces
    event_set<kind_of<Event>> of;
    std::string_view unit{"each"};
    kpi::better better{};
    std::string_view help{};

    [[nodiscard]] constexpr auto observes() const noexcept { return row{total_of<A>(of), total_of<B>(of)}; }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    [[nodiscard]] static constexpr ratio<std::uint64_t> value(const total &a, const total &b) noexcept {
        return {a.value().n, b.value().n};
    }
    /// For amounts of which one may be below 0.
    template <class Top, class Bottom>
    [[nodiscard]] static constexpr ratio<std::int64_t> value(const Top &a, const Bottom &b) noexcept
        requires(std::same_as<Top, net_total> || std::same_as<Bottom, net_total>) {
        return {whole(a), whole(b)};
    }

private:
    static constexpr std::int64_t whole(const net_total &t) noexcept { return t.value().clamped(); }
    static constexpr std::int64_t whole(const total &t) noexcept {
        return widened<std::int64_t>(t.value().n);
    }
};

} // namespace kpi::inline v1
