// SPDX-License-Identifier: MIT
#include "profile/fold.hpp"

namespace report {
namespace {

/// The lower case of a letter beyond ASCII that two bytes hold (Unicode, CaseFolding.txt, status C).
unsigned lower(unsigned letter) {
    const auto is_in = [letter](unsigned first, unsigned last) { return first <= letter && letter <= last; };
    if (is_in(0xC0, 0xDE) && letter != 0xD7) return letter + 0x20;              // À to Þ
    if (letter == 0x178) return 0xFF;                                           // Ÿ
    if (is_in(0x139, 0x147) || is_in(0x179, 0x17D)) return letter + letter % 2; // Ĺ to Ň, Ź to Ž
    if ((is_in(0x100, 0x137) && letter != 0x130) || is_in(0x14A, 0x177)) return letter | 1; // Ā to Ķ, Ŋ to Ŷ
    if (letter == 0x386) return 0x3AC;                                                      // Ά
    if (is_in(0x388, 0x38A)) return letter + 0x25;                                          // Έ to Ί
    if (letter == 0x38C) return 0x3CC;                                                      // Ό
    if (letter == 0x38E || letter == 0x38F) return letter + 0x3F;                           // Ύ, Ώ
    if (is_in(0x391, 0x3AB) && letter != 0x3A2) return letter + 0x20;                       // Α to Ϋ
    if (is_in(0x400, 0x40F)) return letter + 0x50;                                          // Ѐ to Џ
    if (is_in(0x410, 0x42F)) return letter + 0x20;                                          // А to Я
    if (is_in(0x460, 0x481) || is_in(0x48A, 0x4BF) || is_in(0x4D0, 0x52F)) return letter | 1;
    return letter;
}

} // namespace

std::string in_lower_case(std::string_view text) {
    std::string folded{text};
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const auto c = static_cast<unsigned char>(folded[i]);
        if ('A' <= c && c <= 'Z') {
            folded[i] = static_cast<char>(c - 'A' + 'a');
        } else if (c >= 0xC3 && c <= 0xD4 && i + 1 < folded.size()) {
            const auto next = static_cast<unsigned char>(folded[i + 1]);
            if ((next & 0xC0) != 0x80) continue;
            const unsigned letter = lower((c & 0x1Fu) << 6 | (next & 0x3Fu));
            folded[i] = static_cast<char>(0xC0 | letter >> 6);
            folded[++i] = static_cast<char>(0x80 | (letter & 0x3F));
        }
    }
    return folded;
}

} // namespace report
