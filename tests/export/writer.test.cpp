// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/writer.hpp>

#include <array>

namespace {

using kpi::text_writer;
using kpi::test::expect;
using kpi::test::opaque;

constexpr bool writes(std::string_view expected, auto &&put) {
    char room[64]{};
    text_writer out{room};
    put(out);
    return out.result().complete() && out.result().text == expected;
}

constexpr bool integers_of_64_bits_are_written_in_decimal() {
    const auto number = [](std::uint64_t n, std::string_view expected, std::string_view thousands = {}) {
        return writes(expected, [&](text_writer &out) { out.put_number(n, thousands); });
    };
    expect(number(opaque(0ull), "0"));
    expect(number(opaque(10ull), "10"));
    expect(number(opaque(10000ull), "10000"));
    expect(number(opaque(4294967296ull), "4294967296"));
    expect(number(opaque(~0ull), "18446744073709551615"));
    expect(number(opaque(999ull), "999", ","));
    expect(number(opaque(1000ull), "1,000", ","));
    expect(number(opaque(~0ull), "18 446 744 073 709 551 615", " "));
    const auto with_sign = [](std::int64_t n, std::string_view expected) {
        return writes(expected, [&](text_writer &out) { out.put_signed(n); });
    };
    expect(with_sign(opaque(0ll), "0"));
    expect(with_sign(opaque(-1ll), "-1"));
    expect(with_sign(opaque(9223372036854775807ll), "9223372036854775807"));
    expect(with_sign(opaque(-9223372036854775807ll) - 1, "-9223372036854775808"));
    return true;
}
static_assert(integers_of_64_bits_are_written_in_decimal());

constexpr bool a_point_stands_where_it_is_asked_for() {
    const auto digits = [](std::uint64_t n, std::size_t places, std::string_view expected, bool trimmed) {
        return writes(expected, [&](text_writer &out) {
            out.put_digits(kpi::detail::wide<2>::of(n), places, {}, '.', trimmed);
        });
    };
    expect(digits(opaque(632ull), 1, "63.2", false));
    expect(digits(opaque(2ull), 3, "0.002", false));
    expect(digits(opaque(0ull), 2, "0.00", false));
    expect(digits(opaque(0ull), 9, "0", true));
    expect(digits(opaque(1200ull), 3, "1.2", true));
    expect(digits(opaque(1200ull), 0, "1200", true));
    expect(digits(opaque(5ull), 9, "0.000000005", true));
    return true;
}
static_assert(a_point_stands_where_it_is_asked_for());

constexpr bool a_full_span_is_not_left_and_goes_on_counting() {
    for (std::size_t size = 0; size <= 9; ++size) {
        std::array<char, 10> room{};
        text_writer out{std::span<char>{room.data(), size}};
        out.put("win ");
        out.put_number(opaque(1234ull));
        out.put('!');
        expect(out.size() == 9);
        expect(out.result().size == 9);
        expect(out.result().complete() == (size == 9));
        expect(out.result().text == std::string_view{"win 1234!"}.substr(0, size));
        for (std::size_t i = size; i < room.size(); ++i)
            expect(room[i] == 0);
    }
    expect(text_writer{std::span<char>{}}.result().complete());
    return true;
}
static_assert(a_full_span_is_not_left_and_goes_on_counting());

} // namespace

TEST_CASE("integers of 64 bits are written in decimal") {
    CHECK(integers_of_64_bits_are_written_in_decimal());
}
TEST_CASE("a point stands where it is asked for") { CHECK(a_point_stands_where_it_is_asked_for()); }
TEST_CASE("a full span is not left, and goes on counting") {
    CHECK(a_full_span_is_not_left_and_goes_on_counting());
}
