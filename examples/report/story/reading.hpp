// SPDX-License-Identifier: MIT
#pragma once

/// A way to read the log: in which stretches of time, and whether by group too. The same replay serves
/// several of them: the whole and its months, each of which is a reading in which a story begins anew.

#include "story/slots.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace report {

struct reading_of_log {
    slots when{};
    bool by_group{};
    std::vector<slots> of_groups{}; ///< by the first dimension, if each group has its own

    [[nodiscard]] const slots &of(std::uint32_t first) const {
        return first < of_groups.size() ? of_groups[first] : when;
    }
    /// For all, and for each group.
    [[nodiscard]] std::size_t most_slots() const {
        std::size_t most = when.size();
        for (const slots &each : of_groups)
            most = std::max(most, each.size());
        return most;
    }
};

/// The group of a figure of the whole.
inline constexpr std::uint32_t everyone = ~std::uint32_t{};

/// Amounts of one currency, which are never added to those of another; or of any, if a log has only one.
struct money {
    static constexpr std::uint32_t any = ~std::uint32_t{};
    std::uint32_t currency{any}; ///< by its number
    std::int64_t unit{1};        ///< how many of the smallest units make one

    friend bool operator==(const money &, const money &) = default;
};

/// Where a fact is put.
struct place {
    std::size_t reading;
    std::size_t slot;
    std::span<const std::uint32_t> groups; ///< everyone, and its own
    money in{};                            ///< of its amounts
    bool named{};                          ///< it names its group in every dimension
    bool is_in{true};                      ///< it is looked at
    std::uint32_t labels{};                ///< of the row that told it
    std::uint64_t of_case{};               ///< which case told it; 0 for none
    bool in_hours{};                       ///< times are in business hours, and counted separately
};

} // namespace report
