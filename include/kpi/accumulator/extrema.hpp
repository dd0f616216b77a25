// SPDX-License-Identifier: MIT
#pragma once

/// The least and the greatest value. Both are kept as the maximum of an unsigned number (the least one
/// inverted), so that empty is all zero bits and no flag is needed: with nothing recorded, the least value
/// lies above the greatest. While empty, both are absent. Law: exact. Two integers of the value's size.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

template <std::integral Value = std::uint32_t> class extrema {
    using word = std::make_unsigned_t<Value>;

public:
    using event = Value;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    /// One value. Bounded: two comparisons.
    constexpr void record(event x) noexcept {
        raise(not_least_, static_cast<word>(~ordered(x)));
        raise(greatest_, ordered(x));
    }
    /// n times the same value, which is as good as recording it once.
    constexpr void record(event x, std::integral auto n) noexcept {
        if (to_count<count_type>(n) != 0) record(x);
    }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        extrema seen = *this; // in registers: the values could be anywhere, even here
        for (const event x : values)
            seen.record(x);
        *this = seen;
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    bool retract(event) = delete;     ///< the greatest may have been there only once: `quantiles` can forget

    /// False while nothing was recorded.
    [[nodiscard]] constexpr bool has_value() const noexcept { return *this != extrema{}; }
    /// The least value, exact; nullopt while nothing was recorded.
    [[nodiscard]] constexpr std::optional<Value> minimum() const noexcept {
        return has_value() ? std::optional{value(static_cast<word>(~not_least_))} : std::nullopt;
    }
    /// The greatest value, exact; nullopt while nothing was recorded.
    [[nodiscard]] constexpr std::optional<Value> maximum() const noexcept {
        return has_value() ? std::optional{value(greatest_)} : std::nullopt;
    }

    constexpr extrema &operator+=(const extrema &other) noexcept {
        raise(not_least_, other.not_least_);
        raise(greatest_, other.greatest_);
        return *this;
    }
    friend constexpr bool operator==(const extrema &, const extrema &) = default;
    constexpr void reset() noexcept { *this = extrema{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.not_least_), visit(self.greatest_);
    }

private:
    // Unsigned numbers in the order of the values: for signed values the sign bit is flipped.
    static constexpr word turned =
        std::signed_integral<Value> ? static_cast<word>(word{1} << (8 * sizeof(word) - 1)) : word{};
    static constexpr word ordered(Value x) noexcept {
        return static_cast<word>(static_cast<word>(x) ^ turned);
    }
    static constexpr Value value(word x) noexcept {
        return static_cast<Value>(static_cast<word>(x ^ turned));
    }
    static constexpr void raise(word &greatest, word x) noexcept { greatest = greatest < x ? x : greatest; }

    word not_least_{};
    word greatest_{};
};

} // namespace kpi::inline v1
