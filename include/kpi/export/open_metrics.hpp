// SPDX-License-Identifier: MIT
#pragma once

/// All figures of a state as OpenMetrics text 1.0, which Prometheus scrapes: a family of gauges for each
/// figure, all of its samples together, in base units: a share is a `_ratio` of 1, a time `_seconds`. Figures
/// that can be pooled (shares, ratios, means, rates) also have a family for their `_numerator` and one for
/// their `_denominator`, exact, so that a query adds up over boards before it divides, and never takes the
/// mean of rates. An absent figure has no sample. A saturated one has none either, but one in the family
/// `saturated`. Everything is a gauge, because windows forget and a retraction lowers a count. A state that
/// shows one metric twice for the same groups repeats a sample, which readers refuse. Cost: one walk over the
/// state for each family.

#include <kpi/export/detail/open_metrics_sink.hpp>
#include <kpi/export/each_figure.hpp>
#include <kpi/export/writer.hpp>

#include <span>

namespace kpi::inline v1 {

/// Writes all families and the end, `# EOF`: nothing may follow.
template <exportable State>
constexpr void write_open_metrics(text_writer &out, const open_metrics_style &style, const State &state,
                                  const auto &...given) noexcept {
    detail::open_metrics_sink sink{out, style};
    while (sink.goes_on())
        each_figure(state, sink, given...);
}

/// The text in your span. If the span is too small, `size` says how large it must be, and what stands in it
/// is no OpenMetrics. `given` is what metrics need besides the board (the time, a cost).
template <exportable State>
[[nodiscard]] constexpr written to_open_metrics(std::span<char> into, const open_metrics_style &style,
                                                const State &state, const auto &...given) noexcept {
    text_writer out{into};
    write_open_metrics(out, style, state, given...);
    return out.result();
}
/// The same in the default style: never more than the span holds, and how long the whole text is.
template <exportable State>
[[nodiscard]] constexpr written to_open_metrics(std::span<char> into, const State &state,
                                                const auto &...given) noexcept {
    return to_open_metrics(into, open_metrics_style{}, state, given...);
}

} // namespace kpi::inline v1
