// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr catalogue<opened_rate, slams_per_sale> rates{};
inline constexpr auto all = joined(rates, catalogue<unknown_kinds>{});

static_assert(rates.size == 2 && all.size == 3);
static_assert(all.names[2] == "unknown_kinds");
static_assert(decltype(all)::contains<opened_rate> && !decltype(rates)::contains<unknown_kinds>);
static_assert(
    std::is_same_v<decltype(rates)::on<scorecard, visit>, scorecard<visit, opened_rate, slams_per_sale>>);

constexpr bool a_catalogue_is_walked_and_looked_up() {
    std::size_t letters = 0;
    all.for_each([&]<const auto & M>() { letters += M.name.size(); });
    expect(letters == all.names[0].size() + all.names[1].size() + all.names[2].size());

    std::string_view kind;
    expect(all.visit(
        "slams_per_sale", [&]<const auto & M>() { kind = M.kind; }));
    expect(kind == "ratio");
    expect(!all.visit("slams", []<const auto & M>(){})); // a name is whole
    return true;
}
static_assert(a_catalogue_is_walked_and_looked_up());
TEST_CASE("a catalogue is walked in order and looked up by name") {
    CHECK(a_catalogue_is_walked_and_looked_up());
}

} // namespace
} // namespace kpi::test
