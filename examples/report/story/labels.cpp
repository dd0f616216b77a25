// SPDX-License-Identifier: MIT
#include "story/labels.hpp"

#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace report {

std::vector<std::uint32_t> labels::places() const {
    std::array<std::vector<std::uint32_t>, named_parts.size()> place_of;
    for (std::size_t part = 0; part < place_of.size(); ++part)
        place_of[part] = texts_.of_parts[part].places();

    const auto said = [&](std::uint32_t number) {
        const row_labels &l = (*this)[number];
        std::array<std::uint32_t, named_parts.size()> rest{};
        for (std::size_t part = 0; part < rest.size(); ++part)
            rest[part] = place_of[part][l.names[part]];
        const std::string_view channel = l.channel == medium::unknown ? "" : kpi::name_of(l.channel);
        return std::tuple{rest[0], channel, rest};
    };
    const auto further = [&](std::uint32_t number) {
        std::vector<std::string_view> all;
        for (std::size_t d = 0; d < texts_.of_dimensions.size(); ++d)
            all.push_back(texts_.of_dimensions[d][texts_.further[(*this)[number].further][d]]);
        return all;
    };
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        if (said(a) != said(b)) return said(a) < said(b);
        return (*this)[a].further != (*this)[b].further && further(a) < further(b);
    };
    std::vector<std::uint32_t> order(size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), less);
    std::vector<std::uint32_t> places(size());
    for (std::uint32_t i = 1, place = 0; i < order.size(); ++i) {
        place += less(order[i - 1], order[i]) ? 1u : 0u; // labels that only imply another channel say no more
        places[order[i]] = place;
    }
    return places;
}

} // namespace report
