// SPDX-License-Identifier: MIT
#include "story/legs.hpp"

#include "story/sorted.hpp"

#include <algorithm>
#include <array>
#include <numeric>
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

} // namespace

std::vector<std::size_t> legs::in_order() const {
    const auto place = [this](std::size_t i) {
        const leg &l = all_[i];
        const event &e = l.what;
        return std::tuple{l.key, rank(e.kind), ~e.elapsed, !e.dated, e.at.seconds, e.kind, l.fingerprint, i};
    };
    std::vector<std::size_t> order(all_.size());
    std::iota(order.begin(), order.end(), std::size_t{});
    report::sort(order.begin(), order.end(),
                 [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    const auto same_key = [this](std::size_t a, std::size_t b) { return all_[a].key == all_[b].key; };
    order.erase(std::unique(order.begin(), order.end(), same_key), order.end());
    const auto time = [this](std::size_t i) {
        return std::tuple{all_[i].what.dated, all_[i].what.at.seconds, all_[i].key};
    };
    report::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return time(a) < time(b); });
    return order;
}

} // namespace report
