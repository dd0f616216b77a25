// SPDX-License-Identifier: MIT
#include "figures/dated_targets.hpp"

#include "figures/metrics_known.hpp"
#include "profile/side_table.hpp"
#include "profile/working_days.hpp"

#include <algorithm>
#include <utility>

namespace report {
namespace {

enum column : std::size_t { named, wanted, from_day, to_day };

} // namespace

dated_targets::dated_targets(input from, const targets &on_the_command_line, bool by_hours,
                             const metrics_known &metrics) {
    side_table table{std::move(from), target_columns, 2};
    while (table.next()) {
        target row{table.line(), {}, {}, {}, {}, {}, table.days(from_day, to_day)};

        const std::string_view text = table[named];
        const std::size_t space = text.find(' ');
        row.metric = text.substr(0, space);
        if (const std::string why = metrics.why_untold(row.metric, by_hours); !why.empty())
            table.refuse(named, why);
        const listed_metric *const metric = metrics.find(row.metric).metric;
        row.adds_up = metric->is_amount;
        if (space != std::string_view::npos) {
            const std::string_view behind = text.substr(space + 1);
            row.each = behind.starts_with("a ") ? period_named(behind.substr(2)) : period_kind::none;
            if (row.each == period_kind::none)
                table.refuse(named, "is no metric and a period, such as calls a day");
            if (!row.adds_up)
                table.refuse(named, "has a period, and only what is counted is wanted by periods");
        }
        if (on_the_command_line.contains(row.metric)) table.refuse(named, "has a target by --target, too");
        const goal wants = read_target(std::string{table[wanted]}, metric->how,
                                       table.name() + ':' + std::to_string(table.line()) + ": target \"" +
                                           std::string{table[wanted].substr(0, 60)} + '"');
        if (wants.up_to) table.refuse(wanted, "is a band, which --target alone has");
        row.amount = wants.amount, row.more = wants.more;
        for (const target &other : all_) {
            if (other.metric != row.metric) continue;
            if (other.more != row.more && other.more != kpi::better::neither &&
                row.more != kpi::better::neither)
                table.refuse(wanted, "goes the other way than that in line " + std::to_string(other.line));
            if (overlap(other.on, row.on))
                table.refuse(named, "has a target in line " + std::to_string(other.line) +
                                        " for some of these days");
        }
        all_.push_back(std::move(row));
    }
    std::sort(all_.begin(), all_.end(),
              [](const target &a, const target &b) { return a.on.from < b.on.from; });
}

kpi::better dated_targets::direction_of(std::string_view metric) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const target &each) { return each.metric == metric; });
    return found != all_.end() ? found->more : kpi::better::neither;
}

std::optional<fraction> dated_targets::target_of_running(std::string_view metric, const day_span &period,
                                                         const day_span &log, calendar_start starts) const {
    const bool any_endless = std::any_of(all_.begin(), all_.end(), [&](const target &each) {
        return each.metric == metric && !each.on.until && each.each == period_kind::none;
    });
    if (any_endless) return std::nullopt;
    return target_of(metric, period, {log.from, std::max(log.until, period.until)}, starts);
}

std::optional<fraction> dated_targets::target_of(std::string_view metric, const std::optional<day_span> &days,
                                                 const day_span &log, calendar_start starts) const {
    std::optional<fraction> all;
    for (const target &each : all_) {
        if (each.metric != metric) continue;
        const bool is_dated = each.on.from || each.on.until || each.each != period_kind::none;
        if (!days) {
            if (!is_dated) return each.amount;
            continue;
        }
        const day_span own{each.on.from.value_or(log.from), each.on.until.value_or(log.until)};
        const day_span mine = common(*days, own);
        if (mine.from == mine.until) continue;
        if (!each.adds_up) {
            if (mine.until == days->until) all = each.amount;
            continue;
        }
        const auto more = due_on(*days, each.amount, own, calendar{each.each, starts});
        if (!more) return std::nullopt;
        all = all ? sum(*all, *more) : more;
    }
    return all;
}

} // namespace report
