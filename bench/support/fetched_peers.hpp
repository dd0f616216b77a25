// SPDX-License-Identifier: MIT
#pragma once

/// Peers that Debian does not package: ETL, HdrHistogram_c and DataSketches, each if CMake found it
/// (bench/README.md says how to fetch them). ETL_PEER(...), HDR_PEER(...) and DATASKETCHES_PEER(...) leave
/// out code that needs an absent one.

#include "contest.hpp"
#include "peers.hpp"

#ifdef KPI_BENCH_ETL
#include <etl/histogram.h>
#define ETL_PEER(...) , __VA_ARGS__
#else
#define ETL_PEER(...)
#endif
#ifdef KPI_BENCH_HDR
#include <hdr/hdr_histogram.h>
#define HDR_PEER(...) , __VA_ARGS__
#else
#define HDR_PEER(...)
#endif
#ifdef KPI_BENCH_DATASKETCHES
#include <hll.hpp>
#include <theta_sketch.hpp>
#define DATASKETCHES_PEER(...) , __VA_ARGS__
#else
#define DATASKETCHES_PEER(...)
#endif

namespace bench {

#ifdef KPI_BENCH_ETL
/// Its fastest form: the first key is a constant, and no key is checked.
struct etl_kinds {
    static constexpr const char *name = "etl_histogram";
    etl::histogram<std::uint32_t, std::uint32_t, steps, 0> h;
    void take(events es) {
        for (const event &e : es)
            h.add(static_cast<std::uint32_t>(e.kind));
    }
    void take(std::span<const step> kinds) {
        for (const step k : kinds)
            h.add(static_cast<std::uint32_t>(k));
    }
    void clear() { h.clear(); }
    [[nodiscard]] answers answer() const { return {h.begin(), h.end()}; }
};
/// Reps and kinds in one flat table.
struct etl_rep_kind {
    static constexpr const char *name = "etl_histogram";
    etl::histogram<std::uint32_t, std::uint32_t, reps * steps, 0> h;
    void record(const event &e) {
        h.add(static_cast<std::uint32_t>(e.rep * steps + static_cast<std::size_t>(e.kind)));
    }
    void take(events es) {
        for (const event &e : es)
            record(e);
    }
    void clear() { h.clear(); }
    [[nodiscard]] answers answer() const {
        answers a(steps);
        for (std::size_t i = 0; i < reps * steps; ++i)
            a[i % steps] +=
                static_cast<double>(h[static_cast<std::uint32_t>(i)]) * static_cast<double>(i / steps + 1);
        return a;
    }
};
#endif

#ifdef KPI_BENCH_HDR
/// With two significant digits: buckets of at most 1/128 of their values, as wide as those of quantiles<256>
/// and half as wide as those of quantiles<>.
struct hdr_histogram {
    static constexpr const char *name = "hdr_histogram";
    struct release {
        void operator()(::hdr_histogram *h) const { hdr_close(h); }
    };
    std::unique_ptr<::hdr_histogram, release> h{[] {
        ::hdr_histogram *made = nullptr;
        if (hdr_init(1, std::int64_t{0xffff'ffff}, 2, &made) != 0) std::abort();
        return made;
    }()};
    void record(std::uint32_t x) { hdr_record_value(h.get(), x); }
    void take(events es) {
        for (const event &e : es)
            record(e.elapsed);
    }
    void clear() { hdr_reset(h.get()); }
    [[nodiscard]] double quantile(double q) const {
        const auto x = hdr_value_at_percentile(h.get(), 100 * q);
        return static_cast<double>(hdr_median_equivalent_value(h.get(), x));
    }
    [[nodiscard]] answers answer() const { return {quantile(0.25), quantile(0.5), quantile(0.95)}; }
};
#endif

#ifdef KPI_BENCH_DATASKETCHES
/// Ids one by one, of events or of a column.
template <class Sketch> struct takes_ids {
    void take(events es) {
        for (const event &e : es)
            static_cast<Sketch *>(this)->record(e.prospect);
    }
    void take(std::span<const std::uint32_t> ids) {
        for (const std::uint32_t id : ids)
            static_cast<Sketch *>(this)->record(id);
    }
    void clear() {}
};
/// As many registers as distinct<> has, a byte each, and an error of 1.6 % (that of distinct<> is
/// 1.2 %).
struct hll_8 : takes_ids<hll_8> {
    static constexpr const char *name = "hll_8";
    datasketches::hll_sketch h{12, datasketches::HLL_8};
    void record(std::uint32_t id) { h.update(id); }
    [[nodiscard]] answers answer() const { return {h.get_estimate()}; }
};
/// 4,096 hashes: an error of 1.6 % as well, and faster than HLL_8 once it is warm.
struct theta : takes_ids<theta> {
    static constexpr const char *name = "theta";
    datasketches::update_theta_sketch s = datasketches::update_theta_sketch::builder().set_lg_k(12).build();
    void record(std::uint32_t id) { s.update(id); }
    [[nodiscard]] answers answer() const { return {s.get_estimate()}; }
};
#endif

} // namespace bench
