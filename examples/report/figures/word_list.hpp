// SPDX-License-Identifier: MIT
#pragma once

/// What a metric's words demand of their events: the sets of kinds, of each of which it needs an event, and
/// the members that these must tell. There is an overload for each type of word; metrics have no say in it.

#include "profile/event.hpp"
#include "story/ids_behind.hpp"
#include "story/kinds_behind.hpp"
#include <kpi/sales/conditions.hpp>
#include <kpi/scorecard/bands_of.hpp>
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/latest_of.hpp>
#include <kpi/scorecard/level_of.hpp>
#include <kpi/scorecard/measured.hpp>
#include <kpi/scorecard/metric.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace report {

/// What a row says if it enters a stage of its deal's own pipeline.
inline constexpr std::string_view of_a_stage = "a stage";

/// The names of the members that conditions and words read.
class members_read {
public:
    void add(std::string_view name) {
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }
    [[nodiscard]] const std::vector<std::string_view> &names() const { return names_; }

    void look_at(const auto &) {}
    template <const auto &What> void look_at(const kpi::at_most<What> &) { add(What.name); }
    template <const auto &What, auto Value> void look_at(const kpi::equals<What, Value> &) { add(What.name); }
    template <const auto &What, bool Told> void look_at(const kpi::tells<What, Told> &) { add(What.name); }
    void look_at(const sales::replied_by_email &) { add("channel"); }
    /// Stories tell of a deal's due date only if some row names it.
    void look_at(const kpi::event_set<sales::outcome> &of) {
        if (of.contains(sales::outcome::due_open) || of.contains(sales::outcome::slipped)) add("due");
    }
    template <class A, class B> void look_at(const kpi::both<A, B> &where) {
        look_at(where.a), look_at(where.b);
    }
    template <kpi::kind_enum E, class Where> void look_at(const kpi::counted<E, Where> &word) {
        look_at(word.where), look_at(word.of);
    }
    template <class Leaf, const auto &What, kpi::kind_enum E, class Where>
    void look_at(const kpi::measured<Leaf, What, E, Where> &word) {
        add(What.name), look_at(word.where), look_at(word.of);
    }
    /// How far deals got, by the stages that rows say they enter.
    template <kpi::kind_enum E, std::size_t N, class Where>
    void look_at(const kpi::banded<kpi::member::k, E, N, Where> &) {
        add(of_a_stage);
    }
    template <const auto &What, kpi::kind_enum E, class Where>
    void look_at(const kpi::level<What, E, Where> &word) {
        if constexpr (requires { What.name; }) add(What.name);
        look_at(word.where);
    }
    template <kpi::kind_enum E> void look_at(const kpi::latest_of<E> &) { add("at"); }

private:
    std::vector<std::string_view> names_;
};

/// Whether a word, or a condition, reads the size of an amount.
[[nodiscard]] constexpr bool reads_amount(const auto &) { return false; }
template <const auto &What> [[nodiscard]] constexpr bool reads_amount(const kpi::at_most<What> &) {
    return What.name == "value";
}
template <const auto &What> [[nodiscard]] constexpr bool reads_amount(const kpi::at_least<What> &) {
    return What.name == "value";
}
template <class A, class B> [[nodiscard]] constexpr bool reads_amount(const kpi::both<A, B> &where) {
    return reads_amount(where.a) || reads_amount(where.b);
}
template <kpi::kind_enum E, class Where>
[[nodiscard]] constexpr bool reads_amount(const kpi::counted<E, Where> &word) {
    return reads_amount(word.where);
}
template <class Leaf, const auto &What, kpi::kind_enum E, class Where>
[[nodiscard]] constexpr bool reads_amount(const kpi::measured<Leaf, What, E, Where> &) {
    return What.name == "value";
}
template <const auto &What, kpi::kind_enum E, class Where>
[[nodiscard]] constexpr bool reads_amount(const kpi::level<What, E, Where> &) {
    if constexpr (requires { What.name; }) return What.name == "value";
    return false;
}

/// f(word) for each word of a metric.
template <const auto &M> constexpr void for_each_word(auto &&f) {
    [&]<auto... W>(kpi::detail::words<W...>) { (f(W), ...); }
    (kpi::detail::words_of<M>{});
}

/// Whether the story of a lead times any of these by its clock.
[[nodiscard]] constexpr bool is_timed(kinds of) { return of.contains(activity::first_response); }
[[nodiscard]] constexpr bool is_timed(kpi::event_set<sales::outcome> of) {
    constexpr kpi::event_set<sales::outcome> timed{sales::outcome::responded,
                                                   sales::outcome::responded_to_handover,
                                                   sales::outcome::lead_ripe, sales::outcome::answered_soon};
    return !(of & timed).empty();
}
/// Whether all, or any, deals that a word takes are settled.
[[nodiscard]] constexpr bool is_about_settlements(kinds of) {
    return !of.empty() && (of.bits & ~sales::kinds::deals_settled.bits) == 0;
}
[[nodiscard]] constexpr bool is_about_settlements(kpi::event_set<sales::outcome> of) {
    constexpr kpi::event_set<sales::outcome> settlements{sales::outcome::won, sales::outcome::lost,
                                                         sales::outcome::won_of_opened,
                                                         sales::outcome::lost_of_opened};
    return !(of & settlements).empty();
}

