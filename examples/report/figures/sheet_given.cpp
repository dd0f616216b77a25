// SPDX-License-Identifier: MIT
// What the caller adds to a log: targets, and figures that no event carries, each in the unit of the log's
// amounts.
#include "failure.hpp"
#include "figures/drawing.hpp"
#include "profile/working_days.hpp"
#include <kpi/core/checked.hpp>

namespace report {

/// What the line should reach, by the command line or a file of targets, and each period by that file.
void drawing::add_target(line &l) const {
    const std::optional<days_of_log> log = days();
    const auto of = [&](const std::optional<day_span> &on) {
        return asked_.dated.target_of(l.how.name, on, log ? log->all : day_span{}, asked_.starts);
    };
    kpi::better more{};
    if (const auto wanted = asked_.wanted.find(l.how.name); wanted != asked_.wanted.end())
        l.target = wanted->second.amount, more = wanted->second.more;
    else
        l.target = of(log ? std::optional{log->looked_at} : std::nullopt),
        more = asked_.dated.direction_of(l.how.name);
    if (l.target && more != kpi::better::neither) l.how.better = more;
    if (l.target && l.currency != money::any)
        throw failure{"--target " + l.how.name + ": the amounts of this log are in " + codes_of_currencies() +
                      ", and a target is in one currency"};
    if (!by_.is_period() || !by_.by.empty() || !log || asked_.wanted.contains(l.how.name) || !l.target)
        return;
    for (const column_of_sheet &period : columns_)
        l.own_targets.push_back(of(common(days_of(period), log->looked_at)));
}

/// A figure that is given, in the smallest unit of the log's currency if it is money.
std::optional<std::uint64_t> drawing::given_for(const listed_metric &metric, const given_figure &which) {
    const auto found = asked_.given.find(which.name);
    if (which.name.empty() || found == asked_.given.end()) return std::nullopt;
    if (which.is_money && metric.by_currency && book_.past().currencies().size() > 1) {
        in_one_currency_.push_back(metric.how.name);
        return std::nullopt;
    }
    const auto unit = static_cast<std::uint64_t>(which.is_money ? book_.past().amounts().unit : 1);
    const auto counted = kpi::checked_multiply(found->second.numerator, unit);
    if (counted && *counted % found->second.denominator == 0) return *counted / found->second.denominator;
    throw failure{"--given " + which.name + (counted ? " has more decimals than " : " is too great for ") +
                  (which.is_money ? "the amounts of this log" : "a whole number")};
}

std::string drawing::code_of(const line &l) const {
    const std::vector<money> &all = book_.past().currencies();
    if (l.currency == money::any && (!l.how.is_money() || all.size() != 1)) return {};
    return std::string{
        known_.of_parts[currency_part][l.currency == money::any ? all.front().currency : l.currency]};
}
std::string drawing::codes_of_currencies() const {
    std::string text;
    for (const money &m : book_.past().currencies()) {
        const std::string_view code = known_.of_parts[currency_part][m.currency];
        text += (text.empty() ? "" : ", ") + (code.empty() ? "no currency" : std::string{code});
    }
    return text;
}

} // namespace report
