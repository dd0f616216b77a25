// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr proportion_metric<door> opened_of_the_quiet{
    .name = "opened_of_the_quiet",
    .part = door::opened,
    .whole = {door::opened, door::knocked, door::dog},
    .without = door::dog};
inline constexpr proportion_metric<door> slammed_share{
    .name = "slammed_share", .part = door::slammed, .whole = {}, .given = "doors in the street"};
inline constexpr proportion_metric<door> spared_share{.name = "spared_share",
                                                      .part = door::slammed,
                                                      .whole = {},
                                                      .given = "doors in the street",
                                                      .complementary = true};

constexpr bool kinds_can_be_taken_off_the_whole() {
    live<opened_of_the_quiet> b;
    b.record(opaque(door::opened), 2);
    b.record(opaque(door::knocked), 5);
    b.record(opaque(door::dog), 3);
    expect(b.value() == proportion<std::uint32_t>{2, 7});
    return true;
}
static_assert(kinds_can_be_taken_off_the_whole());
TEST_CASE("kinds can be taken off the whole") { CHECK(kinds_can_be_taken_off_the_whole()); }

constexpr bool the_whole_can_be_given_on_reading() {
    live<slammed_share> b;
    b.record(opaque(door::slammed), 10);
    expect(b.value(200) == proportion<std::uint32_t>{10, 200});
    expect(!b.value().has_value()); // not given: absent, and not 10 of nothing
    expect(!b.value(5).coherent());
    live<spared_share> rest;
    rest.record(opaque(door::slammed), 10);
    expect(rest.value(200) == proportion<std::uint32_t>{190, 200});
    expect(!rest.value(5).has_value()); // more slammed than there are doors: no rest
    return true;
}
static_assert(the_whole_can_be_given_on_reading());
TEST_CASE("the whole can be given on reading") { CHECK(the_whole_can_be_given_on_reading()); }

} // namespace
} // namespace kpi::test
