// SPDX-License-Identifier: MIT
#include "read/decode.hpp"

#include "failure.hpp"
#include "read/file_kind.hpp"
#include "read/unpack.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace report {
namespace {

/// Whether the first of two bytes is the high one. nullopt if the text cannot be seen to be UTF-16: by a
/// mark, or because every other byte at its beginning is zero, as in a heading of Latin letters.
std::optional<bool> big_endian(std::string_view first) {
    if (first.starts_with("\xFE\xFF")) return true;
    if (first.starts_with("\xFF\xFE")) return false;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < first.size(); ++i)
        zeros[i % 2] += first[i] == '\0' ? 1u : 0u;
    const std::size_t half = first.size() / 4;
    if (first.size() < 4 || (zeros[0] > half) == (zeros[1] > half)) return std::nullopt;
    return zeros[0] > zeros[1];
}

void append_utf_8(std::string &to, char32_t letter) {
    const auto add = [&to](char32_t byte) { to += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto more = [&](unsigned shift) { add(0x80 | (letter >> shift & 0x3F)); };
    if (letter < 0x80) {
        add(letter);
    } else if (letter < 0x800) {
        add(0xC0 | letter >> 6), more(0);
    } else if (letter < 0x10000) {
        add(0xE0 | letter >> 12), more(6), more(0);
    } else {
        add(0xF0 | letter >> 18), more(12), more(6), more(0);
    }
}

/// Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard); all others are as in Unicode.
constexpr std::array<char16_t, 32> windows_1252_letters{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_windows_1252(std::string &to, std::string_view bytes) {
    for (const char each : bytes) {
        const char32_t byte = static_cast<unsigned char>(each);
        append_utf_8(to, 0x80 <= byte && byte < 0xA0 ? windows_1252_letters[byte - 0x80] : byte);
    }
}

/// Units of two bytes, two of which may form one letter; an incomplete letter waits for the next bytes.
class utf_16_letters {
public:
    utf_16_letters(bool big_endian, std::string name) : big_endian_{big_endian}, name_{std::move(name)} {}

    void append(std::string &to, std::string_view bytes) {
        for (const char each : bytes) {
            const unsigned byte = static_cast<unsigned char>(each);
            if (!half_) {
                half_ = byte;
                continue;
            }
            const auto unit = static_cast<char16_t>(big_endian_ ? *half_ << 8 | byte : byte << 8 | *half_);
            half_.reset();
            add(to, unit);
        }
    }
    void end() const {
        if (half_ || high_) fail();
    }

private:
    [[noreturn]] void fail() const { throw failure{name_ + ": is UTF-16 text, but not all of it"}; }
    void add(std::string &to, char16_t unit) {
        const bool is_low = 0xDC00 <= unit && unit < 0xE000;
        if (is_low != high_.has_value()) fail();
        if (0xD800 <= unit && unit < 0xDC00) {
            high_ = unit;
        } else if (is_low) {
            append_utf_8(to, 0x10000 + ((char32_t{*high_} - 0xD800) << 10) + (char32_t{unit} - 0xDC00));
            high_.reset();
        } else {
            append_utf_8(to, unit);
        }
    }

    bool big_endian_;
    std::string name_;
    std::optional<unsigned> half_;
    std::optional<char16_t> high_;
};

/// Bytes that `append` turns into UTF-8, piece by piece; `end` is called after the last.
byte_source turned(byte_source from, auto append, auto end) {
    return [from = std::move(from), append = std::move(append), end = std::move(end), text = std::string{},
            at = std::size_t{}](char *into, std::size_t size) mutable {
        std::array<char, 4096> bytes;
        while (at == text.size()) {
            text.clear(), at = 0;
            const std::size_t got = from(bytes.data(), bytes.size());
            if (got == 0) {
                end();
                return std::size_t{};
            }
            append(text, std::string_view{bytes.data(), got});
        }
        const std::size_t got = text.copy(into, size, at);
        at += got;
        return got;
    };
}

} // namespace

byte_source decoded(byte_source from, const std::string &name, encoding written_in) {
    constexpr std::size_t enough = 512;
    peeked bytes = peek(std::move(from), enough);
    if (is_packed(bytes.first)) bytes = peek(unpacked(std::move(bytes.whole), bytes.first, name), enough);
    if (const std::string_view told = named_by_bytes(bytes.first); !told.empty())
        throw failure{name + ": " + std::string{told}};
    const auto big = big_endian(bytes.first);
    if (big || written_in == encoding::utf_16) {
        auto letters = std::make_shared<utf_16_letters>(big.value_or(false), name);
        return turned(
            std::move(bytes.whole),
            [letters](std::string &to, std::string_view each) { letters->append(to, each); },
            [letters] { letters->end(); });
    }
    if (written_in == encoding::windows_1252)
        return turned(std::move(bytes.whole), append_windows_1252, [] {});
    return std::move(bytes.whole);
}

} // namespace report
