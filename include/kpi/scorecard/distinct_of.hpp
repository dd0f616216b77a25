// SPDX-License-Identifier: MIT
#pragma once

/// The word for the number of distinct ids: `distinct_of<member::prospect>(set)`.
/// Law: exact; nothing can be taken back.

#include <kpi/accumulator/distinct.hpp>
#include <kpi/scorecard/measured.hpp>

namespace kpi::inline v1 {

namespace detail {
/// Ids of 64 bits are told apart by all 64.
template <more_than_32_bits Id> struct leaf_for<distinct<>, Id> {
    using type = distinct<768, 12, std::uint64_t>;
};
} // namespace detail

template <const auto &What, kind_enum E, class Where = always>
[[nodiscard]] constexpr measured<distinct<>, What, E, Where> distinct_of(event_set<E> of,
                                                                         Where where = {}) noexcept {
    return {of, 1, where};
}

} // namespace kpi::inline v1
