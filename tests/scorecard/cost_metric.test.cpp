// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/cost_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr cost_metric<door> cost_per_sale{
    .name = "cost_per_sale", .of = door::bought, .given = "cost"};

constexpr bool a_cost_is_shared_by_what_it_bought() {
    live<cost_per_sale> b;
    expect(!b.value(10'000).has_value());
    b.record(opaque(door::bought), 32);
    expect(b.value(10'000) == ratio<std::int64_t>{10'000, 32});
    expect(b.value(5'000'000'000).per(1) == 156'250'000); // money beyond 32 bits
    expect(b.value(-64).per(1) == -2);                    // a cost that was paid back
    return true;
}
static_assert(a_cost_is_shared_by_what_it_bought());
TEST_CASE("a cost is given on reading and shared by what it bought") {
    CHECK(a_cost_is_shared_by_what_it_bought());
}

} // namespace
} // namespace kpi::test
