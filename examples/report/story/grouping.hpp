// SPDX-License-Identifier: MIT
#pragma once

/// What the report is broken down by: one of the names on a row, or its channel. A group is that name's
/// number; number 0 is nobody, or no channel. Reps may be grouped further, into teams or roles: a case is
/// first a rep's, and by that a team's.

#include "profile/rep_groups.hpp"
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
    /// `folded`, where it is there, stays where it is.
    [[nodiscard]] static grouping by_name(const labels &said, std::size_t part,
                                          const rep_groups *folded = nullptr) {
        return {&said, part, folded};
    }
    [[nodiscard]] static grouping by_channel(const labels &said) { return {&said, std::nullopt, nullptr}; }

    [[nodiscard]] explicit operator bool() const { return said_ != nullptr; }
    /// Of the rows with these labels.
    [[nodiscard]] std::uint32_t of(std::uint32_t labels) const {
        return said_ != nullptr ? of((*said_)[labels]) : nobody;
    }
    [[nodiscard]] std::uint32_t of(const row_labels &row) const {
        const std::uint32_t name = name_of(row);
        return folded_ != nullptr ? folded_->of(name) : name;
    }
    /// Whether these rows name anyone, if only a rep who is in no team.
    [[nodiscard]] bool is_named(std::uint32_t labels) const {
        return said_ != nullptr && name_of((*said_)[labels]) != nobody;
    }
    /// The reps, channels and currencies of a case are those of its own rows; its product, source, place and
    /// grade are also those of the cases that it is linked with.
    [[nodiscard]] bool is_inherited() const { return part_ && *part_ != rep_part && *part_ != currency_part; }
    [[nodiscard]] bool is_rep() const { return part_ == rep_part; }

private:
    grouping(const labels *said, std::optional<std::size_t> part, const rep_groups *folded)
        : said_{said}, part_{part}, folded_{folded} {}
    [[nodiscard]] std::uint32_t name_of(const row_labels &row) const {
        if (said_ == nullptr) return nobody;
        return part_ ? row.names[*part_] : static_cast<std::uint32_t>(row.travels);
    }

    const labels *said_{};
    std::optional<std::size_t> part_{};
    const rep_groups *folded_{};
};

} // namespace report
