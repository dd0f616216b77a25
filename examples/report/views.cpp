// SPDX-License-Identifier: MIT
#include "views.hpp"

#include "failure.hpp"
#include "profile/periods.hpp"

#include <optional>
#include <string>
#include <utility>

namespace report {
namespace {

/// The kind of period that gives roughly a dozen periods.
std::string period_for(const account &rows) {
    constexpr std::int64_t most_by_week = 120 * a_day, most_by_month = 1100 * a_day;
    const std::int64_t covered = *rows.last - *rows.first;
    return covered <= most_by_week ? "week" : covered <= most_by_month ? "month" : "quarter";
}

} // namespace

std::vector<sheet> views_of(const std::function<std::vector<source>()> &open, const request &asked) {
    const auto view_by = [&](const std::string &by) {
        request one = asked;
        one.by = by;
        find_first_days(open, one);
        return run(open(), one);
    };
    // The run that was asked for tells any other error. The only one here: no column says who or when.
    const auto view_if_told = [&](const std::string &by) -> std::optional<sheet> {
        try {
            return view_by(by);
        } catch (const failure &) {
            return std::nullopt;
        }
    };
    std::optional<sheet> first;
    if (asked.by.empty()) first = view_if_told("rep");
    std::vector<sheet> views;
    views.push_back(first ? std::move(*first) : view_by(asked.by));
    const account &rows = views.front().rows;
    const bool can_have_more = views.front().unfit.empty();
    std::optional<sheet> other;
    if (can_have_more && views.front().by_period)
        other = view_if_told("rep");
    else if (can_have_more && rows.first)
        other = view_if_told(period_for(rows));
    if (other) views.push_back(std::move(*other));
    return views;
}

} // namespace report
