// SPDX-License-Identifier: MIT
#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/sales/fact.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::fact;
using sales::outcome;
static_assert(event<fact> && member::value.demanded_of<fact>() &&
              member::channel.demanded_of<fact, sales::medium>());

TEST_CASE(
    "in a period a fact is again if it was true within the period before, and fresh if it began there") {
    const fact f{
        .at = {50}, .kind = outcome::upsold, .again = true, .before = instant{20}, .since = instant{10}};
    CHECK(f.in({15}, {60}).again);
    CHECK(f.in({20}, {60}).again);
    CHECK_FALSE(f.in({21}, {60}).again);
    CHECK(f.in({10}, {60}).fresh);
    CHECK_FALSE(f.in({11}, {60}).fresh);
    CHECK_FALSE(f.in({5}, {10}).fresh); // it begins after the period
    CHECK(f.in({5}, {11}).fresh);
    CHECK_FALSE(fact{.at = {50}}.in({0}, {60}).again);
    CHECK_FALSE(fact{.at = {50}}.in({0}, {60}).fresh);
}
TEST_CASE("what is not told is not zero") {
    CHECK_FALSE(told(fact{}.elapsed));
    CHECK_FALSE(told(fact{}.value));
    CHECK(fact{.value = 0u} != fact{});
}

} // namespace
} // namespace kpi::test
