// SPDX-License-Identifier: MIT
#pragma once

/// A hash of a text: 64 bits, the same on every machine. std::hash has only 32 bits on machines of 32 bits,
/// where two out of 100,000 ids would probably collide.

#include <kpi/core/hash.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace report {

namespace detail {
/// Bytes as a number, the first byte lowest, on every machine.
template <class Word> [[nodiscard]] inline std::uint64_t word_at(const char *from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    if constexpr (std::endian::native == std::endian::big)
        return sizeof word == 4 ? __builtin_bswap32(static_cast<std::uint32_t>(word))
                                : __builtin_bswap64(word);
    return word;
}
/// All of a text of at most seven bytes: the middle ones may be in it twice.
[[nodiscard]] inline std::uint64_t short_word(std::string_view text) {
    const std::size_t n = text.size();
    if (n >= 4)
        return word_at<std::uint32_t>(text.data()) | word_at<std::uint32_t>(text.data() + n - 4) << 32;
    if (n == 0) return 0;
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
    return byte(0) | byte(n / 2) << 8 | byte(n - 1) << 16;
}
} // namespace detail

/// Mixes in its length, and then eight bytes after another; the last eight may overlap those before. Of texts
/// of equal length, those of at most eight bytes never share a hash.
[[nodiscard]] inline std::uint64_t text_hash(std::string_view text) {
    constexpr std::size_t width = sizeof(std::uint64_t);
    std::uint64_t h = kpi::mix(std::uint64_t{text.size()} + 1);
    if (text.size() < width) return kpi::mix(h ^ detail::short_word(text));
    const char *from = text.data(), *const last = from + text.size() - width;
    for (; from < last; from += width)
        h = kpi::mix(h ^ detail::word_at<std::uint64_t>(from));
    return kpi::mix(h ^ detail::word_at<std::uint64_t>(last));
}

} // namespace report
