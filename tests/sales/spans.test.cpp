// SPDX-License-Identifier: MIT
#include <kpi/sales/spans.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

static_assert(sales::lead_arrived.contains(sales::activity::mcl) &&
              sales::lead_arrived.contains(sales::lead_handed_over));
TEST_CASE("a lead arrives by its first stage, and is handed over as MQL") {
    CHECK_FALSE(sales::lead_handed_over.contains(sales::activity::mcl));
}

} // namespace
} // namespace kpi::test
