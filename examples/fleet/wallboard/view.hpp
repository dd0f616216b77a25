// SPDX-License-Identifier: MIT
#pragma once

/// What the page and other programs get, as JSON: columns, and for each rep a row of cells for each window,
/// [text, numerator, denominator], with the marks. The same figures also as OpenMetrics.

#include "../../plugin/gauges.hpp"
#include "marks.hpp"
#include "wall_state.hpp"
#include <kpi/export/open_metrics.hpp>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace fleet::wallboard {

namespace detail {

struct json_cells {
    nlohmann::json cells = nlohmann::json::array();
    nlohmann::json columns = nlohmann::json::array();

    void board(const auto &) {}
    void board_end() {}
    [[nodiscard]] static bool wants(std::string_view) { return true; }
    void figure(const kpi::figure_info &info, const kpi::value_parts &value) {
        std::array<char, 64> room;
        kpi::text_writer out{room};
        value.write(out, {.scale = info.scale, .shown_in = info.shown_in, .places = 1, .trimmed = true});
        nlohmann::json text;
        if (value.has_value()) text = std::string{out.result().text};
        cells.push_back({text, value.exact.numerator, value.exact.denominator});
        std::string title;
        title_of(info).write([&](std::string_view piece) { title += piece; });
        columns.push_back({{"figure", kpi::name_of(info)},
                           {"title", title},
                           {"unit", info.unit},
                           {"better", kpi::name_of(info.better)}});
    }
};

/// Boards of one window each, as exports walk them: by rep, and by the seconds of the window.
struct windows_of_reps {
    const wall_state &all;
    kpi::instant now;

    void walk(auto &&visit) const {
        for (std::size_t rep = 0; rep <= most_reps; ++rep) {
            if (rep == most_reps ? all.by_rep->other().template of<board>() == board{}
                                 : rep >= all.names.size())
                continue;
            const kpi::label who{"rep", static_cast<std::int64_t>(rep), rep == most_reps};
            for (const window w : windows) {
                const kpi::label length{"window_seconds",
                                        w == window::last_hour ? 3600
                                        : w == window::today   ? 86400
                                                               : 2592000,
                                        false};
                board_of(*all.by_rep, rep, w, now).walk(visit, who, length);
                response_of(*all.response, rep, w, now).walk(visit, who, length);
            }
        }
    }
};

[[nodiscard]] inline nlohmann::json cells_of(const board &b, const response &r, nlohmann::json &columns) {
    json_cells sink;
    kpi::each_figure(b, sink);
    kpi::each_figure(r, sink);
    columns = std::move(sink.columns);
    return std::move(sink.cells);
}

} // namespace detail

[[nodiscard]] inline nlohmann::json view_of(const wall_state &s, kpi::instant now) {
    nlohmann::json view{{"now", now.seconds}, {"taken", s.taken}, {"refused", s.refused}};
    nlohmann::json columns, rows = nlohmann::json::array();
    for (const window w : windows)
        view["windows"].push_back(name_of(w));
    const auto add = [&](const std::string &name, auto &&of_board, auto &&of_response) {
        nlohmann::json row{{"rep", name}};
        for (const window w : windows)
            row["cells"].push_back(detail::cells_of(of_board(w), of_response(w), columns));
        return row;
    };
    std::array<board, windows.size()> team{};
    std::array<response, windows.size()> team_response{};
    for (std::size_t rep = 0; rep <= most_reps; ++rep) {
        for (const window w : windows) {
            team[static_cast<std::size_t>(w)] += board_of(*s.by_rep, rep, w, now);
            team_response[static_cast<std::size_t>(w)] += response_of(*s.response, rep, w, now);
        }
        const bool other = rep == most_reps;
        if (other ? s.by_rep->other().of<board>() == board{} : rep >= s.names.size()) continue;
        nlohmann::json row = add(
            other ? "other" : s.names[rep], [&](window w) { return board_of(*s.by_rep, rep, w, now); },
            [&](window w) { return response_of(*s.response, rep, w, now); });
        if (!other)
            for (const auto &[figure, m] : marks_of(*s.by_rep, rep))
                row["marks"][std::string{figure}] = m == mark::better ? "better" : "worse";
        rows.push_back(std::move(row));
    }
    view["team"] = add(
        "all", [&](window w) { return team[static_cast<std::size_t>(w)]; },
        [&](window w) { return team_response[static_cast<std::size_t>(w)]; });
    view["columns"] = std::move(columns), view["reps"] = std::move(rows);
    return view;
}

/// The sum of the dialers is the collector's message; null without one.
[[nodiscard]] inline std::string metrics_of(const wall_state &s, kpi::instant now,
                                            const nlohmann::json &dialers) {
    const auto write = [&](std::span<char> into) {
        kpi::text_writer out{into};
        plugin::put_gauge(out, "kpi_rows_taken", "Rows that were taken.", s.taken);
        plugin::put_gauge(out, "kpi_rows_refused", "Rows that were wrong.", s.refused);
        plugin::put_rep_info(out, s.names);
        if (!dialers.is_null()) {
            plugin::put_gauge(out, "kpi_dialers_value", "Of all dialers that tell the metric.");
            for (const auto &figure : dialers["figures"])
                if (!figure["value"].is_null()) {
                    out.put("kpi_dialers_value{metric=\"");
                    kpi::put_open_metrics_escaped(out, figure["metric"].get_ref<const std::string &>());
                    out.put("\"} "), out.put(figure["value"].dump()), out.put('\n');
                }
        }
        kpi::write_open_metrics(out, {}, detail::windows_of_reps{s, now});
        return out.result();
    };
    std::string text(write({}).size, '\0');
    static_cast<void>(write(text));
    return text;
}

} // namespace fleet::wallboard
