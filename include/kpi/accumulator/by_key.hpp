// SPDX-License-Identifier: MIT
#pragma once

/// A state for each key where keys are sparse: ids of any size, N at most, in sets of `Ways`. A set keeps the
/// keys with the smallest hashes that it ever saw and hands the rest to "other". A key that is kept has been
/// so since its first event, whatever the order: the states are exact even when the table has overflowed, and
/// its keys are then a fair sample of all. Groups + other = every event. A set can be full while others have
/// room: of 1,024 places in sets of 4 the first key is handed on when about a quarter are taken, in sets of
/// 16 when half are. Law: that of the state inside. Empty is all zero bits. Cost of record: one hash and at
/// most `Ways` comparisons; a key that comes in shifts the keys of its set and may merge one state into
/// other. In sets of 9 to 256 a key takes a byte more; in others it shifts their states, too.

#include <kpi/accumulator/detail/find_word.hpp>
#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/accumulator/detail/sorted_states.hpp>
#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
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
    using key_type = typename key_of<Dimension, typename A::event>::type;
    static constexpr std::size_t sets = N / Ways;

public:
    using event = typename A::event;
    using count_type = typename A::count_type;
    using inner = A;
    static constexpr law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    static constexpr bool pairs_events = requires { requires A::pairs_events; };
    static constexpr std::size_t groups = N;

    constexpr void record(const event &e) noexcept { place(mix(Dimension(e))).record(e); }
    /// n events that are alike.
    constexpr void record(const event &e, count_type n) noexcept {
        if (n != 0) place(mix(Dimension(e))).record(e, n);
    }
    /// A batch: equal to recording each event. The sets of a few are fetched before they are looked at.
    constexpr void record(std::span<const event> events) noexcept {
        constexpr std::size_t block = 16;
        using lines = std::make_index_sequence<block * sizeof(event) / detail::cache_line>;
        if constexpr (detail::words_in_vectors<key_type, Ways>)
            if (!std::is_constant_evaluated())
                for (std::size_t n = 0; !events.empty(); events = events.subspan(n)) {
                    n = events.size() < block ? events.size() : block;
                    detail::fetch_ahead(events.data(), lines{});
                    key_type hashes[block];
                    for (std::size_t i = 0; i < n; ++i)
                        fetch_set(hashes[i] = mix(Dimension(events[i])));
                    for (std::size_t i = 0; i < n; ++i)
                        place(hashes[i]).record(events[i]);
                }
        for (const event &e : events)
            record(e);
    }
    /// Takes one event back from its key's state, or from other where the key was handed there. The key
    /// stays.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        const key_type hash = mix(Dimension(e));
        const std::size_t set = set_of(hash), i = place_of(set, hash);
        if (holds(set, i, hash)) return states_.at(set, i - set * Ways).retract(e);
        return i == set * Ways + Ways && other_.retract(e); // else the key was never seen
    }

    /// The state of a key; nullptr where it is not kept.
    [[nodiscard]] constexpr const A *find(key_type key) const noexcept {
        const key_type hash = mix(key);
        const std::size_t set = set_of(hash), i = place_of(set, hash);
        return holds(set, i, hash) ? &states_.at(set, i - set * Ways) : nullptr;
    }
    /// What the keys that are not kept did, all together.
    [[nodiscard]] constexpr const A &other() const noexcept { return other_; }
    /// True while every key that anything was counted of is kept.
    [[nodiscard]] constexpr bool complete() const noexcept { return other_ == A{}; }
    /// How many keys are kept. Cost: N / Ways look-ups.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        for (std::size_t set = 0; set < sets; ++set)
            n += used(set);
        return n;
    }
    /// All keys and other, merged. Cost: N + 1 merges.
    [[nodiscard]] constexpr A total() const noexcept {
        A sum = other_;
        each_kept([&](key_type, const A &a) { sum += a; });
        return sum;
    }
    /// Calls f(key, state) for each key that is kept and holds anything; other is none.
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
    constexpr void reset() noexcept {
        hashes_.fill(0), used_.fill(0);
        states_.reset(), other_.reset();
    }

    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }
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
    static constexpr std::size_t set_of(key_type hash) noexcept {
        return static_cast<std::size_t>(hash % sets);
    }
    /// How many keys a set holds; of bytes from elsewhere, who knows.
    [[nodiscard]] constexpr std::size_t used(std::size_t set) const noexcept {
        return used_[set] < Ways ? used_[set] : Ways;
    }
    /// Where in its set a hash is, or would be: behind all that are less.
    [[nodiscard]] constexpr std::size_t place_of(std::size_t set, key_type hash) const noexcept {
        std::size_t i = set * Ways, left = used(set);
        while (left > 4) {
            const std::size_t half = left / 2;
            if (hashes_[i + half - 1] < hash) i += half;
            left -= half;
        }
        for (; left != 0 && hashes_[i] < hash; --left)
            ++i;
        return i;
    }
    [[nodiscard]] constexpr bool holds(std::size_t set, std::size_t i, key_type hash) const noexcept {
        return i < set * Ways + used(set) && hashes_[i] == hash;
    }
    void fetch_set([[maybe_unused]] key_type hash) const noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        const std::size_t set = set_of(hash), first = set * Ways;
        __builtin_prefetch(&hashes_[first]), states_.fetch(set);
        __builtin_prefetch(&hashes_[first + Ways - 1]); // what is not kept is told by the greatest
#endif
    }
    /// The state that an event of this hash belongs to.
    constexpr A &place(key_type hash) noexcept {
        const std::size_t set = set_of(hash);
#ifdef KPI_DETAIL_FIND_WORD
        if constexpr (detail::words_in_vectors<key_type, Ways>)
            if (!std::is_constant_evaluated()) {
                const key_type greatest = hashes_[set * Ways + Ways - 1];
                if (greatest < hash && greatest != 0) return other_;
                if (const std::uint64_t same = detail::equal_ascending<Ways>(&hashes_[set * Ways], hash)) {
                    const auto i = static_cast<std::size_t>(std::countr_zero(same));
                    if (hash != 0 || i < used_[set]) return states_.at(set, i); // what is not used is 0
                }
            }
#endif
        return place_in(set, hash);
    }
    /// The same, of a hash of this set; makes room in ascending order of hashes.
    constexpr A &place_in(std::size_t set, key_type hash) noexcept {
        const std::size_t first = set * Ways, last = first + Ways - 1, i = place_of(set, hash);
        if (holds(set, i, hash)) return states_.at(set, i - first);
        if (i > last) return other_;
        std::size_t hole = first + used(set);
        if (hole > last) {
            hole = last;
            other_ += states_.at(set, Ways - 1);
        } else {
            ++used_[set];
        }
        for (std::size_t k = hole; k > i; --k)
            hashes_[k] = hashes_[k - 1];
        hashes_[i] = hash;
        return states_.open(set, i - first, hole - first);
    }
    constexpr void each_kept(auto &&f) const {
        for (std::size_t set = 0; set < sets; ++set)
            for (std::size_t i = 0; i < used(set); ++i)
                f(hashes_[set * Ways + i], states_.at(set, i));
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &hash : self.hashes_)
            visit(hash);
        for (auto &n : self.used_)
            visit(n);
        self.states_.fields(visit), self.other_.fields(visit);
    }

    std::array<key_type, N> hashes_{}; ///< of the keys, a set after the other: a bijection, no two share one
    std::array<std::uint32_t, sets> used_{};
    detail::sorted_states<A, sets, Ways> states_{};
    A other_{};
};

} // namespace kpi::inline v1
