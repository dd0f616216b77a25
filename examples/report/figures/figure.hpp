// SPDX-License-Identifier: MIT
#pragma once

/// What a metric says, as a plain value: text and JSON are made of figures, and know no metric by its type.

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

/// How a metric is told, the same for all of its figures.
struct telling {
    std::string name;
    std::string title{};   ///< for people
    std::string_view kind; ///< proportion, ratio, count, score, rate, money, mean, total, quantiles, ...
    std::string_view unit; ///< of the value as it is shown
    std::string_view help;
    std::uint32_t scale{1}; ///< the value shown is this many times the exact fraction: 100 for % and points
    unsigned decimals{};    ///< of the value in a text
    kpi::better better{};
    std::string currency{}; ///< of an amount, where it is known
    bool nominal{};         ///< a proportion of touches, which are not independent
    bool in_hours{};        ///< its times are of business hours
    std::uint32_t step{};   ///< the stage of a deal's own pipeline that it is of, from 1; 0 for none

    /// A whole is the sum of its groups; every target of it is the whole team's.
    [[nodiscard]] bool adds_up() const { return kind == "count" || kind == "total"; }
    /// An amount, or an amount for each of something.
    [[nodiscard]] bool is_money() const { return unit.starts_with("money"); }
    /// From 0 to 1.
    [[nodiscard]] bool is_share() const { return kind == "proportion" || kind == "cohort"; }
};

/// What the name and the title of a metric end with where its times are of business hours.
inline constexpr std::string_view in_hours_name = "_in_business_hours",
                                  in_hours_title = ", in business hours";

/// What stands beside a figure: its p90, how many are not mature yet, its growth.
struct aside {
    std::string name; ///< for programs
    std::string text; ///< for people
    std::optional<double> number{};
    bool in_its_unit{}; ///< the figure's: an amount beside an amount
};

/// How the rate of a group stands to that of all others together, more than chance would have it.
enum class among_groups : std::uint8_t { untold, above, below };

struct figure {
    fraction exact{};    ///< no denominator: absent
    std::uint64_t n{};   ///< how many events (or customers, or answers) it rests on
    bool coherent{true}; ///< false where a part is greater than its whole
    bool saturated{};    ///< a count stands at its limit: it is no figure any more
    std::optional<std::pair<double, double>> interval{}; ///< of the fraction

    std::vector<aside> asides{};
    bool rounded{};    ///< near the fraction, and not exactly that
    bool whole_days{}; ///< a time in seconds that is known in whole days alone: a text tells it in days

    among_groups stands{};           ///< in a table of groups
    std::optional<double> p_value{}; ///< of the test behind that

    [[nodiscard]] bool has_value() const { return exact.has_value() && !saturated; }
};

/// Of those who started, the share that had come to its end by a day, in percent, with its range.
struct point_of_curve {
    std::uint32_t days;
    double value;
    std::optional<std::pair<double, double>> range;
};

/// Two groups held against each other by something else than their shares.
struct groups_apart {
    /// Times by their ranks (Wilcoxon); the share that has got there at each age, where all end alike
    /// (log-rank) or not (Gray); scores by their variance (Wald).
    enum class test : std::uint8_t { wilcoxon, log_rank, gray, wald };

    test by{};
    double z{}; ///< above 0 where the first group is ahead: sooner, or of a greater score
    double p{};
    /// By how much the first group's times exceed the other's (Hodges and Lehmann), or its score, and the
    /// range of that; none where cases are still open.
    std::optional<double> shift{};
    std::optional<std::pair<double, double>> range{};
};

struct listed_metric;

/// One metric: its figure of the whole log, and of each group in the order of sheet::groups; of none where it
/// can only be told of the whole.
struct line {
    telling how;
    figure total;
    std::vector<figure> groups;
    std::optional<fraction> target;
    std::uint32_t currency{~std::uint32_t{}}; ///< of its amounts, by its number; else any
    const listed_metric *metric{};            ///< none of what is said of a team, or of stages
    /// Where groups have targets of their own, as reps have quotas: that of each.
    std::vector<std::optional<fraction>> own_targets{};
    std::size_t column{};                ///< its place in the table of groups, from 1 on; 0 is none
    std::optional<fraction> target_to{}; ///< the upper end, where the target is a band
    std::vector<point_of_curve> curve{}; ///< of a share of a cohort of whom some may still be open
    std::optional<groups_apart> apart{}; ///< of the two groups that are compared

    /// The target of a count is the whole team's; every other one is anybody's.
    [[nodiscard]] bool target_is_of_groups() const { return target && !how.adds_up(); }
    /// What a group should reach: its own target, where there are such, or the one that is anybody's.
    [[nodiscard]] std::optional<fraction> target_of(std::size_t group) const {
        if (!own_targets.empty()) return group < own_targets.size() ? own_targets[group] : std::nullopt;
        return target_is_of_groups() ? target : std::nullopt;
    }
};

/// Told in another unit than it was measured in: seconds in days.
void scale_down(figure &f, std::uint32_t by);

/// A figure as a text tells it: of whole days in days, else as it is. What a bucket of seconds adds to a
/// quantile is rounded away, to a day or the middle between two: nothing else was measured.
[[nodiscard]] figure as_read(figure f);

/// scale * exact with so many decimals, rounded half away from zero; more of them (up to six) until two
/// digits say something and a part does not read as the whole. Absent: "-".
[[nodiscard]] std::string value_text(const figure &f, const telling &how);

/// Of a target: "133.3 %".
[[nodiscard]] std::string attained_text(const fraction &share);

/// How many decimals the ends of its range are shown with: for a ratio, as many as its value.
[[nodiscard]] int decimals_of_range(const figure &f, const telling &how);

/// The same value with at most six decimals, for programs.
[[nodiscard]] std::optional<double> value_number(const fraction &exact, std::uint32_t scale);

/// An integer that stands for n / 10^decimals, with a point: (632, 1) is 63.2.
[[nodiscard]] std::string with_point(std::int64_t n, unsigned decimals);

} // namespace report
