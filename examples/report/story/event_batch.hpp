// SPDX-License-Identifier: MIT
#pragma once

/// Events that are recorded together: a table of ids is larger than a cache, and finds the places of a batch
/// while the memory of one after the other is on its way.

#include "profile/event.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace report {

class event_batch {
public:
    static constexpr std::size_t most = 64;

    /// True where the batch is full with this one.
    [[nodiscard]] bool add(const event &e) {
        events_[size_++] = e;
        return size_ == most;
    }
    void clear() { size_ = 0; }
    [[nodiscard]] std::span<const event> events() const { return {events_.data(), size_}; }

private:
    std::array<event, most> events_{};
    std::size_t size_{};
};

/// Room for those of a batch for which something holds.
class picked_events {
public:
    /// They, in order; good until others are picked.
    [[nodiscard]] std::span<const event> of(std::span<const event> batch, auto &&holds) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            places_[size] = static_cast<std::uint8_t>(i); // in any case, for there is no telling which
            size += std::size_t{holds(batch[i])};
        }
        for (std::size_t i = 0; i < size; ++i)
            events_[i] = batch[places_[i]];
        return {events_.data(), size};
    }

private:
    static_assert(event_batch::most <= 256);
    std::array<std::uint8_t, event_batch::most> places_{};
    std::array<event, event_batch::most> events_{};
};

} // namespace report
