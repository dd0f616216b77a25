// SPDX-License-Identifier: MIT
#pragma once

/// Serves a text at /metrics, from its own threads, for Prometheus to scrape.

#include <httplib.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace plugin {

class metrics_server {
public:
    /// The text in OpenMetrics, or nothing if there is none at the moment: the scrape then fails. Several
    /// threads may ask at once.
    using source = std::function<std::optional<std::string>()>;

    explicit metrics_server(source text) : text_{std::move(text)} {
        server_.Get("/metrics", [this](const httplib::Request &asked, httplib::Response &answer) {
            const std::optional<std::string> now = text_();
            if (!now) {
                answer.status = 503;
                answer.set_content("the figures could not be saved\n", "text/plain");
                return;
            }
            // The same text is valid in the older format, too.
            const bool open_metrics =
                asked.get_header_value("Accept").find("application/openmetrics-text") != std::string::npos;
            answer.set_content(*now, open_metrics
                                         ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                         : "text/plain; version=0.0.4; charset=utf-8");
        });
        server_.set_error_handler([](const httplib::Request &, httplib::Response &answer) {
            if (answer.status == 404) answer.set_content("the figures are at /metrics\n", "text/plain");
        });
        // A client that connects and says nothing keeps a thread this long and no longer.
        server_.new_task_queue = [] { return new httplib::ThreadPool(64); };
        server_.set_keep_alive_timeout(1);
        server_.set_read_timeout(2);
        // Without SO_REUSEPORT, which is the default: two servers would take turns at one port.
        server_.set_socket_options([this](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            socket_ = socket;
        });
    }
    metrics_server(const metrics_server &) = delete;
    metrics_server &operator=(const metrics_server &) = delete;
    ~metrics_server() {
        if (!thread_.joinable()) return;
        // A server that has not begun cannot be stopped.
        while (!server_.is_running() && !ended_)
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        server_.stop();
        thread_.join();
    }

    /// Begins to serve, once; port 0 means any free port. Returns the port, or nothing if it is taken or
    /// there is no such host.
    [[nodiscard]] std::optional<int> listen(const std::string &host, int port) {
        if (port == 0)
            port = server_.bind_to_any_port(host);
        else if (!server_.bind_to_port(host, port))
            return std::nullopt;
        if (port <= 0) return std::nullopt;
        ::listen(socket_, 128); // the library's queue of 5 makes some of a crowd wait for seconds
        thread_ = std::thread{[this] {
            server_.listen_after_bind();
            ended_ = true;
        }};
        return port;
    }

private:
    source text_;
    httplib::Server server_{};
    socket_t socket_{-1};
    std::atomic<bool> ended_{};
    std::thread thread_{};
};

} // namespace plugin
