// SPDX-License-Identifier: MIT
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/counted_until.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using effort = counted_until<errand, contacts, ends, 3>;

constexpr errand by(way channel, step kind = step::chat) {
    return {.at = {1000}, .kind = kind, .channel = channel};
}
constexpr errand end_of_it{.at = {5000}, .kind = step::paid};

TEST_CASE("a fact for each channel; the first one counts the settlement") {
    told_log log;
    effort s;
    s.record(by(way::phone), log);
    s.record(by(way::desk), log, 4);
    s.record(by(way::phone, step::asked), log);
    s.record(end_of_it, log);
    CHECK(s.idle());
    const auto facts = log.left<turn_fact>();
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].key == static_cast<int>(way::phone));
    CHECK(facts[0].touches == 2);
    CHECK(!facts[0].again);
    CHECK(facts[1].key == static_cast<int>(way::desk));
    CHECK(facts[1].touches == 4);
    CHECK(facts[1].again);
    CHECK(facts[1].before == facts[1].at);
}
TEST_CASE("what came before an earlier settlement belongs to that one; a settlement without any is told") {
    told_log log;
    effort s;
    s.record(by(way::phone), log);
    s.record(end_of_it, log);
    s.record(end_of_it, log);
    const auto facts = log.left<turn_fact>();
    REQUIRE(facts.size() == 2);
    CHECK(facts[1].touches == 0);
    CHECK(!facts[1].again);
}
TEST_CASE("of settlements that are alike, the first one has what came before") {
    told_log one, by_one;
    effort s, other;
    s.record(by(way::phone), one, 3), s.record(end_of_it, one, 3);
    for (int i = 0; i < 3; ++i)
        other.record(by(way::phone), by_one);
    for (int i = 0; i < 3; ++i)
        other.record(end_of_it, by_one);
    CHECK(one.left<turn_fact>().size() == 3);
    CHECK(one.left<turn_fact>() == by_one.left<turn_fact>());
}
TEST_CASE("counted until keeps the law of stories") { story_keeps_its_law<effort>(any_errand); }

} // namespace
} // namespace kpi::test
