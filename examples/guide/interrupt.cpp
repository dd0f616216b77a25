// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <csignal>
#include <iostream>

namespace sales = kpi::sales;
using sales::activity;

using board = kpi::scorecard<activity, sales::calls, sales::conversation_rate>;
board counting;                // the interrupt's own
kpi::published<board> visible; // what others may read, while it counts

// A signal here, a line's interrupt in firmware. It never waits.
extern "C" void on_call_ended(int) {
    counting.record(activity::conversation);
    counting.record(activity::no_answer, 2);
    visible.publish(counting);
}

int main() {
    std::signal(SIGINT, on_call_ended);

    std::uint32_t seen = visible.version();
    for (int turn = 0; turn < 4; ++turn) { // the main loop
        if (turn % 2 == 1) std::raise(SIGINT);
        if (visible.version() == seen) continue; // nothing new
        seen = visible.version();
        const board now = visible.read(); // whole, never half of one call and half of the next
        std::cout << "turn " << turn << ": " << now.get<sales::calls>() << " calls, "
                  << now.get<sales::conversation_rate>() << '\n';
    }
}
