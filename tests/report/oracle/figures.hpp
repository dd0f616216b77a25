// SPDX-License-Identifier: MIT
#pragma once

/// Every metric of METRICS.md that kpi-report can print, read plainly: a function from the cases of a log and
/// a scope (a window or period, a group) to an exact fraction.

#include "cases.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace oracle {

/// Of what a figure is told.
struct scope {
    std::int64_t from{}, until{}; ///< seconds
    bool windowed{};              ///< has a beginning
    std::optional<label> by{};
    std::string group{};
    bool whole{};             ///< neither a group nor a period
    std::int64_t due_until{}; ///< what is due lies before; 0: it may be any time
};

struct amount {
    std::int64_t numerator{};
    std::int64_t denominator{}; ///< 0: absent
    std::int64_t n{};           ///< what it rests on
    bool adds_up{};             ///< a count or a sum: the whole is made of its groups
};

/// What stands beside a figure.
struct companion {
    std::string name;
    std::function<amount(const book &, const scope &)> of;
    bool near{}; ///< a quantile out of buckets
};

/// When it is shown for groups.
enum class grouped {
    always,
    if_told, ///< a ratio of acts: only where every kind of it that occurs carries the dimension
    never,   ///< by a label
};

struct metric {
    std::string name;
    std::function<amount(const book &, const scope &)> of;
    int scale{1};              ///< of the value shown
    std::vector<kind> needs{}; ///< one of these must occur, or it is left out
    grouped by{grouped::always};
    std::vector<kind> acts{};         ///< of if_told
    std::vector<std::string> given{}; ///< there is no figure without it
    std::string base{};               ///< what the caller may add to its whole
    std::vector<number> tells{};      ///< left out if no row carries one of these
    std::vector<kind> tellers{};      ///< of these kinds
    std::vector<about> cases{};       ///< left out if no row has one of these ids ...
    std::vector<kind> or_rows{};      ///< ... and none is of these kinds ...
    bool or_base{};                   ///< ... and the caller does not give its base
    bool tells_due{};                 ///< left out if no row says when its deal is due
    bool tells_stage{};               ///< left out if no row says which stage its deal enters
    bool by_value{};         ///< in seconds or in days, in cents or in units: the fraction may be another one
    bool to_the_hundredth{}; ///< a product
    bool near{};             ///< a quantile out of buckets ...
    double width{0.008};     ///< ... that are so wide, as a part of it
    bool sampled{};          ///< a share of cases: 95 % of its true values are within a range
    bool less_is_better{};
    bool is_money{};    ///< an amount, or one for each of something: told in the unit
    bool in_hours{};    ///< of times of work: there is none without business hours
    bool by_currency{}; ///< made of amounts: of several currencies there is one for each
    std::vector<companion> beside{};
};

[[nodiscard]] const std::vector<metric> &metrics();

/// The group that a deal belongs to; empty where no row names one.
[[nodiscard]] std::string group_of(const book &b, const deal &d, label by);
/// ... and an act.
[[nodiscard]] std::string group_of(const event &act, label by);

} // namespace oracle
