// SPDX-License-Identifier: MIT
#pragma once

/// Where every row went. read = used + repeated + passed over + without an event + refused: `closes()` says
/// that it is so, and the report shows it.

#include "mapper.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace report {

/// Rows refused for the same reason.
struct refusal {
    static constexpr std::size_t most_lines = 5;

    std::string reason;
    std::string text; ///< what the first of them had in place of what was wanted
    std::uint64_t rows{};
    std::vector<std::uint64_t> lines; ///< where the first of them begin
};

struct account {
    /// Reasons kept apart; further ones are counted together.
    static constexpr std::size_t most_reasons = 32;

    std::uint64_t read{};
    std::uint64_t used{};
    std::uint64_t repeated{};      ///< all they had to say was known by their key
    std::uint64_t passed_over{};   ///< left out by the profile's `only`
    std::uint64_t without_event{}; ///< the profile makes nothing of them
    std::uint64_t refused{};
    std::vector<refusal> refusals;

    std::array<std::uint64_t, 64> events{}; ///< by kind
    std::uint64_t undated{};
    std::optional<std::int64_t> first, last; ///< times of events
    std::uint64_t replies_without_channel{};

    void refuse(std::uint64_t line, fault why);

    [[nodiscard]] bool closes() const {
        return read == used + repeated + passed_over + without_event + refused;
    }
    [[nodiscard]] std::uint64_t all_events() const;
    [[nodiscard]] std::uint64_t count(activity kind) const { return events[static_cast<std::size_t>(kind)]; }
};

} // namespace report
