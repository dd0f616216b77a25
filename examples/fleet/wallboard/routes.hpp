// SPDX-License-Identifier: MIT
#pragma once

/// What the wallboard answers, and to whom.

#include "assets.hpp"
#include "guarded_server.hpp"
#include "read_rows.hpp"
#include "rendered.hpp"
#include "tokens.hpp"
#include <kpi/snapshot/crc32c.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>

namespace fleet::wallboard {

class routes {
public:
    struct limits {
        std::size_t largest_body{2 << 20};
        std::uint32_t pages{64}; ///< that are open at the same time
    };

    routes(guarded_server &server, kept_wall &wall, rendered &texts, const token_list &who,
           std::function<reading()> how, const limits &l)
        : wall_{wall}, texts_{texts}, tokens_{who}, how_{std::move(how)}, limits_{l} {
        server.set_payload_max_length(l.largest_body);
        server.set_pre_routing_handler(
            [this](const auto &asked, auto &answer) { return admit(asked, answer); });
        server.Post("/events", [this](const auto &asked, auto &answer) { post(asked, answer); });
        server.Get("/live", [this](const auto &, auto &answer) { live(answer); });
        server.Get("/figures.json", [this](const auto &, auto &answer) {
            answer.set_content(texts_.newest()->json, "application/json");
        });
        server.Get("/metrics", [this](const auto &asked, auto &answer) {
            // The same text is valid in the older format, too.
            const bool open_metrics =
                asked.get_header_value("Accept").find("application/openmetrics-text") != std::string::npos;
            answer.set_content(texts_.newest()->metrics,
                               open_metrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                            : "text/plain; version=0.0.4; charset=utf-8");
        });
        const auto file = [&](const char *path, std::string_view text, const char *type) {
            server.Get(path, [text, type](const auto &, auto &answer) {
                answer.set_header(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
                answer.set_content(text.data(), text.size(), type);
            });
        };
        file("/", assets::page_html, "text/html; charset=utf-8");
        file("/page.css", assets::page_css, "text/css; charset=utf-8");
        file("/wall.css", assets::wall_css, "text/css; charset=utf-8");
        file("/wall.js", assets::wall_js, "text/javascript; charset=utf-8");
        server.set_error_handler([](const auto &, auto &answer) {
            if (!answer.body.empty()) return;
            const int status = answer.status;
            // The rest of such a request has not been read.
            if (status == 413 || status == 400) guarded_server::hang_up();
            say(answer, status,
                status == 404   ? "there is nothing here: POST /events, GET /, /live, /figures.json, /metrics"
                : status == 413 ? "the body is larger than this server takes: send it in parts"
                                : "the request is no HTTP that this server understands");
        });
    }

private:
    using handled = httplib::Server::HandlerResponse;

    static void say(httplib::Response &answer, int status, const std::string &sentence) {
        answer.status = status;
        answer.set_content(nlohmann::json{{"error", sentence}}.dump(
                               -1, ' ', true, nlohmann::json::error_handler_t::replace) +
                               "\n",
                           "application/json");
    }
    /// From "Authorization: Bearer TOKEN", or from the cookie of the page.
    [[nodiscard]] static std::string token_of(const httplib::Request &asked) {
        constexpr std::string_view bearer = "Bearer ", cookie = "kpi_token=";
        const std::string told = asked.get_header_value("Authorization");
        if (told.starts_with(bearer)) return told.substr(bearer.size());
        const std::string cookies = asked.get_header_value("Cookie");
        const std::size_t at = cookies.find(cookie);
        if (at == std::string::npos) return {};
        const std::size_t begin = at + cookie.size();
        return cookies.substr(begin, cookies.find(';', begin) - begin);
    }
    /// Runs before the body is read.
    handled admit(const httplib::Request &asked, httplib::Response &answer) {
        answer.set_header("X-Content-Type-Options", "nosniff");
        answer.set_header("Cache-Control", "no-store");
        const auto refuse = [&](int status, const std::string &why) {
            say(answer, status, why);
            if (asked.method != "GET") guarded_server::hang_up();
            return handled::Handled;
        };
        if (asked.method != "GET" && asked.method != "POST")
            return refuse(405, "GET and POST are all there is");
        if (asked.path == "/" && asked.has_param("token")) {
            // This keeps the token out of addresses.
            const std::string token = asked.get_param_value("token");
            if (tokens_.find(token) == nullptr) return refuse(401, "this token is nobody's");
            answer.set_header("Set-Cookie", "kpi_token=" + token + "; HttpOnly; SameSite=Strict; Path=/");
            answer.set_redirect("/");
            return handled::Handled;
        }
        const token_list::holder *const who = tokens_.find(token_of(asked));
        if (who == nullptr) {
            answer.set_header("WWW-Authenticate", "Bearer");
            return refuse(401, "say who you are: Authorization: Bearer TOKEN, or open /?token=TOKEN");
        }
        const role needed = asked.method == "POST" ? role::write : role::read;
        if (who->may != needed)
            return refuse(403, needed == role::write ? "this token may read, and not write"
                                                     : "this token may write, and not read");
        return handled::Unhandled;
    }

    void post(const httplib::Request &asked, httplib::Response &answer) {
        const std::string key = asked.get_header_value("Idempotency-Key");
        if (key.size() > known_keys::longest ||
            std::ranges::any_of(key, [](char c) { return c < '!' || c > '~'; }))
            return say(answer, 400, "Idempotency-Key has 1 to 64 letters, digits or signs");
        const std::string type = asked.get_header_value("Content-Type");
        const bool csv = type.starts_with("text/csv");
        if (!csv && !type.starts_with("application/x-ndjson") && !type.starts_with("application/json"))
            return say(answer, 415, "Content-Type is text/csv, application/x-ndjson or application/json");

        const reading how = how_();
        rows_read read = csv ? read_csv(asked.body, how) : read_json_lines(asked.body, how);
        if (!read.unreadable.empty()) return say(answer, 400, read.unreadable);
        if (!tokens_.find(token_of(asked))->rows->take(read.rows.size() + read.refused)) {
            answer.set_header("Retry-After", "1");
            return say(answer, 429, "more rows than this token may send: wait a second, and send them again");
        }
        const std::vector<std::string> why = std::move(read.why);
        const std::uint32_t body = kpi::snapshot::crc32c(std::as_bytes(std::span{asked.body}));
        const kept_wall::outcome kept = wall_.take(key, body, std::move(read));
        if (!kept) {
            answer.set_header("Retry-After", "5");
            return say(answer, 503, "the rows could not be kept, and are not counted: send them again");
        }
        if (kept->body != body) return say(answer, 422, "this Idempotency-Key was another body's");
        const nlohmann::json told{{"taken", kept->taken}, {"refused", kept->refused}, {"errors", why}};
        answer.set_content(told.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n",
                           "application/json");
    }

    void live(httplib::Response &answer) {
        if (++pages_ > limits_.pages) {
            --pages_;
            return say(answer, 503, "as many pages are open as this server serves");
        }
        auto sent = std::make_shared<std::shared_ptr<const texts>>();
        answer.set_chunked_content_provider(
            "text/event-stream",
            [this, sent](std::size_t, httplib::DataSink &sink) {
                // A page gets the newest figures, never those that it has missed.
                const bool first = !*sent;
                if (!first) std::this_thread::sleep_for(std::chrono::milliseconds{500});
                const auto now = texts_.newest();
                if (now == *sent) return true;
                *sent = now;
                const std::string message = "data: " + now->json + "\n\n";
                return sink.write(message.data(), message.size());
            },
            [this](bool) { --pages_; });
    }

    kept_wall &wall_;
    rendered &texts_;
    const token_list &tokens_;
    std::function<reading()> how_;
    limits limits_;
    std::atomic<std::uint32_t> pages_{};
};

} // namespace fleet::wallboard
