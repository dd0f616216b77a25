// SPDX-License-Identifier: MIT
#include "show/spoken.hpp"

#include "profile/periods.hpp"
#include "show/printable.hpp"
#include "show/text_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace report {
namespace {

constexpr std::uint64_t a_minute = 60, an_hour = 3600;

/// How wide half of the range is, in percent; 0 where there is no range.
double half_of_range(const figure &f) {
    return f.interval ? (f.interval->second - f.interval->first) * 50 : 0;
}
unsigned decimals_of_share(const figure &f) {
    const double half = half_of_range(f);
    return half >= 5 ? 0 : half >= 0.5 || half <= 0 ? 1 : 2;
}

/// Several things, or only one: "deals", "deal".
std::string how_many(const std::string &number, std::string unit) {
    if (unit.empty()) return number;
    if ((number == "1" || number == "-1") && unit.ends_with('s') && unit.find(' ') == std::string::npos)
        unit.resize(unit.size() - (unit.ends_with("ches") ? 2 : 1));
    return number + ' ' + unit;
}

} // namespace

std::string with_decimals(double number, int decimals) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
    return with_thousands(text.data());
}

std::string with_thousands(std::string number) {
    const std::size_t begin = number.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(number.find('.'), number.size());
    for (std::size_t at = end; at > begin + 3;)
        number.insert(at -= 3, ",");
    return number;
}

std::string spoken_time(double seconds) {
    const double magnitude = std::abs(seconds);
    if (magnitude < 10 && magnitude != std::floor(magnitude)) return with_decimals(seconds, 1) + " s";
    const auto whole = static_cast<std::uint64_t>(std::llround(magnitude));
    if (whole >= 2 * a_day) return with_decimals(seconds / a_day, 1) + " days";
    const std::string sign = seconds < 0 ? "-" : "";
    const auto two = [&](std::uint64_t great, const char *greater, std::uint64_t small, const char *smaller) {
        return sign + std::to_string(great) + ' ' + greater +
               (small == 0 ? "" : ' ' + std::to_string(small) + ' ' + smaller);
    };
    if (whole < a_minute) return sign + std::to_string(whole) + " s";
    if (whole < an_hour) return two(whole / a_minute, "min", whole % a_minute, "s");
    const std::uint64_t minutes = (whole + a_minute / 2) / a_minute;
    return two(minutes / a_minute, "h", minutes % a_minute, "min");
}

std::string spoken_number(double number, const figure &f, const telling &how) {
    if (how.unit == "s" && !f.whole_days) return spoken_time(number);
    if (how.unit == "s") number /= a_day;
    return how_many(with_decimals(number, number == std::floor(number) ? 0 : 1),
                    how.unit == "s" ? "days" : std::string{how.unit});
}

std::string spoken_value(const figure &f, const telling &how) {
    if (!f.has_value()) return "-";
    if (how.unit == "s" && !f.whole_days) {
        const double seconds = *f.exact.value();
        return spoken_time(seconds);
    }
    telling shown = how;
    if (how.unit == "%" && f.interval) shown.decimals = f.exact.numerator == 0 ? 0 : decimals_of_share(f);
    const std::string number = with_thousands(value_text(f, shown));
    if (f.whole_days) return how_many(number, "days");
    return how.unit == "%" || how.unit == "days" ? how_many(number, std::string{how.unit}) : number;
}

std::string spoken_in_full(const figure &f, const telling &how) {
    const std::string value = spoken_value(f, how);
    constexpr std::string_view money{"money"};
    std::string unit = unit_text(how);
    if (!f.has_value() || how.unit == "%" || how.unit == "days" || how.unit == "s") return value;
    if (unit.starts_with(money))
        unit.erase(0, unit == money ? money.size() : money.size() + 1); // without a currency
    return how_many(value, unit);
}

std::string spoken_target(const figure &f, const line &of, const fraction &target) {
    const auto spoken = [&](const fraction &end) {
        figure wanted{end};
        wanted.whole_days = f.whole_days;
        return spoken_value(wanted, of.how);
    };
    return spoken(target) + (of.target_to ? " to " + spoken(*of.target_to) : "");
}

