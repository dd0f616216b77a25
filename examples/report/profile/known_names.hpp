// SPDX-License-Identifier: MIT
#pragma once

/// The texts that rows name, each with its number: the same in every file of a run, and in every thread.

#include "profile/combinations.hpp"
#include "profile/currency.hpp"
#include "profile/event.hpp"
#include "profile/names.hpp"
#include "profile/rep_groups.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

struct known_names {
    std::array<names, named_parts.size()> of_parts{};
    std::vector<std::string> dimensions; ///< the user's own, by their names
    std::deque<names> of_dimensions;     ///< ... and what rows name in each
    combinations further;                ///< the names of a row in all of them; number 0 is nothing
    names stages;
    std::vector<std::string> stage_order;       ///< of deals, as the profiles say it; else stages are numbers
    rep_posts posts;                            ///< of the reps of a roster
    bool keeps_rows{};                          ///< rows have numbers, for a log that is to be explained
    bool keeps_ids{};                           ///< ... or whose cases are to be named
    std::map<std::uint64_t, std::string> ids{}; ///< their texts, by their hashes
    unsigned least_decimals{};                  ///< of amounts: the most that any profile says

    known_names() = default;
    explicit known_names(const std::set<std::string> &of_ones_own) { set_dimensions(of_ones_own); }

    /// Call this once, before any row.
    void set_dimensions(const std::set<std::string> &all) {
        dimensions.assign(all.begin(), all.end());
        of_dimensions.resize(dimensions.size());
        static_cast<void>(further.number_of(std::vector<std::uint32_t>(dimensions.size())));
    }
    [[nodiscard]] std::optional<std::size_t> place_of_dimension(std::string_view name) const {
        const auto found = std::find(dimensions.begin(), dimensions.end(), name);
        if (found == dimensions.end()) return std::nullopt;
        return static_cast<std::size_t>(found - dimensions.begin());
    }
    /// Of a deal's own pipeline, by its number from 1.
    [[nodiscard]] std::string stage_name(std::size_t k) const {
        return k <= stage_order.size() ? stage_order[k - 1] : "stage " + std::to_string(k);
    }
    /// The number of decimals of amounts with this currency, or with none.
    [[nodiscard]] unsigned decimals_of_amounts(std::string_view currency) const {
        return std::max(least_decimals, decimals_of(currency));
    }
};

/// The names of all parts, for one thread.
[[nodiscard]] inline auto at_hand(std::array<names, named_parts.size()> &all) {
    return [&all]<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{names_at_hand{all[I]}...};
    }
    (std::make_index_sequence<named_parts.size()>{});
}

} // namespace report
