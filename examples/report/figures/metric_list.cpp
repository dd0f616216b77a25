// SPDX-License-Identifier: MIT
#include "figures/metric_list.hpp"

#include "figures/lines.hpp"
#include "figures/read_told.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/key_metrics.hpp>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace report {
namespace {

/// "gross margin [%], cost [money]" as --given names them: gross_margin_percent, and cost, which is money.
std::vector<given_figure> figures_named(std::string_view given) {
    std::vector<given_figure> all;
    while (!given.empty()) {
        std::string_view one = given.substr(0, given.find(','));
        given.remove_prefix(std::min(given.size(), one.size() + 1));
        given_figure &figure = all.emplace_back();
        figure.is_money = one.ends_with(" [money]");
        const bool percent = one.ends_with(" [%]");
        one = one.substr(0, one.find(" ["));
        for (const char c : one)
            if (c == ' ' || c == '-')
                figure.name += figure.name.empty() ? "" : "_";
            else if (c != '\'')
                figure.name += c;
        if (percent) figure.name += "_percent";
    }
    return all;
}

/// From 1 on; 0 for a metric that is not asked first.
std::size_t place_among_keys(std::string_view name) {
    const auto &keys = sales::key_metrics.names;
    const auto found = std::find(keys.begin(), keys.end(), name);
    return found == keys.end() ? 0 : static_cast<std::size_t>(found - keys.begin()) + 1;
}

using backwards_count = kpi::count_metric<sales::fact, kpi::equals<kpi::member::backwards, true>>;

/// What the outcomes of a count say about settlements, if they do.
std::string said_of_settlements(kpi::event_set<sales::outcome> of) {
    constexpr kpi::event_set<sales::outcome> reversed{sales::outcome::reversed},
        repeated{sales::outcome::repeated}, settled{sales::outcome::won, sales::outcome::lost};
    return of == reversed ? "reversed" : of == repeated ? "repeated" : of == settled ? "backwards" : "";
}
std::vector<std::string_view> members_of(const words_told &words) {
    members_read all;
    for (const word_told &word : words)
        for (const std::string_view name : word.members.names())
            all.add(name);
    return all.names();
}

/// What the events of a metric must have besides their kind.
std::string also_needed(const listed_metric &metric) {
    std::string text;
    const auto add = [&](const std::string &what) { text += (text.empty() ? "" : ", ") + what; };
    for (const std::string_view name : metric.members)
        add(name == "at" ? "a date" : std::string{name});
    for (const ids_needed &needed : metric.ids)
        add("the id of a " + names_of(needed));
    return text;
}

/// Whether its groups and periods add up to the whole, as those of a count do.
template <const auto &M> inline constexpr bool is_a_sum = requires {
    requires std::is_same_v<typename kpi::definition<M>::leaf, kpi::total>;
};

/// Reads a metric that is on a board.
auto reader_of(metric_on_boards metric, const listed_metric &listed, bool of_acts) {
    if (of_acts) metric.sets = listed.sets;
    metric.by_currency = listed.by_currency, metric.is_timed = listed.is_timed;
    return [metric = std::move(metric)](const telling &, const reading &r) { return read_told(metric, r); };
}

/// What a definition says, as plain values.
struct definition_told {
    std::string_view chapter;
    kpi::figure_info info;
    std::string_view kind;
    words_told words;
    bool of_acts{}, is_a_sum{};
    bool can_be_read{};   ///< with what the log has
    bool of_open_deals{}; ///< it reads levels
    std::string counts{}; ///< of settlements
};

listed_metric listed_as(const definition_told &told) {
    const kpi::figure_info &info = told.info;
    listed_metric listed;
    telling &how = listed.how;
    how.name = info.name, how.kind = told.is_a_sum ? "total" : told.kind;
    how.unit = info.unit, how.help = info.help;
    how.better = info.better, how.scale = info.scale, how.nominal = info.nominal;
    how.decimals = decimals_of(how.kind, how.unit, how.scale);
    listed.chapter = told.chapter;
    listed.key = place_among_keys(how.name);
    listed.sets = sets_of(told.words);
    if (how.kind == "proportion") listed.rest_of_whole = rest_of_whole(told.words);
    listed.members = members_of(told.words);
    if (!told.of_acts) // stories find out what else facts carry
        std::erase_if(listed.members, [](std::string_view name) {
            return name != "value" && name != "units" && name != "due" && name != "at" && name != of_a_stage;
        });
    listed.needs_channel = std::count(listed.members.begin(), listed.members.end(), "channel") != 0;
    listed.ids = ids_of(told.words);
    listed.also = also_needed(listed);
    listed.of_open_deals = told.of_open_deals;
    listed.of_cases = std::all_of(told.words.begin(), told.words.end(), [](const word_told &word) {
        return (word.acts.bits & ~history::told_by_stories().bits) == 0;
    });
    listed.figures = figures_named(info.given);
    if (told.can_be_read && !listed.figures.empty()) // the log has a part of it
        listed.given = listed.figures.front(), listed.figures.clear();
    listed.apart = info.apart;
    listed.is_amount = how.kind == "count" || told.is_a_sum;
    constexpr kinds wins{activity::deal_won};
    listed.is_result = told.of_acts && how.better == kpi::better::more && listed.sets == std::vector{wins};
    listed.counts = told.counts;
    std::uint32_t bit = 1;
    for (const word_told &word : told.words) {
        listed.by_currency |= word.reads_amount, listed.is_timed |= word.is_timed;
        listed.of_settlements |= listed.counts.empty() && word.of_settlements;
        if (word.is_level) listed.levels |= bit;
        bit <<= 1;
    }
    return listed;
}

template <const auto &M> listed_metric list(std::string_view chapter) {
    constexpr bool of_acts = metrics_of_acts::contains<M>;
    using board = std::conditional_t<of_acts, board_of_acts, board_of_cases>;
    definition_told told{chapter, kpi::figure_of<M>(), M.kind, words_of_metric_told<M>(),
                         of_acts, is_a_sum<M>};
    told.can_be_read = board::template readable<M>;
    told.of_open_deals = kpi::detail::reads_levels<M>;
    if constexpr (std::is_same_v<kpi::definition<M>, kpi::count_metric<sales::outcome>> ||
                  std::is_same_v<kpi::definition<M>, backwards_count>)
        told.counts = said_of_settlements(M.of);
    listed_metric listed = listed_as(told);
    if constexpr (of_acts)
        listed.takes_act = taken_by<M, act>;
    else
        listed.takes_fact = taken_by<M, sales::fact>;
    if constexpr (metrics_of_growth::contains<M>)
        listed.read = read_growth<M>;
    else
        listed.read = reader_of(on_boards<M>(), listed, of_acts);
    return listed;
}

} // namespace

