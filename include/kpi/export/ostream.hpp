// SPDX-License-Identifier: MIT
#pragma once

/// Writes values to a stream, `std::cout << board.get<sales::win_rate>()`, and to std::format where the
/// standard library has it, as the text of export/shown.hpp for a value alone: "63.2 % (4238 of 6711)". For
/// hosted programs; no other header includes this one. Width, fill and alignment apply to the whole text. An
/// age is a std::optional, which you print yourself.

#include <kpi/export/shown.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>
#include <version>
#ifdef __cpp_lib_format
#include <format>
#endif

namespace kpi::inline v1 {

/// A value type of this library.
template <class T>
concept streamed_value = figure_value<T> && !std::same_as<T, std::optional<std::int64_t>>;

namespace detail {

/// The text of a value in its own buffer; of the longest, a product of very many digits, only the beginning.
template <streamed_value Value> class text_of_value {
public:
    explicit text_of_value(const Value &value) noexcept : text_{shown(room_, value).text} {}
    text_of_value(const text_of_value &) = delete;
    text_of_value &operator=(const text_of_value &) = delete;
    [[nodiscard]] std::string_view text() const noexcept { return text_; }

private:
    std::array<char, 512> room_;
    std::string_view text_;
};

} // namespace detail

/// The value as people read it; "absent" and "saturated" in words.
template <class Traits, streamed_value Value>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &out, const Value &value) {
    const detail::text_of_value shown{value};
    return out << std::basic_string_view<char, Traits>{shown.text().data(), shown.text().size()};
}

} // namespace kpi::inline v1

#ifdef __cpp_lib_format
/// The same, with the fill, alignment and width of a string.
template <kpi::streamed_value Value>
struct std::formatter<Value, char> : std::formatter<std::string_view, char> {
    auto format(const Value &value, auto &context) const {
        return std::formatter<std::string_view, char>::format(kpi::detail::text_of_value{value}.text(),
                                                              context);
    }
};
#endif
