// SPDX-License-Identifier: MIT
#pragma once

/// One saturating counter for each kind of a set, and nothing else: what every counting metric is read from.
/// Kinds outside the set are not counted here. `record` is one table look-up and one addition; `count` folds
/// to loads and adds of slots known at compile time. Law: exact. Empty: every count is 0.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/enumerators.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

/// Where the count of each kind lives. The table ends at the last kind used; what lies behind it shares one
/// slot.
template <kind_enum E, event_set<E> Kinds> struct slot_table {
    static constexpr std::size_t counters = Kinds.size() + std::size_t{Kinds.unlisted};
    static constexpr std::size_t ignored = counters;

    static constexpr std::uint64_t listed() noexcept {
        if constexpr (named_enum<E>)
            return enumerator_bits<E>();
        else
            return ~std::uint64_t{};
    }
    /// Kinds that a table has to tell apart: those counted, and with `unlisted` every enumerator.
    static constexpr std::size_t length() noexcept {
        std::uint64_t told_apart = Kinds.bits;
        if constexpr (Kinds.unlisted) told_apart |= listed();
        return 64u - static_cast<std::size_t>(std::countl_zero(told_apart));
    }
    static constexpr std::size_t slot(std::size_t k) noexcept {
        if (((Kinds.bits >> k) & 1u) != 0)
            return static_cast<std::size_t>(std::popcount(Kinds.bits & ((std::uint64_t{1} << k) - 1)));
        if constexpr (Kinds.unlisted)
            if (((listed() >> k) & 1u) == 0) return Kinds.size();
        return ignored;
    }
    static constexpr std::array<std::uint8_t, length()> table = [] {
        std::array<std::uint8_t, length()> filled{};
        for (std::size_t k = 0; k < filled.size(); ++k)
            filled[k] = static_cast<std::uint8_t>(slot(k));
        return filled;
    }();
    static constexpr std::size_t behind = Kinds.unlisted ? Kinds.size() : ignored;

    [[nodiscard]] static constexpr std::size_t of(E kind) noexcept {
        const auto k = static_cast<std::size_t>(kind);
        return k < table.size() ? table[k] : behind;
    }
};

} // namespace detail

template <kind_enum E, event_set<E> Kinds, counter Count = std::uint32_t> class tally {
    static_assert(!Kinds.empty(), "a tally needs a kind to count");
    static_assert(!Kinds.unlisted || named_enum<E>,
                  "unlisted kinds need an enumeration with a fixed underlying type");
    using layout = detail::slot_table<E, Kinds>;

public:
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    static constexpr bool counters_alone = true;
    static constexpr event_set<E> kinds = Kinds;

    /// Counts n events of a kind. Bounded: one counter is touched, or none.
    constexpr void record(E kind, Count n = 1) noexcept {
        const std::size_t s = layout::of(kind);
        if (s != layout::ignored) counts_[s] = saturating_add(counts_[s], n);
    }

    /// Counts a batch: equal to recording each, in any order. Four banks by position, so that runs of one
    /// kind do not wait for their own store; what the set does not hold goes to a spare slot, so the loop has
    /// no branch.
    template <event Event> constexpr void record(std::span<const Event> events) noexcept {
        constexpr std::size_t banks = 4, block = std::size_t{1} << 30; // no bank overflows within a block
        while (!events.empty()) {
            const auto part = events.first(events.size() < block ? events.size() : block);
            events = events.subspan(part.size());
            std::array<std::array<std::uint32_t, layout::counters + 1>, banks> bank{};
            std::size_t i = 0;
            for (; i + banks <= part.size(); i += banks)
                for (std::size_t b = 0; b < banks; ++b)
                    ++bank[b][layout::of(kpi::kind(part[i + b]))];
            for (; i < part.size(); ++i)
                ++bank[0][layout::of(kpi::kind(part[i]))];
            for (std::size_t s = 0; s < layout::counters; ++s)
                for (const auto &counted : bank)
                    counts_[s] = saturating_add(counts_[s], to_count<Count>(counted[s]));
        }
    }

    /// Takes n events of a kind back. False, and nothing happens, where fewer were counted or the count is
    /// saturated.
    [[nodiscard]] constexpr bool retract(E kind, Count n = 1) noexcept {
        const std::size_t s = layout::of(kind);
        return s == layout::ignored || take_off(counts_[s], n);
    }

    /// How many events of these kinds: their sum, which saturates too.
    template <event_set<E> Asked> [[nodiscard]] constexpr Count count() const noexcept {
        static_assert(Kinds.contains(Asked), "this tally does not count every kind of that set");
        return [this]<std::size_t... I>(std::index_sequence<I...>) {
            Count sum{};
            ((sum = saturating_add(sum, counts_[nth<Asked>(I)])), ...);
            return sum;
        }
        (std::make_index_sequence<Asked.size() + std::size_t{Asked.unlisted}>{});
    }

    constexpr tally &operator+=(const tally &other) noexcept {
        for (std::size_t s = 0; s < counts_.size(); ++s)
            counts_[s] = saturating_add(counts_[s], other.counts_[s]);
        return *this;
    }
    friend constexpr bool operator==(const tally &, const tally &) = default;
    constexpr void reset() noexcept { *this = tally{}; }

    constexpr void fields(auto &&visit) noexcept { each(counts_, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(counts_, visit); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Kinds), say(sizeof(Count));
    }

private:
    template <event_set<E> Asked> static constexpr std::size_t nth(std::size_t i) noexcept {
        std::uint64_t left = Asked.bits;
        for (; i > 0; --i)
            left &= left - 1;
        return left != 0 ? layout::slot(static_cast<std::size_t>(std::countr_zero(left))) : Kinds.size();
    }
    static constexpr void each(auto &counts, auto &&visit) noexcept {
        for (auto &c : counts)
            visit(c);
    }

    std::array<Count, layout::counters> counts_{};
};

} // namespace kpi::inline v1
