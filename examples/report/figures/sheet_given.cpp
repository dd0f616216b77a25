// SPDX-License-Identifier: MIT
// What the caller adds to a log: targets, and figures that no event carries, each in the unit of the log's
// amounts.
#include "failure.hpp"
#include "figures/drawing.hpp"
#include "figures/shared_out.hpp"
#include "profile/working_days.hpp"
#include <kpi/core/checked.hpp>

#include <algorithm>

namespace report {

/// What the line should reach, by the command line, a file of targets or a benchmark; and what each period
/// should reach by that file.
void drawing::add_target(line &l) {
    const std::optional<days_of_log> log = days();
    const auto of = [&](const std::optional<day_span> &on) {
        return asked_.dated.target_of(l.how.name, on, log ? log->all : day_span{}, asked_.starts);
    };
    kpi::better more{};
    if (const auto wanted = asked_.wanted.find(l.how.name); wanted != asked_.wanted.end())
        l.target = wanted->second.amount, l.target_to = wanted->second.up_to, more = wanted->second.more;
    else
        l.target = of(log ? std::optional{log->looked_at} : std::nullopt),
        more = asked_.dated.direction_of(l.how.name);
    if (l.target && more != kpi::better::neither) l.how.better = more;
    if (l.target && l.currency != money::any)
        throw failure{"--target " + l.how.name + ": the amounts of this log are in " + codes_of_currencies() +
                      ", and a target is in one currency"};
    if (!l.target)
        if (const benchmark *const to = asked_.held_to.of(l.how.name)) return hold_to(*to, l);
    if (!by_.is_period() || !by_.by.empty() || !log || asked_.wanted.contains(l.how.name) || !l.target)
        return;
    for (const column_of_sheet &period : columns_)
        l.own_targets.push_back(of(common(days_of(period), log->looked_at)));
    for (std::size_t g = 0; g < l.groups.size() && l.how.adds_up(); ++g)
        add_pace(l.groups[g], days_of(columns_[g]), log->looked_at,
                 asked_.dated.target_of_running(l.how.name, days_of(columns_[g]), log->all, asked_.starts));
}

/// What a running period will come to if its remaining working days are like those that have passed, once a
/// third of them has; and what it should come to.
void drawing::add_pace(figure &f, const day_span &period, const day_span &looked_at,
                       const std::optional<fraction> &wanted) const {
    if (!wanted || !f.has_value() || period.until <= looked_at.until || period.from < looked_at.from) return;
    const auto passed = working_days(common(period, looked_at)), all = working_days(period);
    if (passed == 0 || passed * 3 < all) return;
    const double by_all = static_cast<double>(all) / static_cast<double>(passed);
    f.asides.push_back({"projected", {}, *f.exact.value() * by_all, true});
    f.asides.push_back({"target_of_period", {}, *wanted->value(), true});
}

/// A rate is held to what a source publishes, whoever it is of; a count to that for each rep who was there
/// all the time, if the groups are reps or a single rep is looked at. For all reps together it has a target
/// if all of it comes from such reps.
void drawing::hold_to(const benchmark &to, line &l) {
    if (team_ && team_->has_quotas_of(l.how.name)) return; // the reps have targets of their own
    const std::optional<days_of_log> log = days();
    const calendar each{to.each, asked_.starts};
    const auto due_of_a_rep = [&](const day_span &on) { return due_on(on, to.amount, on, each); };
    if (!each) {
        l.target = to.amount, l.target_to = to.up_to;
    } else if (reading_.groups_are_reps && log && !l.groups.empty()) {
        const std::optional<fraction> due = due_of_a_rep(log->looked_at);
        std::uint64_t held = 0;
        bool is_all = due.has_value();
        for (std::size_t g = 0; g < columns_.size(); ++g) {
            const bool is_held = is_one_rep(columns_[g]);
            l.own_targets.push_back(is_held ? due : std::nullopt);
            held += is_held ? 1 : 0;
            is_all = is_all && (is_held || l.groups[g].exact.numerator == 0);
        }
        if (held == 0)
            l.own_targets.clear();
        else if (is_all)
            l.target = fraction{due->numerator * held, due->denominator};
    } else if (is_of_one_rep() && log) {
        l.target = due_of_a_rep(log->looked_at);
        for (const column_of_sheet &period : columns_)
            if (by_.is_period() && by_.by.empty())
                l.own_targets.push_back(due_of_a_rep(common(days_of(period), log->looked_at)));
    }
    benchmarks_.emplace_back(&to, l.target || !l.own_targets.empty());
}

/// Whether it is a rep, and by the roster one who was there all the time.
bool drawing::is_one_rep(const column_of_sheet &column) const {
    if (column.group == grouping::nobody) return false;
    return !team_ ||
           std::any_of(team_->members().begin(), team_->members().end(),
                       [&](const team_member &one) { return one.throughout && one.rep == column.group; });
}
/// Whether only a single rep is looked at.
bool drawing::is_of_one_rep() const {
    return by_.where.size() == 1 && by_.where.front().of.name == "rep" &&
           by_.where.front().numbers.size() == 1 && by_.where.front().numbers.front() != grouping::nobody;
}

/// A given figure, in the smallest unit of the log's currency if it is money.
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
