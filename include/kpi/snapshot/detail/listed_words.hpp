// SPDX-License-Identifier: MIT
#pragma once

/// The words that a snapshot lists (snapshot/format.hpp), beside those of the boards of a state that is to
/// take it. The lists are not trusted: a list is not whole if it is cut, if it names a word twice, or if a
/// word is not laid out as the state's own.

#include <kpi/snapshot/detail/board_words.hpp>
#include <kpi/snapshot/format.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace kpi::inline v1::snapshot::detail {

/// Reads a list. Past its end it reads zeros, and the list is not whole.
class list_reader {
public:
    constexpr list_reader() noexcept = default;
    constexpr explicit list_reader(bytes from) noexcept : from_{from} {}

    [[nodiscard]] constexpr std::uint32_t id() noexcept {
        std::uint32_t n = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            n |= octet() << shift;
        return n;
    }
    [[nodiscard]] constexpr std::uint32_t number() noexcept {
        std::uint64_t n = 0;
        std::uint32_t b = 0x80;
        for (unsigned shift = 0; b >= 0x80u && shift < 35; shift += 7) {
            b = octet();
            n |= std::uint64_t{b & 0x7fu} << shift;
            if (b == 0 && shift != 0) whole_ = false; // a byte that says nothing
        }
        if (b >= 0x80u || n > (std::numeric_limits<std::uint32_t>::max)()) whole_ = false;
        return static_cast<std::uint32_t>(n);
    }
    [[nodiscard]] constexpr bytes rest() const noexcept { return from_.subspan(at_); }
    [[nodiscard]] constexpr bool whole() const noexcept { return whole_; }
    constexpr void refuse() noexcept { whole_ = false; }

private:
    [[nodiscard]] constexpr std::uint32_t octet() noexcept {
        if (at_ < from_.size()) return std::to_integer<std::uint32_t>(from_[at_++]);
        whole_ = false;
        return 0;
    }

    bytes from_{};
    std::size_t at_{};
    bool whole_{true};
};

/// A word of a list, and which word of the board it is.
struct listed {
    static constexpr std::size_t unknown = ~std::size_t{};

    std::uint32_t id{};
    std::size_t own{unknown};
    list_reader runs{}; ///< where its runs begin, if it has any

    [[nodiscard]] constexpr bool is_known() const noexcept { return own != unknown; }
    /// Calls f(fields, whether they have 8 bits) for each run, and answers the list behind them.
    constexpr list_reader each_run(auto &&f) const noexcept {
        list_reader list = runs;
        if (form_of(id) != form::runs) {
            f(std::uint32_t{1}, form_of(id) == form::one_byte);
            return list;
        }
        for (bool more = true; more && list.whole();) {
            const std::uint32_t n = list.number();
            more = (n & 2u) != 0;
            f(n >> 2, (n & 1u) != 0);
        }
        return list;
    }
};

template <class State> class word_lists {
    static constexpr std::size_t boards = [] {
        std::size_t n = 0;
        each_board<State>([&](auto) { ++n; });
        return n;
    }();

public:
    /// Reads the lists of all boards, and answers the bytes behind them.
    constexpr bytes read(bytes from) noexcept {
        list_reader list{from};
        each_board<State>([&]<class Board>(std::type_identity<Board>) {
            std::array<bool, how_many_words<Board>> met{};
            one &o = of_[place_of_board<State, Board>];
            o.size = list.number(), o.words = list;
            list = walk<Board>(o, [&](const listed &word) {
                if (!word.is_known()) {
                    ++unknown_;
                    return true;
                }
                ++known_;
                std::uint64_t fields = 0;
                word.each_run([&](std::uint32_t n, bool) { fields += n; });
                const bool fine = !met[word.own] && fields == words_of<Board>[word.own].fields;
                met[word.own] = true;
                return fine;
            });
        });
        whole_ = list.whole();
        return list.rest();
    }
    [[nodiscard]] constexpr bool whole() const noexcept { return whole_; }
    [[nodiscard]] constexpr std::uint32_t known() const noexcept { return known_; }
    [[nodiscard]] constexpr std::uint32_t unknown() const noexcept { return unknown_; }

    /// Calls f(listed) for each word of a board that the snapshot holds, in the snapshot's order.
    template <has_words Board> constexpr void each_word(auto &&f) const {
        static_cast<void>(walk<Board>(of_[place_of_board<State, Board>], [&](const listed &word) {
            f(word);
            return true;
        }));
    }
    /// Calls f(id) for each word that the boards of the state do not hold.
    constexpr void each_unknown(auto &&f) const {
        each_board<State>([&]<class Board>(std::type_identity<Board>) {
            each_word<Board>([&](const listed &word) {
                if (!word.is_known()) f(word.id);
            });
        });
    }

private:
    struct one {
        list_reader words{};
        std::uint32_t size{};
    };

    /// Calls f(listed) for each word of a list until f says that one is wrong, and answers the list behind
    /// them.
    template <has_words Board> static constexpr list_reader walk(const one &o, auto &&f) {
        list_reader list = o.words;
        std::size_t next = 0;
        for (std::uint32_t n = 0; n < o.size && list.whole(); ++n) {
            listed word{.id = list.id()};
            word.own = place_of_word<Board>(word.id, next);
            if (word.is_known()) next = word.own + 1;
            word.runs = list;
            list = word.each_run([](std::uint32_t, bool) {});
            if (static_cast<std::uint32_t>(form_of(word.id)) > 2 || !f(word)) list.refuse();
        }
        return list;
    }
    /// Which word of the board has this number; most often it is the one behind the last.
    template <has_words Board>
    static constexpr std::size_t place_of_word(std::uint32_t id, std::size_t next) noexcept {
        constexpr std::size_t size = how_many_words<Board>;
        for (std::size_t tried = 0, i = next; tried < size; ++tried, ++i) {
            if (i >= size) i = 0;
            if (words_of<Board>[i].id == id) return i;
        }
        return listed::unknown;
    }

    std::array<one, boards> of_{};
    std::uint32_t known_{}, unknown_{};
    bool whole_{};
};

} // namespace kpi::inline v1::snapshot::detail
