// SPDX-License-Identifier: MIT
#pragma once

/// A state for each key where keys are sparse: ids of any size, N at most, in sets of `Ways`. A set keeps the
/// keys with the smallest hashes that it ever saw and hands the rest to "other". A key that is kept has been
/// kept since its first event, whatever the order: the states are exact even after the table has overflowed,
/// and its keys are then a fair sample of all. Groups + other = every event. A set can be full while others
/// have room: with 1,024 places in sets of 4, the first key is handed on when about a quarter are taken; in
/// sets of 16, when half are. Law: that of the state inside. Empty is all zero bits. Cost of record: one hash
/// and at most `Ways` comparisons; a new key shifts the keys of its set and may merge one state into other.
/// In sets of 9 to 256 a key takes a byte more; in other sets a new key shifts the states too.

#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/detail/sorted_keys.hpp>
#include <kpi/accumulator/detail/sorted_states.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/core/saturating.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

template <const auto &Dimension, std::size_t N, state A, std::size_t Ways = 4> class by_key {
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways),
                  "by_key: N is Ways times a power of two");
    static_assert(
        requires(const typename A::event &e) { Dimension(e); },
        "by_key: the event has not what this dimension groups by");
    static_assert(!holds_stories<A>,
                  "by_key: a story needs all events of its case; turn it round: through<..., by_key<...>>");
    static_assert(!detail::grouped_by<Dimension, A>,
                  "by_key: the state inside is grouped by this dimension already");
    using key_type = typename key_of<Dimension, typename A::event>::type;
    static constexpr std::size_t sets = N / Ways;

public:
    using event = typename A::event;
    using count_type = typename A::count_type;
    using inner = A;
    using grouping = detail::dimension_tag<Dimension>;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr bool pairs_events = holds_pairs<A>;
    static constexpr bool keeps_levels = holds_levels<A>;
    static constexpr std::size_t groups = N; ///< room for this many keys

    constexpr void record(const event &e) noexcept { place(mix(Dimension(e))).record(e); }
    /// n events that are alike.
    constexpr void record(const event &e, std::integral auto n) noexcept {
        if (to_count<count_type>(n) != 0) place(mix(Dimension(e))).record(e, n);
    }
    /// A batch: equal to recording each event. For a few events at a time, it prefetches their sets before it
    /// looks at them, and the states that it finds before any of them counts.
    constexpr void record(std::span<const event> events) noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        if constexpr (sets_of_keys::in_vectors)
            if (!std::is_constant_evaluated())
                for (std::size_t n = 0; !events.empty(); events = events.subspan(n)) {
                    n = events.size() < block ? events.size() : block;
                    record_block(events.first(n));
                }
#endif
        for (const event &e : events)
            record(e);
    }
    /// Takes one event back from its key's state, or from other if the key was handed on. The key itself
    /// stays.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        const key_type hash = mix(Dimension(e));
        if (is_untold(hash)) return other_.retract(e);
        const std::size_t set = keys_.set_of(hash), i = keys_.place_of(set, hash);
        if (keys_.holds(set, i, hash)) return states_.at(set, i).retract(e);
        return i == Ways && other_.retract(e); // else the key was never seen
    }

    /// The state of a key; nullptr if the key is not kept.
    [[nodiscard]] constexpr const A *find(std::integral auto key) const noexcept {
        const key_type hash = mix(static_cast<key_type>(key));
        const std::size_t set = keys_.set_of(hash), i = keys_.place_of(set, hash);
        return can_be_key<Dimension, event>(key) && keys_.holds(set, i, hash) ? &states_.at(set, i) : nullptr;
    }
    /// The state of all the keys that are not kept, together.
    [[nodiscard]] constexpr const A &other() const noexcept { return other_; }
    /// True while every key for which anything was counted is kept.
    [[nodiscard]] constexpr bool complete() const noexcept { return other_ == A{}; }
    /// How many keys are kept. Cost: N / Ways look-ups.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        for (std::size_t set = 0; set < sets; ++set)
            n += keys_.used(set);
        return n;
    }
    /// About how many keys were handed on, estimated from the density of those that are kept, with a standard
    /// error of 1 / sqrt(sets * (Ways - 2)) of all keys. 0 as long as the table is complete. Cost: a look-up
    /// and a division for each set; `record` pays nothing for it.
    [[nodiscard]] constexpr std::uint64_t handed_on() const noexcept requires(Ways > 2) {
        const std::uint64_t all = complete() ? 0 : keys_.about_how_many_came(), kept = size();
        return all > kept ? all - kept : 0;
    }
    /// All keys and other, merged. Cost: N + 1 merges.
    [[nodiscard]] constexpr A total() const noexcept {
        A sum = other_;
        each_kept([&](key_type, const A &a) { sum += a; });
        return sum;
    }
    /// Calls f(key, state) for each key that is kept and holds anything, but not for other.
    constexpr void for_each(auto &&f) const {
        each_kept([&](key_type hash, const A &a) {
            if (!(a == A{})) f(unmix(hash), a);
        });
    }

    constexpr by_key &operator+=(const by_key &o) noexcept {
        o.each_kept([this](key_type hash, const A &a) { place(hash) += a; });
        other_ += o.other_;
        return *this;
    }
    friend constexpr bool operator==(const by_key &, const by_key &) = default;
    constexpr void reset() noexcept { keys_.reset(), states_.reset(), other_.reset(); }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.keys_, visit), visit_fields(self.states_, visit), visit_fields(self.other_, visit);
    }
    /// Walks the keys that hold anything, then other: `visit(board, labels..., label)`.
    constexpr void walk(auto &&visit, const auto &...labels) const {
        for_each([&](key_type key, const A &a) {
            a.walk(visit, labels..., label{Dimension.name, static_cast<std::int64_t>(key), false});
        });
        if (!complete()) other_.walk(visit, labels..., label{Dimension.name, 0, true});
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Dimension.name), say(N), say(Ways), say(sizeof(key_type)), say(std::type_identity<A>{});
    }

