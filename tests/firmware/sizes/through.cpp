// SPDX-License-Identifier: MIT
// Sixteen deals through their story, into a win rate and a cycle that can be taken back.
#include "board.hpp"
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/story/through.hpp>
namespace {
struct row {
    kpi::basic_instant<std::uint32_t> at{};
    kpi::sales::activity kind{};
    std::uint16_t deal{};
    kpi::maybe<std::uint32_t> value{}, elapsed{};
    friend constexpr bool operator==(const row &, const row &) = default;
};
using board = kpi::scorecard<row, kpi::sales::win_rate, kpi::sales::sales_cycle_length>;
kpi::through<kpi::sales::basic_deal_story<row>, kpi::sales::deal, 16, board> deals;
} // namespace
extern "C" void use(const row &e) {
    deals.record(e);
    sizes::keep(deals.told().get<kpi::sales::win_rate>());
    sizes::keep(deals.told().get<kpi::sales::sales_cycle_length>());
    sizes::keep(deals.account());
}
