// SPDX-License-Identifier: MIT
// kpi-fleet-dialers: a fleet of simulated dialers, each with its own connection to the broker. It ends when
// the collector keeps everything that they have counted. It writes down the counts, taken separately. The
// README says more.

#include "../termination.hpp"
#include "options.hpp"
#include "simulated_dialer.hpp"

#include <poll.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace fleet;

/// Waits until something has come for one of them, but not for long.
void wait_for_any(const std::vector<std::unique_ptr<simulated_dialer>> &all) {
    std::vector<pollfd> on;
    for (const auto &d : all)
        if (d->mqtt() != nullptr && d->mqtt()->socket() >= 0)
            on.push_back({d->mqtt()->socket(),
                          static_cast<short>(d->mqtt()->wants_to_write() ? POLLIN | POLLOUT : POLLIN), 0});
    static_cast<void>(poll(on.data(), on.size(), 5));
}

void write_truth(const std::string &path, const std::vector<std::unique_ptr<simulated_dialer>> &all) {
    nlohmann::json told;
    for (const auto &d : all)
        told[d->name()] = d->what_happened().json();
    std::ofstream file{path};
    file << told.dump(1) << '\n';
    if (!file.flush()) throw std::runtime_error{path + " cannot be written"};
}

} // namespace

int main(int argc, char **argv) try {
    options o{"A fleet of simulated dialers that report over MQTT.", ""};
    std::uint32_t dialers = 200;
    std::uint64_t calls = 10'000, seed = 1, stops = 0;
    bool chaos = false;
    std::string truth_file;
    o.app.add_option("--dialers", dialers, "how many")->capture_default_str();
    o.app.add_option("--calls", calls, "that each of them makes")->capture_default_str();
    o.app.add_flag("--chaos", chaos, "everything goes wrong");
    o.app.add_option("--seed", seed, "what goes wrong when")->capture_default_str();
    o.app.add_option("--stops", stops, "how often to say \"stop\" on the way, and wait for a line")
        ->capture_default_str();
    o.app.add_option("--truth", truth_file, "where to write what the collector must have");
    CLI11_PARSE(o.app, argc, argv);

    happenings happened;
    std::vector<std::unique_ptr<simulated_dialer>> all;
    for (std::uint32_t n = 0; n < dialers; ++n) {
        char name[32];
        std::snprintf(name, sizeof name, "dialer-%03u", static_cast<unsigned>(n));
        all.push_back(std::make_unique<simulated_dialer>(login{name, o.password_of(name)}, o.broker, seed, n,
                                                         calls, chaos, happened));
    }

    const termination ends;
    for (std::uint64_t stopped = 0; !ends.asked();) {
        std::size_t settled = 0;
        for (const auto &d : all) {
            d->step();
            settled += d->settled();
            if (d->mqtt() != nullptr && !d->mqtt()->refused().empty()) {
                std::fprintf(stderr, "the broker refuses %s: %s\n", d->name().c_str(),
                             d->mqtt()->refused().c_str());
                return 1;
            }
        }
        if (settled == all.size()) break;
        if (stopped < stops && happened.calls * (stops + 1) > (stopped + 1) * calls * dialers) {
            ++stopped;
            std::puts("stop"), std::fflush(stdout);
            while (std::getchar() != '\n' && !std::feof(stdin)) {
            }
        }
        wait_for_any(all);
    }
    if (!truth_file.empty()) write_truth(truth_file, all);
    show(happened);
    return ends.asked() ? 1 : 0;
} catch (const std::exception &e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
}
