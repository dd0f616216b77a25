// SPDX-License-Identifier: MIT
#include "show/text_account.hpp"

#include "show/printable.hpp"
#include <kpi/core/enumerators.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace report {

std::string rows_text(const row_account &rows) {
    std::string text = std::to_string(rows.read) + " read = " + std::to_string(rows.used) + " used";
    const auto add = [&](std::uint64_t how_many, std::string_view what) {
        if (how_many != 0) text += " + " + std::to_string(how_many) + ' ' + std::string{what};
    };
    add(rows.repeated, "of a key that was counted already");
    add(rows.passed_over, "left out by the profile");
    add(rows.without_event, "of which the profile makes no event");
    add(rows.out_of_frame, "of times that are not looked at");
    add(rows.refused, "refused");
    return text;
}

std::string out_of_frame_text(const account &rows) {
    std::string text;
    const auto add = [&](std::uint64_t how_many, std::string_view what) {
        if (how_many != 0)
            text += (text.empty() ? "" : ", ") + std::to_string(how_many) + ' ' + std::string{what};
    };
    add(rows.events_before, "before it");
    add(rows.events_after, "after it");
    add(rows.events_without_date, "without a date");
    return text.empty() ? text : "Events out of the time looked at: " + text;
}

std::string refusal_text(const refusal &r) {
    std::string text =
        std::to_string(r.rows) + (r.rows == 1 ? " row: " : " rows: ") + printable(r.reason, 120);
    if (!r.text.empty()) text += ": \"" + printable(r.text) + '"';
    text += r.lines.size() == 1 ? " (line " : " (lines ";
    for (std::size_t i = 0; i < r.lines.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(r.lines[i]);
    return text + (r.rows > r.lines.size() ? ", ...)" : ")");
}

std::string events_text(const account &rows) {
    const std::string by_kind = by_kind_text(rows.events);
    return std::to_string(rows.all_events()) + (by_kind.empty() ? "" : ": " + by_kind);
}

std::string by_kind_text(const std::array<std::uint64_t, 64> &events) {
    std::string text;
    for (std::size_t k = 0; k < events.size(); ++k)
        if (events[k] != 0)
            text += (text.empty() ? "" : ", ") + std::string{kpi::name_of(static_cast<activity>(k))} + ' ' +
                    std::to_string(events[k]);
    return text;
}

} // namespace report
