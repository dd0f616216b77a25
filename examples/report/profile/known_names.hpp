// SPDX-License-Identifier: MIT
#pragma once

/// The texts that rows name, each by its number: the same in every file of a run.

#include "profile/currency.hpp"
#include "profile/event.hpp"
#include "profile/names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace report {

struct known_names {
    std::array<names, named_parts.size()> of_parts = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{(static_cast<void>(I), names{})...};
    }
    (std::make_index_sequence<named_parts.size()>{});
    names stages;
    unsigned least_decimals{}; ///< of amounts: as many as any profile says

    /// In how many decimals amounts are counted that have this currency, or none.
    [[nodiscard]] unsigned decimals_of_amounts(std::string_view currency) const {
        return std::max(least_decimals, decimals_of(currency));
    }
};

} // namespace report
