// SPDX-License-Identifier: MIT
#include "figures/shared_out.hpp"

#include "profile/working_days.hpp"
#include <kpi/core/checked.hpp>

#include <cstdint>
#include <numeric>

namespace report {
namespace {

[[nodiscard]] bool is_empty(const day_span &days) { return days.until <= days.from; }

fraction reduced(const fraction &f) {
    const std::uint64_t shared = std::gcd(f.numerator, f.denominator);
    return {f.numerator / shared, f.denominator / shared};
}

/// An amount's share for these days out of all days; all of it for all, even if none is a working day.
std::optional<fraction> share(const fraction &amount, const day_span &days, const day_span &of_all) {
    if (is_empty(days)) return fraction{0, 1};
    if (days.from <= of_all.from && of_all.until <= days.until) return amount;
    const auto mine = static_cast<std::uint64_t>(working_days(days));
    if (mine == 0) return fraction{0, 1};
    const fraction part = reduced({mine, static_cast<std::uint64_t>(working_days(of_all))});
    const auto above = kpi::checked_multiply(amount.numerator, part.numerator);
    const auto below = kpi::checked_multiply(amount.denominator, part.denominator);
    if (!above || !below) return std::nullopt;
    return reduced({*above, *below});
}

} // namespace

std::optional<fraction> sum(const fraction &a, const fraction &b) {
    const std::uint64_t shared = std::gcd(a.denominator, b.denominator);
    const auto mine = kpi::checked_multiply(a.numerator, b.denominator / shared);
    const auto other = kpi::checked_multiply(b.numerator, a.denominator / shared);
    const auto below = kpi::checked_multiply(a.denominator, b.denominator / shared);
    const auto above = mine && other ? kpi::checked_add(*mine, *other) : std::nullopt;
    if (!above || !below) return std::nullopt;
    return reduced({*above, *below});
}

std::optional<fraction> due_on(const day_span &days, const fraction &amount, const day_span &own,
                               const calendar &each) {
    const day_span mine = common(days, own);
    if (!each) return share(amount, mine, own);
    std::optional<fraction> all = fraction{0, 1};
    if (is_empty(mine)) return all;
    const std::int32_t last = each.period_of({mine.until - 1});
    for (std::int32_t p = each.period_of({mine.from}); all && p <= last; ++p) {
        const day_span whole{each.start(p).seconds, each.start(p + 1).seconds};
        if (working_days(whole) == 0) continue; // a daily target is no target on a Sunday
        const auto more = share(amount, common(mine, whole), whole);
        all = more ? sum(*all, *more) : std::nullopt;
    }
    return all;
}

} // namespace report
