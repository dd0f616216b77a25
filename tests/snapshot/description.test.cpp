// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/description.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

struct seen_at_home {};

TEST_CASE("a type is called by its name, without namespaces and arguments; a lambda has none") {
    CHECK(snapshot::detail::type_name<seen_at_home>() == "seen_at_home");
    CHECK(snapshot::detail::type_name<mean>() == "mean");
    CHECK(snapshot::detail::type_name<by<street, 4, live<opened_rate, visit>>>() == "by");
    const auto lambda = [](int) {};
    CHECK(snapshot::detail::type_name<decltype(lambda)>().empty());
}

} // namespace
} // namespace kpi::test
