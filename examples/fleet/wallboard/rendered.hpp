// SPDX-License-Identifier: MIT
#pragma once

/// The texts that readers get, rendered by a separate thread: no reader waits for it, and however many read,
/// writers do not notice.

#include "dialers_sum.hpp"
#include "kept_wall.hpp"
#include "view.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace fleet::wallboard {

struct texts {
    std::string json{}, metrics{};
};

class rendered {
public:
    rendered(const kept_wall &wall, const dialers_sum &dialers, std::function<kpi::instant(kpi::instant)> now)
        : wall_{wall}, dialers_{dialers}, now_{std::move(now)}, texts_{rendered_now()} {
        thread_ = std::jthread{[this](const std::stop_token &ends) { render_until(ends); }};
    }

    [[nodiscard]] std::shared_ptr<const texts> newest() const {
        const std::lock_guard lock{mutex_};
        return texts_;
    }

private:
    using clock = std::chrono::steady_clock;

    void render_until(const std::stop_token &ends) {
        std::uint32_t version = wall_.version();
        for (auto last = clock::now(); !ends.stop_requested();) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
            // Time goes on, and so do the dialers, even if nothing comes.
            if (wall_.version() == version && clock::now() - last < std::chrono::seconds{1}) continue;
            version = wall_.version(), last = clock::now();
            auto fresh = rendered_now();
            const std::lock_guard lock{mutex_};
            texts_.swap(fresh);
        }
    }
    [[nodiscard]] std::shared_ptr<const texts> rendered_now() const {
        const wall_state state = wall_.read();
        const kpi::instant now = now_(state.latest);
        const nlohmann::json dialers = dialers_.newest();
        nlohmann::json view = view_of(state, now);
        if (!dialers.is_null()) view["dialers"] = dialers;
        auto fresh = std::make_shared<texts>();
        fresh->json = view.dump();
        fresh->metrics = metrics_of(state, now, dialers);
        return fresh;
    }

    const kept_wall &wall_;
    const dialers_sum &dialers_;
    std::function<kpi::instant(kpi::instant)> now_;

    mutable std::mutex mutex_{};
    std::shared_ptr<const texts> texts_;
    std::jthread thread_{};
};

} // namespace fleet::wallboard
