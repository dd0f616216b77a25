// SPDX-License-Identifier: MIT
#include "profile/periods.hpp"

#include "profile/number.hpp"
#include <kpi/time/period.hpp>

#include <array>
#include <cstdio>

namespace report {

constexpr std::int64_t a_day = 86'400;

period_kind period_named(std::string_view text) {
    return text == "month"     ? period_kind::month
           : text == "quarter" ? period_kind::quarter
                               : period_kind::none;
}

std::string_view name_of(period_kind kind) {
    return kind == period_kind::month ? "month" : kind == period_kind::quarter ? "quarter" : "";
}

std::int32_t period_of(period_kind kind, kpi::instant at) {
    return kind == period_kind::quarter ? kpi::calendar_quarter::index(at) : kpi::calendar_month::index(at);
}

kpi::instant period_start(period_kind kind, std::int32_t number) {
    return kind == period_kind::quarter ? kpi::calendar_quarter::start(number)
                                        : kpi::calendar_month::start(number);
}

std::string period_label(period_kind kind, std::int32_t number) {
    const kpi::civil_day first = kpi::civil_from_days(kpi::days<1>::index(period_start(kind, number)));
    std::array<char, 32> text{};
    if (kind == period_kind::quarter)
        std::snprintf(text.data(), text.size(), "%04dQ%d", first.year, (first.month - 1) / 3 + 1);
    else
        std::snprintf(text.data(), text.size(), "%04d-%02d", first.year, int{first.month});
    return text.data();
}

std::optional<std::int32_t> period_labelled(period_kind kind, std::string_view label) {
    const std::size_t split = label.find(kind == period_kind::quarter ? 'Q' : '-');
    if (kind == period_kind::none || split == std::string_view::npos) return std::nullopt;
    const number year = read_number(label.substr(0, split)), part = read_number(label.substr(split + 1));
    if (!year.fault.empty() || !part.fault.empty()) return std::nullopt;
    const auto parts = kind == period_kind::quarter ? 4 : 12;
    return (static_cast<std::int32_t>(year.value) - 1970) * parts + static_cast<std::int32_t>(part.value) - 1;
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
