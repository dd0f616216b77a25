// SPDX-License-Identifier: MIT
#pragma once

/// Characters that look like a blank but are another character: typesetting puts them between a number and
/// its unit, or between first and last name, and they come with a text that is pasted from a page.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace report {

/// The plain one, no-break, narrow no-break, thin, figure and ideographic spaces, and last two of zero width.
inline constexpr std::array<std::string_view, 9> blanks{" ",
                                                        "\t",
                                                        "\xC2\xA0",
                                                        "\xE2\x80\xAF",
                                                        "\xE2\x80\x89",
                                                        "\xE2\x80\x87",
                                                        "\xE3\x80\x80",
                                                        "\xE2\x80\x8B",
                                                        "\xEF\xBB\xBF"};

/// The bytes of the blank at the front; 0 if there is none.
[[nodiscard]] constexpr std::size_t blank_at_front(std::string_view text) {
    for (const std::string_view blank : blanks)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

/// The text without blanks at its ends.
[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) {
    for (std::size_t size = blank_at_front(text); size != 0; size = blank_at_front(text))
        text.remove_prefix(size);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks)
            if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
    return text;
}

/// A name with plain blanks inside, and none at its ends.
[[nodiscard]] inline std::string with_plain_blanks(std::string_view name) {
    std::string plain;
    for (name = without_blanks(name); !name.empty();) {
        const std::size_t size = blank_at_front(name);
        const bool has_width = !name.starts_with(blanks[7]) && !name.starts_with(blanks[8]);
        if (has_width) plain += size == 0 ? name.front() : ' ';
        name.remove_prefix(size == 0 ? 1 : size);
    }
    return plain;
}

} // namespace report