/// The stage that a condition asks for, if it asks for one.
inline std::optional<sales::stage> stage_asked(const auto &) { return std::nullopt; }
template <const auto &What, sales::stage Stage>
std::optional<sales::stage> stage_asked(const kpi::equals<What, Stage> &) {
    return Stage;
}
template <class A, class B> std::optional<sales::stage> stage_asked(const kpi::both<A, B> &where) {
    const auto of_a = stage_asked(where.a);
    return of_a ? of_a : stage_asked(where.b);
}

/// Adds the kinds that stories take in place of a mark or a `customer` event if there is none.
[[nodiscard]] constexpr kinds told_for_want_of(kinds set) {
    kinds all = set;
    if (set.contains(activity::first_response) || set.contains(activity::follow_up))
        all = all | sales::kinds::touches;
    if (set.contains(activity::customer)) all = all | kinds{activity::deal_won};
    return all;
}

/// The kinds of event that feed a word: those that it names, or those behind the outcomes that it names.
template <class Word> [[nodiscard]] kinds feeding(const Word &word) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(word.of)>, kinds>) {
        return told_for_want_of(word.of);
    } else {
        if constexpr (requires { word.where; })
            if (const auto stage = stage_asked(word.where)) return kinds_behind(*stage);
        kinds all;
        for (unsigned o = 0; o < 64; ++o)
            if (word.of.contains(static_cast<sales::outcome>(o)))
                all = all | kinds_behind(static_cast<sales::outcome>(o));
        return all;
    }
}

/// The ids that are needed to tell what a word takes.
[[nodiscard]] inline std::vector<ids_needed> ids_of(kinds acts) { return {ids_behind(acts)}; }
[[nodiscard]] inline std::vector<ids_needed> ids_of(kpi::event_set<sales::outcome> of) {
    std::vector<ids_needed> all;
    for (unsigned o = 0; o < 64; ++o)
        if (of.contains(static_cast<sales::outcome>(o)))
            all.push_back(ids_behind(static_cast<sales::outcome>(o)));
    return all;
}

/// What one word says, whatever its type.
struct word_told {
    kinds fed_by{};
    kinds acts{}; ///< that it counts; empty if it is about what stories tell
    members_read members{};
    std::vector<ids_needed> ids{};
    bool reads_amount{}, is_timed{}, is_level{}, of_settlements{};
};
template <class Word> [[nodiscard]] word_told told_by(const Word &word) {
    word_told told{.fed_by = feeding(word)};
    told.members.look_at(word);
    told.ids = ids_of(word.of);
    const auto &read = told.members.names(); // the deal tells what came before an opening
    if (std::find(read.begin(), read.end(), "backwards") != read.end())
        told.ids.push_back({bit_of_id("deal"), {}, false});
    told.reads_amount = reads_amount(word), told.is_timed = is_timed(word.of);
    told.of_settlements = is_about_settlements(word.of);
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(word.of)>, kinds>) told.acts = word.of;
    if constexpr (requires { word.is_level; }) told.is_level = true;
    return told;
}
/// ... and all words of a metric, in order.
using words_told = std::vector<word_told>;
template <const auto &M> [[nodiscard]] words_told words_of_metric_told() {
    words_told words;
    for_each_word<M>([&](const auto &word) { words.push_back(told_by(word)); });
    return words;
}

/// The sets of kinds of each of which a metric needs an event to mean anything, each once.
[[nodiscard]] inline std::vector<kinds> sets_of(const words_told &words) {
    std::vector<kinds> sets;
    for (const word_told &word : words)
        if (!word.fed_by.empty() && std::find(sets.begin(), sets.end(), word.fed_by) == sets.end())
            sets.push_back(word.fed_by);
    return sets;
}

/// The ids that its cases must have, one of each, for a metric to mean anything.
[[nodiscard]] inline std::vector<ids_needed> ids_of(const words_told &words) {
    std::vector<ids_needed> all;
    for (const word_told &word : words)
        for (const ids_needed &each : word.ids)
            if (each.ids != 0 && std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
    return all;
}

/// The kinds of a share that are in the whole and not in the part: if a log cannot tell them, the share is 1
/// by construction. The first word is the part, the second the whole.
[[nodiscard]] inline kinds rest_of_whole(const words_told &words) {
    kinds rest;
    if (words.size() >= 2) rest.bits = words[1].fed_by.bits & ~words[0].fed_by.bits;
    return rest;
}

/// Whether it is a share of a level, as churn of the customers at the start, and not itself a level.
template <const auto &M>
inline constexpr bool is_share_of_a_level = M.kind == "proportion" || M.kind == "ratio";

} // namespace report
