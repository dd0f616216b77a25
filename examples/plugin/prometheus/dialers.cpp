// SPDX-License-Identifier: MIT
// dialers FILE: how to have a program of your own scraped. Four threads make calls and each counts its own;
// Prometheus sees their sum, which is kept in the file.

#include "../kept_file.hpp"
#include "metrics_server.hpp"
#include <kpi/concurrency/sharded.hpp>
#include <kpi/export/open_metrics.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <cstdint>
#include <cstdio>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace sales = kpi::sales;
using sales::activity, sales::touch;
using board = kpi::scorecard<touch, sales::calls, sales::conversation_rate, sales::talk_time>;

constexpr std::size_t dialers = 4;
kpi::sharded<board, dialers> counts;

/// A dialer's calls of one day, all in a moment.
void make_calls(std::size_t dialer) {
    auto &own = counts[dialer];
    for (std::uint32_t n = 0; n < 2500000; ++n)
        own.record(n % 5 == 0 ? touch{.kind = activity::conversation, .elapsed = 30 + n % 100}
                              : touch{.kind = activity::no_answer});
    own.publish();
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) return std::fputs("dialers FILE\n", stderr), 2;
    const std::string file = argv[1];
    board before;
    const auto answer = plugin::load(file, before);
    if (answer != kpi::snapshot::status::ok && answer != kpi::snapshot::status::absent) {
        std::fprintf(stderr, "%s is damaged\n", argv[1]);
        return 1;
    }

    // What is seen has been saved: no figure ever becomes smaller than Prometheus has seen it.
    std::mutex one_at_a_time;
    const auto text = [&]() -> std::optional<std::string> {
        const std::lock_guard lock{one_at_a_time};
        board all = before;
        counts.add_to(all);
        if (!plugin::save(file, all, plugin::survives::power_cut)) return std::nullopt;
        std::string figures(kpi::to_open_metrics({}, all).size, '\0');
        static_cast<void>(kpi::to_open_metrics(figures, all));
        return figures;
    };
    plugin::metrics_server server{text};
    const auto port = server.listen("127.0.0.1", 0);
    if (!port) return 1;
    std::printf("http://127.0.0.1:%d/metrics\n", *port);
    std::fflush(stdout);

    std::vector<std::jthread> threads;
    for (std::size_t dialer = 0; dialer < dialers; ++dialer)
        threads.emplace_back(make_calls, dialer);
    threads.clear(); // waits until they are done
    while (std::getchar() != EOF) {
    }
    return text() ? 0 : 1;
}
