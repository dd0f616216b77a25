// SPDX-License-Identifier: MIT
#pragma once

/// The word for a sum: `total_of<member::value>(set)`. For a member that may be below 0, it is a net_total.
/// Law: exact; events can be taken back.

#include <kpi/accumulator/net_total.hpp>
#include <kpi/accumulator/total.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

namespace detail {
template <std::signed_integral Value> struct leaf_for<total, Value> { using type = net_total; };
} // namespace detail

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<total, What, E, Where> total_of(event_set<E> of, Where where = {}) noexcept {
    return {of, 1, where};
}

} // namespace kpi::inline v1
