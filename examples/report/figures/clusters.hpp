// SPDX-License-Identifier: MIT
#pragma once

/// The ranges of rates of touches, by prospect: for each rate, the sums over prospects of its two sides. Its
/// range is read from them (kpi/statistics/ratio_estimate.hpp).

#include "figures/vocabulary.hpp"
#include "figures/word_list.hpp"
#include "story/sales_stories.hpp"
#include <kpi/accumulator/covariance.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/statistics/ratio_estimate.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace report {

/// The two sides of a share or a ratio.
struct both_sides {
    std::uint64_t part{}, whole{};
};
[[nodiscard]] constexpr both_sides sides_of(const kpi::proportion<std::uint64_t> &p) {
    return {p.part, p.whole};
}
[[nodiscard]] constexpr both_sides sides_of(const kpi::ratio<std::uint64_t> &r) { return {r.a, r.b}; }

/// Whether M has two sides, and every act in them belongs to a prospect.
template <const auto &M> [[nodiscard]] constexpr bool is_of_prospects() {
    if constexpr (!board_of_acts::readable<M>)
        return false;
    else if constexpr (!requires(const board_of_acts &all) { sides_of(all.get<M>()); })
        return false;
    else {
        kinds all;
        for_each_word<M>([&](const auto &word) { all = all | word.of; });
        return (all.bits & ~sales_stories::of_outreach.bits) == 0;
    }
}
/// A ratio, or a share of touches, which are alike.
struct clustered {
    template <const auto &M>
    static constexpr bool holds = is_of_prospects<M>() && (kpi::figure_of<M>().nominal || M.kind == "ratio");
};
using rates_of_touches = decltype(those<clustered>(metrics_of_acts{}));
using board_of_touches = board_of<rates_of_touches, act>::type;

class clusters {
public:
    /// Records everything that counts for one prospect.
    void record(const board_of_touches &acts, std::uint64_t) { record(acts, rates_of_touches{}); }
    clusters &operator+=(const clusters &other) {
        for (std::size_t i = 0; i < sums_.size(); ++i)
            sums_[i] += other.sums_[i];
        return *this;
    }
    /// The range of the rate M, which has these sides in total. None if the prospects together have others:
    /// some act named no prospect, or counts once and was told twice.
    template <const auto &M>
    [[nodiscard]] std::optional<kpi::statistics::interval<double>>
    range(const both_sides &all, kpi::statistics::confidence<double> at) const {
        constexpr auto &names = rates_of_touches::names;
        constexpr auto place = std::find(names.begin(), names.end(), M.name) - names.begin();
        const kpi::pair_sums sums = sums_[static_cast<std::size_t>(place)].sums();
        if (sums.x != all.whole || sums.y != all.part) return std::nullopt;
        return kpi::statistics::ratio_interval(sums, at);
    }

private:
    template <const auto &...M> void record(const board_of_touches &acts, kpi::catalogue<M...>) {
        const auto count = [](std::uint64_t n) { return kpi::to_count<std::uint32_t>(n); };
        auto sums = sums_.begin();
        const auto add = [&](const both_sides &of_one) {
            if (of_one.part != 0 || of_one.whole != 0)
                sums->record({count(of_one.whole), count(of_one.part)});
            ++sums;
        };
        (add(sides_of(acts.template get<M>())), ...);
    }

    std::array<kpi::covariance, rates_of_touches::size> sums_{};
};

} // namespace report
