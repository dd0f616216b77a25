// SPDX-License-Identifier: MIT
#pragma once

/// Finds the built-in profile for a file, by its headings or, if it has none, by its first rows. No file is
/// taken for another: a profile fits if the file has every heading that it asks for.

#include "read/byte_source.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// How well a built-in profile that goes by headings fits a file.
struct fit {
    std::string_view profile;
    std::size_t found{};              ///< headings that it asks for and the file has
    std::vector<std::string> missing; ///< ... and the file lacks
    bool refuses_others{};            ///< the file has a heading that the profile does not allow
    [[nodiscard]] bool whole() const { return missing.empty() && !refuses_others; }
};

/// The fit of every built-in profile with headings, best first.
[[nodiscard]] std::vector<fit> fits_of(std::span<const std::string_view> headings);

/// The end of a message that a file's headings do not match a profile: the built-in profile that fits better,
/// and the headings that it misses; nothing if none comes near.
[[nodiscard]] std::string better_fit(std::span<const std::string_view> headings, std::string_view than);

/// The built-in profiles that can read a file, judged by its headings, or else by its first rows. `beginning`
/// holds its first bytes, as UTF-8.
[[nodiscard]] std::vector<std::string_view> profiles_that_fit(const std::string &beginning,
                                                              const std::string &file);

/// The name of the built-in profile for a file if nobody named one: the profile that fits, or else the native
/// format if the file has one of its headings. `beginning` holds the first bytes, as UTF-8. If neither is so,
/// or several profiles fit, throws a failure that says what to do.
[[nodiscard]] std::string profile_that_fits(const std::string &beginning, const std::string &file);

/// How many bytes of a file are enough to tell its profile.
inline constexpr std::size_t first_look = std::size_t{1} << 16;

/// The first bytes of a file as UTF-8.
[[nodiscard]] std::string beginning_of(input from);

} // namespace report
