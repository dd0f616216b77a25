// SPDX-License-Identifier: MIT

/// The distribution of reply times, 1 % fine, and as fine as HdrHistogram with two digits.

#include "support/contest.hpp"
#include "support/fetched_peers.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/quantiles.hpp>

namespace bench {
namespace {

template <std::uint32_t OneIn> struct elapsed_quantiles {
    static constexpr const char *name = "kpi";
    kpi::quantiles<OneIn> q;
    void take(events es) {
        for (const event &e : es)
            q.record(e.elapsed);
    }
    void clear() { q.reset(); }
    [[nodiscard]] answers answer() const {
        const auto of = [&](unsigned part) {
            const auto b = q.quantile(part, 100);
            return (double(b.low) + double(b.high)) / 2;
        };
        return {of(25), of(50), of(95)};
    }
};

/// A floating-point logarithm for each value, in a table by hand.
struct logarithm {
    static constexpr const char *name = "log";
    std::array<std::uint32_t, 2048> n{};
    void take(events es) {
        for (const event &e : es)
            ++n[static_cast<std::size_t>(std::log(static_cast<double>(e.elapsed)) * 64)];
    }
    void clear() { n = {}; }
    [[nodiscard]] answers answer() const {
        answers a;
        for (const double q : {0.25, 0.5, 0.95}) {
            double up_to = 0;
            std::size_t i = 0;
            for (; i < n.size(); ++i)
                if ((up_to += n[i]) >= q * double(checked_events)) break;
            a.push_back(std::exp((double(i) + 0.5) / 64));
        }
        return a;
    }
};

#ifdef KPI_BENCH_PROMETHEUS
/// Two buckets for each doubling: far coarser.
struct prometheus_histogram {
    static constexpr const char *name = "prometheus_histogram";
    static prometheus::Histogram::BucketBoundaries boundaries() {
        prometheus::Histogram::BucketBoundaries b;
        for (double x = 1; x < 4e9; x *= 1.4142135623730951)
            b.push_back(x);
        return b;
    }
    prometheus::Histogram h{boundaries()};
    void take(events es) {
        for (const event &e : es)
            h.Observe(e.elapsed);
    }
    void clear() {}
};
#endif

const bool registered = [] {
    contest<elapsed_quantiles<128>, reading,
            logarithm PEERS(boost_log_axis) HDR_PEER(hdr_histogram) PROMETHEUS(prometheus_histogram)>(
        "quantiles", {from::l2, from::memory}, {0.03});
    // As fine as HdrHistogram with two digits.
    contest<elapsed_quantiles<256>, reading HDR_PEER(hdr_histogram)>("quantiles<256>",
                                                                     {from::l2, from::memory}, {0.03});
    return true;
}();

} // namespace
} // namespace bench
