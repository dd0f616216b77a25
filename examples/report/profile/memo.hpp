// SPDX-License-Identifier: MIT
#pragma once

/// The meanings of recent words. A log says the same few kinds, channels and names over and over, and finding
/// the meaning of a word costs more than seeing that it is the word of a moment ago. A table of fixed size,
/// in which a word replaces another; only short words are kept.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace report {

template <class Meaning> class memo {
public:
    /// The meaning of the word, if it is remembered.
    [[nodiscard]] const Meaning *find(std::string_view word) const {
        if (word.size() > longest) return nullptr;
        const key k = key_of(word);
        const entry &e = entries_[place_of(k)];
        return e.word == k ? &e.meaning : nullptr;
    }
    void remember(std::string_view word, Meaning meaning) {
        if (word.size() > longest) return;
        const key k = key_of(word);
        entries_[place_of(k)] = {k, meaning};
    }

private:
    static constexpr std::size_t longest = 16;
    /// The whole word, in four pieces that may overlap, and its length.
    struct key {
        std::uint64_t head{}, tail{}, size{};
        friend bool operator==(const key &, const key &) = default;
    };
    struct entry {
        key word{0, 0, longest + 1}; // none
        Meaning meaning{};
    };

    static std::uint64_t byte(const char *from) { return static_cast<unsigned char>(*from); }
    static std::uint64_t load(const char *from) {
        std::uint32_t x = 0;
        std::memcpy(&x, from, sizeof x);
        return x;
    }
    static key key_of(std::string_view word) {
        const char *const begin = word.data(), *const end = begin + word.size();
        if (word.size() >= 4) {
            const std::size_t step = word.size() / 8 * 4; // 4 from 8 bytes on, 8 at 16
            return {load(begin) << 32 | load(begin + step), load(end - 4) << 32 | load(end - 4 - step),
                    word.size()};
        }
        if (word.empty()) return {};
        return {byte(begin) << 16 | byte(begin + word.size() / 2) << 8 | byte(end - 1), 0, word.size()};
    }
    static std::size_t place_of(const key &k) {
        return static_cast<std::size_t>(((k.head ^ std::rotl(k.tail, 31)) + k.size) * 0x9E3779B97F4A7C15u >>
                                        56);
    }

    std::array<entry, 256> entries_{};
};

} // namespace report
