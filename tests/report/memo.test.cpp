// SPDX-License-Identifier: MIT
#include "profile/memo.hpp"

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

namespace memo_test {

TEST_CASE("a word is remembered until another takes its place, and never taken for another") {
    const std::string letters{"ab\0", 3};
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        report::memo<std::uint64_t> memo;
        std::map<std::string, std::uint64_t> meanings;
        for (std::uint64_t n = 0; n < 500; ++n) {
            std::string word;
            for (std::uint64_t size = random.below(19); size > 0; --size)
                word += letters[random.pick<std::size_t>(letters.size())];
            const std::uint64_t *const known = memo.find(word);
            if (known != nullptr) REQUIRE(*known == meanings.at(word));
            memo.remember(word, n);
            meanings[word] = n;
            const std::uint64_t *const now = memo.find(word);
            REQUIRE((now != nullptr) == (word.size() <= 16));
            if (now != nullptr) REQUIRE(*now == n);
            for (char &c : word) { // a neighbour is another word
                c = static_cast<char>(c + 1);
                if (!meanings.contains(word)) REQUIRE(memo.find(word) == nullptr);
                c = static_cast<char>(c - 1);
            }
        }
    }
}

} // namespace memo_test
