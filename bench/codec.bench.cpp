// SPDX-License-Identifier: MIT

/// Snapshots of one board, and of a board for each of 4,096 reps (128 KB): a board at a time. The limit
/// copies, adds or reads the same bytes.

#include "support/contest.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/snapshot/codec.hpp>

#ifdef KPI_BENCH_BOOST
#include <boost/crc.hpp>
#endif

#include <cstring>

namespace bench {
namespace {

namespace snapshot = kpi::snapshot;

#ifdef KPI_BENCH_BOOST
std::uint32_t boost_crc(std::span<const std::byte> bytes) {
    boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}
#endif
void refuse(const char *why) {
    std::fprintf(stderr, "codec: %s\n", why);
    std::exit(1);
}

/// A state that holds the events of a slice, and its snapshot.
template <class S> struct kept {
    S state{}, other{}, third{};
    std::vector<std::byte> buffer = std::vector<std::byte>(snapshot::encoded_size_bound<S>);
    std::vector<std::byte> bytes;
    kept() {
        state.record(data::get().all().first(data::slice));
        const auto written = snapshot::encode(state, buffer);
        bytes.assign(written.begin(), written.end());
        if (snapshot::decode(bytes, other) != snapshot::status::ok || !(other == state))
            refuse("what is decoded is not what was encoded");
#ifdef KPI_BENCH_BOOST
        if (boost_crc(bytes) != snapshot::crc32c(bytes)) refuse("Boost has another CRC");
#endif
    }
};
struct reps_of : kept<kpi::by<rep, reps, board>> {
    static constexpr std::size_t boards = reps;
};
struct one : kept<board> {
    static constexpr std::size_t boards = 1;
};

template <class K, class F> void each(benchmark::State &state, F f) {
    const auto k = std::make_unique<K>();
    for (auto _ : state) {
        f(*k);
        benchmark::DoNotOptimize(k.get());
        benchmark::ClobberMemory();
    }
    per_item(state, K::boards);
}
template <class K> void contend() {
    const auto named = [](const char *operation, const char *who, auto f) {
        const std::string name = std::string{operation} + "/" + std::to_string(K::boards) + "/" + who;
        benchmark::RegisterBenchmark(name.c_str(), [f](benchmark::State &s) { each<K>(s, f); });
    };
    const auto copy = [](K &k) { std::memcpy(&k.other, &k.state, sizeof k.other); };
    named("encode", "kpi",
          [](K &k) { benchmark::DoNotOptimize(snapshot::encode(k.state, k.buffer).size()); });
    named("encode", "limit", copy);
    named("decode", "kpi", [](K &k) { benchmark::DoNotOptimize(snapshot::decode(k.bytes, k.other)); });
    named("decode", "limit", copy);
    named("merge_from", "kpi",
          [](K &k) { benchmark::DoNotOptimize(snapshot::merge_from(k.bytes, k.other, k.third)); });
    named("merge_from", "limit", [](K &k) { k.other += k.state; });
    named("crc32c", "kpi", [](K &k) { benchmark::DoNotOptimize(snapshot::crc32c(k.bytes)); });
    named("crc32c", "limit", [](K &k) {
        reading r;
        r.take(std::span<const std::byte>{k.bytes});
        benchmark::DoNotOptimize(r);
    });
#ifdef KPI_BENCH_BOOST
    named("crc32c", "boost_crc", [](K &k) { benchmark::DoNotOptimize(boost_crc(k.bytes)); });
#endif
}

const bool registered = [] {
    contend<one>();
    contend<reps_of>();
    return true;
}();

} // namespace
} // namespace bench
