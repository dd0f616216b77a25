// SPDX-License-Identifier: MIT
#pragma once

/// What a metric's words say of what feeds it: the sets of kinds of which it needs an event each, and the
/// members that these must tell. An overload for each type of word; metrics have no say in it.

#include "profile/event.hpp"
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/latest_of.hpp>
#include <kpi/scorecard/level_of.hpp>
#include <kpi/scorecard/measured.hpp>
#include <kpi/scorecard/metric.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace report {

/// The names of what conditions and words read.
class members_read {
public:
    void add(std::string_view name) {
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    }
    [[nodiscard]] const std::vector<std::string_view> &names() const { return names_; }

    void look_at(const auto &) {}
    template <const auto &What> void look_at(const kpi::at_most<What> &) { add(What.name); }
    template <const auto &What, auto Value> void look_at(const kpi::equals<What, Value> &) { add(What.name); }
    template <class A, class B> void look_at(const kpi::both<A, B> &where) {
        look_at(where.a), look_at(where.b);
    }
    template <kpi::kind_enum E, class Where> void look_at(const kpi::counted<E, Where> &word) {
        look_at(word.where);
    }
    template <class Leaf, const auto &What, kpi::kind_enum E, class Where>
    void look_at(const kpi::measured<Leaf, What, E, Where> &word) {
        add(What.name), look_at(word.where);
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

/// f(word) for each word of a metric.
template <const auto &M> void for_each_word(auto &&f) {
    [&]<auto... W>(kpi::detail::words<W...>) { (f(W), ...); }
    (kpi::detail::words_of<M>{});
}

/// The sets of kinds that its words name, each once, as masks.
template <const auto &M> [[nodiscard]] std::vector<std::uint64_t> sets_of() {
    std::vector<std::uint64_t> sets;
    for_each_word<M>([&](const auto &word) {
        if (word.of.bits != 0 && std::find(sets.begin(), sets.end(), word.of.bits) == sets.end())
            sets.push_back(word.of.bits);
    });
    return sets;
}

/// Whether any word is a level, which is read over all periods up to the one asked for.
template <const auto &M> inline constexpr bool is_a_level = []<auto... W>(kpi::detail::words<W...>) {
    return (... || requires { &decltype(W)::read_after; });
}
(kpi::detail::words_of<M>{});

} // namespace report
