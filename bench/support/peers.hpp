// SPDX-License-Identifier: MIT
#pragma once

/// Peers that more than one benchmark measures. Those of other libraries are there if CMake found them;
/// otherwise PEERS(...) and PROMETHEUS(...) leave them out.

#include "contest.hpp"

#include <deque>
#include <unordered_map>
#include <unordered_set>

#ifdef KPI_BENCH_BOOST
#include <boost/accumulators/accumulators.hpp>
#include <boost/accumulators/statistics/count.hpp>
#include <boost/accumulators/statistics/mean.hpp>
#include <boost/accumulators/statistics/stats.hpp>
#include <boost/accumulators/statistics/variance.hpp>
#include <boost/histogram.hpp>
#define PEERS(...) , __VA_ARGS__
#else
#define PEERS(...)
#endif
#ifdef KPI_BENCH_PROMETHEUS
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#define PROMETHEUS(...) , __VA_ARGS__
#else
#define PROMETHEUS(...)
#endif

namespace bench {

#ifdef KPI_BENCH_BOOST
using boost_axis = boost::histogram::axis::integer<int, boost::histogram::use_default,
                                                   boost::histogram::axis::option::none_t>;
using boost_cells = boost::histogram::dense_storage<std::uint32_t>;

inline auto boost_kinds() {
    return boost::histogram::make_histogram_with(boost_cells{}, boost_axis{0, static_cast<int>(steps)});
}
struct boost_integer_axis {
    static constexpr const char *name = "boost_integer_axis";
    decltype(boost_kinds()) h = boost_kinds();
    void take(events es) {
        for (const event &e : es)
            h(static_cast<int>(e.kind));
    }
    void take(std::span<const step> kinds) {
        for (const step k : kinds)
            h(static_cast<int>(k));
    }
    void clear() { h.reset(); }
    [[nodiscard]] answers answer() const { return {h.begin(), h.end()}; }
};
/// A column goes in at once.
struct boost_integer_axis_fill : boost_integer_axis {
    static constexpr const char *name = "boost_fill";
    void take(std::span<const step> kinds) {
        h.fill(std::span{reinterpret_cast<const std::uint8_t *>(kinds.data()), kinds.size()});
    }
};
inline auto boost_reps() {
    return boost::histogram::make_histogram_with(boost_cells{}, boost_axis{0, static_cast<int>(reps)},
                                                 boost_axis{0, static_cast<int>(steps)});
}
struct boost_rep_kind {
    static constexpr const char *name = "boost_rep_kind";
    decltype(boost_reps()) h = boost_reps();
    void record(const event &e) { h(static_cast<int>(e.rep), static_cast<int>(e.kind)); }
    void take(events es) {
        for (const event &e : es)
            record(e);
    }
    void clear() { h.reset(); }
    [[nodiscard]] answers answer() const {
        answers a;
        for (int k = 0; k < static_cast<int>(steps); ++k) {
            double sum = 0;
            for (int r = 0; r < static_cast<int>(reps); ++r)
                sum += static_cast<double>(h.at(r, k)) * (r + 1);
            a.push_back(sum);
        }
        return a;
    }
};
/// As many buckets as are needed for 1 % from a second to 2^32.
inline auto boost_log() {
    namespace bh = boost::histogram;
    return bh::make_histogram_with(
        boost_cells{}, bh::axis::regular<double, bh::axis::transform::log>{1400, 1.0, 4294967296.0});
}
struct boost_log_axis {
    static constexpr const char *name = "boost_log_axis";
    decltype(boost_log()) h = boost_log();
    void record(std::uint32_t x) { h(static_cast<double>(x)); }
    void take(events es) {
        for (const event &e : es)
            record(e.elapsed);
    }
    void clear() { h.reset(); }
    [[nodiscard]] double quantile(double q) const {
        double n = 0, up_to = 0;
        for (const auto c : h)
            n += c;
        for (int i = 0; i < h.axis().size(); ++i)
            if ((up_to += h.at(i)) >= q * n) return h.axis().bin(i).center();
        return 0;
    }
    [[nodiscard]] answers answer() const { return {quantile(0.25), quantile(0.5), quantile(0.95)}; }
};
struct boost_counts {
    static constexpr const char *name = "boost_accumulators";
    using count =
        boost::accumulators::accumulator_set<double,
                                             boost::accumulators::features<boost::accumulators::tag::count>>;
    std::array<count, steps> n{};
    void take(events es) {
        for (const event &e : es)
            n[static_cast<std::size_t>(e.kind)](1.0);
    }
    void clear() { n = {}; }
    [[nodiscard]] answers answer() const {
        answers a;
        for (const count &c : n)
            a.push_back(static_cast<double>(boost::accumulators::count(c)));
        return a;
    }
};
#endif

#ifdef KPI_BENCH_PROMETHEUS
/// Looks up the handle of each kind's counter once.
struct prometheus_handles {
    static constexpr const char *name = "prometheus_handles";
    std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
    prometheus::Family<prometheus::Counter> &family =
        prometheus::BuildCounter().Name("steps_total").Register(*registry);
    std::array<prometheus::Counter *, steps> counters{};
    prometheus_handles() {
        for (std::size_t k = 0; k < steps; ++k)
            counters[k] = &family.Add({{"kind", std::to_string(k)}});
    }
    void take(events es) {
        for (const event &e : es)
            counters[static_cast<std::size_t>(e.kind)]->Increment();
    }
    void clear() {}
    [[nodiscard]] answers answer() const {
        answers a;
        for (const auto *c : counters)
            a.push_back(c->Value());
        return a;
    }
};
#endif

/// A window as it is often written: every event in a deque, and running totals. Exact to the second.
struct exact_deque {
    static constexpr const char *name = "std_deque";
    static constexpr std::uint32_t width = 3600;
    struct entry {
        std::uint32_t at;
        step kind;
    };
    std::deque<entry> entries;
    std::array<std::uint64_t, steps> n{};
    void record(const event &e) {
        while (!entries.empty() && e.at.seconds - entries.front().at >= width) {
            --n[static_cast<std::size_t>(entries.front().kind)];
            entries.pop_front();
        }
        entries.push_back({e.at.seconds, e.kind});
        ++n[static_cast<std::size_t>(e.kind)];
    }
    void take(events es) {
        for (const event &e : es)
            record(e);
    }
    void clear() { entries.clear(), n = {}; }
    [[nodiscard]] answers answer() const { return {n.begin(), n.end()}; }
};

/// The same, with counts for each rep.
struct deque_of_reps {
    static constexpr const char *name = "std_deque_of_reps";
    struct entry {
        std::uint32_t at;
        std::uint16_t rep;
        step kind;
    };
    std::deque<entry> entries;
    std::array<std::array<std::uint32_t, steps>, reps> n{};
    void take(events es) {
        for (const event &e : es) {
            while (!entries.empty() && e.at.seconds - entries.front().at >= exact_deque::width) {
                --n[entries.front().rep][static_cast<std::size_t>(entries.front().kind)];
                entries.pop_front();
            }
            entries.push_back({e.at.seconds, e.rep, e.kind});
            ++n[e.rep][static_cast<std::size_t>(e.kind)];
        }
    }
    void clear() { entries.clear(), n = {}; }
    [[nodiscard]] answers answer() const {
        answers a(steps);
        for (const auto &of_one : n)
            for (std::size_t k = 0; k < steps; ++k)
                a[k] += of_one[k];
        for (std::size_t r = 0; r < reps; r += 100)
            a.push_back(n[r][0]);
        return a;
    }
};

/// HyperLogLog as the textbook has it, without any corrections: 2^12 registers, one hash of 64 bits.
struct hyperloglog {
    static constexpr const char *name = "hyperloglog";
    std::array<std::uint8_t, 4096> registers{};
    void record(std::uint32_t id) {
        std::uint64_t h = id + 0x9e3779b97f4a7c15u;
        h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
        h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
        h ^= h >> 31;
        const auto rank = static_cast<std::uint8_t>(std::countl_zero(h << 12 | 1u << 11) + 1);
        std::uint8_t &r = registers[h >> 52];
        if (rank > r) r = rank;
    }
    [[nodiscard]] answers answer() const {
        double sum = 0;
        for (const std::uint8_t r : registers)
            sum += std::ldexp(1.0, -r);
        return {0.7213 / (1 + 1.079 / 4096) * 4096 * 4096 / sum};
    }
};

} // namespace bench
