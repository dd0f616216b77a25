// SPDX-License-Identifier: MIT
#include "figures/figure.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace report {
namespace {

constexpr unsigned most_decimals = 6;
constexpr std::array<std::uint32_t, most_decimals + 1> powers_of_ten{1,      10,      100,      1'000,
                                                                     10'000, 100'000, 1'000'000};

/// How many decimals `per` can make at this scale.
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

std::string value_text(const figure &f, const telling &how) {
    if (!f.has_value()) return "-";
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

std::optional<double> value_number(const fraction &exact, std::uint32_t scale) {
    const unsigned decimals = decimals_within(scale, most_decimals);
    const auto shown = exact.per(scale * powers_of_ten[decimals]);
    if (!shown) return std::nullopt;
    return static_cast<double>(*shown) / powers_of_ten[decimals];
}

} // namespace report
