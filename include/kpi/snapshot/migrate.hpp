// SPDX-License-Identifier: MIT
#pragma once

/// Reads the snapshot of a board that changed: of an older firmware, or of a newer one after a step back.
/// Words that both have are taken, whatever the order; those that the snapshot lacks are missing from then on
/// (snapshot/migrated.hpp); those that the state lacks are dropped and reported. What stands around the
/// boards must be equal: the combinators with their parameters, the vocabulary by its name (kinds may be
/// added at its end), and which boards have equal words. A missing word stays missing until the state is
/// reset. `decode` stays strict; merge a fleet with that.

#include <kpi/accumulator/state.hpp>
#include <kpi/snapshot/detail/board_words.hpp>
#include <kpi/snapshot/detail/field.hpp>
#include <kpi/snapshot/detail/listed_words.hpp>
#include <kpi/snapshot/format.hpp>
#include <kpi/snapshot/migrated.hpp>
#include <kpi/snapshot/schema.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace kpi::inline v1::snapshot {

/// What became of a snapshot: `missing` counts words of the state that it does not hold, or holds as missing,
/// `dropped` counts words that it holds and the state does not. Both are 0 unless it answers `ok`.
struct migration {
    status answer{};         ///< what decoding answered
    std::uint32_t missing{}; ///< words that the snapshot lacks
    std::uint32_t dropped{}; ///< words that the state lacks
    friend constexpr bool operator==(const migration &, const migration &) = default;
};

namespace detail {

/// A visitor of fields that reads each word of a board from where the snapshot holds it. A word that it does
/// not hold becomes 0.
template <std::size_t Words> struct scattered_reader {
    const std::array<listed_word, Words> &own;
    std::array<reader, Words> from{};
    std::array<bool, Words> held{};
    purpose what{};
    std::size_t word{};
    std::uint32_t left{own[0].fields};

    template <std::integral I> constexpr void operator()(I &field) noexcept {
        while (left == 0)
            left = own[++word].fields;
        --left;
        if (held[word])
            from[word](field);
        else if (what == purpose::assign)
            field = I{};
    }
};

/// A visitor of fields that reads those around the boards as they are, and the boards word by word.
template <class State> struct migrating_reader {
    reader in;
    purpose what;
    const word_lists<State> &lists;

    template <std::integral I> constexpr void operator()(I &field) noexcept { in(field); }
    /// Goes over the words in the order of the snapshot, to note where each begins, and then over the board.
    template <has_words Board> constexpr void board(Board &into) noexcept {
        scattered_reader<how_many_words<Board>> scattered{.own = words_of<Board>, .what = what};
        lists.template each_word<Board>([&](const listed &word) {
            if (word.is_known()) scattered.from[word.own] = in, scattered.held[word.own] = true;
            word.each_run([this](std::uint32_t fields, bool octets) { in.skip(fields, octets); });
        });
        visit_fields(into, scattered);
        for (std::size_t i = 0; i < scattered.from.size(); ++i)
            if (scattered.held[i]) in.refuse(scattered.from[i].so_far());
    }
    /// Notes which words of the snapshot are not missing after all: all were marked as missing before.
    template <has_words Board> constexpr void flags(std::span<bool> missing, bool told) noexcept {
        lists.template each_word<Board>([&](const listed &word) {
            bool lacked = false;
            if (told) in(lacked);
            if (word.is_known() && what == purpose::assign) missing[word.own] = lacked;
        });
    }
};

struct migration_access {
    template <class State>
    static constexpr status read(bytes fields, const word_lists<State> &lists, bool flags_follow,
                                 migrated<State> &into) noexcept {
        for (const purpose p : {purpose::check, purpose::assign}) {
            migrating_reader<State> from{reader{fields, p}, p, lists};
            visit_fields(into.state_, from);
            if (p == purpose::assign) into.missing_.fill(true);
            each_board<State>([&]<class Board>(std::type_identity<Board>) {
                const std::span<bool> all{into.missing_};
                from.template flags<Board>(all.subspan(first_word<State, Board>, how_many_words<Board>),
                                           flags_follow);
            });
            if (const status s = from.in.finish(); s != status::ok) return s;
        }
        return status::ok;
    }
};

} // namespace detail

/// Reads the snapshot of a state whose boards may have other words, or of such a `migrated` state. Unless it
/// answers `ok`, the state is as it was: `other_schema` if what stands around the boards differs, or if no
/// word is in both. Calls `dropped(id)` for each word that is not taken; `needs_word` says whose it was.
/// Cost: the CRC, and two passes over the snapshot, each of which looks up its words once for each board.
template <state State>
[[nodiscard]] constexpr migration migrate(std::span<const std::byte> from, migrated<State> &into,
                                          auto &&dropped) {
    if (const status s = detail::check_whole(from); s != status::ok) return {s};
    const auto described = from.subspan(header_size, from.size() - overhead);
    if (described.size() < sizeof schema<State>) return {status::other_schema};
    const auto around = detail::read_number<4>(described);
    const bool of_migrated = around == detail::hash_of_surroundings<migrated<State>>;
    if (!of_migrated && around != detail::hash_of_surroundings<State>) return {status::other_schema};

    detail::word_lists<State> lists;
    const auto fields = lists.read(described.subspan(sizeof schema<State>));
    if (!lists.whole()) return {status::malformed};
    if (lists.known() == 0) return {status::other_schema};
    if (const status s = detail::migration_access::read(fields, lists, of_migrated, into); s != status::ok)
        return {s};
    lists.each_unknown(dropped);
    return {status::ok, into.missing(), lists.unknown()};
}
/// The same, without a call for each dropped word.
template <state State>
[[nodiscard]] constexpr migration migrate(std::span<const std::byte> from, migrated<State> &into) noexcept {
    return migrate(from, into, [](std::uint32_t) {});
}

} // namespace kpi::inline v1::snapshot
