// SPDX-License-Identifier: MIT
#pragma once

/// Cases that somebody should look at now: deals that have been open for longer than most won deals took,
/// deals past their due date, and leads that have waited for too long.

#include "figures/figure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct case_to_act_on {
    std::string id, rep; ///< empty if no row says it
    std::uint32_t seconds{};
    std::optional<figure> value{}; ///< told like the others
};

struct to_act_on {
    enum class why : std::uint8_t { stale_deal, overdue_deal, unanswered_lead };
    why what{};
    std::uint64_t n{};
    std::optional<std::uint32_t> longer_than{}; ///< seconds
    bool by_target{};                           ///< the limit is the user's; otherwise nine in ten took less
    std::optional<figure> value{};              ///< of all of them, if it is in one currency
    telling money{};                            ///< how amounts are told
    std::vector<case_to_act_on> first{};        ///< ten at most, if they are asked for
};

} // namespace report
