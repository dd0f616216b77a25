// SPDX-License-Identifier: MIT
#pragma once

/// Events of many ids, each with a board of its own: what the metrics of one prospect, lead or customer are
/// tested with.

#include <kpi/accumulator/by_key.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/civil.hpp>

namespace kpi::test {

/// A board of 16-bit counts for each id of a dimension: small enough for a constant, large enough for the
/// examples.
template <const auto &Dimension, const auto &...Metrics>
using crowd = by_key<Dimension, 512, basic_scorecard<sales::touch, std::uint16_t, Metrics...>, 8>;

/// Records n events for each of the ids first..last, the last included.
constexpr void record_each(auto &states, std::uint32_t first, std::uint32_t last, sales::touch e,
                           std::uint16_t n = 1) {
    for (std::uint32_t id = first; id <= last; ++id) {
        e.prospect = e.lead = e.customer = e.deal = id;
        states.record(e, to_count<typename std::remove_cvref_t<decltype(states)>::count_type>(n));
    }
}

using share = proportion<std::uint32_t>;

} // namespace kpi::test
