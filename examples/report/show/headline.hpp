// SPDX-License-Identifier: MIT
#pragma once

/// What a manager reads first: a few sentences about the metrics that are asked first, and cautions. Each is
/// made from one of a few templates, and only if its precondition holds: no sentence says more than the
/// figures can carry.

#include "figures/sheet.hpp"

#include <string>
#include <vector>

namespace report {

struct sentence {
    std::string text;
    std::string metric;                ///< its subject; empty for several
    std::vector<std::string> groups{}; ///< groups or periods that it names
};

/// At most eight, results first. Changes are told for the last two complete periods, and called more than
/// chance only if the test (Fisher's mid-p, all these sentences one family) and the range of the difference
/// agree. Groups are said to differ if the table marks them; one is best if it alone is.
[[nodiscard]] std::vector<sentence> headline_of(const sheet &s);

/// What limits all that follows: rows refused, cases reversed or repeated, events without a
/// date.
[[nodiscard]] std::vector<std::string> cautions_of(const sheet &s);

} // namespace report
