// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>
#include <thread>
#include <vector>

namespace sales = kpi::sales;
using sales::activity;

using board = kpi::scorecard<activity, sales::calls, sales::conversation_rate>;

int main() {
    static kpi::sharded<board, 4> shards; // one for each thread, and none waits for another

    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < 4; ++i)
        threads.emplace_back([i] {
            for (int n = 0; n < 10'000; ++n)
                shards[i].record(n % 5 == 0 ? activity::conversation : activity::no_answer);
            shards[i].publish(); // what is not shown yet, before the thread ends
        });

    // Any thread may ask at any time. It sees each shard as it was at most 63 records ago.
    [[maybe_unused]] const board so_far = shards.read();

    for (std::thread &t : threads)
        t.join();
    const board all = shards.read();
    std::cout << all.get<sales::calls>() << " calls, " << all.get<sales::conversation_rate>() << '\n';
}
