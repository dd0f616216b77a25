// SPDX-License-Identifier: MIT
#pragma once

/// The texts that readers get, rendered once for all of them, ten times a second at most: however many read,
/// who writes does not notice.

#include "dialers_sum.hpp"
#include "kept_wall.hpp"
#include "view.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace fleet::wallboard {

struct texts {
    std::string json{}, metrics{};
};

class rendered {
public:
    rendered(const kept_wall &wall, const dialers_sum &dialers, std::function<kpi::instant(kpi::instant)> now)
        : wall_{wall}, dialers_{dialers}, now_{std::move(now)} {}

    /// At most a tenth of a second old where something has come since, and two seconds where only the time
    /// goes on.
    [[nodiscard]] std::shared_ptr<const texts> newest() {
        {
            const std::lock_guard lock{mutex_};
            const auto age = clock::now() - at_;
            const auto may_be = std::chrono::milliseconds{wall_.version() == version_ ? 2000 : 100};
            if (texts_ && age < may_be) return texts_;
        }
        // One reader renders; the others need not wait for it.
        std::unique_lock turn{rendering_, std::try_to_lock};
        if (!turn.owns_lock()) {
            const std::lock_guard lock{mutex_};
            if (texts_) return texts_;
        }
        if (!turn.owns_lock()) turn.lock();
        const std::uint32_t version = wall_.version();
        auto fresh = rendered_now();
        const std::lock_guard lock{mutex_};
        version_ = version, at_ = clock::now();
        return texts_ = std::move(fresh);
    }

private:
    using clock = std::chrono::steady_clock;

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

    std::mutex rendering_{};
    std::mutex mutex_{}; ///< guards these
    std::shared_ptr<const texts> texts_{};
    std::uint32_t version_{};
    clock::time_point at_{};
};

} // namespace fleet::wallboard
