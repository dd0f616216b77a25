// SPDX-License-Identifier: MIT
#pragma once

/// One figure, and what it is made of: the acts and cases that it counts, each with its row of the log; and
/// those of its kinds that it does not count, each with the reason.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct explained_event {
    std::vector<std::string_view> roles; ///< in the figure: "part", "whole", "open", ...; "out"
    std::string why;                     ///< why it is out
    std::string_view kind;
    std::string what; ///< its ids: "deal 17, customer 4"
    std::optional<std::int64_t> at;
    std::optional<std::int64_t> elapsed; ///< in seconds
    std::string value; ///< in the unit of the log's currency; empty if there are several currencies
    std::uint64_t n{1};
    std::string file;
    std::uint64_t line{};
    std::uint64_t of_case{}; ///< numbered here; 0 for none
    int moves{};             ///< for a level: 1 comes, -1 goes

    /// "part and whole".
    [[nodiscard]] std::string role() const;
};

struct explanation {
    std::string metric, group; ///< no group: the whole
    std::vector<explained_event> events;

    /// The number of events with a role.
    [[nodiscard]] std::uint64_t count(std::string_view role) const;
};

} // namespace report
