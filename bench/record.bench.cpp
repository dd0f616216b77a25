// SPDX-License-Identifier: MIT

/// Counting kinds: `record`, a batch of rows, a column of kinds; and reading and merging afterwards.

#include "support/contest.hpp"
#include "support/fetched_peers.hpp"
#include "support/peers.hpp"

namespace bench {
namespace {

/// The straightforward program: an array, by hand, without any of the guarantees.
struct array_by_hand {
    static constexpr const char *name = "array_by_hand";
    std::array<std::uint64_t, steps> n{};
    void take(events es) {
        for (const event &e : es)
            ++n[static_cast<std::size_t>(e.kind)];
    }
    void clear() { n = {}; }
    [[nodiscard]] answers answer() const { return {n.begin(), n.end()}; }
};

/// Each rate keeps its own two numbers.
struct rates_by_switch {
    static constexpr const char *name = "rates_by_switch";
    struct rate {
        double part{}, whole{};
    };
    rate opened, replied, asked, accepted, won, mails;
    void take(events es) {
        for (const event &e : es)
            switch (e.kind) {
            case step::sent:
                opened.whole += 1, replied.whole += 1, mails.part += 1;
                break;
            case step::opened:
                opened.part += 1;
                break;
            case step::replied:
                replied.part += 1, asked.whole += 1;
                break;
            case step::asked:
                asked.part += 1;
                break;
            case step::accepted:
                accepted.part += 1, accepted.whole += 1;
                break;
            case step::declined:
                accepted.whole += 1;
                break;
            case step::won:
                won.part += 1, won.whole += 1, mails.whole += 1;
                break;
            case step::lost:
                won.whole += 1;
                break;
            }
    }
    void clear() { *this = {}; }
    [[nodiscard]] answers answer() const {
        return {replied.whole, opened.part,         replied.part,
                asked.part,    accepted.part,       accepted.whole - accepted.part,
                won.part,      won.whole - won.part};
    }
};

struct unordered_map {
    static constexpr const char *name = "std_unordered_map";
    std::unordered_map<step, std::uint64_t> n;
    void take(events es) {
        for (const event &e : es)
            ++n[e.kind];
    }
    void clear() { n.clear(); }
    [[nodiscard]] answers answer() const {
        answers a;
        for (std::size_t k = 0; k < steps; ++k)
            a.push_back(static_cast<double>(n.at(static_cast<step>(k))));
        return a;
    }
};

/// Half of the kinds are on no metric of the board: kept and ignored kinds come in no order.
using half_a_board = kpi::scorecard<event, reply_rate, win_rate>;

/// A column of kinds, as in a table by columns.
struct column_data {
    std::vector<step> kinds;
    column_data() {
        for (const event &e : data::get().all().first(in_l2))
            kinds.push_back(e.kind);
    }
    static std::span<const step> get() {
        static const column_data made;
        return made.kinds;
    }
};
template <class C> void column(benchmark::State &state) {
    const auto kinds = column_data::get();
    const auto c = std::make_unique<C>();
    for (auto _ : state) {
        c->take(kinds);
        benchmark::DoNotOptimize(c.get());
        benchmark::ClobberMemory();
    }
    per_item(state, kinds.size());
}
struct kpi_column {
    tally t{};
    void take(std::span<const step> kinds) { t.record(kinds); }
};
struct limit_column : reading {
    void take(std::span<const step> kinds) { reading::take(std::as_bytes(kinds)); }
};

const bool registered = [] {
    using kpi_one = one_by_one<board, counts_of>;
    using kpi_batch = at_once<board, counts_of>;
    contest<kpi_one, reading, array_by_hand, rates_by_switch,
            unordered_map PEERS(boost_integer_axis, boost_counts) ETL_PEER(etl_kinds)
                PROMETHEUS(prometheus_handles)>("record", {from::l2, from::memory});
    contest<kpi_batch, reading, array_by_hand PEERS(boost_integer_axis) ETL_PEER(etl_kinds)>(
        "batch", {from::l2, from::memory});
    struct read_half {
        answers operator()(const half_a_board &b) const { return counts_in(b); }
        static answers counts_in(const half_a_board &b) { return {double(b.get<reply_rate>().part)}; }
    };
    contest<one_by_one<half_a_board, read_half>, reading>("record half ignored", {from::l2});
    contest<at_once<half_a_board, read_half>, reading>("batch half ignored", {from::l2});
    benchmark::RegisterBenchmark("column/L2/kpi", column<kpi_column>);
    benchmark::RegisterBenchmark("column/L2/limit", column<limit_column>);
#ifdef KPI_BENCH_BOOST
    benchmark::RegisterBenchmark("column/L2/boost_integer_axis", column<boost_integer_axis>);
    benchmark::RegisterBenchmark("column/L2/boost_fill", column<boost_integer_axis_fill>);
#endif
#ifdef KPI_BENCH_ETL
    benchmark::RegisterBenchmark("column/L2/etl_histogram", column<etl_kinds>);
#endif
    return true;
}();

void get_a_proportion(benchmark::State &state) {
    board b;
    b.record(data::get().all().first(1000));
    for (auto _ : state) {
        benchmark::DoNotOptimize(&b);
        benchmark::ClobberMemory();
        benchmark::DoNotOptimize(b.get<acceptance_rate>().percent());
    }
    per_item(state, 1);
}
BENCHMARK(get_a_proportion)->Name("get/1/kpi");

/// Boards merged into others, 32 bytes each: in L2, and 32 MB into 32 MB. The limit adds the same bytes. Each
/// begins at the start of a cache line, wherever the allocator would put it.
template <std::size_t N> struct alignas(64) to_merge {
    std::array<board, N> into{}, other{};
    std::array<std::uint32_t, N * steps> plain{}, more{};
};
template <std::size_t N> void merge(benchmark::State &state, bool limit) {
    const auto all = std::make_unique<to_merge<N>>();
    auto &[into, other, plain, more] = *all;
    for (std::size_t i = 0; i < N; ++i)
        other[i].record(data::get().all()[i]);
    more.fill(1);
    for (auto _ : state) {
        if (limit)
            for (std::size_t i = 0; i < N * steps; ++i)
                plain[i] += more[i];
        else
            for (std::size_t i = 0; i < N; ++i)
                into[i] += other[i];
        benchmark::DoNotOptimize(all.get());
        benchmark::ClobberMemory();
    }
    per_item(state, N);
}
const bool merges_registered = [] {
    benchmark::RegisterBenchmark("merge of boards/L2/kpi", merge<4096>, false);
    benchmark::RegisterBenchmark("merge of boards/L2/limit", merge<4096>, true);
    benchmark::RegisterBenchmark("merge of boards/memory/kpi", merge<std::size_t{1} << 20>, false);
    benchmark::RegisterBenchmark("merge of boards/memory/limit", merge<std::size_t{1} << 20>, true);
    return true;
}();

} // namespace
} // namespace bench
