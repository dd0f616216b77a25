// SPDX-License-Identifier: MIT
#pragma once

/// A state for each of N threads, so that none waits for another, and one sum of them for any reader while
/// they go on. A thread counts in its own shard, without any atomic operation, and shows it to readers
/// (concurrency/published.hpp) after every `Every` records, after a batch, and on `publish`; shards are cache
/// lines apart. Law: that of the state. A shard takes three states. For threads; in firmware use `published`.
///
/// - The thread that owns shard i calls `shards[i].record` and `publish`, and never waits.
/// - Any thread, these included, calls `read` and `add_to`, which read a shard again whenever they are
///   overtaken in it.
///
/// A reader sees each shard as it was after some record, at most Every - 1 records ago.

#include <kpi/accumulator/state.hpp>
#include <kpi/concurrency/published.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

template <state T, std::size_t N, std::uint32_t Every = 64> class sharded {
    static_assert(N > 0, "sharded: at least one shard");
    static_assert(Every > 0, "sharded: a record is shown after so many records, itself included");
    /// The cache line of the processors this is for; variables that far apart are never fetched together.
    static constexpr std::size_t cache_line = 64;

public:
    using event = typename T::event;
    static constexpr std::size_t size = N; ///< how many shards, one for each thread

    /// The shard in which one thread counts.
    class shard {
    public:
        /// Records one event; readers see it after Every events or a call of publish().
        void record(const event &e) noexcept {
            own_.record(e);
            if (++hidden_ >= Every) publish();
        }
        /// Records a batch, which is shown at once.
        void record(std::span<const event> events) noexcept {
            own_.record(events);
            publish();
        }
        /// Shows everything to readers. Call it before the thread waits or ends.
        void publish() noexcept {
            shown_.publish(own_);
            hidden_ = 0;
        }
        /// What the thread itself has counted.
        [[nodiscard]] const T &own() const noexcept { return own_; }

    private:
        friend sharded;
        T own_{};
        std::uint32_t hidden_{};
        alignas(cache_line) published<T> shown_{};
    };

    /// The shard of a thread, 0..N-1.
    [[nodiscard]] shard &operator[](std::size_t i) noexcept { return shards_[i]; }

    /// Adds to a state what all threads have shown. Cost: N reads and merges.
    void add_to(T &sum) const noexcept {
        for (const shard &s : shards_)
            sum += s.shown_.read();
    }
    /// What all threads have shown, merged. Cost: N reads and merges.
    [[nodiscard]] T read() const noexcept {
        T sum{};
        add_to(sum);
        return sum;
    }

private:
    std::array<shard, N> shards_{};
};

} // namespace kpi::inline v1
