// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/touch.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool every_dimension_reads_the_member_of_its_name() {
    const sales::touch t{.channel = sales::medium::video,
                         .source = 2,
                         .grade = 3,
                         .rep = opaque(std::uint16_t{4}),
                         .location = 5,
                         .product = 6,
                         .prospect = 7,
                         .lead = 8,
                         .deal = 9,
                         .customer = 10};
    expect(sales::channel(t) == 5u && sales::source(t) == 2u && sales::grade(t) == 3u && sales::rep(t) == 4u);
    expect(sales::location(t) == 5u && sales::product(t) == 6u && sales::prospect(t) == 7u &&
           sales::lead(t) == 8u);
    expect(sales::deal(t) == 9u && sales::customer(t) == 10u);
    return true;
}
static_assert(every_dimension_reads_the_member_of_its_name());
TEST_CASE("every dimension reads the member of its name") {
    CHECK(every_dimension_reads_the_member_of_its_name());
}

struct dial { // somebody else's event: the built-in dimensions find what they need
    sales::activity kind{};
    std::uint8_t rep{};
};
static_assert(sales::rep(dial{.rep = 3}) == 3u);
static_assert(sales::rep.name == "rep");

} // namespace
} // namespace kpi::test