private:
    /// An event whose optional key is not told belongs to other.
    static constexpr bool is_untold([[maybe_unused]] key_type hash) noexcept {
        if constexpr (detail::optional_like<typename column_of<Dimension, event>::type>)
            return hash == mix(static_cast<key_type>(~key_type{}));
        else
            return false;
    }
    using sets_of_keys = detail::sorted_keys<key_type, sets, Ways>;

#ifdef KPI_DETAIL_FIND_WORD
    static constexpr std::size_t block = 16;

    /// The state that an event of this hash belongs to; nullptr if its key would have to come in first.
    [[nodiscard]] A *look_up(key_type hash) noexcept {
        const std::size_t set = keys_.set_of(hash);
        if (is_untold(hash) || keys_.full_before(set, hash)) return &other_;
        const std::uint64_t found = keys_.find(set, hash);
        return found != 0 ? &states_.at(set, static_cast<std::size_t>(std::countr_zero(found))) : nullptr;
    }
    /// At most `block` events. A new key can take another's state, so the events before it go first.
    void record_block(std::span<const event> events) noexcept {
        using lines = std::make_index_sequence<block * sizeof(event) / detail::cache_line>;
        using first_lines =
            std::make_index_sequence<sizeof(A) < 256 ? sizeof(A) / detail::cache_line + 1 : 4>;
        detail::fetch_ahead(events.data(), lines{});
        key_type hashes[block];
        A *states[block];
        std::size_t done = 0;
        const auto record_to = [&](std::size_t end) {
            for (; done < end; ++done)
                states[done]->record(events[done]);
        };
        for (std::size_t i = 0; i < events.size(); ++i) {
            hashes[i] = mix(Dimension(events[i]));
            keys_.fetch(keys_.set_of(hashes[i])), states_.fetch(keys_.set_of(hashes[i]));
        }
        for (std::size_t i = 0; i < events.size(); ++i)
            if ((states[i] = look_up(hashes[i])) != nullptr) {
                detail::fetch(states[i], first_lines{});
            } else {
                record_to(i);
                states[i] = &come_in(hashes[i]);
            }
        record_to(events.size());
    }
#endif
    /// The state that an event of this hash belongs to.
    constexpr A &place(key_type hash) noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        if constexpr (sets_of_keys::in_vectors)
            if (!std::is_constant_evaluated())
                if (A *const known = look_up(hash)) return *known;
#endif
        return come_in(hash);
    }
    /// The same, but makes room for a key that is not there yet, if it is among the smallest.
    constexpr A &come_in(key_type hash) noexcept {
        const std::size_t set = keys_.set_of(hash), i = keys_.place_of(set, hash);
        if (keys_.holds(set, i, hash)) return states_.at(set, i);
        if (i == Ways || is_untold(hash)) return other_;
        if (keys_.used(set) == Ways) other_ += states_.at(set, Ways - 1);
        return states_.open(set, i, keys_.insert(set, i, hash));
    }
    constexpr void each_kept(auto &&f) const {
        for (std::size_t set = 0; set < sets; ++set)
            for (std::size_t i = 0; i < keys_.used(set); ++i)
                f(keys_.at(set, i), states_.at(set, i));
    }

    sets_of_keys keys_{};
    detail::sorted_states<A, sets, Ways> states_{};
    A other_{};
};

} // namespace kpi::inline v1
