// SPDX-License-Identifier: MIT
#pragma once

/// The newest message from the collector of the dialers. A thread listens for it.

#include "../dialers/report.hpp"
#include "../mqtt_client.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace fleet::wallboard {

class dialers_sum {
public:
    void listen(const login &who, const broker_address &at) {
        thread_ = std::jthread{[this, who, at](const std::stop_token &ends) {
            mqtt_client mqtt{who};
            mqtt.on_connect = [&] { mqtt.subscribe(std::string{topic_of_fleet}); };
            mqtt.on_message = [&](std::string_view, bytes payload) {
                const auto *const text = reinterpret_cast<const char *>(payload.data());
                auto told = nlohmann::json::parse(text, text + payload.size(), nullptr, false);
                if (!told.is_object() || !told["figures"].is_array()) return;
                for (const auto &figure : told["figures"])
                    if (!figure.is_object() || !figure["metric"].is_string() || !figure.contains("value"))
                        return;
                const std::lock_guard lock{mutex_};
                newest_ = std::move(told);
            };
            mqtt.connect(at);
            while (!ends.stop_requested()) {
                mqtt.turn(std::chrono::milliseconds{200});
                if (mqtt.socket() < 0) std::this_thread::sleep_for(std::chrono::milliseconds{50});
            }
        }};
    }
    /// Null until there is a message.
    [[nodiscard]] nlohmann::json newest() const {
        const std::lock_guard lock{mutex_};
        return newest_;
    }

private:
    mutable std::mutex mutex_{};
    nlohmann::json newest_{};
    std::jthread thread_{};
};

} // namespace fleet::wallboard
