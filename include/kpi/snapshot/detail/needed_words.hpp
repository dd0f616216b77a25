// SPDX-License-Identifier: MIT
#pragma once

/// Which of a board's words, as a snapshot lists them, each of its metrics needs.

#include <kpi/core/enumerators.hpp>
#include <kpi/scorecard/metric.hpp>
#include <kpi/snapshot/detail/board_words.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::snapshot::detail {

/// Whether a metric needs what is counted at a place of a board for one of its kinds.
template <class Place, const auto &M> constexpr bool needs_of_place(std::size_t kind) noexcept {
    return [kind]<auto... W>(kpi::detail::words<W...>) {
        const auto needs = [kind]<auto Word>() {
            if constexpr (kpi::detail::same_constant<Place::kept, kpi::detail::kept_of<Word>()>)
                return !counter_place<Place> || (kind < max_kinds    ? (Word.of.bits >> kind & 1u) != 0
                                                 : kind == max_kinds ? Word.of.unlisted
                                                                     : !Word.of.empty());
            else
                return false;
        };
        return (needs.template operator()<W>() || ...);
    }
    (kpi::detail::words_of<M>{});
}
/// Which words of a board a metric needs.
template <has_words Board, const auto &M>
inline constexpr auto words_needed = [] {
    std::array<bool, how_many_words<Board>> needed{};
    std::size_t n = 0;
    each_listed_word<Board>(
        [&]<class Place>(std::uint32_t, const field_runs &, std::type_identity<Place>, std::size_t kind) {
            needed[n++] = needs_of_place<Place, M>(kind);
        });
    return needed;
}();

template <has_words Board, const auto &M> [[nodiscard]] constexpr bool lacks(const bool *missing) noexcept {
    for (std::size_t i = 0; i < how_many_words<Board>; ++i)
        if (words_needed<Board, M>[i] && missing[i]) return true;
    return false;
}

} // namespace kpi::inline v1::snapshot::detail
