// SPDX-License-Identifier: MIT
#include "profile/periods.hpp"

#include "profile/number.hpp"
#include <kpi/core/divide.hpp>
#include <kpi/time/civil.hpp>
#include <kpi/time/iso_week.hpp>
#include <kpi/time/period.hpp>

#include <array>
#include <cstdio>

namespace report {
namespace {

struct period_name {
    period_kind kind;
    std::string_view name;
};
constexpr std::array all_names{period_name{period_kind::day, "day"},
                               period_name{period_kind::week, "week"},
                               period_name{period_kind::month, "month"},
                               period_name{period_kind::quarter, "quarter"},
                               period_name{period_kind::year, "year"},
                               period_name{period_kind::fiscal_quarter, "fiscal_quarter"},
                               period_name{period_kind::fiscal_year, "fiscal_year"}};

template <class... Number> std::string printed(const char *format, Number... numbers) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, numbers...);
    return text.data();
}

} // namespace

period_kind period_named(std::string_view text) {
    for (const period_name &p : all_names)
        if (p.name == text) return p.kind;
    return period_kind::none;
}

std::vector<std::string_view> period_names() {
    std::vector<std::string_view> names;
    for (const period_name &p : all_names)
        names.push_back(p.name);
    return names;
}

std::int32_t calendar::months() const {
    switch (kind_) {
    case period_kind::month:
        return 1;
    case period_kind::quarter:
    case period_kind::fiscal_quarter:
        return 3;
    case period_kind::year:
    case period_kind::fiscal_year:
        return 12;
    default:
        return 0;
    }
}

/// Months before it belong to the previous year.
std::int32_t calendar::first_month() const {
    return kind_ == period_kind::fiscal_quarter || kind_ == period_kind::fiscal_year ? starts_.month : 1;
}

/// The day from which days are counted.
std::int32_t calendar::first_day() const { return kind_ == period_kind::days ? starts_.day : 0; }

std::int32_t calendar::period_of(kpi::instant at) const {
    if (const std::int32_t length = months(); length != 0)
        return kpi::detail::floor_divide(kpi::calendar_month::index(at) - (first_month() - 1), length);
    if (kind_ == period_kind::week)
        return kpi::weeks::index(kpi::instant{at.seconds - starts_.weekday * a_day});
    return kpi::detail::floor_divide(kpi::days<1>::index(at) - first_day(), days_);
}

kpi::instant calendar::start(std::int32_t period) const {
    if (const std::int32_t length = months(); length != 0)
        return kpi::calendar_month::start(period * length + first_month() - 1);
    if (kind_ == period_kind::week) return {kpi::weeks::start(period).seconds + starts_.weekday * a_day};
    return {(std::int64_t{period} * days_ + first_day()) * a_day};
}

std::string calendar::label(std::int32_t period) const {
    const kpi::civil_day first = kpi::civil_from_days(kpi::days<1>::index(start(period)));
    const int year = first.year, month = first.month, day = first.day;
    const int months_into = (month - first_month() + 12) % 12;
    const int ends_in = first_month() > 1 && month >= first_month() ? year + 1 : year;
    switch (kind_) {
    case period_kind::year:
        return printed("%04d", year);
    case period_kind::quarter:
        return printed("%04dQ%d", year, months_into / 3 + 1);
    case period_kind::month:
        return printed("%04d-%02d", year, month);
    case period_kind::fiscal_year:
        return printed("FY%04d", ends_in);
    case period_kind::fiscal_quarter:
        return printed("FY%04dQ%d", ends_in, months_into / 3 + 1);
    case period_kind::week:
        if (starts_.weekday == 0) {
            const kpi::iso_week week = kpi::iso_week_numbered(period);
            return printed("%04d-W%02d", int{week.year}, int{week.week});
        }
        return printed("week of %04d-%02d-%02d", year, month, day);
    case period_kind::days: {
        const kpi::civil_day last = kpi::civil_from_days(kpi::days<1>::index(start(period + 1)) - 1);
        return printed("%04d-%02d-%02d..%04d-%02d-%02d", year, month, day, int{last.year}, int{last.month},
                       int{last.day});
    }
    default:
        return printed("%04d-%02d-%02d", year, month, day);
    }
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
