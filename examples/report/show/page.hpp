// SPDX-License-Identifier: MIT
#pragma once

/// How a text looks: its width, colours, and which marks it may use.

#include <cstddef>
#include <string_view>

namespace report {

/// Terminal colours, or none.
struct style {
    std::string_view title, quiet, plain;
};
inline constexpr style coloured{"\x1B[1m", "\x1B[2m", "\x1B[0m"};

struct page {
    style paint{};
    std::size_t width{100}; ///< in characters
    bool all{};             ///< every figure of every group, by the names that options take
    bool ascii{};           ///< no marks but those of ASCII
    bool plain{};           ///< sentences in place of tables, to be heard
    bool verdicts{};        ///< of every figure that has a target
};

} // namespace report
