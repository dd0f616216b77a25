// SPDX-License-Identifier: MIT
#pragma once

/// Each rank numbers groups by several dimensions as it meets them: this finds their numbers on the first
/// rank. All other groups have the same numbers everywhere, as names do.

#include "ranks.hpp"
#include "read/passed.hpp"
#include "story/labels.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace report {

class groups_of_ranks {
public:
    /// When no rank meets any further group. `several`: groups are by several dimensions.
    groups_of_ranks(ranks &all, labels &said, bool several) {
        std::vector<std::vector<std::uint32_t>> mine;
        for (std::size_t i = 0; several && i < said.groups.size(); ++i)
            mine.push_back(said.groups[i]);
        for (const std::string &bytes : all.tell_first(passed(mine))) {
            std::vector<std::uint32_t> &here = here_.emplace_back();
            std::vector<std::vector<std::uint32_t>> theirs;
            if (all.is_first()) bytes_reader{bytes}(theirs);
            for (const std::vector<std::uint32_t> &each : theirs)
                here.push_back(said.groups.number_of(each));
        }
    }
    /// The number on this rank of another rank's group.
    [[nodiscard]] std::uint32_t here(std::size_t rank, std::uint32_t group) const {
        return group < here_[rank].size() ? here_[rank][group] : group;
    }

private:
    std::vector<std::vector<std::uint32_t>> here_; ///< by rank; empty if groups are names
};

} // namespace report
