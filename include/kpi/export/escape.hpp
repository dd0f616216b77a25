// SPDX-License-Identifier: MIT
#pragma once

/// Writes anybody's names and labels into texts with rules of their own: JSON (RFC 8259), CSV (RFC 4180) and
/// OpenMetrics. Bytes that are no UTF-8 are replaced by U+FFFD, one at a time, so that every text is valid.

#include <kpi/export/writer.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kpi::inline v1 {

namespace detail {

/// The number of bytes of the UTF-8 character at the start of a text that is not empty; 0 if it is none:
/// overlong, a surrogate, past U+10FFFF, or cut off.
[[nodiscard]] constexpr std::size_t character_size(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size == 0 || text.size() < size) return 0;
    const std::uint8_t least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < least || byte(1) > most) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if ((byte(i) & 0xc0u) != 0x80) return 0;
    return size;
}

/// Calls `put(character)` for each UTF-8 character of a text.
constexpr void each_character(std::string_view text, auto &&put) noexcept {
    while (!text.empty()) {
        const std::size_t size = character_size(text);
        put(size != 0 ? std::string_view{text.data(), size} : std::string_view{"\xef\xbf\xbd"});
        text.remove_prefix(size != 0 ? size : 1);
    }
}

} // namespace detail

/// The inside of a JSON string, without its quotes.
constexpr void put_json_escaped(text_writer &out, std::string_view text) noexcept {
    detail::each_character(text, [&](std::string_view c) {
        const auto byte = static_cast<std::uint8_t>(c[0]);
        if (c[0] == '"' || c[0] == '\\') {
            out.put('\\'), out.put(c);
        } else if (byte < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            out.put("\\u00"), out.put(digits[byte >> 4]), out.put(digits[byte & 15]);
        } else {
            out.put(c);
        }
    });
}

/// A field of a CSV file: as it is, or in quotes if it has the separator, a quote, a line end or a space at
/// either end.
constexpr void put_csv_field(text_writer &out, std::string_view text, char separator = ',') noexcept {
    const bool quoted = text.find_first_of("\"\r\n") != std::string_view::npos ||
                        text.find(separator) != std::string_view::npos ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (quoted) out.put('"');
    detail::each_character(text, [&](std::string_view c) {
        if (c[0] == '"') out.put('"');
        out.put(c);
    });
    if (quoted) out.put('"');
}

/// The value of a label, without its quotes, or a help text of OpenMetrics.
constexpr void put_open_metrics_escaped(text_writer &out, std::string_view text) noexcept {
    detail::each_character(text, [&](std::string_view c) {
        if (c[0] == '\n') return out.put("\\n");
        if (c[0] == '"' || c[0] == '\\') out.put('\\');
        out.put(c);
    });
}

} // namespace kpi::inline v1
