// SPDX-License-Identifier: MIT
#pragma once

/// The text of a date, consumed from the front: each function takes a part of it, or returns false.

#include "profile/fold.hpp"
#include "read/blanks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class date_text {
public:
    explicit date_text(std::string_view text) : left_{text} {}

    [[nodiscard]] bool at_end() const { return left_.empty(); }
    bool take(char c) {
        if (const std::size_t blank = c == ' ' ? blank_at_front(left_) : 0; blank != 0) {
            left_.remove_prefix(blank); // some systems write a narrow one before AM and PM
            return true;
        }
        if (left_.empty() || left_.front() != c) return false;
        left_.remove_prefix(1);
        return true;
    }
    /// As many digits as there are, from `least` to `most`.
    bool number(int &into, std::size_t least, std::size_t most) {
        std::size_t n = 0;
        int value = 0;
        while (n < most && n < left_.size() && is_digit(left_[n]))
            value = value * 10 + (left_[n++] - '0');
        if (n < least) return false;
        into = value;
        left_.remove_prefix(n);
        return true;
    }
    /// The longest of these names that comes next, in upper or lower case: its place, from 0.
    bool name(int &into, std::span<const std::vector<std::string>> names) {
        const std::string next = in_lower_case(left_.substr(0, longest_name));
        std::size_t longest = 0;
        for (std::size_t place = 0; place < names.size(); ++place)
            for (const std::string &each : names[place])
                if (each.size() > longest && next.starts_with(each)) {
                    longest = each.size();
                    into = static_cast<int>(place);
                }
        left_.remove_prefix(longest);
        return longest != 0;
    }
    bool half_of_day(std::optional<bool> &afternoon) {
        if (left_.size() < 2 || lower(left_[1]) != 'm') return false;
        const char first = lower(left_[0]);
        if (first != 'a' && first != 'p') return false;
        afternoon = first == 'p';
        left_.remove_prefix(2);
        return true;
    }
    bool zone(std::optional<std::int64_t> &offset) {
        if (take('Z')) return offset = 0, true;
        const bool west = !left_.empty() && left_.front() == '-';
        int hours = 0, minutes = 0;
        if (!take('+') && !take('-')) return false;
        if (!number(hours, 2, 2)) return false;
        if (take(':')) {
            if (!number(minutes, 2, 2)) return false;
        } else if (!left_.empty() && is_digit(left_.front()) && !number(minutes, 2, 2)) {
            return false;
        }
        if (hours > 14 || minutes > 59) return false;
        const std::int64_t size = hours * 3600 + minutes * 60;
        offset = west ? -size : size;
        return true;
    }
    /// As many as there are.
    bool letters(std::string_view &into) {
        std::size_t n = 0;
        while (n < left_.size() && lower(left_[n]) >= 'a' && lower(left_[n]) <= 'z')
            ++n;
        into = left_.substr(0, n);
        left_.remove_prefix(n);
        return n != 0;
    }
    /// Skips a decimal fraction.
    bool fraction() {
        if (!take('.') && !take(',')) return true;
        int ignored = 0;
        if (!number(ignored, 1, 1)) return false;
        while (number(ignored, 1, 1)) {
        }
        return true;
    }

private:
    static constexpr std::size_t longest_name = 64;
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

    std::string_view left_;
};

} // namespace report
