// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/formula/deals.hpp>
#include <kpi/formula/funnel.hpp>
#include <kpi/formula/lifetime_value.hpp>

#include <iostream>

namespace formula = kpi::formula;

// Every formula is a function of numbers that you have already, also at compile time.
static_assert(formula::win_rate(12u, 8u).percent() == 60.0);
static_assert(!formula::win_rate(0u, 0u).has_value()); // nothing settled: absent, not 0 %

int main() {
    std::cout << "win rate:       " << formula::win_rate(12u, 8u) << '\n'
              << "win/loss ratio: " << formula::win_loss_ratio(12u, 8u) << '\n'
              << "lead velocity:  " << formula::lead_velocity_rate(120u, 100u) << '\n'
              << "no deal yet:    " << formula::win_rate(0u, 0u) << '\n';
    // A purchase of 125.50, 3.5 times a year, for 2.5 years.
    if (const auto value = formula::customer_lifetime_value(125.50, 3.5, 2.5))
        std::cout << "lifetime value: " << *value << '\n';
}
