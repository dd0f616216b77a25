// SPDX-License-Identifier: MIT
#pragma once

/// A state for each of N groups, 0..N-1, by a small dense key (a rep, a channel), and one, "other", for keys
/// past the end, so that the total is always whole. Groups + other = every event. `total()` pools: it adds
/// counts, never averages rates (METRICS.md, rule 1). Law: that of the state inside. Empty is all zero bits.

#include <kpi/accumulator/detail/count_cells.hpp>
#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>

namespace kpi::inline v1 {

template <const auto &Dimension, std::size_t N, state A> class by {
    static_assert(N > 0, "by: at least one group");
    static_assert(
        requires(const typename A::event &e) { Dimension(e); },
        "by: the event has not what this dimension groups by");
    static_assert(!holds_stories<A>,
                  "by: a story needs all events of its case; turn it round: through<..., by<...>>");
    static_assert(!detail::grouped_by<Dimension, A>,
                  "by: the state inside is grouped by this dimension already");

public:
    using event = typename A::event;
    using inner = A;
    using grouping = detail::dimension_tag<Dimension>;
    using key_type = typename column_of<Dimension, event>::type; ///< the type of a column of keys
    using kind_type = typename detail::kind_type<event>::type;   ///< the type of a column of kinds
    using count_type = typename A::count_type;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr bool counters_alone = requires { requires A::counters_alone; };
    static constexpr bool pairs_events = holds_pairs<A>;
    static constexpr bool keeps_levels = holds_levels<A>;
    static constexpr std::size_t groups = N; ///< not counting other

    /// Records one event in the group of its key. Bounded as the state inside. It takes other to be rare: on
    /// large machines a branch leads there.
    constexpr void record(const event &e) noexcept {
        const auto key = key_in<Dimension>(e);
        if constexpr (sizeof(void *) <= 4)
            return at(key).record(e);
        else if (key >= N) [[unlikely]]
            return record_in_other(e);
#ifdef KPI_DETAIL_COUNT_CELLS
        if constexpr (detail::cells_by_kind<A>)
            if (!std::is_constant_evaluated())
                return detail::cells<N, A>::count_one(states_.data(), static_cast<std::size_t>(key), kind(e));
#endif
        states_[static_cast<std::size_t>(key)].record(e);
    }
    /// n events that are alike.
    constexpr void record(const event &e, std::integral auto n) noexcept {
        at(key_in<Dimension>(e)).record(e, n);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> events) noexcept {
#ifdef KPI_DETAIL_COUNT_CELLS
        if constexpr (detail::rows_of_cells<Dimension, N, A>)
            if (!std::is_constant_evaluated() && detail::vectors_are_there())
                events = events.subspan(
                    detail::cells<N, A>::template count_rows<Dimension>(events, states_.data()));
#endif
        detail::read_ahead(events, [this](const event &e) { record(e); });
    }
    /// A batch by columns, for boards that look at kinds alone: a key and a kind for each event. If one
    /// column is longer than the other, it answers false and changes nothing.
    [[nodiscard]] constexpr bool
    record(std::span<const key_type> keys,
           std::span<const kind_type> kinds) noexcept requires counts_kinds_alone<A> {
        if (keys.size() != kinds.size()) return false;
        std::size_t i = 0;
#ifdef KPI_DETAIL_COUNT_CELLS
        if constexpr (detail::cells_in_a_row<A> && detail::key_in_vectors<key_type, N>)
            if (!std::is_constant_evaluated() && detail::vectors_are_there())
                i = detail::cells<N, A>::count_columns(keys.data(), kinds.data(), keys.size(),
                                                       states_.data());
#endif
        for (; i < keys.size(); ++i)
            at(Dimension.widened(keys[i])).record(kinds[i]);
        return true;
    }
    /// Takes one event back from its group; see the state inside.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        return at(key_in<Dimension>(e)).retract(e);
    }

    /// The state of a key's group; past the end it is "other", as in record. Never out of bounds.
    [[nodiscard]] constexpr const A &operator[](std::size_t key) const noexcept {
        return states_[key < N ? key : N];
    }
    /// The events that had no group of their own.
    [[nodiscard]] constexpr const A &other() const noexcept { return states_[N]; }
    /// True while every event had a group of its own.
    [[nodiscard]] constexpr bool complete() const noexcept { return states_[N] == A{}; }
    /// Calls f(key, state) for each group that holds anything, but not for other.
    constexpr void for_each(auto &&f) const {
        for (std::size_t k = 0; k < N; ++k)
            if (!(states_[k] == A{})) f(k, states_[k]);
    }
    /// All groups and other, merged. Cost: N + 1 merges.
    [[nodiscard]] constexpr A total() const noexcept {
        A sum{};
        for (const A &a : states_)
            sum += a;
        return sum;
    }

    constexpr by &operator+=(const by &o) noexcept {
        for (std::size_t k = 0; k <= N; ++k)
            states_[k] += o.states_[k];
        return *this;
    }
    friend constexpr bool operator==(const by &, const by &) = default;
    constexpr void reset() noexcept {
        for (A &a : states_)
            a.reset();
    }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &a : self.states_)
            visit_fields(a, visit);
    }
    /// Walks the groups that hold anything, other last: `visit(board, labels..., label)`.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        for (std::size_t k = 0; k <= N; ++k)
            if (!(states_[k] == A{}))
                states_[k].walk(visit, labels...,
                                label{Dimension.name, static_cast<std::int64_t>(k), k == N});
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Dimension.name), say(N), say(std::type_identity<A>{});
    }

private:
    [[gnu::cold, gnu::noinline]] constexpr void record_in_other(const event &e) noexcept {
        states_[N].record(e);
    }
    [[nodiscard]] constexpr A &at(auto key) noexcept {
        return states_[key < N ? static_cast<std::size_t>(key) : N];
    }

    std::array<A, N + 1> states_{};
};

} // namespace kpi::inline v1
