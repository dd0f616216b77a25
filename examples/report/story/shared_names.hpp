// SPDX-License-Identifier: MIT
#pragma once

/// The names and labels of a log that several ranks have mapped, each its own slices. Ranks tell them to each
/// other and number them alike, so that a record means the same wherever it goes.

#include "profile/known_names.hpp"
#include "ranks.hpp"
#include "story/labels.hpp"

#include <string>
#include <vector>

namespace report {

class shared_names {
public:
    /// Tells the names and labels on this rank's rows to the others, and learns theirs. `mine` and `said`
    /// belong to this rank alone.
    shared_names(ranks &all, const known_names &mine, const labels &said);

    /// Gives numbers to all of them, the same on every rank. Before that, only names that the options know
    /// may have a number.
    void introduce_to(known_names &known);
    /// ... after the names, to labels that are still empty.
    void introduce_to(labels &said) const;

private:
    /// What one rank told: its names in the order of their numbers.
    struct told {
        std::vector<std::vector<std::string>> of_parts, of_dimensions;
        std::vector<std::string> stages;
        std::vector<std::vector<std::uint32_t>> further; ///< by its numbers
        std::vector<row_labels> said;

        void pass(auto &through) { through(of_parts, of_dimensions, stages, further, said); }
    };

    std::vector<told> all_;
    std::vector<row_labels> said_; ///< by the numbers that all ranks share
};

} // namespace report
