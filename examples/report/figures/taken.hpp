// SPDX-License-Identifier: MIT
#pragma once

/// What the words of a metric do with one act or fact, a bit for each word: the words that take it, the words
/// that name its kind whatever else they ask, and those that take it although it lacks what they measure.

#include "figures/word_list.hpp"
#include <kpi/core/told.hpp>

#include <cstdint>

namespace report {

struct taken {
    std::uint32_t by{}, named{}, untold{};
    std::uint32_t goes{}; ///< for levels: the words whose level it leaves
};

[[nodiscard]] constexpr bool tells_what_is_measured(const auto &, const auto &) { return true; }
template <class Leaf, const auto &What, kpi::kind_enum E, class Where>
[[nodiscard]] constexpr bool tells_what_is_measured(const kpi::measured<Leaf, What, E, Where> &,
                                                    const auto &e) {
    return kpi::told(What(e));
}
template <const auto &What, kpi::kind_enum E, class Where>
[[nodiscard]] constexpr bool tells_what_is_measured(const kpi::level<What, E, Where> &, const auto &e) {
    return kpi::told(What(e));
}

/// What one word does, in its own bit.
template <class Word, class Event>
void take_by(const Word &word, const Event &e, std::uint32_t bit, taken &found) {
    if (!word.of.contains(kpi::kind(e))) return;
    found.named |= bit;
    bool holds = true, known = tells_what_is_measured(word, e);
    if constexpr (requires { word.where(e); }) holds = word.where(e);
    if constexpr (requires { word.where.knows(e); })
        if (!word.where.knows(e)) holds = true, known = false;
    if (holds) (known ? found.by : found.untold) |= bit;
    if constexpr (requires { word.out; })
        if (word.out.contains(kpi::kind(e))) found.goes |= bit;
}

template <const auto &M, class Event> [[nodiscard]] taken taken_by(const Event &e) {
    taken found;
    std::uint32_t bit = 1;
    for_each_word<M>([&](const auto &word) { take_by(word, e, bit, found), bit <<= 1; });
    return found;
}

} // namespace report
