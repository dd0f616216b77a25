// SPDX-License-Identifier: MIT
#include "read/decode.hpp"

#include "failure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace decode_test {
namespace {

using report::encoding;

/// All of it, a few bytes at a time on either side.
std::string read(const std::string &bytes, encoding written_in = {}, std::size_t piece = 3) {
    const auto source =
        report::decoded([from = report::text_source(bytes),
                         piece](char *into, std::size_t size) { return from(into, std::min(size, piece)); },
                        "log.csv", written_in);
    std::string text;
    for (std::array<char, 5> room{};;) {
        const std::size_t got = source(room.data(), room.size());
        if (got == 0) return text;
        text.append(room.data(), got);
    }
}

/// Every letter of ASCII in two bytes.
std::string utf_16(std::string_view ascii, bool big_endian = false) {
    std::string bytes;
    for (const char c : ascii)
        bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
}

const std::string text = "at,kind\n2024-01-01,call\n";
const std::string gzip{
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\x2c\xd1\xc9\xce\xcc\x4b\xe1\x32\x32\x30\x32"
    "\xd1\x35\x30\x04\x22\x9d\xe4\xc4\x9c\x1c\x2e\x00\x59\x8d\xa2\xf9\x18\x00\x00\x00",
    42};
const std::string zstd{
    "\x28\xb5\x2f\xfd\x04\x58\xc1\x00\x00\x61\x74\x2c\x6b\x69\x6e\x64\x0a\x32\x30\x32\x34\x2d\x30"
    "\x31\x2d\x30\x31\x2c\x63\x61\x6c\x6c\x0a\x96\x7d\x5a\x0c",
    37};

} // namespace

TEST_CASE("UTF-8 goes through as it is") {
    CHECK(read(text) == text);
    CHECK(read("") == "");
    CHECK(read("a") == "a");
    CHECK(read(std::string(5000, 'x')) == std::string(5000, 'x'));
    CHECK(read(std::string{"a\nb\0c\n", 6}) == std::string{"a\nb\0c\n", 6});
}

TEST_CASE("UTF-16 is known by its mark, or by its zero bytes") {
    const std::string mark = "\xEF\xBB\xBF";
    CHECK(read("\xFF\xFE" + utf_16(text)) == mark + text);
    CHECK(read("\xFE\xFF" + utf_16(text, true)) == mark + text);
    CHECK(read(utf_16(text)) == text);
    CHECK(read(utf_16(text, true)) == text);
    CHECK(read(std::string{"S\0\xFC\0d\0;\0\xAC\x20=\xD8\xC0\xDC\n\0", 16}) == "Süd;€📀\n");
    CHECK(read(std::string{"\xFC\x00", 2}, encoding::utf_16) == "ü");
}

TEST_CASE("UTF-16 that breaks off is a failure") {
    for (const std::string &wrong : {"\xFF\xFE" + utf_16("ab") + "c", std::string{"\xFF\xFE=\xD8", 4},
                                     std::string{"\xFF\xFE\xC0\xDC", 4},
                                     std::string{"\xFF\xFE=\xD8"
                                                 "a\0",
                                                 6}})
        CHECK_THROWS_WITH_AS(read(wrong), "log.csv: is UTF-16 text, but not all of it", report::failure);
}

TEST_CASE("Windows-1252 is turned into UTF-8 where that is said") {
    CHECK(read("S\xFC"
               "d \x80 5 \x96 \x9F\n",
               encoding::windows_1252) == "Süd € 5 – Ÿ\n");
    CHECK(read(text, encoding::windows_1252) == text);
}

TEST_CASE("packed files are unpacked, of several members too") {
    for (const std::string &packed : {gzip, zstd}) {
        CHECK(read(packed) == text);
        CHECK(read(packed + packed, {}, 1) == text + text);
        CHECK(read(packed, encoding::windows_1252) == text);
        CHECK_THROWS_WITH_AS(read(packed.substr(0, packed.size() - 2)),
                             "log.csv: cannot be unpacked: it ends too early", report::failure);
        std::string damaged = packed;
        damaged[20] = static_cast<char>(damaged[20] ^ 0x55);
        CHECK_THROWS_AS(read(damaged), report::failure);
    }
}

} // namespace decode_test