std::string spoken_counts(const figure &f, const telling &how) {
    const auto n = [](std::uint64_t number) { return with_thousands(std::to_string(number)); };
    if (how.adds_up() || how.kind == "gauge") return {};
    if (how.is_share() && !f.rounded) return n(f.exact.numerator) + " of " + n(f.exact.denominator);
    if (how.kind == "ratio" && !f.rounded && !f.exact.negative && f.exact.denominator == f.n)
        return n(f.exact.numerator) + " : " + n(f.exact.denominator);
    return f.n == 0 ? "" : "n " + n(f.n);
}

std::optional<double> number_beside(const figure &f, std::string_view name) {
    for (const aside &a : f.asides)
        if (a.name == name) return a.number;
    return std::nullopt;
}

namespace {

/// For a median, or for growth.
std::string range_beside(const figure &f, const telling &how) {
    const bool is_growth = how.kind == "growth";
    auto low = number_beside(f, is_growth ? "growth_low" : "median_low"),
         high = number_beside(f, is_growth ? "growth_high" : "median_high");
    if (!low || !high || !f.has_value()) return {};
    if (f.whole_days) // the width of a bucket of seconds was not measured
        low = std::ceil(*low / a_day) * a_day, high = std::floor(*high / a_day) * a_day;
    if (is_growth) return with_decimals(*low, 0) + " to " + with_decimals(*high, 0) + " %, nominal";
    std::string from = spoken_number(*low, f, how);
    const std::string to = spoken_number(*high, f, how);
    if (from == to) return {};
    constexpr std::string_view days{" days"};
    if (from.ends_with(days) && to.ends_with(days)) from.resize(from.size() - days.size());
    return from + " to " + to;
}

} // namespace

std::string spoken_range(const figure &f, const telling &how) {
    if (how.kind == "quantiles" || how.kind == "growth") return range_beside(f, how);
    if (!f.interval || !f.has_value() || still_open(f) != 0) return {};
    const auto decimals = how.is_share() ? static_cast<int>(decimals_of_share(f)) : decimals_of_range(f, how);
    const std::string low = with_decimals(f.interval->first * how.scale, decimals);
    const std::string high = with_decimals(f.interval->second * how.scale, decimals);
    return low == high ? "" : low + " to " + high + (how.is_share() ? " %" : "");
}

std::string spoken_within(const figure &f) {
    const auto value = number_beside(f, "within"), low = number_beside(f, "within_low"),
               high = number_beside(f, "within_high"), days = number_beside(f, "within_days");
    if (!value || !days) return {};
    figure range;
    if (low && high) range.interval.emplace(*low / 100, *high / 100);
    const auto decimals = static_cast<int>(decimals_of_share(range));
    std::string text = with_decimals(*value, decimals) + " % within " + with_decimals(*days, 0) + " days";
    if (range.interval)
        text += " (" + with_decimals(*low, decimals) + " to " + with_decimals(*high, decimals) + " %)";
    return text;
}

std::string nine_in_ten(const figure &f, const telling &how) {
    for (const aside &a : f.asides)
        if (a.name == "p90" && a.number) return "nine in ten within " + spoken_number(*a.number, f, how);
    return {};
}

std::string spoken_beside(const figure &f, const telling &how) {
    std::string text;
    for (const aside &a : f.asides) {
        const std::size_t digits = std::min(a.text.find_first_not_of("0123456789"), a.text.size());
        std::string said = with_thousands(a.text.substr(0, digits)) + a.text.substr(digits);
        if (a.name == "half_width") continue; // less than 0.4 % of the value
        if (a.name == "p90") said = nine_in_ten(f, how);
        if (a.name == "within") said = spoken_within(f);
        if ((a.name == "max" || a.name == "greatest") && a.number)
            said = "at most " + spoken_number(*a.number, f, how);
        if (!said.empty()) text += (text.empty() ? "" : ", ") + said;
    }
    return text;
}

std::string title_of(const telling &how) {
    std::string title = how.title;
    if (title.empty())
        kpi::title_of({.name = how.name}).write([&](std::string_view piece) { title += piece; });
    return printable(title, 64);
}

} // namespace report
