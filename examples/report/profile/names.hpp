// SPDX-License-Identifier: MIT
#pragma once

/// Numbers for names, as they come, up to a fixed number of them. A name that comes later has no number of
/// its own: it is `other()`, and how often that happened is counted. So a column of names never grows the
/// memory.

#include "profile/memo.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace report {

class names {
public:
    static constexpr std::size_t longest_name = 256;

    explicit names(std::size_t most) : most_{most} {}

    [[nodiscard]] std::uint16_t number_of(std::string_view name) {
        const std::uint16_t *const known = recent(name);
        return known != nullptr ? *known : look_up(name);
    }
    /// The number of a name that came lately, which is none of the longest.
    [[nodiscard]] const std::uint16_t *recent(std::string_view name) const { return recent_.find(name); }
    [[nodiscard]] std::uint16_t other() const { return static_cast<std::uint16_t>(most_); }
    /// How often a name came that has no number.
    [[nodiscard]] std::uint64_t late() const { return late_; }
    [[nodiscard]] std::size_t size() const { return list_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t number) const { return list_[number]; }

private:
    std::uint16_t look_up(std::string_view name) {
        const std::uint16_t number = find_or_add(name);
        late_ += number == other();
        if (number != other()) recent_.remember(name, number);
        return number;
    }
    std::uint16_t find_or_add(std::string_view name) {
        if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
        if (list_.size() == most_) return other();
        const auto number = static_cast<std::uint16_t>(list_.size());
        list_.push_back(numbers_.emplace(std::string{name}, number).first->first);
        return number;
    }

    struct hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::size_t most_;
    memo<std::uint16_t> recent_;
    std::uint64_t late_{};
    std::unordered_map<std::string, std::uint16_t, hash, std::equal_to<>> numbers_;
    std::vector<std::string_view> list_; ///< into the keys, which stay where they are
};

} // namespace report
