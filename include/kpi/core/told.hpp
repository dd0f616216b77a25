// SPDX-License-Identifier: MIT
#pragma once

/// A value that an event does not tell is not zero: a won deal without `elapsed` has no cycle, not a cycle of
/// 0 seconds. Any member of an event may be optional: a std::optional, `maybe<std::uint32_t>`, which takes no
/// more room than the number, any type with `has_value()` and `*x`, or an enumeration that names the
/// enumerator that says nothing. `told` and `told_value` read such a member and a plain one alike; a plain
/// one is always told.

#include <concepts>
#include <limits>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// An enumeration may have an enumerator that says nothing. A function beside the enumeration names it:
/// `constexpr medium untold_of(medium) noexcept { return medium::unknown; }`.
template <class T>
concept names_the_untold = std::is_enum_v<T> && requires(const T x) {
    { untold_of(x) } -> std::same_as<T>;
};

namespace detail {
template <class T>
concept optional_like = requires(const T &x) {
    { x.has_value() } -> std::convertible_to<bool>;
    *x;
};
} // namespace detail

/// Whether a member of this type may say nothing. It recognises an optional by its shape, so no `<optional>`
/// is needed.
template <class T>
concept can_be_untold =
    detail::optional_like<std::remove_cvref_t<T>> || names_the_untold<std::remove_cvref_t<T>>;

/// Whether x says anything.
template <class T> [[nodiscard]] constexpr bool told(const T &x) noexcept {
    if constexpr (names_the_untold<T>)
        return x != untold_of(x);
    else if constexpr (detail::optional_like<T>)
        return x.has_value();
    else
        return true;
}

/// The value of x. A total read: if nothing is told, it answers some value, which means nothing.
template <class T> [[nodiscard]] constexpr auto told_value(const T &x) noexcept {
    if constexpr (!detail::optional_like<T>)
        return x;
    else if constexpr (requires { requires T::read_is_total; })
        return *x;
    else
        return x.has_value() ? *x : std::remove_cvref_t<decltype(*x)>{};
}

namespace detail {
/// The integer that stands for a number or an enumerator.
template <class T> struct integer_of { using type = T; };
template <class T>
requires std::is_enum_v<T>
struct integer_of<T> {
    using type = std::underlying_type_t<T>;
};
template <class T>
concept whole_number = std::integral<T> && !std::same_as<T, bool>;
template <class T>
concept has_a_mark = whole_number<typename integer_of<T>::type>;
} // namespace detail

/// A whole number or an enumerator, or nothing, in the room of a T: the greatest value of T stands for "not
/// told" and cannot be told. You write it like a number, `.elapsed = 300`; `{}` is not told, and is all zero
/// bits. A number too great for T is told as the greatest that T can tell. A negative number where T has
/// none, and an enumerator that has the greatest value, are not told.
template <detail::has_a_mark T> class maybe {
    using integer = typename detail::integer_of<T>::type;
    using word = std::make_unsigned_t<integer>;
    static constexpr integer mark = (std::numeric_limits<integer>::max)();
    static constexpr bool is_number = std::integral<T>;

public:
    using value_type = T;                       ///< the number or enumerator that it may say
    static constexpr bool read_is_total = true; ///< *x may be read in any case

    constexpr maybe() = default;
    /// Says this enumerator.
    constexpr maybe(T e) noexcept requires(!is_number) : bits_{bits_of(static_cast<integer>(e))} {}
    /// Says this number, or the nearest that T can say; an unsigned T says nothing for a number below 0.
    template <detail::whole_number I>
    requires is_number constexpr maybe(I n) noexcept : bits_{bits_of(told_as(n))} {}

    /// Whether it says anything.
    [[nodiscard]] constexpr bool has_value() const noexcept { return bits_ != 0; }
    /// The value; the greatest of T if it is not told.
    [[nodiscard]] constexpr T operator*() const noexcept {
        return static_cast<T>(static_cast<integer>(static_cast<word>(bits_ ^ static_cast<word>(mark))));
    }
    /// The value if it is told, else the fallback.
    [[nodiscard]] constexpr T value_or(T fallback) const noexcept { return has_value() ? **this : fallback; }

    friend constexpr bool operator==(maybe, maybe) = default;
    /// A `maybe` that is not told equals no value of T.
    friend constexpr bool operator==(maybe a, T e) noexcept requires(!is_number) {
        return a.has_value() && *a == e;
    }
    template <detail::whole_number I>
    requires is_number friend constexpr bool operator==(maybe a, I n) noexcept {
        return a.has_value() && std::cmp_equal(+*a, +n);
    }

private:
    static constexpr word bits_of(integer n) noexcept {
        return static_cast<word>(static_cast<word>(n) ^ static_cast<word>(mark));
    }
    static constexpr integer told_as(std::integral auto n) noexcept {
        if (std::cmp_less(+n, +(std::numeric_limits<integer>::min)()))
            return std::unsigned_integral<integer> ? mark : (std::numeric_limits<integer>::min)();
        if (std::cmp_greater_equal(+n, +mark)) return static_cast<integer>(mark - 1);
        return static_cast<integer>(n);
    }

    word bits_{}; ///< the value in the bits that differ from those of the mark, so that empty is zero
};

} // namespace kpi::inline v1
