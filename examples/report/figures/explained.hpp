// SPDX-License-Identifier: MIT
#pragma once

/// One figure, and what it is made of: the acts and cases that it counts, each with the row of the log that
/// says so, and those that it does not count though they are of its kinds, with the reason.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct explained_event {
    std::vector<std::string_view> roles; ///< in the figure: "part", "whole", "open", ...; "out"
    std::string why;                     ///< it is out
    std::string_view kind;
    std::string what; ///< the ids that it has: "deal 17, customer 4"
    std::optional<std::int64_t> at;
    std::optional<std::int64_t> elapsed; ///< in seconds
    std::string value; ///< in the unit of the log's currency; nothing where there are several
    std::uint64_t n{1};
    std::string file;
    std::uint64_t line{};
    std::uint64_t of_case{}; ///< by a number of its own; 0 for none
    int moves{};             ///< of a level: 1 comes, -1 goes

    /// "part and whole".
    [[nodiscard]] std::string role() const;
};

struct explanation {
    std::string metric, group; ///< no group: the whole
    std::vector<explained_event> events;

    /// How many have a role.
    [[nodiscard]] std::uint64_t count(std::string_view role) const;
};

} // namespace report
