// SPDX-License-Identifier: MIT
#pragma once

/// One saturating counter for each kind of a set, and nothing else: every counting metric is read from it.
/// Kinds outside the set are not counted here. `record` is one table look-up and one addition; `count` folds
/// to loads and adds of slots known at compile time. Law: exact. Empty: every count is 0.

#include <kpi/accumulator/detail/add_words.hpp>
#include <kpi/accumulator/detail/kind_batch.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/enumerators.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

/// Where the count of each kind lives. The table ends at the last kind used; kinds behind it share one slot.
/// On a 64-bit machine, where memory is cheaper than a comparison, kinds of one byte are looked up in all
/// 256, and a kind that is not counted adds 0 to a slot rather than branch.
template <kind_enum E, event_set<E> Kinds> struct slot_table {
    static constexpr bool unlisted = Kinds.unlisted;
    static constexpr std::size_t counters = Kinds.size() + std::size_t{Kinds.unlisted};
    static constexpr std::uint8_t not_counted = 0xff;

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
    static constexpr std::uint8_t slot(std::size_t k) noexcept {
        if (k < 64 && ((Kinds.bits >> k) & 1u) != 0)
            return static_cast<std::uint8_t>(std::popcount(Kinds.bits & ((std::uint64_t{1} << k) - 1)));
        if constexpr (Kinds.unlisted)
            if (k >= 64 || ((listed() >> k) & 1u) == 0) return Kinds.size();
        return not_counted;
    }
    static constexpr bool every_byte = sizeof(E) == 1 && sizeof(void *) > 4;
    /// Whether each kind that exists has a counter and is its slot: any other byte came from a wire, and is
    /// rare.
    static constexpr bool kind_is_slot = [] {
        constexpr bool first_ones = (Kinds.bits & (Kinds.bits + 1)) == 0;
        if constexpr (every_byte && first_ones && !Kinds.unlisted && named_enum<E>)
            return (enumerator_bits<E>() & ~Kinds.bits) == 0;
        return false;
    }();
    struct entry {
        std::uint8_t slot{}, adds{};
    };
    static constexpr auto table = [] {
        std::array<std::conditional_t<every_byte, entry, std::uint8_t>, every_byte ? 256 : length()> filled{};
        for (std::size_t k = 0; k < filled.size(); ++k)
            if constexpr (!every_byte)
                filled[k] = slot(k);
            else if (slot(k) != not_counted)
                filled[k] = {slot(k), 1};
        return filled;
    }();

    /// The kind that is counted in a slot.
    [[nodiscard]] static constexpr std::uint8_t kind_in(std::size_t s) noexcept {
        std::uint64_t left = Kinds.bits;
        for (; s > 0; --s)
            left &= left - 1;
        return static_cast<std::uint8_t>(std::countr_zero(left));
    }
    /// A kind's slot, and how often it counts: once or not at all.
    [[nodiscard]] static constexpr entry of(E kind) noexcept {
        if constexpr (every_byte) {
            return table[static_cast<std::uint8_t>(kind)];
        } else {
            const auto k = static_cast<std::size_t>(kind);
            const std::uint8_t s = k < table.size() ? table[k] : slot(64);
            return {s, s != not_counted};
        }
    }
};

} // namespace detail

template <kind_enum E, event_set<E> Kinds, counter Count = std::uint32_t> class tally {
    static_assert(!Kinds.empty(), "a tally needs a kind to count");
    static_assert(!Kinds.unlisted || named_enum<E>,
                  "unlisted kinds need an enumeration with a fixed underlying type");

public:
    using kind_slots = detail::slot_table<E, Kinds>; ///< which counter a kind has
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    static constexpr bool counters_alone = true;
    using count_type = Count;
    static constexpr event_set<E> kinds = Kinds; ///< the kinds that have a counter of their own

    /// Counts an event of a kind, or n. Bounded: one counter is touched, or none.
    constexpr void record(E kind) noexcept {
        if constexpr (kind_slots::kind_is_slot) {
            if (const auto k = static_cast<std::uint8_t>(kind); k < kind_slots::counters) [[likely]]
                count_more(counts_[k], Count{1});
        } else {
            record(kind, Count{1});
        }
    }
    constexpr void record(E kind, std::integral auto n) noexcept {
        const auto [slot, adds] = kind_slots::of(kind);
        if (!kind_slots::every_byte && adds == 0) return;
        count_more(counts_[slot], static_cast<Count>(to_count<Count>(n) * adds));
    }

    /// Counts a batch: equal to recording each, in any order.
    template <event Event> constexpr void record(std::span<const Event> events) noexcept {
        std::size_t done = 0;
        if (!std::is_constant_evaluated() && detail::worth_a_batch<kind_slots>(events.size()))
            done = detail::count_batch<kind_slots>(events, [this](std::size_t s, std::uint32_t n) {
                counts_[s] = saturating_add(counts_[s], to_count<Count>(n));
            });
        for (const Event &e : events.subspan(done))
            record(kpi::kind(e));
    }

    /// Takes n events of a kind back. It answers false and changes nothing if fewer were counted or the count
    /// is saturated.
    [[nodiscard]] constexpr bool retract(E kind, Count n = 1) noexcept {
        const auto [slot, adds] = kind_slots::of(kind);
        return adds == 0 || take_off(counts_[slot], n);
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
        std::size_t s = 0;
#ifdef KPI_DETAIL_ADD_WORDS
        if constexpr (sizeof(Count) == 4)
            if (!std::is_constant_evaluated())
                s = detail::add_words<kind_slots::counters>(counts_.data(), other.counts_.data());
#endif
        for (; s < counts_.size(); ++s)
            counts_[s] = saturating_add(counts_[s], other.counts_[s]);
        return *this;
    }
    friend constexpr bool operator==(const tally &, const tally &) = default;
    constexpr void reset() noexcept { *this = tally{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &c : self.counts_)
            visit(c);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(Kinds), say(sizeof(Count)); }

private:
    template <event_set<E> Asked> static constexpr std::size_t nth(std::size_t i) noexcept {
        std::uint64_t left = Asked.bits;
        for (; i > 0; --i)
            left &= left - 1;
        return left != 0 ? kind_slots::slot(static_cast<std::size_t>(std::countr_zero(left))) : Kinds.size();
    }

    std::array<Count, kind_slots::counters> counts_{};
};

} // namespace kpi::inline v1
