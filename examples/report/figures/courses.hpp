// SPDX-License-Identifier: MIT
#pragma once

/// How long the deals of a cohort were followed, and what ended them, by whole days; and the share that was
/// won, or settled, within a time, whatever is still open (Aalen and Johansen: kpi/statistics/incidence.hpp).

#include "figures/vocabulary.hpp"
#include "profile/periods.hpp"
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/incidence.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

namespace report {

using outcomes = kpi::event_set<sales::outcome>;

/// A share of those who started that has come to one of its ends within a time.
struct share_within {
    std::uint32_t days{};
    kpi::statistics::incidence<double> reached{};
};

class courses {
public:
    static constexpr outcomes ends{sales::outcome::won_of_opened, sales::outcome::lost_of_opened};
    static constexpr outcomes goes_on{sales::outcome::still_open_of_opened};

    [[nodiscard]] static bool takes(const sales::fact &f) {
        return (ends | goes_on).contains(f.kind) && f.elapsed.has_value();
    }
    /// What is still open was followed to the last second that is looked at.
    void record(const sales::fact &f, std::uint64_t n) {
        const bool is_open = goes_on.contains(f.kind);
        const std::uint32_t seconds = *f.elapsed - (is_open && *f.elapsed != 0 ? 1 : 0);
        auto &[won, lost, open] = days_[seconds / static_cast<std::uint32_t>(a_day)];
        std::uint64_t &of = is_open ? open : f.kind == sales::outcome::won_of_opened ? won : lost;
        of = kpi::saturating_add(of, n);
    }
    courses &operator+=(const courses &other) {
        for (const auto &[day, counts] : other.days_)
            for (std::size_t i = 0; i < counts.size(); ++i)
                days_[day][i] = kpi::saturating_add(days_[day][i], counts[i]);
        return *this;
    }

    /// By the greatest number of days, of some that are common, after which as many as a curve needs are
    /// still followed. Nothing where that is none of them.
    [[nodiscard]] std::optional<share_within> within(outcomes causes) const {
        constexpr std::array<std::uint32_t, 9> common{730, 365, 180, 120, 90, 60, 30, 14, 7};
        const auto followed_to = std::find_if(common.begin(), common.end(), [&](std::uint32_t days) {
            return followed_at(days) >= kpi::statistics::least_at_risk;
        });
        if (followed_to == common.end()) return std::nullopt;
        share_within found{*followed_to, {}};
        std::uint64_t at_risk = followed_at(0);
        for (const auto &[day, counts] : days_) {
            if (day > found.days) break;
            const auto [won, lost, open] = counts;
            const bool both = causes.contains(sales::outcome::lost_of_opened);
            found.reached.step(at_risk, both ? won + lost : won, both ? 0 : lost);
            at_risk -= won + lost + open;
        }
        return found;
    }

private:
    [[nodiscard]] std::uint64_t followed_at(std::uint32_t days) const {
        std::uint64_t n = 0;
        for (auto each = days_.lower_bound(days); each != days_.end(); ++each)
            for (const std::uint64_t counted : each->second)
                n = kpi::saturating_add(n, counted);
        return n;
    }

    std::map<std::uint32_t, std::array<std::uint64_t, 3>> days_; ///< won, lost, still open
};

/// A share of deals opened that are settled in some way, of which some are still open.
template <const auto &M> [[nodiscard]] constexpr bool is_followed() {
    if constexpr (requires { outcomes{M.part}, outcomes{M.whole}, outcomes{M.open}; })
        return outcomes{M.whole}.bits == outcomes{sales::outcome::deal_opened}.bits &&
               outcomes{M.open}.bits == courses::goes_on.bits &&
               (outcomes{M.part}.bits & ~courses::ends.bits) == 0;
    else
        return false;
}

} // namespace report
