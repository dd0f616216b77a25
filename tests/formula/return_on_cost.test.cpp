// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/return_on_cost.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

constexpr lead_plan<rational> plan(rational leads, rational cost) {
    return {.leads = leads,
            .lead_to_opportunity = 1_q / 5_q,
            .opportunity_to_customer = 1_q / 4_q,
            .revenue_per_client = 2000_q,
            .gross_margin = 2_q / 5_q,
            .marketing_cost = cost};
}

constexpr bool leads_return_their_cost_threefold() {
    expect(plan(1000_q, 10000_q).clients() == rational{50});
    expect(lead_roi(plan(1000_q, 10000_q)) == rational{3});     // L29
    expect(lead_roi(plan(1000_q, 40000_q)) == rational{0});     // L30
    expect(lead_roi(plan(1000_q, 50000_q)) == rational{-1, 5}); // L31
    expect(lead_roi(plan(0_q, 10000_q)) == rational{-1});       // L32
    expect(!lead_roi(plan(1000_q, 0_q)));                       // L33
    return true;
}
static_assert(leads_return_their_cost_threefold());
TEST_CASE("L29 to L33: lead ROI") { CHECK(leads_return_their_cost_threefold()); }

constexpr bool the_printed_brackets_are_a_misprint() {
    const auto p = plan(1000_q, 10000_q);
    const rational as_printed =
        p.clients() * (p.revenue_per_client * p.gross_margin - p.marketing_cost) / p.marketing_cost;
    expect(as_printed == rational{-46}); // L34
    expect(lead_roi(p) != as_printed);
    return true;
}
static_assert(the_printed_brackets_are_a_misprint());
TEST_CASE("L34: the brackets as printed take the whole cost from one client") {
    CHECK(the_printed_brackets_are_a_misprint());
}

constexpr bool what_came_of_a_source_is_exact() {
    expect(exactly(lead_roi(40000_n, 10000_n)) == rational{3});
    expect(exactly(lead_roi(opaque(-5000), opaque(10000))) == rational{-3, 2}); // the margin was a loss
    expect(exactly(outsourcing_roi(90000_n, 120000_n)) == rational{-1, 4});
    expect(outsourcing_roi(opaque(150000.0), opaque(120000.0)) == 0.25);
    return true;
}
static_assert(what_came_of_a_source_is_exact());
TEST_CASE("what came of a source, or an outsourced team, is exact of integers") {
    CHECK(what_came_of_a_source_is_exact());
}

constexpr bool no_return_on_no_cost() {
    expect(!outsourcing_roi(90000_n, 0_n).has_value());
    expect(!outsourcing_roi(opaque(90000), opaque(-1)).has_value());
    expect(!outsourcing_roi(opaque(90000.0), opaque(0.0)));
    using limits = std::numeric_limits<std::int64_t>;
    expect(!outsourcing_roi(opaque(limits::min()), opaque(std::int64_t{1})).has_value()); // does not fit
    expect(outsourcing_roi(opaque(limits::min() + 1), opaque(std::int64_t{1})).has_value());
    return true;
}
static_assert(no_return_on_no_cost());
TEST_CASE("no return on no cost, and none that does not fit") { CHECK(no_return_on_no_cost()); }

} // namespace
} // namespace kpi::test
