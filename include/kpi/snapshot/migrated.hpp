// SPDX-License-Identifier: MIT
#pragma once

/// A state whose boards may lack words, because it came from the snapshot of an older or newer board
/// (snapshot/migrate.hpp). A metric that needs a missing word is absent until `reset`: it would be
/// understated for as long as the state holds what was counted before the word came. It is a wrapper, not a
/// member of every board: boards that never migrate pay nothing, neither a byte nor an `optional` around each
/// figure, and where you name this type, the compiler asks of every reading what happens if it is absent.
///
///     snapshot::migrated<by<line, 4, board>> calls;            // keep it in a store or a fleet as any state
///     calls.record(event);
///     calls.of((*calls)[2]).get<pick_up_rate>();               // std::optional
///
/// It is a state itself: missing words go through `+=` and into its own snapshots. It takes a byte for each
/// word of its boards, whatever groups and windows surround them. Empty is all zero bits, and lacks nothing.

#include <kpi/accumulator/state.hpp>
#include <kpi/snapshot/detail/board_words.hpp>
#include <kpi/snapshot/detail/needed_words.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1::snapshot {

namespace detail {

/// Where the words of a board begin among those of all boards of a state, and how many these are.
template <class State, class Board>
inline constexpr std::size_t first_word = [] {
    std::size_t first = 0, place = 0;
    each_board<State>([&]<class B>(std::type_identity<B>) {
        if (place++ < place_of_board<State, Board>) first += how_many_words<B>;
    });
    return first;
}();
template <class State>
inline constexpr std::size_t all_words = [] {
    std::size_t n = 0;
    each_board<State>([&]<class B>(std::type_identity<B>) { n += how_many_words<B>; });
    return n;
}();
template <class State, class Board>
inline constexpr bool has_board = [] {
    bool has = false;
    each_board<State>([&]<class B>(std::type_identity<B>) { has = has || hash_of<B> == hash_of<Board>; });
    return has;
}();

struct migration_access;

} // namespace detail

/// Whether a metric of a board needs the word of this number. `migrate` reports the words that it drops by
/// number; this names them by the metrics that your program knows.
template <detail::has_words Board, const auto &M>
[[nodiscard]] constexpr bool needs_word(std::uint32_t id) noexcept {
    for (std::size_t i = 0; i < detail::how_many_words<Board>; ++i)
        if (detail::words_of<Board>[i].id == id) return detail::words_needed<Board, M>[i];
    return false;
}

/// A board of a migrated state, in readable form. It refers to both.
template <detail::has_words Board> class migrated_board {
public:
    using metrics = typename Board::metrics; ///< its definitions
    /// Whether `get<M>(given...)` compiles.
    template <const auto &M, class... Given>
    static constexpr bool readable = Board::template readable<M, Given...>;

    /// From a board, and which of its words are missing.
    constexpr migrated_board(const Board &board, const bool *missing) noexcept
        : board_{&board}, missing_{missing} {}

    /// Whether a metric needs a word that is missing.
    template <const auto &M> [[nodiscard]] constexpr bool absent() const noexcept {
        return detail::lacks<Board, M>(missing_);
    }
    /// The board's answer for a metric; nullopt if the metric is absent.
    template <const auto &M> [[nodiscard]] constexpr auto get(const auto &...given) const noexcept {
        using value_type = decltype(board_->template get<M>(given...));
        return absent<M>() ? std::optional<value_type>{} : std::optional{board_->template get<M>(given...)};
    }
    /// The same at the end of a period; `before` is all boards of earlier ones, merged: levels go on.
    template <const auto &M>
    [[nodiscard]] constexpr auto get_after(const Board &before, const auto &...given) const noexcept {
        using value_type = decltype(board_->template get_after<M>(before, given...));
        return absent<M>() ? std::optional<value_type>{}
                           : std::optional{board_->template get_after<M>(before, given...)};
    }
    /// The same for a board with one metric.
    [[nodiscard]] constexpr auto value(const auto &...given) const noexcept
        requires(metrics::size == 1 && requires(const Board &b) { b.value(given...); }) {
        std::optional<decltype(board_->value(given...))> answer;
        metrics::for_each([&]<const auto & M>() {
            if (!absent<M>()) answer = board_->value(given...);
        });
        return answer;
    }
    /// Calls `visit(figure_info, value)` for each figure of a metric, unless the metric is absent: it is left
    /// out of every export.
    template <const auto &M> constexpr void figures(auto &&visit, const auto &...given) const {
        if (!absent<M>()) board_->template figures<M>(visit, given...);
    }
    /// The board itself, if a figure that misses what older events said will do.
    [[nodiscard]] constexpr const Board &operator*() const noexcept { return *board_; }

private:
    const Board *board_;
    const bool *missing_;
};

