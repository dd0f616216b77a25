// SPDX-License-Identifier: MIT
#pragma once

/// What both kinds of board share: events in the library's form, figures and reasons in that of kpi.h.

#include "kpi.h"
#include <kpi/export/each_figure.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/snapshot/format.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace plugin {

using kpi::sales::activity;
using kpi::sales::touch;

/// The texts of definitions are literals, which end with a zero; tests/plugin checks that.
[[nodiscard]] inline const char *text(std::string_view literal) noexcept {
    return literal.empty() ? "" : literal.data();
}

[[nodiscard]] inline touch to_touch(const kpi_event &e) noexcept {
    touch t{.at = {e.at},
            .kind = static_cast<activity>(e.kind),
            .channel = static_cast<kpi::sales::medium>(e.channel),
            .prospect = e.prospect};
    if ((e.told & KPI_VALUE) != 0) t.value = e.value;
    if ((e.told & KPI_UNITS) != 0) t.units = e.units;
    if ((e.told & KPI_ELAPSED) != 0) t.elapsed = e.elapsed;
    if ((e.told & KPI_TOUCHES) != 0) t.touches = e.touches;
    if ((e.told & KPI_SCORE) != 0) t.score = e.score;
    return t;
}
[[nodiscard]] inline touch to_touch(const kpi_columns &c, std::size_t row) noexcept {
    touch t{.kind = static_cast<activity>(c.kind[row])};
    const auto put = [row](kpi::maybe<std::uint32_t> &into, const std::uint32_t *column) {
        if (column != nullptr && column[row] != UINT32_MAX) into = column[row];
    };
    if (c.channel != nullptr) t.channel = static_cast<kpi::sales::medium>(c.channel[row]);
    if (c.at != nullptr) t.at = {c.at[row]};
    if (c.prospect != nullptr) t.prospect = c.prospect[row];
    put(t.value, c.value), put(t.units, c.units), put(t.elapsed, c.elapsed);
    put(t.touches, c.touches), put(t.score, c.score);
    return t;
}

[[nodiscard]] inline kpi_figure to_figure(const kpi::figure_info &info,
                                          const kpi::value_parts &value) noexcept {
    kpi_figure f{};
    if (value.has_value()) {
        f.numerator = value.exact.numerator;
        f.denominator = value.exact.denominator;
        f.negative = value.exact.negative ? 1 : 0;
    }
    for (std::size_t i = 0; i < 3; ++i)
        f.parts[i] = value.parts[i].size;
    f.metric = text(info.metric);
    f.name = text(kpi::name_of(info));
    f.label = text(info.label);
    f.unit = text(info.unit);
    f.scale = info.scale;
    f.shown_in = info.shown_in;
    f.kind = static_cast<std::uint8_t>(value.kind);
    f.better = static_cast<std::uint8_t>(info.better);
    f.flags =
        static_cast<std::uint8_t>((value.saturated ? KPI_SATURATED : 0) |
                                  (value.coherent ? 0 : KPI_INCOHERENT) | (value.too_few ? KPI_TOO_FEW : 0) |
                                  (value.estimated ? KPI_ESTIMATED : 0) | (info.nominal ? KPI_NOMINAL : 0));
    return f;
}

/// Receives a figure.
struct figure_sink {
    void (*tell)(void *context, const kpi_figure &figure);
    void *context;

    void operator()(const kpi::figure_info &info, const auto &value) const {
        using kpi::parts_of; // an optional has no parts_of of its own
        tell(context, to_figure(info, parts_of(value)));
    }
};

[[nodiscard]] constexpr kpi_status reason(kpi::snapshot::status s) noexcept {
    using enum kpi::snapshot::status;
    switch (s) {
    case ok:
        return KPI_OK;
    case foreign:
        return KPI_FOREIGN;
    case newer_version:
        return KPI_NEWER_VERSION;
    case cut:
        return KPI_CUT;
    case trailing:
        return KPI_TRAILING;
    case altered:
        return KPI_ALTERED;
    case other_schema:
        return KPI_OTHER_SCHEMA;
    case value_out_of_range:
        return KPI_OUT_OF_RANGE;
    default:
        return KPI_MALFORMED;
    }
}

/// A metric's description of itself.
template <class Board, const auto &M> [[nodiscard]] kpi_metric_info info_of() noexcept {
    constexpr const kpi::figure_info &f = kpi::figure_constant<M>;
    kpi_metric_info info{};
    info.name = text(f.metric), info.title = text(f.title), info.help = text(f.help);
    info.unit = text(f.unit), info.given = text(f.given);
    info.scale = f.scale, info.shown_in = f.shown_in;
    info.kinds = kpi::kinds_of<M>().bits;
    info.better = static_cast<std::uint8_t>(f.better);
    info.retractable = Board::retractable ? 1 : 0;
    return info;
}

/// Reads a metric of a board with the given figures, if it takes so many: `Board` says which.
template <const auto &M, class Board>
[[nodiscard]] kpi_status read(const auto &walk, const std::uint64_t *given, std::size_t size) noexcept {
    const auto try_with = [&walk](const auto &...figures) {
        constexpr bool takes_more = !kpi::figure_constant<M>.given.empty() || !Board::template readable<M> ||
                                    kpi::definition<M>::kind == std::string_view{"measure"};
        constexpr bool takes_them = (takes_more || sizeof...(figures) == 0) &&
                                    Board::template readable<M, std::remove_cvref_t<decltype(figures)>...>;
        if constexpr (takes_them) walk(figures...);
        return takes_them ? KPI_OK : KPI_GIVEN;
    };
    switch (size) {
    case 0:
        return try_with();
    case 1:
        if (try_with(given[0]) == KPI_OK) return KPI_OK;
        return try_with(kpi::instant{static_cast<std::int64_t>(given[0])});
    case 2:
        return try_with(given[0], given[1]);
    default:
        return KPI_GIVEN;
    }
}

} // namespace plugin
