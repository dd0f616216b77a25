// SPDX-License-Identifier: MIT

/// Counts that fade with a half-life of an hour.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/decayed.hpp>

namespace bench {
namespace {

using fading = kpi::decayed<kpi::hours<1>, basic_board<std::uint64_t>>;
struct read_rates {
    answers operator()(const fading &f) const {
        return {*f.get<open_rate>().value(), *f.get<reply_rate>().value(), *f.get<win_rate>().value()};
    }
};

/// Calls exp for each event, as the formula says.
struct exponential {
    static constexpr const char *name = "exp";
    std::array<double, steps> n{};
    std::array<std::uint32_t, steps> last{};
    void take(events es) {
        for (const event &e : es) {
            const auto k = static_cast<std::size_t>(e.kind);
            n[k] = n[k] * std::exp(-double(e.at.seconds - last[k]) * 0.6931471805599453 / 3600) + 1;
            last[k] = e.at.seconds;
        }
    }
    void clear() { *this = {}; }
    [[nodiscard]] answers answer() const {
        const auto now = data::get().all()[checked_events - 1].at.seconds;
        const auto at = [&](step s) {
            const auto k = static_cast<std::size_t>(s);
            return n[k] * std::exp(-double(now - last[k]) * 0.6931471805599453 / 3600);
        };
        return {at(step::opened) / at(step::sent), at(step::replied) / at(step::sent),
                at(step::won) / (at(step::won) + at(step::lost))};
    }
};

struct undecayed : one_by_one<board, counts_of> {
    static constexpr const char *name = "undecayed";
};

const bool registered = [] {
    contest<one_by_one<fading, read_rates>, reading, exponential>("decayed", {from::memory}, {0.01});
    enter<undecayed>("decayed", from::memory);
    contest<at_once<fading, read_rates>, reading, exponential>("decayed batch", {from::memory}, {0.01});
    return true;
}();

} // namespace
} // namespace bench
