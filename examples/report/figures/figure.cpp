// SPDX-License-Identifier: MIT
#include "figures/figure.hpp"

#include "profile/periods.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace report {
namespace {

constexpr unsigned most_decimals = 6;
constexpr std::array<std::uint32_t, most_decimals + 1> powers_of_ten{1,      10,      100,      1'000,
                                                                     10'000, 100'000, 1'000'000};

constexpr std::uint32_t seconds_a_day{report::a_day};

std::string whole(double n) { return std::to_string(static_cast<std::int64_t>(n)); }

/// The number of decimals that `per` can make at this scale.
unsigned decimals_within(std::uint32_t scale, unsigned wanted) {
    while (wanted > 0 && powers_of_ten[wanted] > std::numeric_limits<std::uint32_t>::max() / scale)
        --wanted;
    return wanted;
}

} // namespace

std::string with_point(std::int64_t n, unsigned decimals) {
    const std::string sign = n < 0 ? "-" : "";
    std::string digits = std::to_string(n);
    if (n < 0) digits.erase(0, 1);
    if (decimals == 0) return sign + digits;
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    return sign + digits.insert(digits.size() - decimals, ".");
}

void scale_down(figure &f, std::uint32_t by) {
    if (by == 1 || !f.exact.has_value()) return;
    if (f.exact.numerator % by == 0)
        f.exact.numerator /= by;
    else
        f.exact.denominator *= by;
}

figure as_read(figure f) {
    if (!std::exchange(f.whole_days, false)) return f;
    scale_down(f, seconds_a_day);
    const auto bucket =
        std::find_if(f.asides.begin(), f.asides.end(), [](const aside &a) { return a.name == "half_width"; });
    if (bucket == f.asides.end()) return f;
    const double middle = *f.exact.value(), half_width = bucket->number.value_or(0) / a_day;
    const double first = std::ceil(middle - half_width), last = std::floor(middle + half_width);
    bucket->text = first < last ? "within " + whole(first) + ".." + whole(last) : "";
    const auto halves = static_cast<std::uint64_t>(*f.exact.per(2));
    f.exact = halves % 2 == 0 ? fraction{halves / 2, 1} : fraction{halves, 2};
    return f;
}

std::string attained_text(const fraction &share) {
    const telling how{.name = {}, .kind = "attainment", .unit = "%", .help = {}, .scale = 100, .decimals = 1};
    return value_text(figure{share}, how) + " %";
}

std::string value_text(const figure &f, const telling &how) {
    if (!f.has_value()) return "-";
    if (f.whole_days) return value_text(as_read(f), how);
    const fraction &exact = f.exact;
    if (how.kind == "extremes" || (how.kind == "quantiles" && exact.numerator % exact.denominator == 0))
        return std::to_string(*exact.per(1));
    for (unsigned decimals = how.decimals;; ++decimals) {
        const std::int64_t shown = *exact.per(how.scale * powers_of_ten[decimals]);
        const auto one = static_cast<std::int64_t>(how.scale) * powers_of_ten[decimals];
        const bool too_short = !how.adds_up() && shown > -10 && shown < 10 && exact.numerator != 0;
        const bool everything = how.is_share() && shown == one && exact.numerator != exact.denominator;
        if ((!too_short && !everything) || decimals == decimals_within(how.scale, most_decimals))
            return with_point(shown, decimals);
    }
}

int decimals_of_range(const figure &f, const telling &how) {
    if (how.is_share()) return static_cast<int>(how.decimals);
    const std::string value = value_text(f, how);
    const std::size_t digits = value.find_first_not_of("-0123456789");
    if (digits == std::string::npos || value[digits] != '.') return 0;
    return static_cast<int>(std::min(value.find_first_not_of("0123456789", digits + 1), value.size()) -
                            digits - 1);
}

std::optional<double> value_number(const fraction &exact, std::uint32_t scale) {
    const unsigned decimals = decimals_within(scale, most_decimals);
    const auto shown = exact.per(scale * powers_of_ten[decimals]);
    if (!shown) return std::nullopt;
    return static_cast<double>(*shown) / powers_of_ten[decimals];
}

} // namespace report
