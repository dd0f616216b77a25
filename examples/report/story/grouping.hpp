// SPDX-License-Identifier: MIT
#pragma once

/// What the report is broken down by: one of the names on a row, or its channel. A group is that name's
/// number; number 0 is nobody, or no channel.

#include "story/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace report {

class grouping {
public:
    static constexpr std::uint32_t nobody = 0;

    /// No groups.
    grouping() = default;
    [[nodiscard]] static grouping by_name(const labels &said, std::size_t part) { return {&said, part}; }
    [[nodiscard]] static grouping by_channel(const labels &said) { return {&said, std::nullopt}; }

    [[nodiscard]] explicit operator bool() const { return said_ != nullptr; }
    /// Of the rows with these labels.
    [[nodiscard]] std::uint32_t of(std::uint32_t labels) const {
        return said_ != nullptr ? of((*said_)[labels]) : nobody;
    }
    [[nodiscard]] std::uint32_t of(const row_labels &row) const {
        if (said_ == nullptr) return nobody;
        return part_ ? row.names[*part_] : static_cast<std::uint32_t>(row.travels);
    }
    /// The reps, channels and currencies of a case are those of its own rows; its product, source, place and
    /// grade are also those of the cases that it is linked with.
    [[nodiscard]] bool is_inherited() const { return part_ && *part_ != rep_part && *part_ != currency_part; }
    [[nodiscard]] bool is_rep() const { return part_ == rep_part; }

private:
    grouping(const labels *said, std::optional<std::size_t> part) : said_{said}, part_{part} {}

    const labels *said_{};
    std::optional<std::size_t> part_{};
};

} // namespace report
