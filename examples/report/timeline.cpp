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
    if (heap_.size() == room && now_ < heap_.front().at) {
        done_ = now_;
        into_(e, n);
        return;
    }
    std::size_t slot = slots_.size();
    if (slots_.size() < room)
        slots_.push_back({e, n});
    else
        slots_[slot = hand_out()] = {e, n};
    heap_.push_back({now_, number_++, slot});
    std::push_heap(heap_.begin(), heap_.end(), later);
}

void timeline::finish() {
    while (!heap_.empty())
        static_cast<void>(hand_out());
    slots_.clear();
}

/// The earliest event; answers the slot that is free now.
std::size_t timeline::hand_out() {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const place first = heap_.back();
    heap_.pop_back();
    done_ = first.at;
    into_(slots_[first.slot].what, slots_[first.slot].n);
    return first.slot;
}

} // namespace report
