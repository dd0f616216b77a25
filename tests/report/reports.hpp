// SPDX-License-Identifier: MIT
#pragma once

/// A report on a log and a profile that stand in the test itself.

#include "failure.hpp"
#include "profile/profile.hpp"
#include "run.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report::test {

inline source source_of(std::string name, std::string log, plan by_plan) {
    return {{std::move(name), text_source(std::move(log)), {}}, std::move(by_plan)};
}
/// However many rows are refused.
inline sheet report_on(source log, request asked = {}) {
    asked.most_refused = {1, 1};
    std::vector<source> one;
    one.push_back(std::move(log));
    return run(std::move(one), asked);
}

inline sheet report_on(std::string log, std::string_view profile, const request &asked = {}) {
    return report_on(source_of("log.csv", std::move(log), read_profile(profile, "profile.json")), asked);
}

/// In the native format.
inline sheet report_on(std::string log, const request &asked = {}) {
    return report_on(source_of("log.csv", std::move(log), load_profile("native")), asked);
}

/// The line of a metric; null where it is left out.
inline const line *find(const sheet &s, std::string_view name) {
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.how.name == name) return &l;
    for (const line &l : s.stages.lines)
        if (l.how.name == name) return &l;
    return nullptr;
}

inline std::string told(const figure &f) {
    return (f.exact.negative ? "-" : "") + std::to_string(f.exact.numerator) + '/' +
           std::to_string(f.exact.denominator);
}

/// The exact fraction of a metric, "4238/6711"; "left out" without one.
inline std::string told(const sheet &s, std::string_view name) {
    const line *l = find(s, name);
    return l == nullptr ? "left out" : told(l->total);
}
inline std::string told(const sheet &s, std::string_view name, std::string_view group) {
    const line *l = find(s, name);
    for (std::size_t g = 0; l != nullptr && g < l->groups.size(); ++g)
        if (s.groups[g] == group) return told(l->groups[g]);
    return "left out";
}

/// What stands beside a figure; null where nothing of that name does.
inline const aside *aside_of(const figure &f, std::string_view name) {
    for (const aside &a : f.asides)
        if (a.name == name) return &a;
    return nullptr;
}
/// The number beside the figure of a metric, of the whole or of a group; -1 where there is none.
inline double beside(const sheet &s, std::string_view name, std::string_view what,
                     std::string_view of_group = {}) {
    const line *l = find(s, name);
    if (l == nullptr) return -1;
    const figure *f = &l->total;
    for (std::size_t g = 0; g < l->groups.size(); ++g)
        if (!of_group.empty() && s.groups[g] == of_group) f = &l->groups[g];
    const aside *a = aside_of(*f, what);
    return a != nullptr ? a->number.value_or(-1) : -1;
}

/// What a call throws as a failure; empty if it throws none.
template <class F> std::string failure_of(F &&call) {
    try {
        call();
    } catch (const failure &why) {
        return why.what();
    }
    return {};
}

} // namespace report::test
