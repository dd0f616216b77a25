// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/deals.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool won_against_lost() {
    expect(exactly(win_loss_ratio(12_n, 8_n)) == rational{3, 2});      // D1
    expect(!win_loss_ratio(12_n, 0_n).has_value());                    // D2
    expect(win_loss_ratio(12_n, 0_n).a == 12);                         // the counts stay readable
    expect(exactly(win_rate(12_n, 8_n)) == rational{3, 5});            // D3
    expect(exactly(win_rate(4238_n, 2473_n)) == rational{4238, 6711}); // D4
    expect(win_rate(4238_n, 2473_n) == proportion<std::uint32_t>{4238, 6711});
    expect(!win_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(won_against_lost());
TEST_CASE("D1, D2, D3, D4: won against lost") { CHECK(won_against_lost()); }

constexpr bool of_the_pipeline() {
    expect(exactly(deal_closure_rate(12_n, 10_n, 30_n)) == rational{3, 10});             // D5
    expect(exactly(settled_share(12_n, 8_n, 10_n, 30_n)) == rational{1, 2});             // D6
    expect(exactly(deal_closure_rate(4238_n, 0_n, 8800_n)) == rational{2119, 4400});     // D7
    expect(exactly(settled_share(4238_n, 2473_n, 0_n, 8800_n)) == rational{6711, 8800}); // D8
    expect(!deal_closure_rate(0_n, 0_n, 0_n).has_value());
    expect(!settled_share(0_n, 0_n, 0_n, 0_n).has_value());
    return true;
}
static_assert(of_the_pipeline());
TEST_CASE("D5, D6, D7, D8: deals won, and deals settled, of the pipeline") { CHECK(of_the_pipeline()); }

constexpr bool a_cycle_of_won_deals_has_no_lost_one_in_it() {
    expect(exactly(sales_cycle_length(21_n + 42_n + 63_n, 3_n)) == rational{42});    // D9
    expect(exactly(sales_cycle_length(219452_n, 4238_n)) == rational{109726, 2119}); // D10
    expect(exactly(lost_cycle_length(102578_n, 2473_n)) == rational{102578, 2473});  // D11
    expect(exactly(sales_cycle_length(219452_n + 102578_n, 4238_n + 2473_n)) ==
           rational{322030, 6711}); // D12: mixed, not the default
    expect(!sales_cycle_length(0_n, 0_n).has_value());
    return true;
}
static_assert(a_cycle_of_won_deals_has_no_lost_one_in_it());
TEST_CASE("D9, D10, D11, D12: a cycle of won deals has no lost one in it") {
    CHECK(a_cycle_of_won_deals_has_no_lost_one_in_it());
}

constexpr bool shares_of_deals_clients_and_invoices() {
    expect(exactly(share_of_clients_over_a_spend(5_n, 12_n)) == rational{5, 12}); // D38
    expect(exactly(outbound_share_of_won_deals(3_n, 12_n)) == rational{1, 4});
    expect(exactly(on_time_payment_share(18_n, 20_n)) == rational{9, 10});
    expect(exactly(proposals_per_opportunity(45_n, 30_n)) == rational{3, 2});
    expect(!on_time_payment_share(0_n, 0_n).has_value());
    return true;
}
static_assert(shares_of_deals_clients_and_invoices());
TEST_CASE("D38: shares of deals, clients and invoices") { CHECK(shares_of_deals_clients_and_invoices()); }

constexpr bool a_sum_of_deals_saturates_and_says_so() {
    const auto many = opaque(std::uint8_t{200});
    expect(win_rate(many, many) == proportion<std::uint8_t>{200, 255});
    expect(win_rate(many, many).saturated());
    expect(settled_share(many, many, many, many).saturated());
    return true;
}
static_assert(a_sum_of_deals_saturates_and_says_so());
TEST_CASE("a sum of deals saturates and says so") { CHECK(a_sum_of_deals_saturates_and_says_so()); }

} // namespace
} // namespace kpi::test
