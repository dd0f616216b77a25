// SPDX-License-Identifier: MIT
#include "figures/drawing.hpp"
#include "figures/figure_of.hpp"
#include "figures/open_cases.hpp"
#include <kpi/statistics/quantile_interval.hpp>

#include <algorithm>

namespace report {
namespace {

/// The 90th percentile, if there are enough times for it to have a range.
std::optional<std::uint32_t> nine_in_ten_of(const kpi::quantiles<> &times) {
    static const auto least = kpi::statistics::least_sample({9, 10});
    if (!least || times.count() < *least) return std::nullopt;
    const auto found = times.quantile(9, 10);
    return static_cast<std::uint32_t>(found.value().value_or(found.high));
}

std::string text_of_id(const known_names &known, std::uint64_t id) {
    const auto found = known.ids.find(id);
    return found != known.ids.end() ? found->second : std::string{};
}

} // namespace

/// How long a lead may wait, judging by the target for the time up to its first response.
std::optional<std::uint32_t> drawing::longest_wait_wanted() const {
    const act answered{.kind = activity::first_response};
    for (const chapter &c : sheet_.chapters)
        for (const line &l : c.lines)
            if (l.target && l.metric->how.kind == "measure" && l.how.unit == "s" && !l.how.in_hours &&
                l.metric->takes_act && l.metric->takes_act(answered).named != 0)
                return static_cast<std::uint32_t>(*l.target->value());
    return std::nullopt;
}

void drawing::add_to_act_on() {
    const open_cases &open = book_.past().open();
    const std::vector<money> &currencies = book_.past().currencies();
    telling amount;
    amount.kind = "total", amount.unit = "money";
    if (currencies.size() == 1) amount.currency = known_.of_parts[currency_part][currencies.front().currency];
    const std::int64_t unit = book_.past().amounts().unit;
    for (std::int64_t left = unit; left > 1; left /= 10)
        ++amount.decimals;
    const auto in_money = [&](std::uint64_t worth, std::uint64_t credits) {
        figure f;
        f.exact = {std::max(worth, credits) - std::min(worth, credits), 1, credits > worth};
        f.saturated = kpi::is_saturated(worth) || kpi::is_saturated(credits);
        tell_in_unit(f, unit);
        return f;
    };
    const auto add = [&](to_act_on::why what, const piles_by_time &from, std::optional<std::uint32_t> above) {
        const pile found = above ? from.above(*above) : from.all();
        if (found.n == 0) return;
        to_act_on &act = sheet_.to_act.emplace_back(to_act_on{what, found.n, above});
        act.money = amount;
        const bool is_told = found.any_value && currencies.size() <= 1;
        if (is_told) act.value = in_money(found.worth, found.credits);
        for (const open_case &each : found.first) {
            if (!known_.keeps_ids) break;
            const std::uint32_t rep = book_.past().names_on_rows().rep(each.labels);
            case_to_act_on &one = act.first.emplace_back(case_to_act_on{
                text_of_id(known_, each.id), std::string{known_.of_parts[rep_part][rep]}, each.seconds});
            if (is_told && each.value)
                one.value = *each.value < 0 ? in_money(0, kpi::magnitude(*each.value))
                                            : in_money(kpi::magnitude(*each.value), 0);
        }
    };
    using why = to_act_on::why;
    if (const auto days = nine_in_ten_of(open.days_to_win))
        add(why::stale_deal, open.deals, *days * static_cast<std::uint32_t>(a_day));
    add(why::overdue_deal, open.overdue, std::nullopt);
    const auto wanted = longest_wait_wanted();
    auto longest = wanted ? wanted : nine_in_ten_of(open.seconds_to_answer);
    if (!longest) return;
    const std::size_t before = sheet_.to_act.size();
    add(why::unanswered_lead, open.leads, piles_by_time::rounded_up(*longest));
    if (sheet_.to_act.size() > before) sheet_.to_act.back().by_target = wanted.has_value();
}

} // namespace report
