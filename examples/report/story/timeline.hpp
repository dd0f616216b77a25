// SPDX-License-Identifier: MIT
#pragma once

/// Puts events in the order of time, as far as a buffer of fixed size can: what a prospect's touches led to
/// depends on their order, and exports are not always sorted. An event that comes more than `room` events too
/// late is handed on as it comes, and counted. One without a date keeps its place in the file.

#include "profile/event.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace report {

class timeline {
public:
    static constexpr std::size_t room = 16384;
    using sink = std::function<void(const event &, std::uint64_t n)>;

    explicit timeline(sink into) : into_{std::move(into)} {}

    void push(const event &e, std::uint64_t n);
    /// Hands out what is still held back.
    void finish();
    [[nodiscard]] std::uint64_t late() const { return late_; }

private:
    struct waiting {
        std::int64_t at{};
        std::uint64_t number{};
        event what;
        std::uint64_t n{};

        /// In its place, and not by way of another one: it is large.
        void hold(std::int64_t when, std::uint64_t place, const event &e, std::uint64_t times) {
            at = when, number = place, what = e, n = times;
        }
    };
    static bool later(const waiting &a, const waiting &b) {
        return a.at != b.at ? a.at > b.at : a.number > b.number;
    }
    void hand_out();

    /// Of the queue, from its front.
    [[nodiscard]] const waiting &queued(std::size_t place) const { return queue_[(front_ + place) % room]; }
    /// What came in order has no need of a heap.
    [[nodiscard]] bool queue_is_next() const {
        return heap_.empty() || (in_queue_ != 0 && later(heap_.front(), queued(0)));
    }
    [[nodiscard]] const waiting &next() const { return queue_is_next() ? queued(0) : heap_.front(); }

    sink into_;
    std::vector<waiting> queue_; ///< a ring of events, each later than the one before
    std::size_t front_{}, in_queue_{};
    std::vector<waiting> heap_;                                   ///< the others, the earliest first
    std::int64_t now_{std::numeric_limits<std::int64_t>::min()};  ///< the event before, in the file
    std::int64_t done_{std::numeric_limits<std::int64_t>::min()}; ///< what was handed out
    std::uint64_t number_{}, late_{};
};

} // namespace report
