// SPDX-License-Identifier: MIT
#pragma once

/// The numbers in which you read a rate: float, double, a decimal or a rational class. No integer is one: in
/// integers, 3/4 is 0.

#include <concepts>

namespace kpi::inline v1 {

/// A type that can hold a rate: a number that can be made from an integer, with the four operations and an
/// order, but not an integer itself.
template <class T>
concept real_number = !std::integral<T> && requires(const T a, const T b) {
    T(1);
    { (a * b + a) / b - a } -> std::convertible_to<T>;
    { a < b } -> std::convertible_to<bool>;
    { a == b } -> std::convertible_to<bool>;
};

/// Refuses an integer where a rate is asked for, with a sentence that says so.
template <class T> [[nodiscard]] consteval bool can_hold_a_rate() {
    constexpr bool integer = std::integral<T>;
    static_assert(!integer, "an integer cannot hold a rate: give float, double, a decimal or a rational, or "
                            "ask for whole numbers with per(n)");
    return !integer;
}

} // namespace kpi::inline v1
