// SPDX-License-Identifier: MIT
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/switching.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using desk = switching<errand, contacts>;

/// Seconds that were active, and how often the channel was another.
std::pair<std::uint32_t, int> steps_of(std::initializer_list<errand> acts) {
    told_log log;
    desk s;
    for (const errand &e : acts)
        s.record(e, log);
    std::pair<std::uint32_t, int> sums;
    for (const auto &f : log.left<turn_fact>())
        f.kind == turn::active ? sums.first += *f.elapsed : static_cast<std::uint32_t>(++sums.second);
    return sums;
}
constexpr errand act(std::int64_t t, maybe<way> channel, bool whole_day = false) {
    return {.at = {t}, .kind = step::chat, .whole_day = whole_day, .channel = channel};
}

TEST_CASE("a step to another channel switches, within an hour and a day") {
    CHECK(steps_of({act(0, way::phone), act(100, way::desk), act(200, way::desk), act(3800, way::phone)}) ==
          std::pair{3800u, 2});
    CHECK(steps_of({act(0, way::phone), act(3601, way::desk)}) == std::pair{0u, 0});
    CHECK(steps_of({act(86390, way::phone), act(86410, way::desk)}) == std::pair{0u, 0});
}
TEST_CASE("a channel that is not told is time, and no switch; a date alone is neither") {
    CHECK(steps_of({act(0, way::phone), act(100, {}), act(200, way::desk)}) == std::pair{200u, 0});
    CHECK(steps_of({act(0, way::phone), act(0, way::desk, true)}) == std::pair{0u, 0});
}
TEST_CASE("switching keeps the law of stories") { story_keeps_its_law<desk>(any_errand); }

} // namespace
} // namespace kpi::test
