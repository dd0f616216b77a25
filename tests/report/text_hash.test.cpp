// SPDX-License-Identifier: MIT
#include "profile/text_hash.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace text_hash_test {

using report::text_hash;

TEST_CASE("a text has the same 64 bits on every machine") {
    CHECK(text_hash("") == 0x7ab40e090f363a7du);
    CHECK(text_hash("a") == 0xa1c924260626082fu);
    CHECK(text_hash("deal-1") == 0x5420f2d890fee53du);
    CHECK(text_hash("longer than eight bytes") == 0x99d12d1cfb80f4c7u);
}

TEST_CASE("of the shortest texts no two share their bits") {
    const std::string letters{"ab\x7f\xff"};
    std::set<std::uint64_t> all;
    std::size_t texts = 0;
    for (std::size_t size = 0; size <= 8; ++size)
        for (std::size_t which = 0; which < std::size_t{1} << 2 * size; ++which, ++texts) {
            std::string text;
            for (std::size_t i = 0; i < size; ++i)
                text += letters[which >> 2 * i & 3];
            all.insert(text_hash(text));
        }
    CHECK(all.size() == texts);
}

TEST_CASE("a byte of 0 at the end counts") {
    CHECK(text_hash("a") != text_hash(std::string{"a\0", 2}));
    CHECK(text_hash("12345678") != text_hash(std::string{"12345678\0", 9}));
}

TEST_CASE("of 100,000 ids no two share their bits") {
    std::set<std::uint64_t> all;
    for (int i = 0; i < 100'000; ++i)
        all.insert(text_hash("deal " + std::to_string(i)));
    CHECK(all.size() == 100'000);
}

} // namespace text_hash_test
