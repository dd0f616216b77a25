// SPDX-License-Identifier: MIT
#include "support/words.hpp"
#include <kpi/scorecard/counted.hpp>
#include <kpi/scorecard/word.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

static_assert(word<counted<door>> && !word<int>);
static_assert(detail::same_constant<counted{sold}, counted{event_set{door::bought}}>);
static_assert(!detail::same_constant<counted{sold}, counted{open_or_sold}>);
// What is kept of two words is the same where their condition is.
static_assert(
    detail::same_constant<detail::kept_of<counted{sold}>(), detail::kept_of<counted{open_or_sold}>()>);

TEST_CASE("always holds of every event") { CHECK(always{}(visit{})); }

} // namespace
} // namespace kpi::test
