// SPDX-License-Identifier: MIT
#pragma once

/// The word for a mean and a deviation: `mean_of<member::elapsed>(set, step)`. Law: exact; it can be taken
/// back.

#include <kpi/accumulator/mean.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<mean, What, E, Where> mean_of(event_set<E> of, std::uint32_t step = 1,
                                                               Where where = {}) noexcept {
    return {of, step, where};
}

} // namespace kpi::inline v1
