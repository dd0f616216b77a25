// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/key_metrics.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool they_are_of_the_catalog() {
    std::size_t known = 0;
    sales::key_metrics.for_each([&]<const auto & M>() { known += decltype(sales::catalog)::contains<M>; });
    expect(known == sales::key_metrics.size && sales::key_metrics.unique());
    return true;
}
static_assert(they_are_of_the_catalog());
TEST_CASE("key metrics are metrics of the catalog, each once") { CHECK(they_are_of_the_catalog()); }

TEST_CASE("what is asked first is what was won") { CHECK(sales::key_metrics.names.front() == "deals_won"); }

} // namespace
} // namespace kpi::test
