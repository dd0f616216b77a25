// SPDX-License-Identifier: MIT
#include "story/once.hpp"

#include <algorithm>
#include <tuple>

namespace report {
namespace {

/// The outcomes of a call, the highest first.
constexpr std::array outcomes{activity::conversation, activity::operator_reached, activity::hang_up,
                              activity::abandoned,    activity::picked_up,        activity::voicemail,
                              activity::busy,         activity::no_answer,        activity::call};

std::size_t rank(activity kind) {
    return static_cast<std::size_t>(std::find(outcomes.begin(), outcomes.end(), kind) - outcomes.begin());
}

/// Orders all events of a key; the first one counts.
auto place(const event &e, std::uint64_t fingerprint) {
    return std::tuple{rank(e.kind), !e.dated, e.at.seconds, ~e.elapsed, e.kind, fingerprint};
}

} // namespace

once::decision once::enter(std::uint64_t key, const event &e, std::uint64_t fingerprint) {
    if (const auto known = kept_.find(key); known != kept_.end()) {
        kept &best = known->second;
        if (place(e, fingerprint) < place(best.what, best.fingerprint)) best = {e, fingerprint};
        return {};
    }
    decision made{true, std::nullopt};
    if (order_.size() < window) {
        order_.push_back(key);
    } else {
        const auto oldest = kept_.find(order_[next_]);
        made.settled = oldest->second.what;
        kept_.erase(oldest);
        order_[next_] = key;
        next_ = (next_ + 1) % window;
        ++forgotten_;
    }
    kept_.emplace(key, kept{e, fingerprint});
    return made;
}

void once::settle_all(const std::function<void(const event &)> &settle) {
    const auto at = [&](std::uint64_t key) {
        const event &e = kept_.at(key).what;
        return std::tuple{e.dated, e.at.seconds, key};
    };
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return at(a) < at(b); });
    for (const std::uint64_t key : order_)
        settle(kept_.at(key).what);
    kept_.clear();
    order_.clear();
    next_ = 0;
}

} // namespace report
