// SPDX-License-Identifier: MIT
#include "timeline.hpp"

#include <algorithm>

namespace report {

void timeline::push(const event &e, std::uint64_t n) {
    if (e.dated) now_ = e.at.seconds;
    if (now_ < done_) {
        if (e.dated) ++late_;
        into_(e, n);
        return;
    }
    if (slots_.size() == room && now_ < next().at) {
        done_ = now_;
        into_(e, n);
        return;
    }
    std::size_t slot = slots_.size();
    if (slots_.size() < room)
        slots_.push_back({e, n});
    else
        slots_[slot = hand_out()] = {e, n};
    const place here{now_, number_++, slot};
    if (queue_.empty() || later(here, queue_.back())) {
        queue_.push_back(here);
    } else {
        heap_.push_back(here);
        std::push_heap(heap_.begin(), heap_.end(), later);
    }
}

void timeline::finish() {
    while (!heap_.empty() || !queue_.empty())
        static_cast<void>(hand_out());
    slots_.clear();
}

/// The earliest event; answers the slot that is free now.
std::size_t timeline::hand_out() {
    const place first = next();
    if (queue_is_next()) {
        queue_.pop_front();
    } else {
        std::pop_heap(heap_.begin(), heap_.end(), later);
        heap_.pop_back();
    }
    done_ = first.at;
    into_(slots_[first.slot].what, slots_[first.slot].n);
    return first.slot;
}

} // namespace report
