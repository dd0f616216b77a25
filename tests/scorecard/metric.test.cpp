// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include <kpi/scorecard/metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

struct not_a_metric {
    using event = door;
    std::string_view name, help;
};
static_assert(metric_definition<definition<opened_rate>>);
static_assert(!metric_definition<not_a_metric>);

static_assert(same_metric<opened_rate, opened_rate> && !same_metric<opened_rate, opened_in_the_first_street>);
static_assert(kinds_of<opened_rate>() == event_set{door::knocked, door::opened, door::bought});

TEST_CASE("a metric's kinds are the union of its sets") { CHECK(kinds_of<slams_per_sale>().size() == 2); }

} // namespace
} // namespace kpi::test
