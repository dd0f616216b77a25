// SPDX-License-Identifier: MIT
#include "profile/text_hash.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>

using report::text_hash;

TEST_CASE("a text has the same 64 bits on every machine") {
    CHECK(text_hash("") == 0x5692161d100b05e5u);
    CHECK(text_hash("a") == 0xe2a09a9804f63bffu);
    CHECK(text_hash("deal-1") == 0x6a386d0d20592215u);
    CHECK(text_hash("longer than eight bytes") == 0xa4b6f1c3c98d1cc7u);
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
