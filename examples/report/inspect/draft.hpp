// SPDX-License-Identifier: MIT
#pragma once

/// A profile to start from, drafted from what a file shows. Every guess is stated, in the profile as a
/// comment beside it and in a list; whatever the file leaves open becomes a question with two readings.

#include "inspect/roles.hpp"
#include "inspect/survey.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace report {

struct draft {
    nlohmann::ordered_json profile;
    std::vector<std::string> guesses; ///< what was taken for what, and why
    std::vector<std::string>
        questions; ///< two readings of the file's own cells, and what to change for the other
};

[[nodiscard]] draft draft_profile(const survey &found, const roles &parts);

} // namespace report
