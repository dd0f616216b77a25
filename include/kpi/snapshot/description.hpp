// SPDX-License-Identifier: MIT
#pragma once

/// A hash of what types say of themselves, computed by the compiler. It is made of the names of types,
/// metrics, dimensions and periods, of the kinds that a metric counts, by value and by name, of sizes, and of
/// the widths of integers; never of an address, of the order of bytes, or of a spelling that differs between
/// compilers. So a host computes the same hash as a Cortex-M.
///
/// A type describes itself with a static member `describe(say)`, which calls `say` with texts, integers,
/// event sets, and `std::type_identity<T>{}` of the types inside. A state without one is described by the
/// widths of its fields.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/enumerators.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/hash.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace kpi::inline v1::snapshot {

namespace detail {

template <class Named> consteval std::string_view spelled_type() {
    return __PRETTY_FUNCTION__; // "... = ns::by<...>]" or "... = ns::by<...>; std::string_view = ...]"
}

/// The name of a class or of a class template without its arguments and namespaces, which compilers spell
/// differently; empty for a lambda.
template <class T> consteval std::string_view type_name() {
    std::string_view text = spelled_type<T>();
    text.remove_prefix(text.find(" = ") + 3);
    text = text.substr(0, text.find_first_of("<;]"));
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
    return text.find_first_of("( )") == std::string_view::npos ? text : std::string_view{};
}

} // namespace detail

/// FNV-1a (Fowler, Noll, Vo) over everything said, each thing behind a letter that says what it is.
class description {
public:
    /// A name.
    constexpr void operator()(std::string_view text) noexcept {
        octet('t');
        (*this)(text.size());
        for (const char c : text)
            octet(static_cast<unsigned char>(c));
    }
    /// A number, in 64 bits whatever its type.
    constexpr void operator()(std::integral auto n) noexcept {
        octet('n');
        for (unsigned shift = 0; shift < 64; shift += 8)
            octet(static_cast<std::uint64_t>(n) >> shift & 0xffu);
    }
    /// A set: its vocabulary and its kinds, with their names if they have any.
    template <kind_enum E> constexpr void operator()(event_set<E> set) noexcept {
        kinds(detail::type_name<E>(), set.bits, set.unlisted, [&](std::size_t kind) {
            if constexpr (named_enum<E>) (*this)(kpi::name_of(static_cast<E>(kind)));
        });
    }
    /// A type: its name, and what it says by `describe`, else the integers it is made of.
    template <class T> constexpr void operator()(std::type_identity<T>) noexcept {
        constexpr bool described = requires(description & say) { T::describe(say); };
        constexpr bool holds_another = requires { typename T::inner; };
        static_assert(described || !holds_another,
                      "a combinator says to a snapshot what is inside: give it describe(say)");
        group(detail::type_name<T>(), [&] {
            if constexpr (described)
                T::describe(*this);
            else if constexpr (has_fields<T>)
                layout<T>();
        });
    }
    /// The same for kinds and a type that are put together at run time: `say_name(kind)` says each kind's
    /// name, since two kinds that change places are other kinds, and `say_inside()` says what is in the type.
    constexpr void kinds(std::string_view vocabulary, std::uint64_t bits, bool others,
                         auto &&say_name) noexcept {
        octet('k');
        (*this)(vocabulary);
        (*this)(bits);
        (*this)(others);
        for (std::size_t kind = 0; kind < max_kinds; ++kind)
            if ((bits >> kind & 1u) != 0) say_name(kind);
    }
    /// A type by its name; `say_inside()` says what is in it.
    constexpr void group(std::string_view type, auto &&say_inside) noexcept {
        octet('(');
        (*this)(type);
        say_inside();
        octet(')');
    }
    /// The hash of everything said; the schema in a snapshot's header.
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return mix(hash_); }

private:
    struct runs {
        description &say;
        unsigned form{};
        std::uint32_t length{};
        template <std::integral I> constexpr void operator()(const I &) noexcept {
            constexpr unsigned seen = 2 * sizeof(I) + unsigned{std::signed_integral<I>};
            if (seen != form) end();
            form = seen;
            ++length;
        }
        constexpr void end() noexcept {
            if (length != 0) say(form), say(length);
            length = 0;
        }
    };
    template <class T> static constexpr bool has_fields = requires(const T &state, runs &r) {
        T::fields(state, r);
    };

    template <class T> constexpr void layout() noexcept {
        if constexpr (requires { requires std::integral<typename T::event>; })
            (*this)(2 * sizeof(typename T::event) + unsigned{std::signed_integral<typename T::event>});
        runs r{*this};
        const T empty{};
        visit_fields(empty, r);
        r.end();
    }
    constexpr void octet(std::uint64_t x) noexcept { hash_ = (hash_ ^ x) * 0x100000001b3u; }

    std::uint64_t hash_ = 0xcbf29ce484222325u;
};

namespace detail {
/// The hash of everything that a type says of itself.
template <class T>
inline constexpr std::uint64_t hash_of = [] {
    description d;
    d(std::type_identity<T>{});
    return d.hash();
}();
} // namespace detail

} // namespace kpi::inline v1::snapshot
