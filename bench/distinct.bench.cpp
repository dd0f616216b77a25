// SPDX-License-Identifier: MIT

/// Different prospects: with a warm sketch, for the first hundred thousand events, and for a column of ids at
/// once.

#include "support/contest.hpp"
#include "support/fetched_peers.hpp"
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
struct hyperloglog_prospects {
    static constexpr const char *name = "hyperloglog";
    hyperloglog h;
    void take(events es) {
        for (const event &e : es)
            h.record(e.prospect);
    }
    void clear() {}
    [[nodiscard]] answers answer() const { return h.answer(); }
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

/// A column of ids, as in a table by columns, again and again: the sketch is warm.
struct column_data {
    std::vector<std::uint32_t> ids;
    column_data() {
        for (const event &e : data::get().all())
            ids.push_back(e.prospect);
    }
    static std::span<const std::uint32_t> get() {
        static const column_data made;
        return made.ids;
    }
};
template <class C> void column(benchmark::State &state, std::size_t n) {
    const auto ids = column_data::get();
    const auto c = std::make_unique<C>();
    c->take(ids.first(std::size_t{1} << 23));
    std::size_t i = 0;
    for (auto _ : state) {
        c->take(ids.subspan(i, n));
        i = i + 2 * n <= ids.size() ? i + n : 0;
        benchmark::DoNotOptimize(c.get());
        benchmark::ClobberMemory();
    }
    per_item(state, n);
}
struct kpi_column {
    static constexpr const char *name = "kpi";
    kpi::distinct<> d;
    void take(std::span<const std::uint32_t> ids) { d.record(ids); }
    void take(events es) { take(column_data::get().first(es.size())); } // for the check
    [[nodiscard]] answers answer() const { return {static_cast<double>(d.value().n)}; }
};
struct one_by_one_column : kpi_column {
    void take(std::span<const std::uint32_t> ids) {
        for (const std::uint32_t id : ids)
            d.record(id);
    }
};
struct hyperloglog_column {
    hyperloglog h;
    void take(std::span<const std::uint32_t> ids) {
        for (const std::uint32_t id : ids)
            h.record(id);
    }
};
struct limit_column : reading {
    void take(std::span<const std::uint32_t> ids) { reading::take(std::as_bytes(ids)); }
};

const bool registered = [] {
    contest<distinct_prospects, reading, hyperloglog_prospects,
            unordered_set DATASKETCHES_PEER(hll_8, theta)>("distinct", {from::memory}, {0.05});
    benchmark::RegisterBenchmark("distinct, the first/100000/kpi", first_events<distinct_prospects>);
    benchmark::RegisterBenchmark("distinct, the first/100000/hyperloglog",
                                 first_events<hyperloglog_prospects>);
    benchmark::RegisterBenchmark("distinct, the first/100000/std_unordered_set", first_events<unordered_set>);
#ifdef KPI_BENCH_DATASKETCHES
    benchmark::RegisterBenchmark("distinct, the first/100000/hll_8", first_events<hll_8>);
    benchmark::RegisterBenchmark("distinct, the first/100000/theta", first_events<theta>);
#endif
    check<distinct_prospects, kpi_column>("distinct column", {});
    constexpr std::size_t at_once = std::size_t{1} << 16;
    benchmark::RegisterBenchmark("distinct column/memory/kpi", column<kpi_column>, at_once);
    benchmark::RegisterBenchmark("distinct column/memory/one_by_one", column<one_by_one_column>, at_once);
    benchmark::RegisterBenchmark("distinct column/memory/hyperloglog", column<hyperloglog_column>, at_once);
    benchmark::RegisterBenchmark("distinct column/memory/limit", column<limit_column>, at_once);
#ifdef KPI_BENCH_DATASKETCHES
    benchmark::RegisterBenchmark("distinct column/memory/hll_8", column<hll_8>, at_once);
    benchmark::RegisterBenchmark("distinct column/memory/theta", column<theta>, at_once);
#endif
    return true;
}();

} // namespace
} // namespace bench
