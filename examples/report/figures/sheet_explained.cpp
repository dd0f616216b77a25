// SPDX-License-Identifier: MIT
#include "failure.hpp"
#include "figures/drawing.hpp"
#include "figures/watch.hpp"
#include "profile/nearest.hpp"
#include "story/record.hpp"
#include <kpi/core/saturating.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace report {
namespace {

constexpr std::string_view by_the_day = "by the day"; ///< the second word of a time_metric

/// The roles of a metric's words in its figure, in their order.
std::vector<std::string_view> roles_of(const listed_metric &metric) {
    const std::string_view kind = metric.how.kind;
    if (std::count(metric.members.begin(), metric.members.end(), of_a_stage) != 0) {
        if (kind == "proportion") return {"won", "opened", "still open"};
        return {"still open", "counted"};
    }
    if (kind == "proportion") return {"part", "whole", "taken off the whole", "open", "nothing if any"};
    if (kind == "ratio") return {"above the line", "below the line"};
    if (kind == "measure") return {"counted", by_the_day};
    return {"counted"};
}

/// Times known only in whole days make the figure if none is known to the second.
void leave_out_whole_days(std::vector<explained_event> &events) {
    const auto is = [](const explained_event &e, std::string_view role) { return e.roles.front() == role; };
    const bool any =
        std::any_of(events.begin(), events.end(), [&](const auto &e) { return is(e, "counted"); });
    for (explained_event &each : events) {
        if (!is(each, by_the_day)) continue;
        each.roles = {any ? "out" : "counted"};
        if (any) each.why = "known in whole days, and others to the second";
    }
}

/// 123456 hundredths are 1234.56.
std::string in_unit(std::int64_t amount, std::int64_t unit) {
    const std::uint64_t size = kpi::magnitude(amount), whole = static_cast<std::uint64_t>(unit);
    std::string text = (amount < 0 ? "-" : "") + std::to_string(size / whole);
    if (unit == 1) return text;
    const std::string rest = std::to_string(whole + size % whole);
    return text + '.' + rest.substr(1);
}

/// For a case that told nothing: which kinds of row it lacks, or else that it has them in vain.
std::string why_silent(kinds rows, const listed_metric &metric) {
    constexpr int most_named = 4;
    kinds lacking;
    for (const kinds set : metric.sets)
        if ((set & rows).empty() && std::popcount(set.bits) > std::popcount(lacking.bits)) lacking = set;
    if (lacking.empty() || std::popcount(lacking.bits) > most_named) return "its rows tell nothing of it";
    return "none of its rows is " + in_words(lacking);
}

/// Keeps what is still there out of all that came and went: for each case the rows that came last.
void keep_what_is_there(std::vector<explained_event> &events) {
    std::map<std::uint64_t, std::int64_t> gone;
    for (const explained_event &each : events)
        if (each.moves < 0 && each.of_case != 0) gone[each.of_case] += static_cast<std::int64_t>(each.n);
    std::erase_if(events, [&](explained_event &each) {
        if (each.moves == 0 || each.of_case == 0) return false;
        std::int64_t &left = gone[each.of_case];
        const auto taken = std::min(static_cast<std::uint64_t>(left), each.n);
        if (each.moves > 0) left -= static_cast<std::int64_t>(taken), each.n -= taken;
        return each.moves < 0 || each.n == 0;
    });
}

} // namespace

std::string explained_event::role() const {
    std::string text;
    for (std::size_t i = 0; i < roles.size(); ++i)
        text += std::string{i == 0 ? "" : i + 1 == roles.size() ? " and " : ", "} + std::string{roles[i]};
    return text;
}

std::uint64_t explanation::count(std::string_view role) const {
    std::uint64_t n = 0;
    for (const explained_event &each : events)
        if (std::find(each.roles.begin(), each.roles.end(), role) != each.roles.end()) n += each.n;
    return n;
}

