// SPDX-License-Identifier: MIT
#pragma once

/// A client of an MQTT broker, over TLS, with a name and a password: libmosquitto with the choices that a
/// fleet needs. QoS 1 and a session that outlives a connection mean that a message may come twice, or late,
/// but comes as long as the broker keeps it. One thread owns the client and calls `turn`.

#include "packed.hpp"

#include <mosquitto.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fleet {

struct broker_address {
    std::string host{"127.0.0.1"};
    int port{8883};
    std::string authority{}; ///< file with the certificate that signed the broker's
};
struct login {
    std::string name{};
    std::string password{};
};

class mqtt_client {
public:
    using clock = std::chrono::steady_clock;

    std::function<void(std::string_view topic, bytes payload)> on_message{};
    std::function<void()> on_connect{}; ///< the place to subscribe

    explicit mqtt_client(const login &who) {
        static const bool begun = mosquitto_lib_init() == MOSQ_ERR_SUCCESS;
        client_.reset(begun ? mosquitto_new(who.name.c_str(), false, this) : nullptr);
        if (!client_) throw std::runtime_error{"libmosquitto: a client cannot be made"};
        check(mosquitto_username_pw_set(client_.get(), who.name.c_str(), who.password.c_str()));
        mosquitto_connect_callback_set(client_.get(), [](mosquitto *, void *self, int refused) {
            static_cast<mqtt_client *>(self)->connected(refused);
        });
        mosquitto_disconnect_callback_set(client_.get(), [](mosquitto *, void *self, int) {
            static_cast<mqtt_client *>(self)->connected_ = false;
        });
        mosquitto_message_callback_set(client_.get(), [](mosquitto *, void *self,
                                                         const mosquitto_message *message) {
            const auto *const payload = static_cast<const std::byte *>(message->payload);
            auto &client = *static_cast<mqtt_client *>(self);
            if (client.on_message)
                client.on_message(message->topic, {payload, static_cast<std::size_t>(message->payloadlen)});
        });
    }
    mqtt_client(const mqtt_client &) = delete;
    mqtt_client &operator=(const mqtt_client &) = delete;

    /// What the broker says for this client if it disappears without a word. Call this before `connect`.
    void last_will(const std::string &topic, std::string_view text) {
        check(mosquitto_will_set(client_.get(), topic.c_str(), static_cast<int>(text.size()), text.data(), 1,
                                 true));
    }
    /// Names the broker; `turn` connects, and connects again after a cut.
    void connect(const broker_address &to) {
        broker_ = to;
        if (!to.authority.empty())
            check(mosquitto_tls_set(client_.get(), to.authority.c_str(), nullptr, nullptr, nullptr, nullptr));
    }

    /// Sends and receives what is due, waiting at most so long for something to come.
    void turn(std::chrono::milliseconds wait) {
        if (!begun_ || mosquitto_socket(client_.get()) < 0) {
            connected_ = false;
            if (clock::now() < try_again_) return;
            try_again_ = clock::now() + std::chrono::milliseconds{200};
            const int answer =
                begun_ ? mosquitto_reconnect(client_.get())
                       : mosquitto_connect(client_.get(), broker_->host.c_str(), broker_->port, 30);
            begun_ = begun_ || answer != MOSQ_ERR_INVAL;
            if (answer != MOSQ_ERR_SUCCESS) return;
        }
        static_cast<void>(mosquitto_loop(client_.get(), static_cast<int>(wait.count()), 1));
    }

    /// False if there is no connection. The message may still be lost with the broker: to be sure that it
    /// arrived, wait for an answer from the other end.
    bool publish(const std::string &topic, bytes payload, bool retained) {
        return connected_ &&
               mosquitto_publish(client_.get(), nullptr, topic.c_str(), static_cast<int>(payload.size()),
                                 payload.data(), 1, retained) == MOSQ_ERR_SUCCESS;
    }
    bool publish(const std::string &topic, std::string_view text, bool retained) {
        return publish(topic, std::as_bytes(std::span{text}), retained);
    }
    void subscribe(const std::string &topic) {
        static_cast<void>(mosquitto_subscribe(client_.get(), nullptr, topic.c_str(), 1));
    }

    [[nodiscard]] bool connected() const noexcept { return connected_; }
    /// Why the broker refuses this client; empty as long as it has not said so.
    [[nodiscard]] const std::string &refused() const noexcept { return refused_; }
    /// The socket to wait for, or -1.
    [[nodiscard]] int socket() const noexcept { return begun_ ? mosquitto_socket(client_.get()) : -1; }
    [[nodiscard]] bool wants_to_write() const noexcept { return mosquitto_want_write(client_.get()); }

private:
    struct destroy {
        void operator()(mosquitto *client) const noexcept { mosquitto_destroy(client); }
    };
    static void check(int answer) {
        if (answer != MOSQ_ERR_SUCCESS)
            throw std::runtime_error{std::string{"libmosquitto: "} + mosquitto_strerror(answer)};
    }
    void connected(int refused) {
        connected_ = refused == 0;
        refused_ = connected_ ? "" : mosquitto_connack_string(refused);
        if (connected_ && on_connect) on_connect();
    }

    std::unique_ptr<mosquitto, destroy> client_{};
    std::optional<broker_address> broker_{};
    clock::time_point try_again_{};
    std::string refused_{};
    bool begun_{}, connected_{};
};

} // namespace fleet
