// SPDX-License-Identifier: MIT

/// Ids whose hash reaches a bar, against looking at each: every length, and bars that are some id's own hash.

#include "support/random.hpp"
#include <kpi/accumulator/detail/find_rare.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

std::uint32_t hash(std::uint32_t id) {
    mix_leading(id);
    return id;
}
std::uint64_t hash(std::uint64_t id) { return mix(id); }

template <class Id> void finds_each_that_reaches_the_bar() {
    random r{7};
    for (std::size_t n = 1; n <= detail::searched_at_once + 20; ++n) {
        std::vector<Id> ids(n);
        for (Id &id : ids)
            id = static_cast<Id>(r());
        const Id bar = hash(ids[r.pick<std::size_t>(n)]) << 12 | 1u << 11; // never 0
        for (const Id reached : {hash(ids[r.pick<std::size_t>(n)]) << 12, bar}) {
            if (reached == 0) continue;
            std::uint8_t found[detail::searched_at_once + 7];
            const auto [searched, size] = detail::find_rare<12>(std::span<const Id>{ids}, reached, found,
                                                                [](Id id) { return hash(id); });
            std::vector<std::size_t> expected;
            for (std::size_t i = 0; i < searched; ++i)
                if (hash(ids[i]) << 12 >= reached) expected.push_back(i);
            CAPTURE(n);
            REQUIRE(searched == (n < detail::searched_at_once ? n : detail::searched_at_once));
            REQUIRE(std::vector<std::size_t>(found, found + size) == expected);
        }
    }
}

TEST_CASE("each id whose hash reaches the bar is found, and no other") {
    finds_each_that_reaches_the_bar<std::uint32_t>();
    finds_each_that_reaches_the_bar<std::uint64_t>(); // one after the other
}

} // namespace
} // namespace kpi::test
