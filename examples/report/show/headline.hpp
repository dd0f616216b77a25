// SPDX-License-Identifier: MIT
#pragma once

/// What a manager reads first: a few sentences about the metrics that are asked first, and cautions. Each is
/// made by one of few templates, and only where its precondition holds: no sentence says more than the
/// figures can carry.

#include "figures/sheet.hpp"

#include <string>
#include <vector>

namespace report {

struct sentence {
    std::string text;
    std::string metric;                ///< that it is about; empty for several
    std::vector<std::string> groups{}; ///< or periods, that it names
};

/// At most eight, results first. What changed is said of the last two complete periods, and as more than
/// chance only where the test (Fisher's mid-p, all of these sentences one family) and the range of the
/// difference agree; who differs, of groups that are marked in the table; who is best, where one alone is.
[[nodiscard]] std::vector<sentence> headline_of(const sheet &s);

/// What makes all that follows less than it seems: rows refused, cases reversed or repeated, events without a
/// date.
[[nodiscard]] std::vector<std::string> cautions_of(const sheet &s);

} // namespace report
