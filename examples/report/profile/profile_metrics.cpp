// SPDX-License-Identifier: MIT
#include "profile/profile_metrics.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace report {
namespace {

using kinds_named = kpi::event_set<kpi::sales::activity>;

struct form_word {
    std::string_view key;
    own_metric::form is;
};
constexpr std::array<form_word, 3> forms{{{"share", own_metric::form::share},
                                          {"ratio", own_metric::form::ratio},
                                          {"count", own_metric::form::count}}};
constexpr std::string_view one_form = "one of \"share\", \"ratio\" or \"count\" is wanted here";

kinds_named kinds_in(const profile_node &from) {
    if (from.is_array() && from.each().empty()) from.refuse("a kind of event is wanted here, or several");
    kinds_named all;
    for (const profile_node &each : from.each())
        if (!all.insert(each.enumerator<kpi::sales::activity>("kind of event")))
            each.refuse("the kind \"" + each.text() + "\" is named twice");
    return all;
}

own_metric read_one(const profile_node &from, const std::string &profile) {
    from.want_object({"name", "title", "about", "share", "ratio", "count", "of", "better"});
    own_metric read;
    read.profile = profile;
    read.name = from.at("name").text();
    if (!is_a_word(read.name)) from.at("name").refuse("a name of small letters, digits and _ is wanted here");
    if (from.has("title")) read.title = from.at("title").text();
    if (from.has("about")) read.about = from.at("about").text();

    std::optional<std::string> form;
    for (const auto &[key, is] : forms) {
        if (!from.has(std::string{key})) continue;
        if (form) from.refuse(std::string{one_form} + ", and not two of them");
        form = key, read.is = is;
    }
    if (!form) from.refuse(std::string{one_form});
    read.part = kinds_in(from.at(*form));
    if (read.is == own_metric::form::count) {
        if (from.has("of")) from.at("of").refuse("a count is of no whole: a \"share\" is, or a \"ratio\"");
    } else {
        read.whole = kinds_in(from.at("of"));
    }
    if (read.is == own_metric::form::share)
        for (const profile_node &each : from.at(*form).each())
            if (!read.whole.contains(each.enumerator<kpi::sales::activity>("kind of event")))
                each.refuse(each.text() + " is not among the kinds that it is a share \"of\"");
    if (from.has("better")) {
        constexpr std::array<std::string_view, 3> directions{"neither", "more", "less"};
        constexpr std::array all{kpi::better::neither, kpi::better::more, kpi::better::less};
        read.better = all[from.at("better").place_among(directions)];
    }
    return read;
}

} // namespace

std::vector<own_metric> read_own_metrics(const profile_node &from, const std::string &profile) {
    if (!from.is_array()) from.refuse("a list of metrics is wanted here");
    std::vector<own_metric> all;
    for (const profile_node &each : from.each()) {
        own_metric read = read_one(each, profile);
        if (std::any_of(all.begin(), all.end(), [&](const own_metric &m) { return m.name == read.name; }))
            each.refuse("two metrics are called " + read.name);
        all.push_back(std::move(read));
    }
    return all;
}

} // namespace report
