// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include <kpi/scorecard/metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using counting = definition<opened_rate>;
using conditional = definition<opened_in_the_first_street>;
struct not_a_metric {
    using event = door;
    std::string_view name;
};

// The three forms are told apart by their members alone.
static_assert(counting_metric<counting> && !conditional_metric<counting>);
static_assert(counting_metric<conditional> && conditional_metric<conditional>);
static_assert(!stateful_metric<counting, visit>);
static_assert(metric<counting, visit> && metric<conditional, visit>);
static_assert(!metric<not_a_metric, visit> && !metric<int, visit>);

static_assert(same_metric<opened_rate, opened_rate> && !same_metric<opened_rate, opened_in_the_first_street>);
static_assert(kinds_of<opened_rate>() == event_set{door::knocked, door::opened, door::bought});

TEST_CASE("a metric's kinds are the union of its sets") { CHECK(kinds_of<slams_per_sale>().size() == 2); }

} // namespace
} // namespace kpi::test
