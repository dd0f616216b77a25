// SPDX-License-Identifier: MIT
#pragma once

/// Writes text into your span: characters and integers, one after the other. Once the span is full, it writes
/// nothing but goes on counting, so that you learn the size that would have been enough. No heap, no locale,
/// no floating point, no error state. Nothing follows the text: there is no zero at its end.

#include <kpi/export/detail/wide.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kpi::inline v1 {

/// What has been written.
struct written {
    std::string_view text{}; ///< the text in the span: only its beginning if the span was too small
    std::size_t size{};      ///< of the whole text

    /// Whether the span had room for it all.
    [[nodiscard]] constexpr bool complete() const noexcept { return text.size() == size; }
};

/// Writes into a span, never past its end, and counts what the whole text takes. No allocation.
class text_writer {
public:
    /// Writes into these characters, and nothing after them.
    constexpr explicit text_writer(std::span<char> into) noexcept : begin_{into.data()}, room_{into.size()} {}

    /// Writes one character.
    constexpr void put(char c) noexcept {
        if (size_ < room_) begin_[size_] = c;
        ++size_;
    }
    /// Writes all characters of a text.
    constexpr void put(std::string_view text) noexcept {
        for (const char c : text)
            put(c);
    }
    /// Writes n / 10^places: 632 with one place is 63.2. With `trimmed`, trailing decimal zeros are left out.
    template <std::size_t L>
    constexpr void put_digits(detail::wide<L> n, std::size_t places, std::string_view thousands = {},
                              char point = '.', bool trimmed = false) noexcept {
        char digits[L * 10 + 10]{}; // a limb has 9.6 of them; up to 9 places and a zero may stand before them
        std::size_t count = 0;
        while (!n.is_zero()) {
            std::uint32_t four = n.divide(10000);
            for (int i = 0; i < 4; ++i, four /= 10)
                digits[count++] = static_cast<char>('0' + four % 10);
        }
        while (count > places + 1 && digits[count - 1] == '0')
            --count;
        while (count <= places)
            digits[count++] = '0';
        std::size_t last = 0;
        while (trimmed && last < places && digits[last] == '0')
            ++last;
        for (std::size_t i = count; i-- > last;) {
            if (i + 1 == places) put(point);
            put(digits[i]);
            if (i > places && (i - places) % 3 == 0) put(thousands);
        }
    }
    /// Writes n in decimal, with `thousands` between groups of three digits.
    constexpr void put_number(std::uint64_t n, std::string_view thousands = {}) noexcept {
        put_digits(detail::wide<4>::of(n), 0, thousands); // of the size that decimals have, too
    }
    /// Writes n in decimal, with a sign below 0.
    constexpr void put_signed(std::int64_t n) noexcept {
        if (n < 0) put('-');
        put_number(n < 0 ? std::uint64_t{} - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n));
    }

    /// The size of the whole text so far.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    /// What has been written so far.
    [[nodiscard]] constexpr written result() const noexcept {
        return {{begin_, size_ < room_ ? size_ : room_}, size_};
    }

private:
    char *begin_;
    std::size_t room_;
    std::size_t size_{};
};

} // namespace kpi::inline v1
