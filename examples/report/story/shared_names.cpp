// SPDX-License-Identifier: MIT
#include "story/shared_names.hpp"

#include "read/passed.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace report {
namespace {

template <class Thing> std::vector<Thing> all_of(const auto &numbering) {
    std::vector<Thing> all;
    for (std::size_t i = 0; i < numbering.size(); ++i)
        all.push_back(numbering[i]);
    return all;
}

/// The numbers that they get here, by the numbers that one rank gave them.
std::vector<std::uint32_t> numbered(const auto &things, auto &by) {
    std::vector<std::uint32_t> numbers;
    for (const auto &each : things)
        numbers.push_back(by.number_of(each));
    return numbers;
}

} // namespace

shared_names::shared_names(ranks &all, const known_names &mine, const labels &said) {
    told here;
    for (const names &each : mine.of_parts)
        here.of_parts.push_back(all_of<std::string>(each));
    for (const names &each : mine.of_dimensions)
        here.of_dimensions.push_back(all_of<std::string>(each));
    here.stages = all_of<std::string>(mine.stages);
    here.further = all_of<std::vector<std::uint32_t>>(mine.further);
    here.said = all_of<row_labels>(said);
    for (const std::string &bytes : all.tell_all(passed(here)))
        bytes_reader{bytes}(all_.emplace_back());
}

void shared_names::introduce_to(known_names &known) {
    for (told &of : all_) {
        std::vector<std::vector<std::uint32_t>> parts, dimensions;
        for (std::size_t part = 0; part < of.of_parts.size(); ++part)
            parts.push_back(numbered(of.of_parts[part], known.of_parts[part]));
        for (std::size_t d = 0; d < of.of_dimensions.size(); ++d)
            dimensions.push_back(numbered(of.of_dimensions[d], known.of_dimensions[d]));
        static_cast<void>(numbered(of.stages, known.stages));
        for (std::vector<std::uint32_t> &names : of.further)
            for (std::size_t d = 0; d < names.size(); ++d)
                names[d] = dimensions[d][names[d]];
        const std::vector<std::uint32_t> further = numbered(of.further, known.further);
        for (row_labels &each : of.said) {
            each.further = further[each.further];
            for (std::size_t part = 0; part < parts.size(); ++part)
                each.names[part] = parts[part][each.names[part]];
        }
        said_.insert(said_.end(), of.said.begin(), of.said.end());
    }
    all_.clear();
}

void shared_names::introduce_to(labels &said) const { static_cast<void>(numbered(said_, said)); }

} // namespace report
