// SPDX-License-Identifier: MIT
#pragma once

/// How much the oracle reads: KPI_ORACLE_LOGS logs, from the seed KPI_ORACLE_SEED on.

#include <cstdint>
#include <cstdlib>

namespace oracle {

inline constexpr std::uint64_t all_logs = 2000;

[[nodiscard]] inline std::uint64_t from_environment(const char *name, std::uint64_t otherwise) {
    const char *const text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}
/// Fewer, as where sanitizers make a log ten times as slow.
[[nodiscard]] inline bool reads_few_logs() {
    return from_environment("KPI_ORACLE_LOGS", all_logs) < all_logs;
}
/// So many logs, and a fifth of them there.
[[nodiscard]] inline std::uint64_t some_of(std::uint64_t logs) { return reads_few_logs() ? logs / 5 : logs; }

} // namespace oracle
