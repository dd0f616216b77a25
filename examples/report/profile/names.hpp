// SPDX-License-Identifier: MIT
#pragma once

/// Numbers for names. The empty name is number 0, so that a missing name means nobody.

#include "profile/memo.hpp"
#include "profile/numbering.hpp"
#include "read/blanks.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct hash_of_name {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class names : public numbering<std::string, hash_of_name> {
public:
    static constexpr std::size_t longest_name = 256;

    names() { static_cast<void>(number_of(std::string_view{})); }

    /// For each number, the place of its name in the order of their texts.
    [[nodiscard]] std::vector<std::uint32_t> places() const {
        std::vector<std::uint32_t> order(size()), places(size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [this](auto a, auto b) { return (*this)[a] < (*this)[b]; });
        for (std::uint32_t place = 0; place < order.size(); ++place)
            places[order[place]] = place;
        return places;
    }
};

/// The names that one thread meets; all kinds of blanks are the same.
class names_at_hand {
public:
    explicit names_at_hand(names &all) : all_{all} {}

    [[nodiscard]] std::uint32_t number_of(std::string_view name) {
        const std::uint32_t *const known = recent(name);
        return known != nullptr ? *known : look_up(name);
    }
    /// The number of a name that came lately; none of the longest names are kept.
    [[nodiscard]] const std::uint32_t *recent(std::string_view name) const { return recent_.find(name); }

private:
    std::uint32_t look_up(std::string_view name) {
        const std::uint32_t number = all_.number_of(with_plain_blanks(name));
        recent_.remember(name, number);
        return number;
    }

    names::at_hand all_;
    memo<std::uint32_t> recent_;
};

} // namespace report
