// SPDX-License-Identifier: MIT

/// A board for each thread, merged when read: what a second core brings, with data that stay in each core's
/// L2. The time is wall-clock time for each event of all threads: two threads that do not disturb each other
/// take half the time of one.

#include "support/contest.hpp"
#include <kpi/concurrency/sharded.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

namespace bench {
namespace {

constexpr std::size_t batch = 1024, passes = 400;

/// Each thread has its own events, in its cache.
template <class Take> void on_threads(benchmark::State &state, std::size_t n, Take take) {
    const events all = data::get().all();
    double seconds = 0, events_taken = 0;
    for (auto _ : state) {
        std::atomic<std::size_t> ready{0};
        std::vector<std::chrono::steady_clock::duration> took(n);
        const auto work = [&](std::size_t i) {
            const events mine = all.subspan(i * in_l2, in_l2);
            const auto pass = [&] {
                for (std::size_t at = 0; at < mine.size(); at += batch)
                    take(i, mine.subspan(at, batch));
            };
            pass(); // warm
            ++ready;
            while (ready < n) {
            }
            const auto start = std::chrono::steady_clock::now();
            for (std::size_t p = 0; p < passes; ++p)
                pass();
            took[i] = std::chrono::steady_clock::now() - start;
        };
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < n; ++i)
                others.emplace_back(work, i);
            work(0);
        }
        seconds += std::chrono::duration<double>(*std::max_element(took.begin(), took.end())).count();
        events_taken += static_cast<double>(n * passes * in_l2);
    }
    state.counters["ns"] = 1e9 * seconds / events_taken;
}

template <std::size_t N> void shards(benchmark::State &state) {
    const auto s = std::make_unique<kpi::sharded<board, N>>();
    on_threads(state, N, [&](std::size_t i, events es) { (*s)[i].record(es); });
    benchmark::DoNotOptimize(s->read());
}
/// The limit: both threads read, and do nothing else.
void both_read(benchmark::State &state) {
    struct alignas(128) apart : reading {};
    std::vector<apart> r(2);
    on_threads(state, 2, [&](std::size_t i, events es) {
        r[i].take(es);
        benchmark::DoNotOptimize(&r[i]);
    });
}
/// One table for all, every counter an atomic.
void one_table(benchmark::State &state) {
    std::array<std::atomic<std::uint32_t>, steps> n{};
    on_threads(state, 2, [&](std::size_t, events es) {
        for (const event &e : es)
            n[static_cast<std::size_t>(e.kind)].fetch_add(1, std::memory_order_relaxed);
    });
}

/// Checks, before anything is timed, that every event of both threads is in the sum.
void check_sum() {
    const auto s = std::make_unique<kpi::sharded<board, 2>>();
    const events all = data::get().all().first(2 * in_l2);
    board both;
    both.record(all);
    (*s)[0].record(all.first(in_l2));
    (*s)[1].record(all.last(in_l2));
    if (s->read() == both) return;
    std::fputs("threads: the sum of the shards is not that of one board\n", stderr);
    std::exit(1);
}

const bool registered = [] {
    check_sum();
    benchmark::RegisterBenchmark("two threads batch/L2/kpi", shards<2>);
    benchmark::RegisterBenchmark("two threads batch/L2/one_thread", shards<1>);
    benchmark::RegisterBenchmark("two threads batch/L2/limit", both_read);
    benchmark::RegisterBenchmark("two threads batch/L2/shared_atomics", one_table);
    return true;
}();

} // namespace
} // namespace bench
