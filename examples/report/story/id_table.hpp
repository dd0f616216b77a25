// SPDX-License-Identifier: MIT
#pragma once

/// A table of ids, each with two boards side by side: one that any event feeds, and one of metrics that need
/// its time. An id is so looked up once for both; metrics are read from a view of the one board.

#include "profile/event.hpp"
#include "story/lazily.hpp"
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace report {

inline constexpr std::size_t most_ids = 65536;

template <kpi::event Event, const auto &...Metrics>
using small_scorecard = kpi::basic_scorecard<Event, std::uint16_t, Metrics...>;

/// In place of a board without metrics.
struct nothing_of_id {
    static constexpr kpi::law keeps = kpi::law::exact;

    constexpr void record(const event &, std::uint16_t = 1) noexcept {}
    constexpr void fields(auto &&) const noexcept {}
    constexpr nothing_of_id &operator+=(const nothing_of_id &) noexcept { return *this; }
    friend constexpr bool operator==(const nothing_of_id &, const nothing_of_id &) = default;
};
template <class Catalogue> struct board_of_id {
    using type = typename Catalogue::template on<small_scorecard, event>;
};
template <> struct board_of_id<kpi::catalogue<>> { using type = nothing_of_id; };

template <class Timeless, class Timed> struct boards_of_id {
    using event = report::event;
    using count_type = std::uint16_t;
    static constexpr kpi::law keeps = kpi::weaker(Timeless::keeps, Timed::keeps);
    static constexpr bool retractable = false;

    constexpr void record(const event &e) noexcept {
        timeless.record(e);
        if (e.dated) timed.record(e);
    }
    constexpr void record(const event &e, count_type n) noexcept {
        timeless.record(e, n);
        if (e.dated) timed.record(e, n);
    }
    constexpr boards_of_id &operator+=(const boards_of_id &o) noexcept {
        timeless += o.timeless;
        timed += o.timed;
        return *this;
    }
    friend constexpr bool operator==(const boards_of_id &, const boards_of_id &) = default;
    constexpr void reset() noexcept { *this = boards_of_id{}; }
    constexpr void fields(auto &&visit) noexcept { timeless.fields(visit), timed.fields(visit); }
    constexpr void fields(auto &&visit) const noexcept { timeless.fields(visit), timed.fields(visit); }

    [[no_unique_address]] Timeless timeless{};
    [[no_unique_address]] Timed timed{};
};

/// One board of each id of a table that may not be there: groups as kpi::pool reads them.
template <class Table, auto Board> class view_of_ids {
public:
    explicit view_of_ids(const Table *table) : table_{table} {}

    [[nodiscard]] explicit operator bool() const { return table_ != nullptr; }
    void for_each(auto &&f) const {
        table_->for_each([&](std::uint64_t key, const auto &held) {
            if (holds_anything(held)) f(key, held.*Board);
        });
    }
    [[nodiscard]] const auto &other() const { return table_->other().*Board; }
    [[nodiscard]] std::size_t size() const { return table_ == nullptr ? 0 : table_->size(); }
    /// True while no id had to be left out.
    [[nodiscard]] bool complete() const { return table_ == nullptr || !holds_anything(table_->other()); }

private:
    static bool holds_anything(const auto &held) {
        return !(held.*Board == std::remove_cvref_t<decltype(held.*Board)>{});
    }

    const Table *table_;
};

template <const auto &Id, class TimelessCatalogue, class TimedCatalogue> class id_table {
    using boards = boards_of_id<typename board_of_id<TimelessCatalogue>::type,
                                typename board_of_id<TimedCatalogue>::type>;
    using state = kpi::by_key<Id, most_ids, boards, 64>;

public:
    void record(std::span<const event> events) {
        if (events.empty()) return;
        (*ids_).record(events);
        for (const event &e : events)
            dated_ |= e.dated;
    }
    /// n events that are alike.
    void record(const event &e, std::uint64_t n) {
        (*ids_).record(e, kpi::to_count<std::uint16_t>(n));
        dated_ |= e.dated;
    }
    [[nodiscard]] auto timeless() const { return view_of_ids<state, &boards::timeless>{ids_.get()}; }
    [[nodiscard]] auto timed() const {
        return view_of_ids<state, &boards::timed>{dated_ ? ids_.get() : nullptr};
    }

private:
    lazily<state> ids_;
    bool dated_{}; ///< some event was
};

} // namespace report
