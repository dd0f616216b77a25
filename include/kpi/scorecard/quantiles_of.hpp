// SPDX-License-Identifier: MIT
#pragma once

/// The word for a distribution: `quantiles_of<member::elapsed>(set, step)`, for a member that is never below
/// 0. Law: exact; events can be taken back.

#include <kpi/accumulator/quantiles.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

namespace detail {
template <more_than_32_bits Value> struct leaf_for<quantiles<>, Value> {
    using type = quantiles<128, std::uint64_t>;
};
} // namespace detail

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<quantiles<>, What, E, Where>
quantiles_of(event_set<E> of, std::uint32_t step = 1, Where where = {}) noexcept {
    return {of, step, where};
}

} // namespace kpi::inline v1
