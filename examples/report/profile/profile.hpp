// SPDX-License-Identifier: MIT
#pragma once

/// Profiles describe the columns of a foreign log, as JSON (README.md beside this file). Whatever is not
/// understood is refused with its place and the nearest names that would have been right; nothing is
/// ignored.

#include "profile/plan.hpp"
#include "profile/zone.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace report {

struct built_in_profile {
    std::string_view name;
    std::string_view json;
};

/// The profiles that the program knows by name; their texts are the files in profiles/.
[[nodiscard]] std::span<const built_in_profile> built_in_profiles();

/// A built-in profile by its name, or a file by its path. If the user's zone is given, it replaces the
/// profile's own. Throws a failure.
[[nodiscard]] plan load_profile(const std::string &name_or_path,
                                const std::optional<zone> &lives = std::nullopt);

/// The plan that a profile describes. `name` is for messages. Throws a failure.
[[nodiscard]] plan read_profile(std::string_view json, const std::string &name,
                                const std::optional<zone> &lives = std::nullopt);

} // namespace report
