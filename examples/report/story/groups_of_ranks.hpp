// SPDX-License-Identifier: MIT
#pragma once

/// Groups by several dimensions are numbered as each rank meets them: this finds their numbers on the first
/// rank. All others are numbered alike everywhere, as names are.

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
    /// Once no rank meets any further group. `several`: groups are by several dimensions.
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
    /// The number here of a group of another rank.
    [[nodiscard]] std::uint32_t here(std::size_t rank, std::uint32_t group) const {
        return group < here_[rank].size() ? here_[rank][group] : group;
    }

private:
    std::vector<std::vector<std::uint32_t>> here_; ///< by rank; nothing where groups are names
};

} // namespace report
