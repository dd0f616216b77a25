// SPDX-License-Identifier: MIT
#pragma once

/// Turns the values of a figure's parts, and the given figures, into the arguments of its formula. It does
/// nothing else.

#include <kpi/core/count.hpp>
#include <kpi/core/fraction.hpp>
#include <kpi/core/net.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/formula/calls.hpp>
#include <kpi/formula/cost.hpp>
#include <kpi/formula/lifetime_value.hpp>
#include <kpi/formula/return_on_cost.hpp>
#include <kpi/formula/revenue.hpp>
#include <kpi/formula/survey.hpp>
#include <kpi/formula/team.hpp>
#include <kpi/sales/spans.hpp>

#include <concepts>
#include <cstdint>
#include <utility>

namespace kpi::inline v1::sales {

namespace made_of {

using margin = proportion<std::uint32_t>;
/// A given figure; below 0 it counts as none.
constexpr std::uint64_t amount(std::integral auto x) noexcept { return to_count<std::uint64_t>(x); }
/// A sum of money; if credits outweigh it, nothing is made of it.
template <counter C> constexpr std::uint64_t amount(const count<C> &sum) noexcept {
    return widened<std::uint64_t>(sum.n);
}
constexpr std::uint64_t amount(const net &sum) noexcept {
    const fraction<std::uint64_t> left = sum.exact();
    return left.negative || sum.saturated() ? saturation<std::uint64_t> : left.numerator;
}
/// The same for a sum that is read as a number.
constexpr std::uint64_t sum_of(std::integral auto x) noexcept {
    return std::cmp_less(x, 0) ? saturation<std::uint64_t> : amount(x);
}
/// A margin, or the whole percents of one.
constexpr margin share(const margin &m) noexcept { return m; }
constexpr margin share(std::integral auto percent) noexcept {
    return {to_count<std::uint32_t>(percent), 100u};
}
template <class M>
concept a_margin = requires(const M &m) {
    share(m);
};

struct return_on_leads {
    constexpr auto operator()(const auto &revenue, const a_margin auto &gross,
                              std::integral auto cost) const noexcept {
        return formula::lead_roi(amount(revenue), share(gross), amount(cost));
    }
};
struct velocity {
    constexpr auto operator()(const auto &rate, const auto &size, const auto &cycle,
                              std::integral auto open) const noexcept {
        return formula::pipeline_velocity(amount(open), rate, size, cycle, a_day);
    }
};
struct open_against_quota {
    constexpr auto operator()(const auto &open, const auto &won, std::integral auto quota) const noexcept {
        return formula::pipeline_coverage(amount(open), amount(quota), amount(won));
    }
};
/// Without a deal that names a date, nobody knows what is due.
struct coverage {
    constexpr auto operator()(const auto &deals, const auto &due, const auto &won,
                              std::integral auto quota) const noexcept {
        const auto covered = open_against_quota{}(due, won, quota);
        return deals.n != 0 ? covered : decltype(covered){};
    }
};
/// The customer base is given as such, or as three numbers: customers, days counted, lifespan in days.
struct lifetime_value {
    constexpr auto operator()(const auto &purchase, const formula::customer_base &base) const noexcept {
        return formula::customer_lifetime_value(purchase, base);
    }
    constexpr auto operator()(const auto &purchase, const formula::customer_base &base,
                              const a_margin auto &gross) const noexcept {
        return formula::margin_customer_lifetime_value(purchase, base, share(gross));
    }
    constexpr auto operator()(const auto &purchase, std::integral auto customers, std::integral auto days,
                              std::integral auto lifespan) const noexcept {
        return (*this)(purchase, formula::customer_base{amount(customers), amount(days), amount(lifespan)});
    }
};
struct lifetime_value_to_cost {
    constexpr auto operator()(const auto &purchase, const formula::customer_base &base,
                              const a_margin auto &gross, std::integral auto cost,
                              std::integral auto gained) const noexcept {
        return formula::ltv_to_cac(formula::margin_customer_lifetime_value(purchase, base, share(gross)),
                                   amount(gained), amount(cost));
    }
    constexpr auto operator()(const auto &purchase, std::integral auto customers, std::integral auto days,
                              std::integral auto lifespan, std::integral auto gross, std::integral auto cost,
                              std::integral auto gained) const noexcept {
        return (*this)(purchase, formula::customer_base{amount(customers), amount(days), amount(lifespan)},
                       gross, cost, gained);
    }
};
struct lead_cost {
    constexpr auto operator()(const auto &leads, std::integral auto cost) const noexcept {
        return formula::cost_per_lead(static_cast<std::int64_t>(cost), leads.n);
    }
};
struct penetration {
    constexpr auto operator()(const auto &tried, std::integral auto records) const noexcept {
        return formula::list_penetration(widened<std::uint64_t>(tried.n), amount(records));
    }
};
struct time_in_use {
    constexpr auto operator()(const auto &talk, std::integral auto wrap_up,
                              std::integral auto logged_in) const noexcept {
        return formula::occupancy(talk.sum, amount(wrap_up), amount(logged_in));
    }
};
struct price_index {
    constexpr auto operator()(const auto &price, std::integral auto theirs) const noexcept {
        return formula::competitor_price_index(sum_of(price.a),
                                               saturating_multiply(amount(price.b), amount(theirs)));
    }
};
struct gap {
    constexpr auto operator()(const auto &price, std::integral auto theirs) const noexcept {
        return formula::price_gap(sum_of(price.a), saturating_multiply(amount(price.b), amount(theirs)));
    }
};
struct against_goal {
    /// Against a goal of p / q, or a whole number; absent where one is below 0.
    constexpr auto operator()(const auto &mean, const fraction<std::uint64_t> &goal) const noexcept {
        const auto m = mean.exact();
        using answer = decltype(formula::satisfaction_against_goal(m.numerator, m.denominator));
        if (m.negative || goal.negative) return answer{};
        return formula::satisfaction_against_goal(saturating_multiply(m.numerator, goal.denominator),
                                                  saturating_multiply(m.denominator, goal.numerator));
    }
    constexpr auto operator()(const auto &mean, std::integral auto goal) const noexcept {
        return (*this)(mean, fraction<std::uint64_t>{amount(goal), 1});
    }
};

} // namespace made_of

} // namespace kpi::inline v1::sales
