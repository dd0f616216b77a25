// SPDX-License-Identifier: MIT

/// Different prospects: of a sketch that is warm, and of the first hundred thousand events.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/distinct.hpp>

namespace bench {
namespace {

struct distinct_prospects {
    static constexpr const char *name = "kpi";
    kpi::distinct<> d;
    void take(events es) {
        for (const event &e : es)
            d.record(e.prospect);
    }
    void clear() {} // it stays warm
    [[nodiscard]] answers answer() const { return {static_cast<double>(d.value().n)}; }
};
/// The ids gathered into a column first.
struct distinct_batch : distinct_prospects {
    void take(events es) {
        std::array<std::uint32_t, 256> ids;
        while (!es.empty()) {
            const auto some = es.first(es.size() < ids.size() ? es.size() : ids.size());
            es = es.subspan(some.size());
            for (std::size_t i = 0; i < some.size(); ++i)
                ids[i] = some[i].prospect;
            d.record(std::span<const std::uint32_t>{ids}.first(some.size()));
        }
    }
};
struct hyperloglog_prospects {
    static constexpr const char *name = "hyperloglog";
    hyperloglog h;
    void take(events es) {
        for (const event &e : es)
            h.record(e.prospect);
    }
    void clear() {}
    [[nodiscard]] answers answer() const { return {h.value()}; }
};
struct unordered_set {
    static constexpr const char *name = "std_unordered_set";
    std::unordered_set<std::uint32_t> ids;
    void take(events es) {
        for (const event &e : es)
            ids.insert(e.prospect);
    }
    void clear() {}
    [[nodiscard]] answers answer() const { return {static_cast<double>(ids.size())}; }
};

template <class C> void first_events(benchmark::State &state) {
    const events es = data::get().all().first(100'000);
    for (auto _ : state) {
        const auto c = std::make_unique<C>();
        c->take(es);
        benchmark::DoNotOptimize(c.get());
        benchmark::ClobberMemory();
    }
    per_item(state, es.size());
}

const bool registered = [] {
    contest<distinct_prospects, reading, hyperloglog_prospects, unordered_set>("distinct", {from::memory},
                                                                               {0.05});
    contest<distinct_batch, reading, hyperloglog_prospects>("distinct batch", {from::memory}, {0.05});
    benchmark::RegisterBenchmark("distinct, the first/100000/kpi", first_events<distinct_prospects>);
    benchmark::RegisterBenchmark("distinct, the first/100000/hyperloglog",
                                 first_events<hyperloglog_prospects>);
    benchmark::RegisterBenchmark("distinct, the first/100000/std_unordered_set", first_events<unordered_set>);
    return true;
}();

} // namespace
} // namespace bench
