// SPDX-License-Identifier: MIT
#pragma once

/// The word for a sum: `total_of<member::value>(set)`. Law: exact; it can be taken back.

#include <kpi/accumulator/total.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<total, What, E, Where> total_of(event_set<E> of, Where where = {}) noexcept {
    return {of, 1, where};
}

} // namespace kpi::inline v1
