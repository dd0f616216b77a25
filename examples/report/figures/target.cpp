// SPDX-License-Identifier: MIT
#include "figures/target.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include <kpi/core/checked.hpp>
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace report {
namespace {

struct assignment {
    std::string name, value;
};

/// Keeps `<=` or `>=` as part of the value.
assignment split(const std::string &option, const std::string &text) {
    const std::size_t sign = text.find_first_of("<>="), equals = text.find('=');
    if (equals == std::string::npos || sign == 0 || sign + 1 < equals || equals + 1 == text.size())
        throw failure{option + ' ' + text + ": NAME=VALUE is wanted here"};
    return {text.substr(0, sign), text.substr(sign == equals ? sign + 1 : sign)};
}

/// Removes these signs, if there are any.
kpi::better take_direction(std::string &value, const telling &how, const std::string &where) {
    kpi::better said{};
    if (value.starts_with("<=")) said = kpi::better::less;
    if (value.starts_with(">=")) said = kpi::better::more;
    if (said == kpi::better::neither) {
        if (how.better != kpi::better::neither) return said;
        throw failure{where + ": of this metric neither more nor less is better as such: say <=" + value +
                      " or >=" + value};
    }
    if (how.better != kpi::better::neither && how.better != said)
        throw failure{where + ": " + std::string{kpi::name_of(how.better)} + " of it is better"};
    value.erase(0, 2);
    return said;
}

/// "60x21" is 60 and 21 times, "25%" is a percent.
fraction read_amount(std::string value, const telling &how, const std::string &where) {
    const auto refuse = [&](const std::string &why) -> failure { return failure{where + ": " + why}; };
    std::uint64_t periods = 1;
    bool percent = false;

    if (const std::size_t x = value.find('x'); x != std::string::npos) {
        if (!how.adds_up()) throw refuse("only a count or a sum has a target for each of several periods");
        const number n = read_number(std::string_view{value}.substr(x + 1));
        if (!n.fault.empty() || n.value == 0) throw refuse("behind the x stands how many periods there are");
        periods = static_cast<std::uint64_t>(n.value);
        value.resize(x);
    }
    if (value.ends_with('%')) {
        percent = true;
        value.pop_back();
    }
    const auto read = read_fraction(value);
    if (!read) throw refuse("a number such as 60, 0.25 or 25% is wanted here");

    const bool can_be_percent = how.is_share() || (how.kind == "ratio" && how.scale == 1);
    if (percent && !can_be_percent) throw refuse("a " + std::string{how.kind} + " is not told in percent");
    fraction exact{read->numerator * periods, read->denominator};
    if (how.is_share()) {
        if (percent) exact.denominator *= 100;
        if (exact.numerator > exact.denominator)
            throw refuse("a proportion is at most 1: " +
                         (percent ? std::string{} : value + " percent is written " + value + "%, ") +
                         "or is another metric meant?");
    } else {
        exact.denominator *= percent ? 100 : how.scale;
    }
    return exact;
}

} // namespace

goal read_target(std::string value, const telling &how, const std::string &where) {
    constexpr std::string_view to{".."};
    const std::size_t dots = value.find(to);
    if (dots == std::string::npos) {
        const kpi::better more = take_direction(value, how, where);
        return {read_amount(std::move(value), how, where), more};
    }
    if (how.adds_up()) throw failure{where + ": what is counted or added up has no band"};
    const goal band{read_amount(value.substr(0, dots), how, where),
                    {},
                    read_amount(value.substr(dots + to.size()), how, where)};
    if (compare(band.amount, *band.up_to) > 0)
        throw failure{where + ": the lower end of a band stands first"};
    return band;
}

targets read_targets(const std::vector<std::string> &options, bool by_hours, const metrics_known &metrics) {
    targets read;
    for (const std::string &option : options) {
        const assignment a = split("--target", option);
        if (const std::string why = metrics.why_untold(a.name, by_hours); !why.empty())
            throw failure{"--target: \"" + a.name + "\" " + why};
        const telling &how = metrics.find(a.name).metric->how;
        if (!read.emplace(a.name, read_target(a.value, how, "--target " + option)).second)
            throw failure{"--target: \"" + a.name + "\" has two targets"};
    }
    return read;
}

givens read_givens(const std::vector<std::string> &options) {
    givens read;
    for (const std::string &option : options) {
        const assignment a = split("--given", option);
        const std::vector<std::string_view> names = given_names();
        if (std::find(names.begin(), names.end(), a.name) == names.end())
            throw failure{"--given: \"" + a.name + "\" is no figure that a metric asks for" +
                          suggestion(a.name, names)};
        const auto number = read_fraction(a.value);
        if (!number)
            throw failure{"--given " + option + ": a number is wanted here, such as 200 or 12000.50"};
        if (!read.emplace(a.name, *number).second)
            throw failure{"--given: \"" + a.name + "\" is given twice"};
    }
    return read;
}

fraction attainment(const fraction &actual, const fraction &target) {
    if (!actual.has_value() || !target.has_value() || target.numerator == 0) return {};
    // (a/b) / (c/d), reduced crosswise before anything is multiplied
    const std::uint64_t across = std::gcd(actual.numerator, target.numerator);
    const std::uint64_t below = std::gcd(actual.denominator, target.denominator);
    const auto top = kpi::checked_multiply(actual.numerator / across, target.denominator / below);
    const auto bottom = kpi::checked_multiply(actual.denominator / below, target.numerator / across);
    if (!top || !bottom) return {};
    return {*top, *bottom, actual.negative};
}

} // namespace report
