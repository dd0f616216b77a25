// SPDX-License-Identifier: MIT
#pragma once

/// Which built-in profile a file is of. Its headings say so, or, where there are none, its first rows.
/// Nothing is taken for another: a profile fits if the file has every heading that it asks for.

#include "read/byte_source.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// How far a built-in profile that goes by headings fits a file.
struct fit {
    std::string_view profile;
    std::size_t found{};              ///< headings that it asks for, and the file has
    std::vector<std::string> missing; ///< ... and the file has not
    bool refuses_others{};            ///< the file has one that the profile does not allow
    [[nodiscard]] bool whole() const { return missing.empty() && !refuses_others; }
};

/// Of every built-in profile with headings, the best first.
[[nodiscard]] std::vector<fit> fits_of(std::span<const std::string_view> headings);

/// The end of a message that a file's headings are not those of a profile: the built-in one that fits better,
/// and what of it is missing; nothing where none comes near.
[[nodiscard]] std::string better_fit(std::span<const std::string_view> headings, std::string_view than);

/// The built-in profiles that read a file: by its headings, or else by its first rows. `beginning` are its
/// first bytes, as UTF-8.
[[nodiscard]] std::vector<std::string_view> profiles_that_fit(const std::string &beginning,
                                                              const std::string &file);

/// The name of the built-in profile that a file is read by where nobody said which: the one that fits, or
/// else the native format if the file has one of its headings. `beginning` are the first bytes, as UTF-8.
/// Throws a failure that says what to do where neither is so, or several fit.
[[nodiscard]] std::string profile_that_fits(const std::string &beginning, const std::string &file);

/// How many bytes of a file tell what it is.
inline constexpr std::size_t first_look = std::size_t{1} << 16;

/// The first bytes of a file as UTF-8.
[[nodiscard]] std::string beginning_of(input from);

} // namespace report
