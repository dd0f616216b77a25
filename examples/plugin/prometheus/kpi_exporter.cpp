// SPDX-License-Identifier: MIT
// kpi-exporter FOLDER [HOST:PORT]: counts the events that it reads, one line of JSON each, for Prometheus to
// scrape, and keeps the counts in the folder. The README says more.

#include "event_line.hpp"
#include "kept_team.hpp"
#include "metrics_server.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace {

using namespace plugin;

class line_reader {
public:
    explicit line_reader(exporter::kept_team &team) : team_{team} {}

    void take(std::string_view bytes) {
        for (std::size_t end = 0; (end = bytes.find('\n')) != std::string_view::npos;) {
            append(bytes.substr(0, end));
            line();
            bytes.remove_prefix(end + 1);
        }
        append(bytes);
    }
    /// The last line may lack its end.
    void finish() {
        if (!line_.empty()) line();
    }

private:
    static constexpr std::size_t longest = 65536;

    void append(std::string_view bytes) { line_ += bytes.substr(0, longest + 1 - line_.size()); }
    void line() {
        ++number_;
        exporter::event_line read;
        const std::string wrong =
            line_.size() > longest ? "longer than a line may be" : read_line(line_, read);
        if (wrong.empty()) {
            team_.record(read);
        } else {
            team_.refuse();
            std::fprintf(stderr, "line %llu: %s\n", static_cast<unsigned long long>(number_), wrong.c_str());
        }
        line_.clear();
    }

    exporter::kept_team &team_;
    std::string line_{};
    std::uint64_t number_{};
};

/// Reads once. False at the end of the events.
[[nodiscard]] bool read_some(line_reader &lines) {
    std::array<char, 65536> bytes;
    const ssize_t n = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (n > 0) lines.take({bytes.data(), static_cast<std::size_t>(n)});
    return n > 0 || (n < 0 && errno == EINTR);
}

/// Runs until the events end or somebody ends us; saves once a second.
void count(exporter::kept_team &team, int signals) {
    line_reader lines{team};
    std::array<pollfd, 2> on{{{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}}};
    using clock = std::chrono::steady_clock;
    clock::time_point settle_at = clock::now();
    bool goes_on = true;
    while (goes_on) {
        if (poll(on.data(), on.size(), 1000) < 0) continue; // it was stopped, and continues
        const bool ends = on[1].revents != 0;
        if (on[0].revents != 0) goes_on = read_some(lines);
        if (ends) {
            // Counts what has been sent, up to what a pipe holds.
            for (int i = 0; i < 16 && goes_on && poll(on.data(), 1, 0) == 1; ++i)
                goes_on = read_some(lines);
            goes_on = false;
        }
        if (clock::now() >= settle_at) {
            if (!team.settle()) std::perror("the figures could not be saved");
            settle_at = clock::now() + std::chrono::seconds{1};
        }
    }
    lines.finish();
}

struct address {
    std::string host;
    int port;
};
[[nodiscard]] std::optional<address> read_address(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    const std::string_view digits = text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (wrong != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return address{std::string{host}, port};
}

} // namespace

int main(int argc, char **argv) {
    const std::string told = argc == 3 ? argv[2] : "127.0.0.1:9950";
    const auto at = read_address(told);
    if (argc < 2 || argc > 3 || !at) {
        std::fputs("kpi-exporter FOLDER [HOST:PORT]\n", stderr);
        return 2;
    }
    // For all threads: a new thread inherits this from its starter.
    sigset_t ends;
    sigemptyset(&ends), sigaddset(&ends, SIGTERM), sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    const int signals = signalfd(-1, &ends, SFD_CLOEXEC);

    const auto team = std::make_unique<exporter::kept_team>();
    if (const std::string wrong = team->open(argv[1]); !wrong.empty()) {
        std::fprintf(stderr, "%s\n", wrong.c_str());
        return 1;
    }
    {
        metrics_server server{[&] { return team->open_metrics(); }};
        const auto port = server.listen(at->host, at->port);
        if (!port) {
            std::fprintf(stderr, "%s: cannot be listened at\n", told.c_str());
            return 1;
        }
        std::printf("http://%s:%d/metrics\n", told.substr(0, told.rfind(':')).c_str(), *port);
        std::fflush(stdout);
        count(*team, signals);
    }
    if (team->settle()) return 0;
    std::perror("the figures could not be saved");
    return 1;
}
