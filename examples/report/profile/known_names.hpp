// SPDX-License-Identifier: MIT
#pragma once

/// The texts that rows name, each by its number: the same in every file of a run, and in every thread.

#include "profile/currency.hpp"
#include "profile/event.hpp"
#include "profile/names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace report {

struct known_names {
    std::array<names, named_parts.size()> of_parts{};
    names stages;
    unsigned least_decimals{}; ///< of amounts: as many as any profile says

    /// In how many decimals amounts are counted that have this currency, or none.
    [[nodiscard]] unsigned decimals_of_amounts(std::string_view currency) const {
        return std::max(least_decimals, decimals_of(currency));
    }
};

/// Those of all parts, for one thread.
[[nodiscard]] inline auto at_hand(std::array<names, named_parts.size()> &all) {
    return [&all]<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{names_at_hand{all[I]}...};
    }
    (std::make_index_sequence<named_parts.size()>{});
}

} // namespace report
