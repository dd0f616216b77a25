// SPDX-License-Identifier: MIT

/// Mean and variance of whole numbers.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/mean.hpp>

namespace bench {
namespace {

struct elapsed_mean {
    static constexpr const char *name = "kpi";
    kpi::mean m;
    void take(events es) {
        for (const event &e : es)
            m.record(e.elapsed);
    }
    void clear() { m.reset(); }
    [[nodiscard]] answers answer() const { return {*m.value().value(), *m.population_variance()}; }
};

/// Welford's recurrence, a division for each value.
struct welford {
    static constexpr const char *name = "welford";
    double n{}, mean{}, squares{};
    void take(events es) {
        for (const event &e : es) {
            const double x = e.elapsed, d = x - mean;
            mean += d / (n += 1);
            squares += d * (x - mean);
        }
    }
    void clear() { *this = {}; }
    [[nodiscard]] answers answer() const { return {mean, squares / n}; }
};

#ifdef KPI_BENCH_BOOST
struct boost_variance {
    static constexpr const char *name = "boost_accumulators";
    boost::accumulators::accumulator_set<
        double,
        boost::accumulators::stats<boost::accumulators::tag::mean, boost::accumulators::tag::variance>>
        a;
    void take(events es) {
        for (const event &e : es)
            a(e.elapsed);
    }
    void clear() { a = {}; }
    [[nodiscard]] answers answer() const {
        return {boost::accumulators::mean(a), boost::accumulators::variance(a)};
    }
};
#endif

const bool registered = [] {
    contest<elapsed_mean, reading, welford PEERS(boost_variance)>("mean", {from::l2, from::memory}, {1e-6});
    return true;
}();

} // namespace
} // namespace bench
