// SPDX-License-Identifier: MIT
#pragma once

/// Reading across groups. `pool<metric>(groups)` adds up what the metric says of each group: for prospects
/// each of whom is in a share or not, that is the share of prospects. `share_of(groups, part)` counts the
/// groups for which something holds: reps at quota, days on target. `exact` is false where the groups could
/// not hold everybody: of `by_key` the ones held are then a fair sample of all, and `sampling_error` says how
/// far off the share may be.

#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/scorecard/derived_metric.hpp>

#include <cstdint>
#include <optional>

namespace kpi::inline v1 {

template <class Value> struct pooled : Value {
    std::uint32_t groups{}; ///< how many were added up
    bool exact{};           ///< no group is missing

    /// Standard error of a share in a sample, sqrt(p (1 - p) / n); 0 where all are there, absent without any
    /// and where the share is incoherent.
    template <class Real = double>
    [[nodiscard]] constexpr std::optional<Real> sampling_error() const requires requires(Value v) {
        v.complement();
    }
    {
        const auto p = this->template value<Real>();
        if (!p || !this->coherent()) return std::nullopt;
        if (exact) return Real(0);
        return sqrt(*p * (Real(1) - *p) / Real(this->whole));
    }
    friend constexpr bool operator==(const pooled &, const pooled &) = default;
};

/// What metric M says, added up over all groups that hold anything; of a derived metric, what it makes of its
/// parts added up, and of the figures given. Cost: one read a group and part.
template <const auto &M, class Groups>
[[nodiscard]] constexpr auto pool(const Groups &groups, const auto &...given) {
    using value = decltype(groups.other().template contribution<M>(given...));
    pooled<value> sum{};
    if constexpr (derived_from_others<definition<M>>) {
        static_cast<value &>(sum) = definition<M>::value_of_parts(
            [&]<const auto & Part>() {
                const auto part = pool<Part>(groups);
                sum.groups = part.groups;
                return part;
            },
            given...);
    } else {
        groups.for_each([&](auto, const auto &held) {
            static_cast<value &>(sum) += held.template contribution<M>(given...);
            ++sum.groups;
        });
    }
    sum.exact = groups.complete();
    return sum;
}

/// Of the groups for which `whole(state)` holds, those for which `part(state)` does too.
template <class Groups>
[[nodiscard]] constexpr auto share_of(const Groups &groups, auto &&part, auto &&whole) {
    pooled<proportion<std::uint32_t>> share{};
    groups.for_each([&](auto, const auto &held) {
        if (!whole(held)) return;
        ++share.groups;
        share += proportion<std::uint32_t>{part(held) ? 1u : 0u, 1u};
    });
    share.exact = groups.complete();
    return share;
}
template <class Groups> [[nodiscard]] constexpr auto share_of(const Groups &groups, auto &&part) {
    return share_of(groups, part, [](const auto &) { return true; });
}

} // namespace kpi::inline v1
