// SPDX-License-Identifier: MIT
#pragma once

/// Boards whose figures are known: one of fixed values of every type, and one that counts and can be grouped.

#include "support/doors.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/core/growth.hpp>
#include <kpi/core/mean_value.hpp>
#include <kpi/core/product.hpp>
#include <kpi/core/quantile.hpp>
#include <kpi/core/rate.hpp>
#include <kpi/core/score.hpp>
#include <kpi/scorecard/figure.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/period.hpp>

#include <cstdint>
#include <optional>

namespace kpi::test {

/// A metric that is nothing but its figures: `tell(visit)`.
template <class Tell> struct fixed_metric {
    using event = door;
    std::string_view name;
    std::string_view help;
    Tell tell;
};
template <class Tell> fixed_metric(const char *, const char *, Tell) -> fixed_metric<Tell>;

// Constants: GCC 12 takes a temporary one for uninitialised under -fsanitize=address.
template <std::int64_t N> inline constexpr std::optional<std::int64_t> number{N};
inline constexpr std::optional<std::int64_t> no_number{};

/// A board of such metrics.
template <const auto &...Metrics> struct fixed_board {
    using metrics = catalogue<Metrics...>;
    template <const auto &M> constexpr void figures(auto &&visit) const { M.tell(visit); }
    constexpr void walk(auto &&visit, const auto &...labels) const { visit(*this, labels...); }
};

template <class Count, const auto &...Metrics> using board_in = basic_scorecard<visit, Count, Metrics...>;

inline constexpr count_metric<door> sales_made{
    .name = "sales_made", .of = {door::bought}, .help = "Doors \"bought\" at."};
using door_board = board_in<std::uint32_t, opened_rate, slams_per_sale, sales_made>;

constexpr door_board some_doors() {
    door_board b;
    for (const auto &[kind, n] : {std::pair{door::knocked, 3u}, {door::opened, 4u}, {door::bought, 1u}})
        b.record(visit{.kind = kind}, n);
    return b;
}

} // namespace kpi::test
