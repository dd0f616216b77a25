// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>
#include <kpi/statistics.hpp>

#include <iostream>

namespace sales = kpi::sales;
using sales::activity, sales::medium;

// Only what your metrics read. The channel tells replies by email from the others.
struct outreach {
    activity kind;
    medium channel;
    std::uint16_t rep;
};

using board = kpi::scorecard<outreach, sales::reply_rate>; // name more metrics to have them here, too

int main() {
    kpi::by<sales::rep, 100, board> reps;                      // 0 to 99, and "other"
    reps.record({activity::email_sent, medium::email, 7}, 40); // 40 that are alike
    reps.record({activity::reply_positive, medium::email, 7}, 6);
    reps.record({activity::reply_negative, medium::email, 7}, 4);
    reps.record({activity::reply_positive, medium::phone, 7}); // no reply to an email
    reps.record({activity::email_sent, medium::email, 8}, 25);

    std::cout.precision(3);
    reps.for_each([](std::size_t rep, const board &b) {
        const auto rate = b.get<sales::reply_rate>();
        std::cout << "rep " << rep << ": " << rate;
        if (const auto range = kpi::statistics::wilson(rate)) // sound while each prospect gets one email
            std::cout << ", so between " << 100 * range->low << " and " << 100 * range->high << " %";
        std::cout << '\n';
    });
    std::cout << "team:  " << reps.total().get<sales::reply_rate>() << '\n';
}
