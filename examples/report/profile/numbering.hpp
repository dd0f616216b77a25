// SPDX-License-Identifier: MIT
#pragma once

/// Numbers for different things, from 0, in the order in which they come. All threads of a run share them;
/// each keeps at hand the numbers that it has asked for, so that it seldom waits for another thread.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace report {

/// `Hash` and `Equal` may also take something that a Thing can be made from, as in std::unordered_map.
template <class Thing, class Hash, class Equal = std::equal_to<>> class numbering {
    using numbers = std::unordered_map<Thing, std::uint32_t, Hash, Equal>;

public:
    numbering() = default;
    numbering(const numbering &) = delete;
    numbering &operator=(const numbering &) = delete;

    /// Any thread may call this.
    [[nodiscard]] std::uint32_t number_of(const auto &thing) {
        const std::lock_guard alone{busy_};
        if (const auto known = numbers_.find(thing); known != numbers_.end()) return known->second;
        const auto number = static_cast<std::uint32_t>(size_++);
        auto &there = all_[row_of(number)];
        if (!there) there = std::make_unique<const Thing *[]>(std::size_t{1} << row_of(number));
        there[place_of(number)] = &numbers_.emplace(Thing{thing}, number).first->first;
        return number;
    }
    /// Another word for a thing: from now on both have the same number.
    void add_alias(const auto &alias, const auto &thing) {
        const std::uint32_t number = number_of(thing);
        const std::lock_guard alone{busy_};
        numbers_.emplace(Thing{alias}, number);
    }

    /// The thing with a number that the calling thread was told, while other threads may ask for more.
    [[nodiscard]] const Thing &operator[](std::size_t number) const {
        return *all_[row_of(number)][place_of(number)];
    }

    // Only when nobody asks for numbers any more.
    [[nodiscard]] std::optional<std::uint32_t> find(const auto &thing) const {
        const auto known = numbers_.find(thing);
        return known != numbers_.end() ? std::optional{known->second} : std::nullopt;
    }
    [[nodiscard]] std::size_t size() const { return size_; }

    /// The numbers that one thread has asked for.
    class at_hand {
    public:
        explicit at_hand(numbering &all) : all_{&all} {}
        [[nodiscard]] std::uint32_t number_of(const auto &thing) {
            if (const auto known = known_.find(thing); known != known_.end()) return known->second;
            return known_.emplace(Thing{thing}, all_->number_of(thing)).first->second;
        }

    private:
        numbering *all_;
        numbers known_;
    };

private:
    /// Rows of 1, 2, 4, 8, ... things, none of which ever moves.
    [[nodiscard]] static std::size_t row_of(std::size_t number) {
        return static_cast<std::size_t>(std::bit_width(number + 1)) - 1;
    }
    [[nodiscard]] static std::size_t place_of(std::size_t number) {
        return number + 1 - (std::size_t{1} << row_of(number));
    }

    std::mutex busy_;
    numbers numbers_;
    std::size_t size_{};
    std::array<std::unique_ptr<const Thing *[]>, 32> all_; ///< the keys, which never move
};

} // namespace report
