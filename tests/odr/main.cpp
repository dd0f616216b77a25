// SPDX-License-Identifier: MIT
#include "shared.hpp"

int main() {
    by_rep reps;
    reps.record(kpi::sales::touch{.kind = kpi::sales::activity::deal_won, .rep = 2});
    const bool agreed = won_by_the_other(reps) == 1 && metric_of_the_other() == &kpi::sales::win_rate &&
                        name_of_the_other() == kpi::name_of(kpi::sales::activity::deal_won);
    return agreed ? 0 : 1;
}
