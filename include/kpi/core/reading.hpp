// SPDX-License-Identifier: MIT
#pragma once

/// The base of the value types: you read every value through the exact fraction that it answers from
/// `exact()`, as a real number of your choice or as an integer "per n". The plain `value()` is the fraction
/// times `Scale` (100 for scores). Every read of a value that does not exist yet is absent: nullopt, never
/// NaN, never zero.

#include <kpi/core/fraction.hpp>

#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1 {

template <class Value, unsigned Scale = 1> struct reading {
    /// False while there is nothing to divide by.
    [[nodiscard]] constexpr bool has_value() const noexcept { return self().exact().has_value(); }

    /// The value in any type that can be made from an integer and divides: float, double, a decimal or a
    /// rational.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> value() const {
        return self().exact().template value<Real>(Scale);
    }
    /// 100 times the value.
    template <class Real = double> [[nodiscard]] constexpr std::optional<Real> percent() const {
        return self().exact().template value<Real>(100);
    }
    /// The value, or the fallback if there is none. Its type is the one that you name, not that of the
    /// argument: `value_or(0)` is a double.
    template <class Real = double>
    [[nodiscard]] constexpr Real value_or(std::type_identity_t<Real> fallback) const {
        return value<Real>().value_or(fallback);
    }
    /// n times the exact fraction in integers, rounded half away from zero: no floating point at all.
    /// `per(100)` is whole percents (or points of a score), `per(1'000'000)` parts per million.
    [[nodiscard]] constexpr std::optional<std::int64_t> per(std::uint32_t n) const noexcept {
        return self().exact().per(n);
    }

    friend constexpr bool operator==(const reading &, const reading &) = default;

private:
    [[nodiscard]] constexpr const Value &self() const noexcept { return static_cast<const Value &>(*this); }
};

} // namespace kpi::inline v1
