// SPDX-License-Identifier: MIT
#pragma once

/// 64 bits that stand for a text, the same ones on every machine. std::hash has 32 of them where addresses
/// have, and of 100,000 ids two would be likely to share one.

#include <kpi/core/hash.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace report {

/// Its length, and then eight bytes after the other, each time mixed: of texts that are equally long, those
/// of at most eight bytes never share one.
[[nodiscard]] inline std::uint64_t text_hash(std::string_view text) {
    std::uint64_t h = kpi::mix(std::uint64_t{text.size()} + 1);
    while (!text.empty()) {
        const std::size_t taken = std::min(text.size(), sizeof h);
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), taken);
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        h = kpi::mix(h ^ word);
        text.remove_prefix(taken);
    }
    return h;
}

} // namespace report
