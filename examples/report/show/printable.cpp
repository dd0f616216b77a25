// SPDX-License-Identifier: MIT
#include "show/printable.hpp"

#include <algorithm>

namespace report {
namespace {

/// The bytes of the character that begins here; 0 if none does.
std::size_t character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return first < 0x20 || first == 0x7F ? 0 : 1;
    const std::size_t size = first >= 0xC2 && first < 0xE0   ? 2
                             : (first & 0xF0) == 0xE0        ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    const unsigned char second = byte(1);
    const bool wrong = (first == 0xC2 && second < 0xA0) // a control character of Latin-1
                       || (first == 0xE0 && second < 0xA0) ||
                       (first == 0xF0 && second < 0x90)      // longer than needed
                       || (first == 0xED && second >= 0xA0)  // half of a pair
                       || (first == 0xF4 && second >= 0x90); // beyond Unicode
    return wrong ? 0 : size;
}

} // namespace

std::string printable(std::string_view text, std::size_t longest) {
    std::string clean;
    std::size_t characters = 0, cut = 0;
    while (!text.empty()) {
        if (characters == longest) {
            clean.resize(cut);
            return clean + "...";
        }
        const std::size_t size = character(text);
        clean += size == 0 ? std::string_view{"?"} : text.substr(0, size);
        text.remove_prefix(std::max<std::size_t>(size, 1));
        if (++characters + 3 == longest) cut = clean.size();
    }
    return clean;
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace report
