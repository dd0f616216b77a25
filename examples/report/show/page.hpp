// SPDX-License-Identifier: MIT
#pragma once

/// How a text looks: its width, its colours, and the marks that it may use.

#include <cstddef>
#include <string_view>

namespace report {

/// Terminal colours, or no colours.
struct style {
    std::string_view title, quiet, plain;
};
inline constexpr style coloured{"\x1B[1m", "\x1B[2m", "\x1B[0m"};

struct page {
    style paint{};
    std::size_t width{100}; ///< in characters
    bool all{};             ///< every figure of every group, under the names that options take
    bool ascii{};           ///< only ASCII marks
    bool plain{};           ///< sentences instead of tables, for listening
    bool verdicts{};        ///< for every figure that has a target
};

} // namespace report
