// SPDX-License-Identifier: MIT
#pragma once

/// The library's catalogue as a list at run time: how each metric is told, which events feed it, and how it
/// is read from a board. The one place of this program where metrics are types.

#include "figure.hpp"
#include "ledger.hpp"
#include <kpi/core/event_set.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct listed_metric {
    telling how;
    std::string_view chapter;
    std::vector<kpi::event_set<activity>> sets; ///< an event of each is needed for it to mean anything
    std::string given;                          ///< the figure that the caller can add, as --given names it
    bool needs_channel{};                       ///< it asks how an event travelled
    bool of_staff{};                            ///< about answers that this log's own are not
    figure (*read)(const board &, std::optional<std::uint64_t> given){};
};

/// All metrics, chapter by chapter.
[[nodiscard]] const std::vector<listed_metric> &all_metrics();

[[nodiscard]] std::vector<std::string_view> metric_names();
/// The names of figures that can be given, each once.
[[nodiscard]] std::vector<std::string_view> given_names();

/// `deal_won or deal_lost`.
[[nodiscard]] std::string in_words(kpi::event_set<activity> kinds);

} // namespace report