void drawing::explain(const watch &seen_by) {
    const std::string name = asked_.explained_metric();
    const bool has_group = name.size() < asked_.explain.size();
    explanation told{name, has_group ? asked_.explain.substr(name.size() + 1) : std::string{}, {}};
    column_of_sheet column;
    if (has_group) {
        const auto found = std::find(sheet_.groups.begin(), sheet_.groups.end(), told.group);
        const std::vector<std::string_view> valid{sheet_.groups.begin(), sheet_.groups.end()};
        if (found == sheet_.groups.end())
            throw failure{"--explain " + asked_.explain +
                          (by_ ? ": there is no group \"" + told.group + '"' + suggestion(told.group, valid)
                               : std::string{": groups are made by --by"})};
        column = columns_[static_cast<std::size_t>(found - sheet_.groups.begin())];
    }
    const listed_metric *const metric = sheet_.metrics.find(name).metric;
    for (const seen &one : seen_by.all())
        if (auto event = explained(one, *metric, column)) told.events.push_back(std::move(*event));
    leave_out_whole_days(told.events);
    std::sort(told.events.begin(), told.events.end(), [](const auto &a, const auto &b) {
        const auto key = [](const explained_event &e) {
            return std::tuple{e.roles.front() == "out", e.role(), std::string_view{e.why}, e.at,
                              std::string_view{e.file}, e.line};
        };
        return key(a) < key(b);
    });
    keep_what_is_there(told.events);
    sheet_.explained = std::move(told);
}

/// What one act or fact means to the figure of a column; nothing if it does not matter to it.
std::optional<explained_event> drawing::explained(const seen &one, const listed_metric &metric,
                                                  const column_of_sheet &column) const {
    const history &past = book_.past();
    if (one.where.reading != (column.period ? 1u : 0u)) return std::nullopt;
    if (one.where.in.currency != past.amounts().currency) return std::nullopt;
    const bool is_here =
        column.group == everyone ? one.of_everyone : one.of_group && one.group == column.group;
    if (!is_here && !(one.of_everyone && one.of_group)) return std::nullopt; // it belongs to others

    explained_event told;
    told.kind = one.kind, told.n = one.n, told.of_case = one.where.of_case;
    if (one.at != undated && one.at != never) told.at = one.at;
    if (one.elapsed.has_value()) told.elapsed = *one.elapsed;
    if (one.value.has_value() && past.currencies().size() <= 1)
        told.value = in_unit(*one.value, past.amounts().unit);
    for (std::size_t i = 0; i < one.ids.size(); ++i) {
        if (!one.ids[i].has_value()) continue;
        const auto text = known_.ids.find(*one.ids[i]);
        told.what += (told.what.empty() ? "" : ", ") + std::string{id_parts[i].name} +
                     (text != known_.ids.end() ? ' ' + text->second : "");
    }
    if (one.stage != 0) told.what += ", " + known_.stage_name(one.stage);
    const std::uint64_t row = past.names_on_rows().row(one.labels);
    told.line = row & ((std::uint64_t{1} << 40) - 1);
    if (const std::size_t file = row >> 40; file < book_.rows().files.size())
        told.file = book_.rows().files[file].source;

    const std::size_t slot = column.period ? past.slot_of_period(*column.period) : past.whole_slot();
    const bool earlier = one.where.slot < slot && (one.how.by & metric.levels) != 0;
    const auto out = [&](std::string why) {
        told.roles = {"out"}, told.why = std::move(why);
        return std::optional{std::move(told)};
    };
    if (!is_here) return out("in another group: " + name_of_group(one.group));
    if (!one.where.is_in && !one.rows.empty()) return std::nullopt; // nobody asked for it
    if (!one.where.is_in) return out("--where looks at others");
    if (one.where.slot != slot && !earlier)
        return out(column.period ? "in another period" : "outside of the window");
    if (!one.rows.empty()) return out(why_silent(one.rows, metric));
    if (!one.counts) return out(told.at ? "younger than --maturity" : "has no date");
    if (one.how.by == 0 && one.how.untold == 0) return out("does not meet the metric's condition");

    const std::vector<std::string_view> names = roles_of(metric);
    for (std::uint32_t left = one.how.by; left != 0; left &= left - 1) {
        const auto word = static_cast<std::size_t>(std::countr_zero(left));
        const std::string_view role = word < names.size() ? names[word] : names.back();
        if (std::find(told.roles.begin(), told.roles.end(), role) == told.roles.end())
            told.roles.push_back(role);
    }
    if (told.roles.empty()) told.roles = {"untold"};
    if ((one.how.by & metric.levels) != 0) told.moves = (one.how.goes & one.how.by) != 0 ? -1 : 1;
    return told;
}

} // namespace report
