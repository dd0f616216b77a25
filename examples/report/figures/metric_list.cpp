// SPDX-License-Identifier: MIT
#include "figures/metric_list.hpp"

#include "figures/read_derived.hpp"
#include "figures/read_ids.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <type_traits>

namespace report {
namespace {

template <const auto &M> std::vector<std::string_view> members_of() {
    members_read members;
    if constexpr (!kpi::derived_from_others<kpi::definition<M>>)
        for_each_word<M>([&](const auto &word) { members.look_at(word); });
    return members.names();
}

/// What the events of a metric must have besides their kind.
std::string also_needed(const std::vector<std::string_view> &members, std::string_view id) {
    std::string text;
    const auto add = [&](std::string_view what) { text += (text.empty() ? "" : ", ") + std::string{what}; };
    for (const std::string_view name : members)
        add(name == "at" ? "a date" : name);
    if (!id.empty()) add("the id of the " + std::string{id});
    return text;
}

template <const auto &M> listed_metric list(std::string_view chapter, std::string_view id = {}) {
    listed_metric listed;
    telling &how = listed.how;
    how.name = M.name;
    how.kind = M.kind;
    how.unit = M.unit;
    how.help = M.help;
    if constexpr (requires { M.per; })
        how.scale = M.per;
    else if (M.unit == "%" || how.kind == "proportion" || how.kind == "score")
        how.scale = 100;
    else if constexpr (kpi::same_metric<M, sales::context_switches>)
        how.scale = 3600;
    how.decimals = decimals_of(how.kind, how.unit, how.scale);
    how.better = kpi::figure_of<M>().better;
    if constexpr (requires { M.nominal; }) how.nominal = M.nominal;

    listed.chapter = chapter;
    if constexpr (is_on_a_board<M>) {
        listed.sets = sets_of<M>();
        if (how.kind == "proportion") listed.rest_of_whole = rest_of_whole<M>();
    } else {
        listed.sets = sets_needed<M>();
    }
    if constexpr (is_on_a_board<M>) listed.members = members_of<M>();
    listed.also = also_needed(members_of<M>(), id);
    if constexpr (kpi::derived_from_others<kpi::definition<M>>) {
        listed.figures = figures_named(M.given);
    } else if constexpr (requires { M.given; }) {
        listed.given = M.given;
        std::replace(listed.given.begin(), listed.given.end(), ' ', '_');
    }
    if constexpr (kpi::same_metric<M, sales::clients_over_a_spend>) listed.given = "spend";
    if constexpr (requires { M.where; })
        listed.needs_channel =
            std::is_same_v<std::remove_cvref_t<decltype(M.where)>, sales::replied_by_email>;
    listed.of_staff = kpi::same_metric<M, sales::employee_net_promoter_score>;
    if constexpr (kpi::derived_from_others<kpi::definition<M>>)
        listed.read = read_derived<M>;
    else if constexpr (is_on_a_board<M>)
        listed.read = read_told<M>;
    else if constexpr (decltype(sales::reps)::template contains<M>)
        listed.read = read_reps<M>;
    else
        listed.read = read_pooled<M>;
    return listed;
}

} // namespace

const std::vector<listed_metric> &all_metrics() {
    static const std::vector<listed_metric> metrics = [] {
        std::vector<listed_metric> all;
        const auto add = [&](std::string_view title, auto list_of_chapter, std::string_view id = {}) {
            list_of_chapter.for_each([&]<const auto & M>() { all.push_back(list<M>(title, id)); });
        };
        sales::for_each_chapter(add);
        add("Amounts", sales::amounts);
        add("Times", sales::times);
        add("Prospects, each once", sales::prospects, "prospect");
        add("Leads, each once", sales::leads, "lead");
        add("Deals, each once", sales::pipeline, "deal");
        add("Customers, each once", sales::accounts, "customer");
        add("Reps", sales::reps, "rep");
        add("With figures that no log has", derived_catalogue{});
        return all;
    }();
    return metrics;
}

std::vector<std::string_view> metric_names() {
    std::vector<std::string_view> names;
    for (const listed_metric &metric : all_metrics())
        names.push_back(metric.how.name);
    return names;
}

std::vector<std::string_view> given_names() {
    std::vector<std::string_view> names;
    const auto add = [&](std::string_view name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    for (const listed_metric &metric : all_metrics()) {
        add(metric.given);
        for (const std::string &figure : metric.figures)
            add(figure);
    }
    return names;
}

std::string in_words(kpi::event_set<activity> set) {
    std::string text;
    for (std::size_t k = 0; k < kpi::max_kinds; ++k)
        if (set.contains(static_cast<activity>(k)))
            text += (text.empty() ? "" : " or ") + std::string{kpi::name_of(static_cast<activity>(k))};
    return text;
}

std::optional<aside> growth_aside(std::string name, std::uint64_t before, std::uint64_t after) {
    const telling percent{.name = {}, .kind = "growth", .unit = "%", .help = {}, .scale = 100, .decimals = 1};
    const figure f = figure_of(kpi::growth<uint64_t>{before, after});
    if (!f.has_value()) return std::nullopt;
    return aside{std::move(name), (f.exact.negative ? "" : "+") + value_text(f, percent) + " %",
                 value_number(f.exact, 100)};
}

} // namespace report
