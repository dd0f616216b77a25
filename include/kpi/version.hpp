// SPDX-License-Identifier: MIT
#pragma once

/// The version of the library, written in this one place. CMake reads these three lines. Semantic versioning;
/// the major version is also the inline namespace.

namespace kpi::inline v1 {

inline constexpr unsigned version_major = 1; ///< goes up when what compiles changes, or what a figure means
inline constexpr unsigned version_minor = 0; ///< goes up with additions
inline constexpr unsigned version_patch = 0; ///< goes up with repairs

} // namespace kpi::inline v1
