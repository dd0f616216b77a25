// SPDX-License-Identifier: MIT
#pragma once

/// The word for a mean and a deviation: `mean_of<member::elapsed>(set, step)`. For a member of 64 bits, or
/// one that may be below 0, it is a wide_mean, without a deviation. Law: exact; events can be taken back.

#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/wide_mean.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

namespace detail {
template <class Value>
requires(more_than_32_bits<Value> || std::signed_integral<Value>) struct leaf_for<mean, Value> {
    using type = wide_mean<Value>;
};
} // namespace detail

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<mean, What, E, Where> mean_of(event_set<E> of, std::uint32_t step = 1,
                                                               Where where = {}) noexcept {
    return {of, step, where};
}

} // namespace kpi::inline v1
