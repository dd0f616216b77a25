// SPDX-License-Identifier: MIT
#include "inspect/event_text.hpp"

#include "show/printable.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/time/civil.hpp>

#include <cstdint>

namespace report {
namespace {

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string time_text(std::int64_t at, bool whole_day) {
    const std::string day = iso_day(at);
    if (whole_day) return day;
    const std::int64_t second = at - start_of_day(at);
    return day + ' ' + two_digits(second / 3600) + ':' + two_digits(second / 60 % 60) + ':' +
           two_digits(second % 60);
}

/// An amount in its unit, with its decimals.
std::string in_decimals(std::int64_t value, unsigned decimals) {
    std::string digits = std::to_string(value < 0 ? -value : value);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals != 0) digits.insert(digits.size() - decimals, 1, '.');
    return (value < 0 ? "-" : "") + digits;
}

} // namespace

std::string event_text(const made_event &made, const plan &by_plan, const known_names &known,
                       const std::function<std::string_view(column_id)> &cell_of) {
    const event &e = made.what;
    const event_rule &rule = by_plan.events[made.rule];
    std::string text{kpi::name_of(e.kind)};
    if (made.n != 1) text += " x " + std::to_string(made.n);
    text += ", " + (e.dated ? time_text(e.at.seconds, e.whole_day) : "without a time");
    const auto add = [&text](std::string_view name, const std::string &value) {
        if (!value.empty()) text += ", " + std::string{name} + ' ' + value;
    };
    if (e.channel != medium::unknown) add("by", std::string{kpi::name_of(e.channel)});
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        if (rule.ids[i])
            add(id_parts[i].name,
                rule.ids[i]->column ? printable(cell_of(*rule.ids[i]->column)) : "of this row");
    for (std::size_t i = 0; i < named_parts.size(); ++i)
        if (const std::uint32_t name = e.*named_parts[i].member; i != currency_part && name != 0)
            add(named_parts[i].name, printable(known.of_parts[i][name]));
    for (std::size_t d = 0; d < known.dimensions.size(); ++d)
        if (const std::uint32_t name = known.further[e.further][d]; name != 0)
            add(known.dimensions[d], printable(known.of_dimensions[d][name]));
    const std::string currency = known.of_parts[currency_part][e.currency];
    if ((e.told & value_told) != 0)
        add("value", in_decimals(e.value, known.decimals_of_amounts(currency)) +
                         (currency.empty() ? "" : ' ' + printable(currency)));
    for (std::size_t i = 1; i < number_parts.size(); ++i)
        if ((e.told >> i & 1) != 0)
            add(number_parts[i].name, std::to_string(e.*number_parts[i].member) +
                                          (number_parts[i].member == &event::elapsed ? " s" : ""));
    if ((e.told & due_told) != 0) add("due", time_text(e.due, e.due_whole_day));
    const std::vector<std::string> &stages = by_plan.stage_order();
    if ((e.told & stage_told) != 0)
        add("stage", stages.empty() ? std::to_string(e.stage) : printable(stages[e.stage - 1u]));
    return text;
}

} // namespace report
