// SPDX-License-Identifier: MIT
#pragma once

namespace kpi::test {

/// Whether a test runs under Clang's sanitizers, which make it several times slower: then it does fewer
/// repetitions.
#ifdef __has_feature
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

} // namespace kpi::test
