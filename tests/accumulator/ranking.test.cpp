// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/ranking.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <span>

namespace kpi::test {
namespace {

using u32 = std::uint32_t;
using three = ranking<3, u32, u32>;
using entry = frequency<u32, u32>;

constexpr bool the_most_frequent_come_first_and_equal_ones_by_their_ids() {
    three r;
    expect(r.empty() && r.size() == 0 && r.begin() == r.end());
    r.put({7, opaque(2u), 0});
    r.put({9, opaque(5u), 1});
    r.put({3, opaque(2u), 0});
    expect(r.size() == 3 && !r.empty() && std::distance(r.begin(), r.end()) == 3);
    expect(r[0] == entry{9, 5, 1} && r[1] == entry{3, 2, 0} && r[2] == entry{7, 2, 0});
    expect(std::span{r}.first(2).back().id == 3 && r[0].guaranteed() == 4);
    return true;
}
static_assert(the_most_frequent_come_first_and_equal_ones_by_their_ids());
TEST_CASE("the most frequent come first, and equal ones by their ids") {
    CHECK(the_most_frequent_come_first_and_equal_ones_by_their_ids());
}

constexpr bool what_is_behind_the_last_place_is_dropped() {
    three r;
    for (const u32 id : {1u, 2u, 3u})
        r.put({id, opaque(10 * id), 0});
    r.put({4, opaque(5u), 0});
    r.put({5, opaque(10u), 0}); // as often as 1, whose id is less
    expect(r.size() == 3 && r[2].id == 1);
    r.put({0, opaque(10u), 0});
    expect(r[0].id == 3 && r[1].id == 2 && r[2].id == 0);
    return true;
}
static_assert(what_is_behind_the_last_place_is_dropped());
TEST_CASE("what is behind the last place is dropped") { CHECK(what_is_behind_the_last_place_is_dropped()); }

} // namespace
} // namespace kpi::test
