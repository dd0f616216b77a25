// SPDX-License-Identifier: MIT
// kpi-wallboard FOLDER --tokens FILE: the board on the wall of a sales floor. It takes events by HTTP, keeps
// them in the folder, and shows figures by rep. The README says more.

#include "../dialers/options.hpp"
#include "routes.hpp"

#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
#include <memory>
#include <string>
#include <thread>

namespace {

using namespace fleet;
using namespace fleet::wallboard;

} // namespace

int main(int argc, char **argv) try {
    options o{"What hangs on the wall of a sales floor.", "wallboard"};
    std::string folder, tokens, host = "127.0.0.1";
    int port = 8080, utc_offset = 0;
    double rows_a_second = 200'000;
    std::uint32_t connections = 128;
    std::uint64_t journal_megabytes = 64;
    bool by_events = false, dialers = false;
    routes::limits limits;
    patience patient;
    o.app.add_option("FOLDER", folder, "where the figures are kept")->required();
    o.app.add_option("--tokens", tokens, "file with a line ROLE TOKEN for each who may read or write")
        ->required();
    o.app.add_option("--listen", host, "the address to listen at")->capture_default_str();
    o.app.add_option("--http", port, "the port to listen at; 0 is any that is free")->capture_default_str();
    o.app.add_option("--utc-offset", utc_offset, "seconds by which the clock on the wall is ahead of UTC");
    o.app.add_option("--rows-a-second", rows_a_second, "that each token may send")->capture_default_str();
    o.app.add_option("--largest-body", limits.largest_body, "in bytes")->capture_default_str();
    o.app.add_option("--pages", limits.pages, "that may be open at a time")->capture_default_str();
    o.app.add_option("--connections", connections, "that are served at a time")->capture_default_str();
    o.app.add_option("--journal", journal_megabytes, "megabytes after which it becomes a snapshot")
        ->capture_default_str();
    o.app.add_flag("--clock-of-events", by_events, "now is when the latest event was: to show what has been");
    o.app.add_flag("--dialers", dialers, "listen to the collector of the dialers, at --host and --port");
    CLI11_PARSE(o.app, argc, argv);
    limits.pages = std::min(limits.pages, connections / 2); // writers always find a place

    // For all threads: a new thread inherits this from its starter.
    sigset_t ends;
    sigemptyset(&ends), sigaddset(&ends, SIGTERM), sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of write

    const token_list who{tokens, rows_a_second};
    const auto wall = std::make_unique<kept_wall>(journal_megabytes << 20);
    if (const std::string wrong = wall->open(folder); !wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        return 1;
    }
    const auto clock = [=]() -> kpi::instant {
        return {static_cast<std::int64_t>(std::time(nullptr)) + utc_offset};
    };
    dialers_sum of_dialers;
    if (dialers) {
        o.read_password();
        of_dialers.listen(o.who, o.broker);
    }
    rendered texts{*wall, of_dialers, [=](kpi::instant latest) { return by_events ? latest : clock(); }};

    guarded_server server{patient};
    server.new_task_queue = [=] { return new httplib::ThreadPool(connections); };
    const auto how = [=]() -> reading { return {by_events ? kpi::at({9999, 1, 1}) : clock(), utc_offset}; };
    const routes all{server, *wall, texts, who, how, limits};
    const int found = server.bind(host, port);
    if (found == 0) {
        std::fprintf(stderr, "%s:%d cannot be listened at: choose another --http or --listen\n", host.c_str(),
                     port);
        return 1;
    }
    std::printf("http://%s:%d/\n", host.c_str(), found);
    std::fflush(stdout);
    std::thread serving{[&] { server.listen_after_bind(); }};
    int signal = 0;
    sigwait(&ends, &signal);
    while (!server.is_running()) // a server that has not begun cannot be stopped
        std::this_thread::yield();
    server.stop();
    serving.join();
    return 0;
} catch (const std::exception &e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
}
