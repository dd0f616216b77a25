// SPDX-License-Identifier: MIT
#pragma once

/// A record in as few bytes as possible: most of it is the same in every record, no units, no second id. Only
/// its four-byte words that differ from an ordinary record's are written, preceded by a bit for each word
/// that says which these are. So the meaning of the words does not matter.

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace report {

template <class Record> class packed {
    using word = std::uint32_t;
    static constexpr std::size_t words = sizeof(Record) / sizeof(word);
    using image = std::array<word, words>;
    using bits = std::conditional_t<words <= 16, std::uint16_t, std::uint32_t>;
    static_assert(sizeof(Record) == sizeof(image) && words <= 32);
    static_assert(std::is_trivially_copyable_v<Record>);
    static_assert(std::has_unique_object_representations_v<Record>, "bytes that mean nothing take room, too");

public:
    static constexpr std::size_t longest = sizeof(bits) + sizeof(image);

    /// Writes at most `longest` bytes to `to` and returns their end.
    static char *write(const Record &r, char *to) {
        const auto *const from = static_cast<const char *>(static_cast<const void *>(&r));
        bits differ = 0;
        char *end = to + sizeof(bits);
        for (std::size_t i = 0; i < words; ++i) {
            const word now = word_at(from + i * sizeof(word));
            std::memcpy(end, &now, sizeof now);
            const bool differs = now != ordinary[i];
            differ = static_cast<bits>(differ | bits{differs} << i);
            end += differs ? sizeof now : 0;
        }
        std::memcpy(to, &differ, sizeof differ);
        return end;
    }
    /// Reads the record that was written there, and returns the end of its bytes.
    static const char *read(const char *from, Record &into) {
        auto *const to = static_cast<char *>(static_cast<void *>(&into));
        bits differ = 0;
        std::memcpy(&differ, from, sizeof differ);
        from += sizeof differ;
        for (std::size_t i = 0; i < words; ++i) {
            const bool differs = differ >> i & 1;
            const word now = differs ? word_at(from) : ordinary[i];
            std::memcpy(to + i * sizeof(word), &now, sizeof now);
            from += differs ? sizeof now : 0;
        }
        return from;
    }

private:
    static word word_at(const char *from) {
        word w = 0;
        std::memcpy(&w, from, sizeof w);
        return w;
    }
    inline static const image ordinary = [] {
        Record r;
        r.at = 0; // the upper half of a time is 0 until the year 2106
        return __builtin_bit_cast(image, r);
    }();
};

/// A record as it lies in memory, for types with bytes that mean nothing.
template <class Record> struct as_it_is {
    static_assert(std::is_trivially_copyable_v<Record>);
    static constexpr std::size_t longest = sizeof(Record);

    static char *write(const Record &r, char *to) {
        std::memcpy(to, &r, sizeof r);
        return to + sizeof r;
    }
    static const char *read(const char *from, Record &into) {
        std::memcpy(&into, from, sizeof into);
        return from + sizeof into;
    }
};

} // namespace report
