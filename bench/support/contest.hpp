// SPDX-License-Identifier: MIT
#pragma once

/// An operation and its contenders: kpi, the limit (reading the same bytes), and peers doing the same work. A
/// contender has `name`, `take(events)`, `clear()`, and `answer()`, which must agree with the first one's
/// before anything is timed. The benchmarks are named operation/size/contender; `bench/run` interleaves them
/// and makes the table.

#include "events.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace bench {

/// How many events a pass goes over, and where they come from: 256 KB that stay in L2, or all events, slice
/// by slice.
enum class from { l2, memory };
inline constexpr std::size_t in_l2 = std::size_t{1} << 14;
/// From memory everyone goes over the same ten million events, and nobody over fewer because of being slow:
/// what a state has seen so far can affect its speed.
inline constexpr int slices_in_a_pass = 10;

using answers = std::vector<double>;

/// For answers that may differ: an estimate against an exact count, a bucket against a value.
struct tolerance {
    double relative = 0;
};

/// A whole number of minutes of events, so that windows that slide and windows of minutes hold the same.
inline constexpr std::size_t checked_events = 240 * 100;

template <class C> answers answer_of() {
    const auto c = std::make_unique<C>();
    c->take(data::get().all().first(checked_events));
    return c->answer();
}
template <class First, class Other> void check(const std::string &operation, tolerance allowed) {
    if constexpr (requires(const Other o) { o.answer(); }) {
        const answers mine = answer_of<First>(), theirs = answer_of<Other>();
        bool same = mine.size() == theirs.size();
        for (std::size_t i = 0; same && i < mine.size(); ++i)
            same = std::abs(mine[i] - theirs[i]) <= allowed.relative * std::abs(mine[i]);
        if (same) return;
        std::fprintf(stderr, "%s: %s and %s do not answer the same\n", operation.c_str(), First::name,
                     Other::name);
        for (std::size_t i = 0; i < mine.size() && i < theirs.size(); ++i)
            std::fprintf(stderr, "    %.6g %.6g\n", mine[i], theirs[i]);
        std::exit(1);
    }
}

/// Time for each item, shown as `ns`.
inline void per_item(benchmark::State &state, std::size_t items) {
    state.counters["ns"] =
        benchmark::Counter(static_cast<double>(items) * 1e-9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

template <class C> void pass(benchmark::State &state, from where) {
    const events all = data::get().all();
    const auto c = std::make_unique<C>();
    const std::size_t n = where == from::l2 ? in_l2 : data::slice;
    const std::size_t slices = where == from::l2 ? 1 : data::size / data::slice;
    std::size_t i = slices > 1 ? 1 : 0; // time goes on
    c->take(all.first(n));              // warm
    for (auto _ : state) {
        if (i == slices) {
            i = 0;
            if (slices > 1) c->clear(); // time starts again
        }
        c->take(all.subspan(i++ * n, n));
        benchmark::DoNotOptimize(c.get());
        benchmark::ClobberMemory();
    }
    per_item(state, n);
}

/// One more contender, whose answer is not checked.
template <class C> void enter(const std::string &operation, from where) {
    const std::string name = operation + (where == from::l2 ? "/L2/" : "/memory/") + C::name;
    auto *const entered = benchmark::RegisterBenchmark(name.c_str(), pass<C>, where);
    if (where == from::memory) entered->Iterations(slices_in_a_pass);
}
template <class First, class... Others>
void contest(const std::string &operation, std::initializer_list<from> where, tolerance allowed = {}) {
    (check<First, Others>(operation, allowed), ...);
    for (const from w : where) {
        enter<First>(operation, w);
        (enter<Others>(operation, w), ...);
    }
}

/// The limit: reads every byte of the events, and does nothing else.
struct reading {
    static constexpr const char *name = "limit";
#ifdef __AVX2__
    using vector [[gnu::vector_size(32)]] = std::uint64_t;
#else
    using vector [[gnu::vector_size(16)]] = std::uint64_t;
#endif
    void take(std::span<const std::byte> bytes) {
        vector a{}, b{}, c{}, d{};
        const std::byte *p = bytes.data();
        for (std::size_t n = bytes.size() / (4 * sizeof(vector)); n > 0; --n, p += 4 * sizeof(vector))
            a ^= at(p), b ^= at(p + sizeof(vector)), c ^= at(p + 2 * sizeof(vector)),
                d ^= at(p + 3 * sizeof(vector));
        sum ^= a ^ b ^ c ^ d;
    }
    void take(events e) { take(std::as_bytes(e)); }
    void clear() {}

private:
    static vector at(const std::byte *p) {
        vector v;
        __builtin_memcpy(&v, p, sizeof v);
        return v;
    }
    vector sum{};
};

/// A state of the library as a contender: event by event, or all events at once.
template <class S, class Read> struct one_by_one {
    static constexpr const char *name = "kpi";
    S s{};
    void take(events es) {
        for (const event &e : es)
            s.record(e);
    }
    void clear() { s.reset(); }
    [[nodiscard]] answers answer() const { return Read{}(s); }
};
template <class S, class Read> struct at_once : one_by_one<S, Read> {
    void take(events es) { this->s.record(es); }
};

/// The counts of the eight kinds, from a tally or a board.
struct counts_of {
    answers operator()(const tally &t) const {
        answers a;
        kpi::visit_fields(t, [&](auto n) { a.push_back(static_cast<double>(n)); });
        return a;
    }
    answers operator()(const board &b) const {
        answers a;
        kpi::visit_fields(b, [&](auto n) { a.push_back(static_cast<double>(n)); });
        return a;
    }
};

} // namespace bench
