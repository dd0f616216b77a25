// SPDX-License-Identifier: MIT
#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/story/turn.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

static_assert(event<turn_fact> && static_cast<int>(turn::active) < 64);
static_assert(member::elapsed.demanded_of<turn_fact>() && member::at.demanded_of<turn_fact>());

TEST_CASE("a turn tells no time and no value until it does") {
    CHECK_FALSE(turn_fact{}.elapsed.has_value());
    CHECK_FALSE(turn_fact{}.value.has_value());
    CHECK_FALSE(turn_fact{}.before.has_value());
    CHECK(turn_fact{.elapsed = 0u} != turn_fact{});
}

} // namespace
} // namespace kpi::test
