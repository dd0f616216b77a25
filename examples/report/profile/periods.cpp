// SPDX-License-Identifier: MIT
#include "profile/periods.hpp"

#include "profile/number.hpp"
#include <kpi/time/civil.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace report {

constexpr std::int64_t a_day = 86'400;

namespace {

struct period_name {
    period_kind kind;
    std::string_view name;
};
constexpr std::array period_names{
    period_name{period_kind::day, "day"}, period_name{period_kind::month, "month"},
    period_name{period_kind::quarter, "quarter"}, period_name{period_kind::year, "year"}};

/// Reads digits and what stands behind them.
std::optional<std::int32_t> eaten(std::string_view &text, std::size_t digits) {
    const number n = read_number(text.substr(0, digits));
    if (text.size() < digits || !n.fault.empty()) return std::nullopt;
    text.remove_prefix(std::min(text.size(), digits + 1)); // and the sign between two of them
    return static_cast<std::int32_t>(n.value);
}

} // namespace

period_kind period_named(std::string_view text) {
    for (const period_name &p : period_names)
        if (p.name == text) return p.kind;
    return period_kind::none;
}

std::string_view name_of(period_kind kind) {
    for (const period_name &p : period_names)
        if (p.kind == kind) return p.name;
    return "";
}

std::int32_t period_of(period_kind kind, kpi::instant at) {
    switch (kind) {
    case period_kind::day:
        return kpi::days<1>::index(at);
    case period_kind::quarter:
        return kpi::calendar_quarter::index(at);
    case period_kind::year:
        return kpi::calendar_year::index(at);
    default:
        return kpi::calendar_month::index(at);
    }
}

kpi::instant period_start(period_kind kind, std::int32_t number) {
    switch (kind) {
    case period_kind::day:
        return {std::int64_t{number} * a_day};
    case period_kind::quarter:
        return kpi::calendar_quarter::start(number);
    case period_kind::year:
        return kpi::calendar_year::start(number);
    default:
        return kpi::calendar_month::start(number);
    }
}

std::string period_label(period_kind kind, std::int32_t number) {
    const kpi::civil_day first = kpi::civil_from_days(kpi::days<1>::index(period_start(kind, number)));
    std::array<char, 48> text{};
    const int month = first.month, day = first.day;
    if (kind == period_kind::quarter)
        std::snprintf(text.data(), text.size(), "%04dQ%d", first.year, (month - 1) / 3 + 1);
    else if (kind == period_kind::year)
        std::snprintf(text.data(), text.size(), "%04d", first.year);
    else if (kind == period_kind::day)
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", first.year, month, day);
    else
        std::snprintf(text.data(), text.size(), "%04d-%02d", first.year, month);
    return text.data();
}

std::optional<std::int32_t> period_labelled(period_kind kind, std::string_view label) {
    if (kind == period_kind::none || label.size() != period_label(kind, 0).size()) return std::nullopt;
    std::int32_t month = 1, day = 1;
    const auto year = eaten(label, 4);
    if (!year) return std::nullopt;
    if (kind == period_kind::quarter) {
        const auto quarter = eaten(label, 1);
        if (!quarter) return std::nullopt;
        month = (*quarter - 1) * 3 + 1;
    } else if (kind != period_kind::year) {
        const auto read = eaten(label, 2);
        if (!read) return std::nullopt;
        month = *read;
    }
    if (kind == period_kind::day) {
        const auto read = eaten(label, 2);
        if (!read) return std::nullopt;
        day = *read;
    }
    const kpi::civil_day first{*year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    if (!kpi::exists(first)) return std::nullopt;
    return period_of(kind, kpi::at(first));
}

std::optional<std::int64_t> read_length(std::string_view text) {
    if (text.size() < 2 || (text.back() != 'd' && text.back() != 'w')) return std::nullopt;
    const number n = read_number(text.substr(0, text.size() - 1));
    if (!n.fault.empty() || n.value == 0 || n.value > 100'000) return std::nullopt;
    return n.value * a_day * (text.back() == 'w' ? 7 : 1);
}

std::int64_t start_of_day(std::int64_t seconds) {
    return seconds - kpi::days<1>::into(kpi::instant{seconds});
}

} // namespace report
