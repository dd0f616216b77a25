// SPDX-License-Identifier: MIT
#pragma once

/// An HTTP server that a slow or hostile client cannot hold up: a request must arrive within a time limit,
/// and a client that does not take the answer within a limit is cut off, however it drips. cpp-httplib's own
/// limits are for each read and write, of one byte or many.

#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <string>

namespace fleet::wallboard {

struct patience {
    std::chrono::milliseconds request{10'000}; ///< until a request has arrived, from its first byte on
    std::chrono::milliseconds answer{5'000};   ///< until a piece of an answer has been taken
    std::chrono::milliseconds idle{5'000};     ///< until the next request of a connection begins
};

class guarded_stream : public httplib::Stream {
    using clock = std::chrono::steady_clock;

public:
    guarded_stream(int socket, const patience &p) : socket_{socket}, patience_{p} { begin_request(); }

    void begin_request() { read_until_ = clock::now() + patience_.request; }
    /// Whether the next request begins in time.
    [[nodiscard]] bool more_to_come() const { return ready(POLLIN, clock::now() + patience_.idle); }

    bool is_readable() const override { return ready(POLLIN, read_until_); }
    bool is_writable() const override { return ready(POLLOUT, clock::now() + patience_.answer); }
    ssize_t read(char *into, std::size_t size) override {
        return ready(POLLIN, read_until_) ? recv(socket_, into, size, 0) : -1;
    }
    /// Writes all bytes, or returns -1.
    ssize_t write(const char *from, std::size_t size) override {
        const auto until = clock::now() + patience_.answer;
        for (std::size_t sent = 0; sent < size;) {
            if (!ready(POLLOUT, until)) return -1;
            const ssize_t n = send(socket_, from + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (n < 0 && errno != EAGAIN && errno != EINTR) return -1;
            if (n > 0) sent += static_cast<std::size_t>(n);
        }
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string &, int &) const override {}
    void get_local_ip_and_port(std::string &, int &) const override {}
    socket_t socket() const override { return socket_; }

private:
    [[nodiscard]] bool ready(short what, clock::time_point until) const {
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - clock::now());
            if (left.count() <= 0) return false;
            pollfd on{socket_, what, 0};
            const int n = poll(&on, 1, static_cast<int>(left.count()));
            if (n > 0) return true;
            if (n == 0 || errno != EINTR) return false;
        }
    }

    int socket_;
    const patience &patience_;
    clock::time_point read_until_{};
};

class guarded_server : public httplib::Server {
public:
    explicit guarded_server(const patience &p) : patience_{p} {
        // Without SO_REUSEPORT, which is the default: two servers would take turns at one port.
        set_socket_options([this](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            socket_ = socket;
        });
    }

    /// Begins to listen; port 0 means any free port. Returns the port, or 0 if it is taken.
    [[nodiscard]] int bind(const std::string &host, int port) {
        if (port == 0)
            port = bind_to_any_port(host);
        else if (!bind_to_port(host, port))
            return 0;
        ::listen(socket_, 128); // the library's queue of 5 makes some of a crowd wait for seconds
        return std::max(port, 0);
    }
    /// The connection of this thread ends with the answer to this request, because its body was not read.
    static void hang_up() { hang_up_ = true; }

private:
    bool process_and_close_socket(socket_t socket) override {
        // Only a little waits here for a reader, so that a client that does not read is noticed soon.
        const int room = 32 * 1024;
        setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
        // A body follows its header at once, not 40 ms later.
        const int yes = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        guarded_stream stream{socket, patience_};
        hang_up_ = false;
        for (int requests = 1; stream.more_to_come(); ++requests) {
            stream.begin_request();
            bool closed = false;
            if (!process_request(stream, requests == 1000, closed, nullptr) || closed || hang_up_) break;
        }
        shutdown(socket, SHUT_RDWR);
        return close(socket) == 0;
    }

    const patience patience_;
    socket_t socket_{-1};
    static inline thread_local bool hang_up_{};
};

} // namespace fleet::wallboard
