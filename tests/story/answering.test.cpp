// SPDX-License-Identifier: MIT
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/answering.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using last_rating = answering<errand, ratings>;

TEST_CASE("the last answer takes back the one before") {
    told_log log;
    last_rating s;
    s.record({.at = {10}, .kind = step::rated, .value = 3}, log);
    s.record({.at = {20}, .kind = step::chat, .value = 9}, log);
    s.record({.at = {30}, .kind = step::rated, .value = 5}, log);
    REQUIRE(log.left<errand>().size() == 1);
    CHECK(log.left<errand>()[0].value == 5);
    CHECK(log.took_back());
}
TEST_CASE("answering keeps the law of stories") { story_keeps_its_law<last_rating>(any_errand); }

} // namespace
} // namespace kpi::test
