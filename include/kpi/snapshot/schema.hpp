// SPDX-License-Identifier: MIT
#pragma once

/// What the integers of a state stand for, as constants that the compiler computes: two states of equal
/// schema hold the same things in the same order. The schema's lower half is a hash of what stands around the
/// boards of the state (combinators, their parameters, the vocabulary); its upper half is a hash of
/// everything. Behind the schema, a snapshot lists the words of the boards, so that a board that changed can
/// take the words that it still has (snapshot/migrate.hpp).

#include <kpi/core/event.hpp>
#include <kpi/snapshot/description.hpp>
#include <kpi/snapshot/detail/board_words.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::snapshot {

namespace detail {

/// Describes a state without the words of its boards.
template <class State> class surroundings : public description {
public:
    using description::operator();
    template <class T> constexpr void operator()(std::type_identity<T> type) noexcept {
        if constexpr (has_words<T>) {
            (*this)("words");
            (*this)(type_name<kind_of<typename T::event>>());
            (*this)(place_of_board<State, T>);
        } else if constexpr (requires { T::describe(*this); }) {
            (*this)("("), (*this)(type_name<T>());
            T::describe(*this);
            (*this)(")");
        } else {
            description::operator()(type);
        }
    }
};
template <class State>
inline constexpr std::uint32_t hash_of_surroundings = [] {
    surroundings<State> around;
    around(std::type_identity<State>{});
    return static_cast<std::uint32_t>(around.hash());
}();

} // namespace detail

/// The schema of a state.
template <class State>
inline constexpr std::uint64_t
    schema = (detail::hash_of<State> & 0xffffffff00000000u) | detail::hash_of_surroundings<State>;

namespace detail {

/// Writes the constant part of a snapshot; without a place to write to, it counts the bytes.
struct constant_writer {
    std::byte *to{};
    std::size_t size{};

    constexpr void octet(std::uint64_t x) noexcept {
        if (to != nullptr) to[size] = static_cast<std::byte>(x & 0xffu);
        ++size;
    }
    constexpr void fixed(std::uint64_t x, std::size_t octets) noexcept {
        for (; octets > 0; --octets, x >>= 8)
            octet(x);
    }
    constexpr void number(std::uint64_t x) noexcept {
        for (; x >= 0x80u; x >>= 7)
            octet((x & 0x7fu) | 0x80u);
        octet(x);
    }
};
template <class State> constexpr void write_description(constant_writer &out) {
    out.fixed(schema<State>, 8);
    each_board<State>([&]<class Board>(std::type_identity<Board>) {
        out.number(how_many_words<Board>);
        each_listed_word<Board>([&](std::uint32_t id, const field_runs &runs, auto, std::size_t) {
            out.fixed(id, 4);
            if (form_of(id) != form::runs) return;
            if (runs.size == 0) out.number(0);
            for (std::size_t i = 0; i < runs.size; ++i)
                out.number(std::uint64_t{runs.all[i].fields} << 2 | std::uint64_t{i + 1 < runs.size} << 1 |
                           std::uint64_t{runs.all[i].bytes});
        });
    });
}

/// The schema and the list of words, as they lie in a snapshot.
template <class State>
inline constexpr auto described = [] {
    constexpr std::size_t size = [] {
        constant_writer counting;
        write_description<State>(counting);
        return counting.size;
    }();
    std::array<std::byte, size> written{};
    constant_writer out{written.data()};
    write_description<State>(out);
    return written;
}();

} // namespace detail

} // namespace kpi::inline v1::snapshot
