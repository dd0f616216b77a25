// SPDX-License-Identifier: MIT
#pragma once

/// The day of the previous date. Rows of a log mostly come in the order of time, so that a date differs from
/// the last one only in its time of day. Only for dates like 2018-01-31T17:05:09, without a zone.

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace report {

class recent_day {
public:
    /// The seconds since 1970 of a date of that form, if it is on the remembered day.
    [[nodiscard]] std::optional<std::int64_t> read(std::string_view date) const {
        if (date.size() != length || std::memcmp(date.data(), day_, sizeof day_) != 0) return std::nullopt;
        const auto time = second_of_day(date.data() + sizeof day_);
        if (!time) return std::nullopt;
        return start_ + *time;
    }
    /// Remembers that this date, without a zone, is so many seconds since 1970.
    void remember(std::string_view date, std::int64_t seconds) {
        if (date.size() != length) return;
        const auto time = second_of_day(date.data() + sizeof day_);
        if (!time) return;
        std::memcpy(day_, date.data(), sizeof day_);
        start_ = seconds - *time;
    }

private:
    static constexpr std::size_t length = 19;

    /// For "17:05:09", one byte of a word for each: the colons cancel out, digits are below ten, and anything
    /// that is no time shows in the upper half of some byte.
    static std::optional<std::int64_t> second_of_day(const char *text) {
        std::uint64_t x = 0;
        std::memcpy(&x, text, sizeof x);
        if constexpr (std::endian::native == std::endian::big) x = __builtin_bswap64(x);
        x ^= 0x30303a30303a3030;
        if (((x | (x + 0x06060f06060f0606)) & 0xf0f0f0f0f0f0f0f0) != 0) return std::nullopt;
        x = x * 10 + (x >> 8);
        const std::uint64_t hour = x & 0xff, minute = x >> 24 & 0xff, second = x >> 48 & 0xff;
        if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
        return static_cast<std::int64_t>(hour * 3600 + minute * 60 + second);
    }

    char day_[11]{}; ///< including the letter or blank after it
    std::int64_t start_{};
};

} // namespace report
