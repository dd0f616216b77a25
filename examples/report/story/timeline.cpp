// SPDX-License-Identifier: MIT
#include "story/timeline.hpp"

#include <algorithm>

namespace report {

void timeline::push(const event &e, std::uint64_t n) {
    if (e.dated) now_ = e.at.seconds;
    if (now_ < done_) {
        if (e.dated) ++late_;
        into_(e, n);
        return;
    }
    if (in_queue_ + heap_.size() == room) {
        if (now_ < next().at) {
            done_ = now_;
            into_(e, n);
            return;
        }
        hand_out();
    }
    if (in_queue_ == 0 || now_ >= queued(in_queue_ - 1).at) {
        const std::size_t behind = (front_ + in_queue_++) % room;
        if (behind == queue_.size()) queue_.emplace_back();
        queue_[behind].hold(now_, number_++, e, n);
    } else {
        heap_.emplace_back().hold(now_, number_++, e, n);
        std::push_heap(heap_.begin(), heap_.end(), later);
    }
}

void timeline::finish() {
    while (in_queue_ + heap_.size() != 0)
        hand_out();
}

/// The earliest event.
void timeline::hand_out() {
    if (queue_is_next()) {
        done_ = queued(0).at;
        into_(queued(0).what, queued(0).n);
        front_ = (front_ + 1) % room;
        --in_queue_;
    } else {
        std::pop_heap(heap_.begin(), heap_.end(), later);
        done_ = heap_.back().at;
        into_(heap_.back().what, heap_.back().n);
        heap_.pop_back();
    }
}

} // namespace report
