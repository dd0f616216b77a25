// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

namespace sales = kpi::sales;
namespace statistics = kpi::statistics;
using sales::activity;

const char *text_of(std::optional<statistics::verdict> v) {
    if (!v) return "nothing to judge yet";
    return *v == statistics::verdict::below ? "below" : *v == statistics::verdict::above ? "above" : "within";
}

int main() {
    kpi::scorecard<activity, sales::calls, sales::win_rate, sales::abandon_rate> march;
    march.record(activity::no_answer, 134);
    march.record(activity::conversation, 970);
    march.record(activity::abandoned, 30);

    // An amount for each working day, of which March had 22.
    constexpr sales::target calls_a_day{"calls", 45, "working day"};
    const auto calls = march.get<sales::calls>();
    std::cout << "calls: " << calls << ", " << *calls_a_day.attained(calls.n, 22).per(100)
              << " % of the target\n";

    // From a quarter to 35 %. Fractions are compared, nothing is rounded, and the edges are within.
    constexpr statistics::band<> expected{{1, 4}, {7, 20}};
    std::cout << "win rate: " << text_of(expected.verdict_on(march.get<sales::win_rate>())) << '\n';
    march.record(activity::deal_won, 22);
    march.record(activity::deal_lost, 78);
    std::cout << "win rate: " << march.get<sales::win_rate>() << ", "
              << text_of(expected.verdict_on(march.get<sales::win_rate>())) << '\n';

    // A limit: strictly more breaks it. This one is the US safe harbour's, 3 %.
    const auto abandoned = march.get<sales::abandon_rate>();
    if (const auto broken = statistics::is_above(abandoned, sales::highest_abandon_rate))
        std::cout << "abandoned: " << abandoned
                  << (*broken ? ", the limit is broken\n" : ", the limit is kept\n");
}
