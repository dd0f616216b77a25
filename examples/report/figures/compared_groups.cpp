// SPDX-License-Identifier: MIT
#include "figures/compared_groups.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace report {
namespace {

std::optional<std::size_t> place_of(const std::string &name, const std::vector<std::string> &groups) {
    const auto found = std::find(groups.begin(), groups.end(), name);
    if (found == groups.end()) return std::nullopt;
    return static_cast<std::size_t>(found - groups.begin());
}

} // namespace

compared_groups read_compared(const std::string &option) {
    const std::size_t colon = option.find(':'),
                      sign = option.find('=', colon == std::string::npos ? 0 : colon);
    if (colon == std::string::npos || colon == 0 || sign == std::string::npos || sign == colon + 1 ||
        sign + 1 == option.size())
        throw failure{"--compare " + option + ": two groups are wanted here, as rep:Ann=Ben"};
    compared_groups asked{option.substr(0, colon), option.substr(colon + 1, sign - colon - 1),
                          option.substr(sign + 1)};
    if (asked.a == asked.b) throw failure{"--compare " + option + ": the two groups are the same"};
    return asked;
}

/// Names may contain the sign, too: it separates the two where there is a group on each side.
std::pair<std::size_t, std::size_t> places_of(const compared_groups &two,
                                              const std::vector<std::string> &groups) {
    const std::string both = two.a + '=' + two.b;
    for (std::size_t sign = both.find('='); sign != std::string::npos; sign = both.find('=', sign + 1)) {
        const auto a = place_of(both.substr(0, sign), groups), b = place_of(both.substr(sign + 1), groups);
        if (a && b && a != b) return {*a, *b};
    }
    const std::vector<std::string_view> known(groups.begin(), groups.end());
    const std::string &unknown = place_of(two.a, groups) ? two.b : two.a;
    throw failure{"--compare " + two.by + ": there is no " + two.by + " \"" + unknown + "\" in the log" +
                  suggestion(unknown, known)};
}

} // namespace report
