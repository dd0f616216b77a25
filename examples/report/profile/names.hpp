// SPDX-License-Identifier: MIT
#pragma once

/// Numbers for names, as they come; the empty name is number 0, so that whoever is not named is nobody. Where
/// there is a limit, a name that comes later has no number of its own: it is `other()`, and how often that
/// happened is counted.

#include "profile/memo.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace report {

class names {
public:
    static constexpr std::size_t longest_name = 256;

    names() : names{std::numeric_limits<std::uint32_t>::max()} {}
    explicit names(std::size_t most) : most_{most} { find_or_add(""); }

    [[nodiscard]] std::uint32_t number_of(std::string_view name) {
        const std::uint32_t *const known = recent(name);
        return known != nullptr ? *known : look_up(name);
    }
    /// Another word for a name: from now on both have one number.
    void add_alias(std::string_view alias, std::string_view name) {
        numbers_.emplace(std::string{alias}, number_of(name));
    }
    /// The number of a name that came lately, which is none of the longest.
    [[nodiscard]] const std::uint32_t *recent(std::string_view name) const { return recent_.find(name); }
    /// The number of a name that came at any time.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
        const auto known = numbers_.find(name);
        return known != numbers_.end() ? std::optional{known->second} : std::nullopt;
    }
    [[nodiscard]] std::uint32_t other() const { return static_cast<std::uint32_t>(most_); }
    /// How often a name came that has no number.
    [[nodiscard]] std::uint64_t late() const { return late_; }
    [[nodiscard]] std::size_t size() const { return list_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t number) const { return list_[number]; }
    /// By number, the place of each name in the order of their texts.
    [[nodiscard]] std::vector<std::uint32_t> places() const {
        std::vector<std::uint32_t> order(list_.size()), places(list_.size());
        std::iota(order.begin(), order.end(), 0u);
        std::sort(order.begin(), order.end(), [this](auto a, auto b) { return list_[a] < list_[b]; });
        for (std::uint32_t place = 0; place < order.size(); ++place)
            places[order[place]] = place;
        return places;
    }

private:
    std::uint32_t look_up(std::string_view name) {
        const std::uint32_t number = find_or_add(name);
        late_ += number == other();
        if (number != other()) recent_.remember(name, number);
        return number;
    }
    std::uint32_t find_or_add(std::string_view name) {
        if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
        if (list_.size() == most_) return other();
        const auto number = static_cast<std::uint32_t>(list_.size());
        list_.push_back(numbers_.emplace(std::string{name}, number).first->first);
        return number;
    }

    struct hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::size_t most_;
    memo<std::uint32_t> recent_;
    std::uint64_t late_{};
    std::unordered_map<std::string, std::uint32_t, hash, std::equal_to<>> numbers_;
    std::vector<std::string_view> list_; ///< into the keys, which stay where they are
};

} // namespace report