template <state State> class migrated {
    static_assert(detail::all_words<State> > 0, "migrated: there is no board in this state");

public:
    using event = typename State::event;
    using count_type = typename State::count_type;
    using inner = State;
    static constexpr law keeps = State::keeps;
    static constexpr bool retractable = State::retractable;

    constexpr void record(const event &e) noexcept { state_.record(e); }
    constexpr void record(const event &e, std::integral auto n) noexcept { state_.record(e, n); }
    constexpr void record(std::span<const event> events) noexcept { state_.record(events); }
    [[nodiscard]] constexpr bool retract(const event &e) noexcept requires retractable {
        return state_.retract(e);
    }

    /// The state inside, with what it knows.
    [[nodiscard]] constexpr const State &operator*() const noexcept { return state_; }
    [[nodiscard]] constexpr const State *operator->() const noexcept { return &state_; }
    /// One of its boards, or one merged from them, in readable form.
    template <detail::has_words Board>
    [[nodiscard]] constexpr migrated_board<Board> of(const Board &board) const noexcept {
        static_assert(detail::has_board<State, Board>, "migrated: this state does not have this board");
        return {board, missing_of<Board>()};
    }

    /// Whether a metric needs a word that is missing.
    template <const auto &M> [[nodiscard]] constexpr bool absent() const noexcept {
        bool absent = false;
        detail::each_board<State>([&]<class Board>(std::type_identity<Board>) {
            if constexpr (Board::metrics::template contains<M>)
                absent = absent || detail::lacks<Board, M>(missing_of<Board>());
        });
        return absent;
    }
    /// Calls `f.template operator()<metric>()` for each metric that is absent: to name them in a log.
    constexpr void each_absent(auto &&f) const {
        detail::each_board<State>([&]<class Board>(std::type_identity<Board>) {
            Board::metrics::for_each([&]<const auto & M>() {
                if (detail::lacks<Board, M>(missing_of<Board>())) f.template operator()<M>();
            });
        });
    }
    /// How many words are missing.
    [[nodiscard]] constexpr std::uint32_t missing() const noexcept {
        std::uint32_t n = 0;
        for (const bool missing : missing_)
            n += missing;
        return n;
    }
    /// The state's answer for a metric; nullopt if the metric is absent.
    template <const auto &M>
    [[nodiscard]] constexpr auto get(const auto &...given) const noexcept
        requires(requires(const State &s) { s.template get<M>(given...); }) {
        using value_type = decltype(state_.template get<M>(given...));
        return absent<M>() ? std::optional<value_type>{} : std::optional{state_.template get<M>(given...)};
    }

    constexpr migrated &operator+=(const migrated &other) noexcept {
        state_ += other.state_;
        for (std::size_t i = 0; i < missing_.size(); ++i)
            missing_[i] = missing_[i] || other.missing_[i];
        return *this;
    }
    friend constexpr bool operator==(const migrated &, const migrated &) = default;
    constexpr void reset() noexcept { state_.reset(), missing_.fill(false); }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.state_, visit);
        for (auto &missing : self.missing_)
            visit(missing);
    }
    /// Walks the boards in readable form.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        state_.walk([&](const auto &board, const auto &...way) { visit(of(board), way...); }, labels...);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp): the state, and which words are missing.
    static constexpr void describe(auto &&say) noexcept { say(std::type_identity<State>{}); }

private:
    friend detail::migration_access;

    template <class Board> [[nodiscard]] constexpr const bool *missing_of() const noexcept {
        return missing_.data() + detail::first_word<State, Board>;
    }

    State state_{};
    std::array<bool, detail::all_words<State>> missing_{};
};

} // namespace kpi::inline v1::snapshot
