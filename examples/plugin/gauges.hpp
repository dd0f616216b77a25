// SPDX-License-Identifier: MIT
#pragma once

/// What a service tells in OpenMetrics besides its boards: numbers of its own, and the name of each rep.

#include <kpi/export/escape.hpp>
#include <kpi/export/writer.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace plugin {

/// The lines above the samples of a gauge.
inline void put_gauge(kpi::text_writer &out, std::string_view name, std::string_view help) {
    out.put("# HELP "), out.put(name), out.put(' '), out.put(help);
    out.put("\n# TYPE "), out.put(name), out.put(" gauge\n");
}
/// A gauge of one number.
inline void put_gauge(kpi::text_writer &out, std::string_view name, std::string_view help,
                      std::uint64_t value) {
    put_gauge(out, name, help);
    out.put(name), out.put(' '), out.put_number(value), out.put('\n');
}
/// The names of rep 0, 1, ...
inline void put_rep_info(kpi::text_writer &out, std::span<const std::string> names) {
    put_gauge(out, "kpi_rep_info", "Who a rep is.");
    for (std::size_t rep = 0; rep < names.size(); ++rep) {
        out.put("kpi_rep_info{rep=\""), out.put_number(rep), out.put("\",name=\"");
        kpi::put_open_metrics_escaped(out, names[rep]), out.put("\"} 1\n");
    }
}

} // namespace plugin
