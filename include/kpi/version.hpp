// SPDX-License-Identifier: MIT
#pragma once

/// The version of the library: the one place where it is written. CMake reads these three lines.
/// Semantic versioning; the major version is also the inline namespace.

namespace kpi::inline v1 {

inline constexpr unsigned version_major = 1; ///< changes what compiles, or what a figure means
inline constexpr unsigned version_minor = 0; ///< adds
inline constexpr unsigned version_patch = 0; ///< repairs

} // namespace kpi::inline v1
