// SPDX-License-Identifier: MIT
#pragma once

/// A metric's result as a plain value: text and JSON are made of figures, and know no metric by its type.

#include <kpi/core/fraction.hpp>
#include <kpi/scorecard/figure.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

using fraction = kpi::fraction<std::uint64_t>;

/// How to tell a metric, the same for all its figures.
struct telling {
    std::string name;
    std::string title{};   ///< for people
    std::string_view kind; ///< proportion, ratio, count, score, rate, money, mean, total, quantiles, ...
    std::string_view unit; ///< of the shown value
    std::string_view help;
    std::uint32_t scale{1}; ///< the value shown is this many times the exact fraction: 100 for % and points
    unsigned decimals{};    ///< of the shown value in a text
    kpi::better better{};
    std::string currency{}; ///< of an amount, if it is known
    bool nominal{};         ///< a proportion of touches, which are not independent
    bool in_hours{};        ///< its times are in business hours
    std::uint32_t step{};   ///< the stage of a deal's own pipeline that it is about, from 1; 0 for none

    /// Whether a whole is the sum of its groups; each of its targets is then the whole team's.
    [[nodiscard]] bool adds_up() const { return kind == "count" || kind == "total"; }
    /// Whether it is an amount, or an amount for each of something.
    [[nodiscard]] bool is_money() const { return unit.starts_with("money"); }
    /// Whether it lies between 0 and 1.
    [[nodiscard]] bool is_share() const { return kind == "proportion" || kind == "cohort"; }
};

/// The ending of a metric's name and title if its times are in business hours.
inline constexpr std::string_view in_hours_name = "_in_business_hours",
                                  in_hours_title = ", in business hours";

/// What is shown beside a figure: its p90, the number that are not mature yet, its growth.
struct aside {
    std::string name; ///< for programs
    std::string text; ///< for people
    std::optional<double> number{};
    bool in_its_unit{}; ///< in the figure's unit: an amount beside an amount
};

/// How the rate of a group compares with that of all others together, beyond chance.
enum class among_groups : std::uint8_t { untold, above, below };

struct figure {
    fraction exact{};    ///< no denominator: absent
    std::uint64_t n{};   ///< how many events (or customers, or answers) it rests on
    bool coherent{true}; ///< false if a part is greater than its whole
    bool saturated{};    ///< a count has reached its limit: it is no figure any more
    std::optional<std::pair<double, double>> interval{}; ///< of the fraction

    std::vector<aside> asides{};
    bool rounded{};    ///< near the fraction, but not exactly it
    bool whole_days{}; ///< a time in seconds, known only in whole days: a text tells it in days

    among_groups stands{};           ///< in a table of groups
    std::optional<double> p_value{}; ///< of the test behind it

    [[nodiscard]] bool has_value() const { return exact.has_value() && !saturated; }
};

/// The share of those who started that had come to its end by a day, in percent, with its range.
struct point_of_curve {
    std::uint32_t days;
    double value;
    std::optional<std::pair<double, double>> range;
};

/// Two groups compared by something other than their shares.
struct groups_apart {
    /// Times by their ranks (Wilcoxon); the share that has got there at each age, where all end alike
    /// (log-rank) or not (Gray); scores by their variance (Wald).
    enum class test : std::uint8_t { wilcoxon, log_rank, gray, wald };

    test by{};
    double z{}; ///< above 0 if the first group is ahead: sooner, or with a greater score
    double p{};
    /// How far the first group's times exceed the other's (Hodges and Lehmann), or its score does, and the
    /// range of that; none if cases are still open.
    std::optional<double> shift{};
    std::optional<std::pair<double, double>> range{};
};

struct listed_metric;

/// One metric: its figure for the whole log, and for each group in the order of sheet::groups; for no group
/// if it can only be told of the whole.
struct line {
    telling how;
    figure total;
    std::vector<figure> groups;
    std::optional<fraction> target;
    std::uint32_t currency{~std::uint32_t{}}; ///< of its amounts, by its number; otherwise any
    const listed_metric *metric{};            ///< null for figures of a team, or of stages
    /// If groups have targets of their own, as reps have quotas: the target of each.
    std::vector<std::optional<fraction>> own_targets{};
    std::size_t column{};                ///< its place in the table of groups, from 1 on; 0 is none
    std::optional<fraction> target_to{}; ///< the upper end, if the target is a band
    std::vector<point_of_curve> curve{}; ///< for a share of a cohort in which some may still be open
    std::optional<groups_apart> apart{}; ///< for the two groups that are compared

    /// The target of a count is the whole team's; any other target applies to each group.
    [[nodiscard]] bool target_is_of_groups() const { return target && !how.adds_up(); }
    /// What a group should reach: its own target, if there are any, or the one that applies to each.
    [[nodiscard]] std::optional<fraction> target_of(std::size_t group) const {
        if (!own_targets.empty()) return group < own_targets.size() ? own_targets[group] : std::nullopt;
        return target_is_of_groups() ? target : std::nullopt;
    }
};

/// Tells it in a larger unit than it was measured in: seconds in days.
void scale_down(figure &f, std::uint32_t by);

/// A figure as a text tells it: in days if it is known in whole days, otherwise unchanged. The width of a
/// bucket of seconds is rounded out of a quantile, to a day or half a day: nothing finer was measured.
[[nodiscard]] figure as_read(figure f);

/// scale * exact with so many decimals, rounded half away from zero; with more of them (up to six) until two
/// digits say something and a part does not read as the whole. Absent: "-".
[[nodiscard]] std::string value_text(const figure &f, const telling &how);

/// A share of a target: "133.3 %".
[[nodiscard]] std::string attained_text(const fraction &share);

/// The number of decimals for the ends of its range: for a ratio, as many as its value has.
[[nodiscard]] int decimals_of_range(const figure &f, const telling &how);

/// The same value with at most six decimals, for programs.
[[nodiscard]] std::optional<double> value_number(const fraction &exact, std::uint32_t scale);

/// An integer that means n / 10^decimals, written with a point: (632, 1) is 63.2.
[[nodiscard]] std::string with_point(std::int64_t n, unsigned decimals);

} // namespace report
