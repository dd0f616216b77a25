// SPDX-License-Identifier: MIT
#pragma once

/// The words of a board as a snapshot lists them: in the order of the board's fields, each as a number of 32
/// bits that is the same on every machine and in every board that holds the word. A counter of one kind on
/// one condition is a word here, so that a metric that names one more kind costs an older snapshot no more
/// than that kind. The lowest two bits say how the fields of the word lie in a snapshot:
///
///     0   one field of more than 8 bits
///     1   one field of 8 bits
///     2   runs of fields are listed behind the number (snapshot/format.hpp)

#include <kpi/core/enumerators.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/scorecard/word.hpp>
#include <kpi/snapshot/description.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::snapshot::detail {

struct any_word {
    template <class Place> constexpr void operator()(std::type_identity<Place>) const noexcept {}
};
/// A state that says its words: a board.
template <class T>
concept has_words = requires {
    T::each_word(any_word{});
};

enum class form : std::uint32_t { one_field, one_byte, runs };
struct run {
    std::uint32_t fields{};
    bool bytes{}; ///< of 8 bits each
    friend constexpr bool operator==(const run &, const run &) = default;
};
/// How the fields of a state follow each other.
struct field_runs {
    std::array<run, 16> all{};
    std::size_t size{};
    std::uint32_t fields{};

    template <std::integral I> constexpr void operator()(const I &) noexcept {
        if (size == 0 || all[size - 1].bytes != (sizeof(I) == 1)) all[size++].bytes = sizeof(I) == 1;
        ++all[size - 1].fields;
        ++fields;
    }
    [[nodiscard]] constexpr form as_form() const noexcept {
        return fields != 1 ? form::runs : all[0].bytes ? form::one_byte : form::one_field;
    }
};
template <class State>
inline constexpr field_runs runs_of = [] {
    field_runs runs;
    const State empty{};
    visit_fields(empty, runs);
    return runs;
}();

[[nodiscard]] constexpr std::uint32_t word_id(const description &d, form f) noexcept {
    return (static_cast<std::uint32_t>(d.hash()) & ~3u) | static_cast<std::uint32_t>(f);
}
[[nodiscard]] constexpr form form_of(std::uint32_t id) noexcept { return static_cast<form>(id & 3u); }

/// Each kind by value and by name, and behind them the unlisted ones.
template <kind_enum E>
inline constexpr auto kind_hashes = [] {
    std::array<std::uint64_t, max_kinds + 1> all{};
    for (std::size_t k = 0; k <= max_kinds; ++k) {
        event_set<E> kind;
        if (k < max_kinds)
            kind.bits = std::uint64_t{1} << k;
        else
            kind.unlisted = true;
        description d;
        d(kind);
        all[k] = d.hash();
    }
    return all;
}();

/// The places of a board that hold counters, one for each kind, on one condition.
template <class Place>
concept counter_place = requires {
    typename Place::counts;
};
/// Whether a count of the events that did not tell what the condition reads follows the counters.
template <class Place>
inline constexpr bool counts_untold = !std::is_same_v<typename Place::type, typename Place::counts>;

template <class Place>
inline constexpr std::uint64_t condition_hash = [] {
    description d;
    d("counters");
    kpi::detail::describe_condition(Place::kept.where, d);
    d(sizeof(typename Place::counts::count_type));
    return d.hash();
}();
template <class Place>
inline constexpr std::uint32_t own_id = [] {
    description d;
    d("word");
    Place::describe(d);
    return word_id(d, runs_of<typename Place::type>.as_form());
}();

/// Calls f(id, runs, place, kind) for each word of a board, in the order of its fields. The kind is that of a
/// counter, or `max_kinds` if it counts the unlisted; for other words it means nothing.
template <has_words Board> constexpr void each_listed_word(auto &&f) {
    Board::each_word([&]<class Place>(std::type_identity<Place> place) {
        if constexpr (counter_place<Place>) {
            using counts = typename Place::counts;
            using count = typename counts::count_type;
            using kind = typename Place::kind_type;
            field_runs one;
            one(count{});
            const auto listed = [&](std::size_t k) {
                description d;
                d(condition_hash<Place>), d(kind_hashes<kind>[k]);
                f(word_id(d, one.as_form()), one, place, k);
            };
            for (std::size_t k = 0; k < max_kinds; ++k)
                if ((counts::kinds.bits >> k & 1u) != 0) listed(k);
            if (counts::kinds.unlisted) listed(max_kinds);
            if constexpr (counts_untold<Place>) {
                field_runs untold;
                untold(std::uint32_t{});
                description d;
                d(condition_hash<Place>), d("untold");
                f(word_id(d, untold.as_form()), untold, place, max_kinds + 1);
            }
        } else {
            f(own_id<Place>, runs_of<typename Place::type>, place, max_kinds + 1);
        }
    });
}

struct listed_word {
    std::uint32_t id{};
    std::uint32_t fields{};
};
template <has_words Board>
inline constexpr std::size_t how_many_words = [] {
    std::size_t n = 0;
    each_listed_word<Board>([&](auto &&...) { ++n; });
    return n;
}();
template <has_words Board>
inline constexpr auto words_of = [] {
    std::array<listed_word, how_many_words<Board>> all{};
    std::size_t n = 0;
    each_listed_word<Board>([&](std::uint32_t id, const field_runs &r, auto, std::size_t) {
        all[n++] = {id, r.fields};
    });
    return all;
}();

/// Calls f(std::type_identity<Board>) for the boards inside a state, in the order of its description; boards
/// of equal words count as one.
template <class F> struct board_finder {
    F &f;
    std::array<std::uint64_t, 16> seen{};
    std::size_t size{};

    constexpr void operator()(const auto &) noexcept {}
    template <class T> constexpr void operator()(std::type_identity<T> type) noexcept {
        if constexpr (has_words<T>) {
            for (std::size_t i = 0; i < size; ++i)
                if (seen[i] == hash_of<T>) return;
            seen[size++] = hash_of<T>;
            f(type);
        } else if constexpr (requires { T::describe(*this); }) {
            T::describe(*this);
        }
    }
};
template <class State> constexpr void each_board(auto &&f) {
    board_finder<std::remove_reference_t<decltype(f)>> find{f};
    find(std::type_identity<State>{});
}
/// Which of those boards this one is; how many there are, if it is none of them.
template <class State, has_words Board>
inline constexpr std::size_t place_of_board = [] {
    std::size_t place = 0;
    bool found = false;
    each_board<State>([&]<class B>(std::type_identity<B>) {
        found = found || hash_of<B> == hash_of<Board>;
        place += std::size_t{!found};
    });
    return place;
}();

} // namespace kpi::inline v1::snapshot::detail
