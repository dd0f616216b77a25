// SPDX-License-Identifier: MIT
// A window against somebody who keeps every event and works each answer out anew.
#include "support/doors.hpp"
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;

/// Of the periods that share a slot, the latest one is kept, with its events; all others are past.
template <class Period, std::size_t N> class keeper {
    struct period_kept {
        std::int64_t number{};
        std::vector<visit> events;
    };

public:
    void record(const visit &v) {
        const std::int64_t p = Period::index(v.at);
        auto [place, is_new] = kept_.try_emplace(slot(p), period_kept{p, {}});
        period_kept &k = place->second;
        if (p < k.number) {
            ++past_;
            return;
        }
        if (p > k.number) past_ += k.events.size(), k = {p, {}};
        k.events.push_back(v);
    }
    bool retract(const visit &v) {
        const std::int64_t p = Period::index(v.at);
        const auto place = kept_.find(slot(p));
        if (place == kept_.end() || place->second.number < p) return false;
        if (place->second.number > p) return past_ > 0 && past_-- > 0;
        std::vector<visit> &events = place->second.events;
        const auto alike =
            std::find_if(events.begin(), events.end(), [&](const visit &e) { return e.kind == v.kind; });
        if (alike == events.end()) return false;
        events.erase(alike);
        if (events.empty() && past_ == 0) kept_.erase(place);
        return true;
    }
    void forget_after(instant now) {
        for (auto it = kept_.begin(); it != kept_.end();)
            if (it->second.number > Period::index(now)) {
                past_ += it->second.events.size();
                it = kept_.erase(it);
            } else {
                ++it;
            }
    }
    /// The state of the periods from first to last ago.
    board between(std::int64_t first, std::int64_t last, instant now) const {
        board b;
        for (const auto &[_, k] : kept_) {
            const std::int64_t ago = Period::index(now) - k.number;
            if (first <= ago && ago <= last && ago < static_cast<std::int64_t>(N))
                for (const visit &v : k.events)
                    b.record(v);
        }
        return b;
    }
    bool knows(std::int64_t ago, instant now) const {
        return std::any_of(kept_.begin(), kept_.end(),
                           [&](const auto &k) { return k.second.number == Period::index(now) - ago; });
    }
    std::size_t kept() const {
        std::size_t sum = 0;
        for (const auto &[_, k] : kept_)
            sum += k.events.size();
        return sum;
    }
    std::size_t past() const { return past_; }

private:
    static std::int64_t slot(std::int64_t p) { // as the stamp is the period's number and 2^31
        return (p + (std::int64_t{1} << 31)) % static_cast<std::int64_t>(N);
    }
    std::map<std::int64_t, period_kept> kept_;
    std::size_t past_{};
};

/// Times of all sorts: near one another, in order, late, on a border, far ahead and far back.
instant sometime(random &r, instant &clock) {
    constexpr std::int64_t day = 86400;
    switch (r.below(12)) {
    case 0:
        return {clock.seconds - r.pick<std::int64_t>(40 * day)};
    case 1:
        return {clock.seconds + r.pick<std::int64_t>(40 * day)};
    case 2:
        return {clock.seconds - clock.seconds % day};
    case 3:
        return {clock.seconds - clock.seconds % day - 1};
    case 4:
        return r.below(10) != 0 ? clock : instant{clock.seconds + 36525 * day};
    case 5:
        return r.below(10) != 0 ? clock : instant{-clock.seconds};
    case 6:
        return r.below(20) != 0 ? clock : instant{clock.seconds += 3653 * day}; // ten years of silence
    default:
        return {clock.seconds += r.pick<std::int64_t>(day)};
    }
}

template <class Period, std::size_t N> void agrees_with_a_keeper_of_all(std::uint64_t seed) {
    CAPTURE(seed);
    random r{seed};
    over<Period, N, board> window;
    keeper<Period, N> keeper;
    instant clock{static_cast<std::int64_t>(r.below(4'000'000'000)) - 1'000'000'000};
    std::vector<visit> recorded;
    std::size_t seen = 0;
    for (int i = 0; i < 400; ++i) {
        visit v = any_visit(r);
        v.kind = static_cast<door>(r.below(4)); // kinds that are counted
        v.at = sometime(r, clock);
        const std::uint64_t what = r.below(16);
        if (what == 0 && !recorded.empty()) { // one that was recorded, and perhaps one that never was
            const visit taken = r.below(3) == 0 ? v : recorded[r.pick<std::size_t>(recorded.size())];
            const bool was_there = keeper.retract(taken);
            REQUIRE(window.retract(taken) == was_there);
            seen -= was_there;
        } else if (what == 1) {
            window.forget_after(v.at);
            keeper.forget_after(v.at);
        } else {
            const std::size_t times = r.below(8) == 0 ? r.pick<std::size_t>(5) : 1;
            for (std::size_t n = 0; n < times; ++n)
                keeper.record(v), recorded.push_back(v);
            if (times == 1)
                window.record(v);
            else
                window.record(v, static_cast<std::uint32_t>(times));
            seen += times;
        }
        REQUIRE(window.seen() == seen);
        REQUIRE(window.kept() == keeper.kept());
        REQUIRE(window.past() == keeper.past());
        REQUIRE(window.kept() + window.past() == window.seen());

        const instant now = r.below(2) == 0 ? clock : v.at;
        const auto n = r.pick<std::size_t>(N + 3);
        const auto last_ago = static_cast<std::int64_t>(n);
        const board *const ago = window.ago(n, now);
        REQUIRE((ago != nullptr) == (n < N && keeper.knows(last_ago, now)));
        if (ago != nullptr) REQUIRE(*ago == keeper.between(last_ago, last_ago, now));
        REQUIRE(window.last(n, now) == keeper.between(1, last_ago, now));
        REQUIRE(window.last(n, now, running::included) == keeper.between(0, last_ago - 1, now));
    }
}

TEST_CASE("a window answers what somebody answers who kept every event") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        agrees_with_a_keeper_of_all<days<1>, 30>(seed);
        agrees_with_a_keeper_of_all<days<1>, 1>(seed);
        agrees_with_a_keeper_of_all<days<7>, 4>(seed);
        agrees_with_a_keeper_of_all<hours<1>, 48>(seed);
        agrees_with_a_keeper_of_all<weeks, 13>(seed);
        agrees_with_a_keeper_of_all<calendar_month, 12>(seed);
        agrees_with_a_keeper_of_all<calendar_quarter, 5>(seed);
    }
}

} // namespace
} // namespace kpi::test
