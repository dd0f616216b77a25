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
TEST_CASE("counted until keeps the law of stories") { story_keeps_its_law<effort>(any_errand); }

} // namespace
} // namespace kpi::test
