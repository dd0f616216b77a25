// SPDX-License-Identifier: MIT
#pragma once

/// A board: the union of its metrics' words, each once, laid out at compile time. Counts without a condition
/// share one counter for each kind that any of them names; the other words bring a state each. An empty board
/// is all zero bits. Law: the weakest of its words'. Retractable if all of them are.

#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/detail/layout.hpp>
#include <kpi/scorecard/detail/read_words.hpp>
#include <kpi/scorecard/partly_told.hpp>

namespace kpi::inline v1 {

template <kpi::event Event, counter Count, const auto &...Metrics> class basic_scorecard {
    static constexpr bool are_metrics = (metric_definition<definition<Metrics>> && ...);
    static_assert(are_metrics, "not a metric: it needs name, help, event, observes() and value(readings...)");
    static constexpr bool same_vocabulary = (detail::speaks_of<Metrics, Event> && ...);
    static_assert(same_vocabulary, "this metric speaks of another kind of event");
    static constexpr bool complete = (detail::complete<Metrics> && ...);
    static_assert(complete, "this metric names no kinds for a part or a whole that needs some");
    static_assert(sizeof...(Metrics) > 0, "a scorecard needs a metric");
    static_assert(catalogue<Metrics...>::unique());

    static constexpr bool sound = [] {
        if constexpr (are_metrics && same_vocabulary && complete)
            return (detail::demanded_by<Metrics, Event> && ...);
        return false;
    }();
    using layout = detail::layout<sound, Event, Count, Metrics...>;
    using counters = typename layout::counters;
    using own = typename layout::own;

public:
    using event = Event;
    using count_type = Count;
    using metrics = catalogue<Metrics...>; ///< its definitions
    static constexpr law keeps = own::keeps;
    static constexpr bool retractable = own::retractable;
    static constexpr bool keeps_levels = (detail::reads_levels<Metrics> || ...);
    static constexpr bool counters_alone = own::counters_alone;
    static constexpr bool kinds_alone = std::is_empty_v<own>; ///< only the kind of an event is looked at
    using kind_slots = typename counters::kind_slots;         ///< which counter a kind has

    /// Records one event. Bounded: one counter, and the states of the other words.
    constexpr void record(const Event &e) noexcept {
        shared_.record(kind(e));
        own_.record(e);
    }
    /// Records n events that are alike, at the cost of one.
    constexpr void record(const Event &e, std::integral auto n) noexcept {
        shared_.record(kind(e), n);
        own_.record(e, n);
    }
    /// Records a batch, in blocks that stay in the cache: the same as recording each event.
    constexpr void record(std::span<const Event> events) noexcept {
        if constexpr (std::is_empty_v<own>) {
            shared_.record(events);
        } else {
            constexpr std::size_t block = 1024;
            for (; events.size() > block; events = events.subspan(block)) {
                shared_.record(events.first(block));
                own_.record(events.first(block));
            }
            shared_.record(events);
            own_.record(events);
        }
    }
    /// Records a kind alone, where nothing else of an event is looked at.
    constexpr void record(kind_of<Event> kind) noexcept requires(kinds_alone && !kind_enum<Event>) {
        shared_.record(kind);
    }
    /// Records a column of kinds alone.
    constexpr void record(std::span<const kind_of<Event>> kinds) noexcept
        requires(kinds_alone && !kind_enum<Event>) {
        shared_.record(kinds);
    }
    /// Takes one event back. False, and nothing changes, if it was never recorded or a count is saturated.
    [[nodiscard]] constexpr bool retract(const Event &e) noexcept {
        static_assert(retractable,
                      "retract: a metric of this board cannot forget; keep it on a board of its own");
        if constexpr (retractable) {
            if (!shared_.retract(kind(e))) return false;
            if (own_.retract(e)) return true;
            shared_.record(kind(e));
        }
        return false;
    }

    /// The value of a metric of this board. What it needs besides its words goes in the parentheses: the time
    /// now, a cost, the hours logged in.
    template <const auto &M> [[nodiscard]] constexpr auto get(const auto &...given) const noexcept {
        constexpr bool here = metrics::template contains<M>;
        static_assert(here, "this metric is not on this board: name it in scorecard<Event, ...>");
        constexpr bool given_enough = readable<M, std::remove_cvref_t<decltype(given)>...>;
        if constexpr (here && sound && !given_enough)
            static_assert(!detail::asks_for_more<basic_scorecard, M>(),
                          "this metric is read with what no event carries, as seconds or a cost: "
                          "get<metric>(given...)");
        if constexpr (here && given_enough) return read<M>(given...);
    }
    /// The same at the end of a period: levels go on from `before`, the merged boards of all earlier periods.
    template <const auto &M>
    [[nodiscard]] constexpr auto get_after(const basic_scorecard &before,
                                           const auto &...given) const noexcept {
        return [&]<auto... W>(detail::words<W...>) {
            return M.value(this->template reading_after<W>(before)..., given...);
        }
        (detail::words_of<M>{});
    }
    /// The same compared with the period before, whose board is `previous`: growth.
    template <const auto &M>
    [[nodiscard]] constexpr auto get_from(const basic_scorecard &previous) const noexcept {
        return [&]<auto... W>(detail::words<W...>) {
            return M.between(previous.template reading<W>()..., this->template reading<W>()...);
        }
        (detail::words_of<M>{});
    }
    /// The state of a metric's only word: for a mean's deviation or a histogram's ranks.
    template <const auto &M>
    requires(metrics::template contains<M> &&detail::words_in<M> == 1) [[nodiscard]] constexpr const
        auto &state() const noexcept {
        return []<auto W>(const auto &board, detail::words<W>)->const auto & {
            return what_is_told(board.template kept_by<W>());
        }
        (*this, detail::words_of<M>{});
    }
    /// Whether you can call get<M>(given...): some metrics need a figure from the caller.
    template <const auto &M, class... Given>
    static constexpr bool readable = detail::readable<basic_scorecard, M, Given...>;

    /// Calls `visit(figure_info, value)` for each figure that can be read from a metric of this board: its
    /// value, the figures beside it and, if some events did not tell what it reads, the number of those.
    template <const auto &M> constexpr void figures(auto &&visit, const auto &...given) const {
        static_assert(metrics::template contains<M>,
                      "this metric is not on this board: name it in scorecard<Event, ...>");
        detail::each_figure<M>(*this, visit, given...);
    }
    /// How many events would have counted if they had told what the metric reads.
    template <const auto &M> [[nodiscard]] constexpr std::uint32_t untold() const noexcept {
        return [&]<auto... W>(detail::words<W...>) { return detail::most_untold(kept_by<W>()...); }
        (detail::words_of<M>{});
    }

    /// The value of the only metric: how you read `live<metric>`.
    [[nodiscard]] constexpr auto value(const auto &...given) const noexcept
        requires(sizeof...(Metrics) == 1) {
        return get<Metrics...>(given...);
    }

    constexpr basic_scorecard &operator+=(const basic_scorecard &other) noexcept {
        shared_ += other.shared_;
        own_ += other.own_;
        return *this;
    }
    friend constexpr bool operator==(const basic_scorecard &, const basic_scorecard &) = default;
    constexpr void reset() noexcept { *this = basic_scorecard{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        if constexpr (requires { visit.board(self); }) // reads whole boards at once (snapshot/migrate.hpp)
            visit.board(self);
        else
            visit_fields(self.shared_, visit), visit_fields(self.own_, visit);
    }

    /// The end of every walk over groups; `metrics::for_each` goes on from there.
    constexpr void walk(auto &&visit, const auto &...labels) const { visit(*this, labels...); }
    /// Says what a snapshot of it holds (snapshot/schema.hpp), and where its words are kept.
    static constexpr void describe(auto &&say) noexcept {
        say(std::type_identity<counters>{}), own::describe(say);
    }
    /// Calls visit for each distinct word that it holds.
    static constexpr void each_word(auto &&visit) noexcept { layout::each_word(visit); }

    /// The reading that a formula gets for a word of this board.
    template <auto Word> [[nodiscard]] constexpr decltype(auto) reading() const noexcept {
        if constexpr (Word.of.empty() && detail::is_in_the_tally<Word, kind_of<Event>>)
            return Count{};
        else
            return detail::reading_of<Word>(kept_by<Word>());
    }

    /// The state of a word of this board: counters that it shares, or its own.
    template <auto Word> [[nodiscard]] constexpr const auto &kept_by() const noexcept {
        if constexpr (detail::is_in_the_tally<Word, kind_of<Event>>)
            return shared_;
        else if constexpr (detail::is_never_fed<detail::kept_of<Word>(), Event>())
            return detail::never_fed;
        else
            return own_.template at<layout::template number<Word>>();
    }

private:
    template <auto Word>
    [[nodiscard]] constexpr decltype(auto) reading_after(const basic_scorecard &before) const noexcept {
        if constexpr (requires { Word.read_after(kept_by<Word>(), kept_by<Word>()); })
            return Word.read_after(before.kept_by<Word>(), kept_by<Word>());
        else
            return reading<Word>();
    }
    template <const auto &M> [[nodiscard]] constexpr auto read(const auto &...given) const noexcept {
        return [&]<auto... W>(detail::words<W...>) {
            return M.value(this->template reading<W>()..., given...);
        }
        (detail::words_of<M>{});
    }

    [[no_unique_address]] counters shared_{};
    [[no_unique_address]] own own_{};
};

/// A board that counts in 32 bits.
template <kpi::event Event, const auto &...Metrics>
using scorecard = basic_scorecard<Event, std::uint32_t, Metrics...>;

/// One metric alone: a board of one, read with `value()`.
template <const auto &M, kpi::event Event = typename definition<M>::event> using live = scorecard<Event, M>;

} // namespace kpi::inline v1
