// SPDX-License-Identifier: MIT
#pragma once

/// What somebody should look at now: deals that are open for longer than most of those that were won took,
/// deals past their due date, and leads that wait for too long.

#include "figures/figure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct case_to_act_on {
    std::string id, rep; ///< nothing where no row says it
    std::uint32_t seconds{};
    std::optional<figure> value{}; ///< as its telling is that of the others
};

struct to_act_on {
    enum class why : std::uint8_t { stale_deal, overdue_deal, unanswered_lead };
    why what{};
    std::uint64_t n{};
    std::optional<std::uint32_t> longer_than{}; ///< seconds
    bool by_target{};                           ///< that is what the user wants; else nine in ten took less
    std::optional<figure> value{};              ///< of all of them, where it is of one currency
    telling money{};                            ///< how amounts are told
    std::vector<case_to_act_on> first{};        ///< ten at most, where they are asked for
};

} // namespace report