const std::vector<listed_metric> &all_metrics() {
    static const std::vector<listed_metric> metrics = [] {
        std::vector<listed_metric> all;
        const auto add = [&](std::string_view title, auto list_of_chapter) {
            list_of_chapter.for_each([&]<const auto & M>() {
                if constexpr (is_told<M>) all.push_back(list<M>(title));
            });
        };
        sales::for_each_chapter(add);
        return all;
    }();
    return metrics;
}

std::vector<std::string_view> given_names() {
    std::vector<std::string_view> names;
    const auto add = [&](const given_figure &given) {
        if (!given.name.empty() && std::find(names.begin(), names.end(), given.name) == names.end())
            names.push_back(given.name);
    };
    for (const listed_metric &metric : all_metrics()) {
        add(metric.given);
        std::for_each(metric.figures.begin(), metric.figures.end(), add);
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

std::optional<aside> growth_aside(std::string name, const fraction &before, const fraction &after) {
    if (before.negative || after.negative || before.denominator != after.denominator) return std::nullopt;

    const telling percent{.name = {}, .kind = "growth", .unit = "%", .help = {}, .scale = 100, .decimals = 1};
    const figure f = figure_of(kpi::growth<uint64_t>{before.numerator, after.numerator});
    if (!f.has_value()) return std::nullopt;
    return aside{std::move(name), (f.exact.negative ? "" : "+") + value_text(f, percent) + " %",
                 value_number(f.exact, 100)};
}

} // namespace report
