// SPDX-License-Identifier: MIT
#include "profile/grouped_by.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"
#include "profile/roster.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <bit>
#include <functional>

namespace report {
namespace {

constexpr std::string_view nobody = "(none)";

/// The dimension with this name; nothing if there is none.
std::optional<dimension> dimension_named(std::string_view name, const known_names &known, const roster *team,
                                         const std::string &option) {
    using told_by = dimension::told_by;
    for (std::size_t i = 0; i < named_parts.size(); ++i)
        if (named_parts[i].name == name) return dimension{std::string{name}, told_by::part, i};
    if (name == "channel") return dimension{std::string{name}, told_by::channel};
    if (name == "cycle_band") return dimension{std::string{name}, told_by::cycle};
    if (const auto own = known.place_of_dimension(name))
        return dimension{std::string{name}, told_by::own, *own};
    if (name != "team" && name != "role") return std::nullopt;
    if (team == nullptr) throw failure{option + ": a roster is wanted with it, --team FILE"};
    return dimension{std::string{name}, told_by::part, rep_part,
                     team->groups(name, known.of_parts[rep_part])};
}

/// The periods with this name, or of a number of days; nothing for any other name.
std::optional<calendar> calendar_named(std::string_view name, calendar_start starts,
                                       const std::string &option) {
    if (const period_kind kind = period_named(name); kind != period_kind::none) return calendar{kind, starts};
    if (name.empty() || name.front() < '0' || name.front() > '9') return std::nullopt;
    if (const auto seconds = read_length(name))
        return calendar{static_cast<std::int32_t>(*seconds / a_day), starts};
    throw failure{option + ": \"" + std::string{name} +
                  "\" is no number of days or weeks, such as 30d or 4w"};
}

[[noreturn]] void refuse(const std::string &option, std::string_view name, const known_names &known) {
    std::vector<std::string_view> valid = dimension_names();
    valid.insert(valid.end(), known.dimensions.begin(), known.dimensions.end());
    throw failure{option + ": there is nothing called \"" + std::string{name} + "\" to group by" +
                  suggestion(name, valid)};
}

} // namespace

std::size_t dimension::size(const known_names &known) const {
    if (how == told_by::channel)
        return static_cast<std::size_t>(std::bit_width(kpi::enumerator_bits<medium>()));
    if (how == told_by::cycle) return cycle_bands.size();
    if (how == told_by::own) return known.of_dimensions[which].size();
    return reps ? reps->names.size() : known.of_parts[which].size();
}

std::string_view dimension::name_of(std::uint32_t group, const known_names &known) const {
    if (how == told_by::channel) return kpi::name_of(static_cast<medium>(group));
    if (how == told_by::cycle) return cycle_bands[group];
    if (how == told_by::own) return known.of_dimensions[which][group];
    return reps ? std::string_view{reps->names[group]} : known.of_parts[which][group];
}

std::optional<std::uint32_t> dimension::number_of(std::string_view group, const known_names &known) const {
    const auto place_in = [&](const auto &all) -> std::optional<std::uint32_t> {
        const auto found = std::find(all.begin(), all.end(), group);
        if (found == all.end()) return std::nullopt;
        return static_cast<std::uint32_t>(found - all.begin());
    };
    if (group.empty()) return 0;
    if (how == told_by::channel) {
        const auto found = kpi::enumerator<medium>(group);
        return found ? std::optional{static_cast<std::uint32_t>(*found)} : std::nullopt;
    }
    if (how == told_by::cycle) return place_in(cycle_bands);
    if (how == told_by::own) return known.of_dimensions[which].find(group);
    return reps ? place_in(reps->names) : known.of_parts[which].find(group);
}

grouped_by::grouped_by(const asked_groups &asked, const known_names &known, const roster *team,
                       calendar_start starts)
    : first_days{asked.first_days} {
    for (std::string_view left = asked.by; !left.empty();) {
        const std::string_view name = left.substr(0, left.find(','));
        left.remove_prefix(std::min(left.size(), name.size() + 1));
        const std::string option = "--by " + asked.by;
        if (const auto periods = calendar_named(name, starts, option)) {
            if (is_period()) throw failure{option + ": one stretch of the calendar is enough"};
            period = *periods;
        } else {
            auto found = dimension_named(name, known, team, option);
            if (!found) refuse(option, name, known);
            by.push_back(std::move(*found));
        }
    }
    for (const std::string &each : asked.where) {
        const std::string option = "--where " + each;
        const std::size_t end = each.find('=');
        const std::string name = each.substr(0, end);
        if (end == std::string::npos || end + 1 == each.size())
            throw failure{option + ": DIMENSION=NAME is wanted, such as source=web"};
        if (calendar_named(name, starts, option))
            throw failure{option + ": a stretch of time is chosen by --as-of and --window"};
        auto found = dimension_named(name, known, team, option);
        if (!found) refuse(option, name, known);
        auto same = std::find_if(where.begin(), where.end(),
                                 [&](const looked_at &other) { return other.of.name == name; });
        if (same == where.end()) same = where.insert(where.end(), {std::move(*found), {}, {}});
        same->names.push_back(each.substr(end + 1));
        const std::string_view group = same->names.back() == nobody ? std::string_view{} : same->names.back();
        if (const auto number = same->of.number_of(group, known)) same->numbers.push_back(*number);
    }
    if (by.size() + where.size() > most)
        throw failure{"--by and --where: " + std::to_string(most) + " dimensions at most"};
}

void grouped_by::introduce_to(known_names &known) const {
    for (const looked_at &each : where)
        for (const std::string &name : each.names)
            if (name == nobody || each.of.reps)
                continue;
            else if (each.of.how == dimension::told_by::part)
                static_cast<void>(known.of_parts[each.of.which].number_of(name));
            else if (each.of.how == dimension::told_by::own)
                static_cast<void>(known.of_dimensions[each.of.which].number_of(name));
}

void grouped_by::want_named(const known_names &known,
                            const std::function<bool(const dimension &, std::uint32_t)> &is_named) const {
    for (const looked_at &each : where)
        for (const std::string &name : each.names) {
            const auto number = each.of.number_of(name == nobody ? std::string_view{} : name, known);
            if (number && is_named(each.of, *number)) continue;
            std::vector<std::string_view> valid;
            for (std::uint32_t g = 0; g < each.of.size(known); ++g)
                if (is_named(each.of, g)) valid.push_back(g == 0 ? nobody : each.of.name_of(g, known));
            std::sort(valid.begin(), valid.end());
            throw failure{"--where " + each.of.name + '=' + name + ": nothing in the log is called so" +
                          suggestion(name, valid)};
        }
}

bool wants_days(std::string_view by) {
    while (!by.empty()) {
        const std::string_view name = by.substr(0, by.find(','));
        by.remove_prefix(std::min(by.size(), name.size() + 1));
        if (read_length(name)) return true;
    }
    return false;
}

std::vector<std::string_view> dimension_names() {
    std::vector<std::string_view> names = period_names();
    for (const auto &part : named_parts)
        names.push_back(part.name);
    names.insert(names.end(), {"channel", "cycle_band", "role", "team"});
    return names;
}

} // namespace report
