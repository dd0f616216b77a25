// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/revenue.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool deals_settled_and_open() {
    // D1, D2
    expect(measured<win_loss_ratio>({{deal_won, 12}, {deal_lost, 8}}) == against{12, 8});
    expect(!measured<win_loss_ratio>({{deal_won, 12}}).has_value());
    // D3, D4
    expect(measured<win_rate>({{deal_won, 12}, {deal_lost, 8}}) == share{12, 20});
    expect(measured<win_rate>({{deal_won, 4238}, {deal_lost, 2473}}) == share{4238, 6711});
    // D5, D6: 10 open at the start, 30 opened
    expect(measured<deal_closure_rate>({{opportunity, 30}, {deal_won, 12}, {deal_lost, 8}}, 10) ==
           share{12, 40});
    expect(measured<settled_share>({{opportunity, 30}, {deal_won, 12}, {deal_lost, 8}}, 10) == share{20, 40});
    // D7, D8: nothing was open before the log began
    expect(measured<deal_closure_rate>({{opportunity, 8800}, {deal_won, 4238}}) == share{4238, 8800});
    expect(measured<settled_share>({{opportunity, 8800}, {deal_won, 4238}, {deal_lost, 2473}}) ==
           share{6711, 8800});
    // D28, D29
    expect(measured<customer_acquisition_cost>({{customer, 12}}, 30'000).per(1) == 2500);
    expect(!measured<customer_acquisition_cost>({}, 30'000).has_value());
    expect(measured<proposals_per_opportunity>({{proposal_sent, 3}, {opportunity, 2}}) == against{3, 2});
    // L7
    expect(measured<wins_per_touch>({{deal_won, 521}, {call, 12'630}}) == against{521, 12'630});
    return true;
}
static_assert(deals_settled_and_open());
TEST_CASE("deals settled and open") { CHECK(deals_settled_and_open()); }

} // namespace
} // namespace kpi::test
