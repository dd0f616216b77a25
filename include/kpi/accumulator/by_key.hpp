// SPDX-License-Identifier: MIT
#pragma once

/// A state for each key where keys are sparse: ids of any size, N of them at most, in sets of `Ways`. A set
/// keeps the keys with the smallest hashes that it ever saw and hands the rest to "other". A key that is kept
/// has therefore been kept since its first event, whatever the order, so the states are exact even when the
/// table has overflowed, and the keys that are kept are then a fair sample of all. Groups + other = every
/// event. A set can be full while others have room: of 1,024 places in sets of 4 the first key is handed on
/// when about a quarter are taken, in sets of 16 when half are. Law: that of the state inside. Empty is all
/// zero bits. Cost of record: one hash and at most `Ways` comparisons; a key that comes in shifts a set and
/// may merge one state into other.

#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <span>

namespace kpi::inline v1 {

template <const auto &Dimension, std::size_t N, state A, std::size_t Ways = 4> class by_key {
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways),
                  "by_key: N is Ways times a power of two");
    static_assert(
        requires(const typename A::event &e) { Dimension(e); },
        "by_key: the event has not what this dimension groups by");
    using key_type = typename key_of<Dimension, typename A::event>::type;
    static constexpr std::size_t sets = N / Ways;

    struct cell {
        key_type hash{}; ///< of the key: a bijection, so no two keys share one
        std::uint32_t used{};
        A state{};
        friend constexpr bool operator==(const cell &, const cell &) = default;
    };

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
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> events) noexcept {
        for (const event &e : events)
            record(e);
    }
    /// Takes one event back from its key's state, or from other where the key was handed there. The key
    /// stays.
    [[nodiscard]] constexpr bool retract(const event &e) noexcept {
        const key_type hash = mix(Dimension(e));
        if (cell *const c = cell_of(*this, hash)) return c->state.retract(e);
        const cell &last = cells_[first_of_set(hash) + Ways - 1];
        return last.used != 0 && last.hash < hash && other_.retract(e); // else the key was never seen
    }

    /// The state of a key; nullptr where it is not kept.
    [[nodiscard]] constexpr const A *find(key_type key) const noexcept {
        const cell *const c = cell_of(*this, mix(key));
        return c != nullptr ? &c->state : nullptr;
    }
    /// What the keys that are not kept did, all together.
    [[nodiscard]] constexpr const A &other() const noexcept { return other_; }
    /// True while every key that anything was counted of is kept.
    [[nodiscard]] constexpr bool complete() const noexcept { return other_ == A{}; }
    /// How many keys are kept. Cost: N look-ups.
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        std::size_t n = 0;
        for (const cell &c : cells_)
            n += c.used;
        return n;
    }
    /// All keys and other, merged. Cost: N + 1 merges.
    [[nodiscard]] constexpr A total() const noexcept {
        A sum = other_;
        for (const cell &c : cells_)
            if (c.used != 0) sum += c.state;
        return sum;
    }
    /// Calls f(key, state) for each key that is kept and holds anything; other is none.
    constexpr void for_each(auto &&f) const {
        for (const cell &c : cells_)
            if (!(c.state == A{})) f(unmix(c.hash), c.state);
    }

    constexpr by_key &operator+=(const by_key &o) noexcept {
        for (const cell &c : o.cells_)
            if (c.used != 0) place(c.hash) += c.state;
        other_ += o.other_;
        return *this;
    }
    friend constexpr bool operator==(const by_key &, const by_key &) = default;
    constexpr void reset() noexcept {
        for (cell &c : cells_)
            c = cell{};
        other_.reset();
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
    static constexpr std::size_t first_of_set(key_type hash) noexcept {
        return static_cast<std::size_t>(hash % sets) * Ways;
    }
    static constexpr auto cell_of(auto &self, key_type hash) noexcept -> decltype(&self.cells_[0]) {
        const std::size_t first = first_of_set(hash);
        for (std::size_t i = first; i < first + Ways; ++i)
            if (self.cells_[i].used != 0 && self.cells_[i].hash == hash) return &self.cells_[i];
        return nullptr;
    }
    /// The state that an event of this hash belongs to; makes room in ascending order of hashes.
    constexpr A &place(key_type hash) noexcept {
        const std::size_t first = first_of_set(hash), last = first + Ways - 1;
        std::size_t i = first;
        while (i <= last && cells_[i].used != 0 && cells_[i].hash < hash)
            ++i;
        if (i > last) return other_;
        if (cells_[i].used != 0 && cells_[i].hash == hash) return cells_[i].state;
        if (cells_[last].used != 0) other_ += cells_[last].state;
        for (std::size_t j = last; j > i; --j)
            cells_[j] = cells_[j - 1];
        cells_[i] = cell{hash, 1, A{}};
        return cells_[i].state;
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &c : self.cells_) {
            visit(c.hash), visit(c.used);
            c.state.fields(visit);
        }
        self.other_.fields(visit);
    }

    std::array<cell, N> cells_{};
    A other_{};
};

} // namespace kpi::inline v1
