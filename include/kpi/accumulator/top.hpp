// SPDX-License-Identifier: MIT
#pragma once

/// The K most frequent ids (prospects touched most, reasons for loss): Space-Saving (A. Metwally, D. Agrawal,
/// A. El Abbadi, ICDT 2005), where an id without an entry takes over the first one with the least count, and
/// that count, and the merge of P. Agarwal et al. ("Mergeable summaries", PODS 2012, section 3). Each entry
/// says by how much it may be too high, so that for every id
///
///     count - over <= true count <= count,   over <= least() <= total() / K
///
/// and an id without an entry came least() times at most. Exact as long as there are no more than K different
/// ids. Every event is in total(). Law: within a bound, this one, in any order and however merged. Empty: no
/// entries. Cost of record: one look at each entry; of a read and of a merge, K squared, because entries are
/// put in order when you ask for them.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/detail/find_word.hpp>
#include <kpi/accumulator/ranking.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

template <std::size_t K, std::unsigned_integral Id = std::uint32_t, counter Count = std::uint32_t> class top {
    static_assert(K > 0, "top: at least one entry");

public:
    using event = Id;
    using count_type = Count;
    static constexpr law keeps = law::within_a_bound;
    static constexpr bool retractable = false;

    using entry = frequency<Id, Count>; ///< an id and its count

    /// One event of an id.
    constexpr void record(event id) noexcept { record(id, 1); }
    /// n events of an id, at the cost of one.
    constexpr void record(event id, std::integral auto n) noexcept {
        const auto times = to_count<count_type>(n);
        if (times == 0) return;
        total_ = saturating_add(total_, times);
        if constexpr (in_vectors)
            if (!std::is_constant_evaluated()) return record_in_vectors(id, times);
        std::size_t i = position(id);
        if (i == K) take_over(i = position_of_least(), id);
        counts_[i] = saturating_add(counts_[i], times);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> ids) noexcept {
        for (const event id : ids)
            record(id);
    }
    template <detail::id_cut_by<event> X>
    void record(X, auto...) = delete; ///< the id would be cut: name the type of yours, as std::uint64_t
    bool retract(event) = delete;     ///< an id may have been counted under the entry of another

    /// The most frequent ids, the most frequent first, equally frequent ones by their ids.
    [[nodiscard]] constexpr ranking<K, Id, Count> entries() const noexcept {
        ranking<K, Id, Count> all;
        for (std::size_t i = 0; i < K; ++i)
            if (counts_[i] != 0) all.put(at(i));
        return all;
    }
    /// The entry of an id; nullopt if it has none.
    [[nodiscard]] constexpr std::optional<entry> find(std::integral auto id) const noexcept {
        if (!std::in_range<event>(+id)) return std::nullopt;
        const std::size_t i = position(static_cast<event>(id));
        return i < K && counts_[i] != 0 ? std::optional{at(i)} : std::nullopt;
    }
    /// How often an id without an entry came at most: 0 until all entries are taken.
    [[nodiscard]] constexpr Count least() const noexcept { return counts_[position_of_least()]; }
    /// How many events there were.
    [[nodiscard]] constexpr Count total() const noexcept { return total_; }
    /// True if no id behind the first n entries can have come more often than any of them.
    [[nodiscard]] constexpr bool certain(std::size_t n) const noexcept {
        const auto all = entries();
        if (n > all.size()) return false;
        const Count behind = n < K && n < all.size() ? all[n].count : least();
        for (std::size_t i = 0; i < n; ++i)
            if (all[i].guaranteed() < behind) return false;
        return !is_saturated(behind);
    }

    constexpr top &operator+=(const top &other) noexcept {
        if (other.total_ == 0) return *this;
        if (total_ == 0) return *this = other;
        ranking<K, Id, Count> sum;
        for (std::size_t i = 0; i < K; ++i) {
            if (counts_[i] != 0) sum.put(added(at(i), other.find(ids_[i]), other.least()));
            if (other.counts_[i] != 0 && !find(other.ids_[i]))
                sum.put(added(other.at(i), std::nullopt, least()));
        }
        const Count total = saturating_add(total_, other.total_);
        *this = top{};
        total_ = total;
        for (std::size_t i = 0; i < sum.size(); ++i)
            ids_[i] = sum[i].id, counts_[i] = sum[i].count, overs_[i] = sum[i].over;
        return *this;
    }
    friend constexpr bool operator==(const top &, const top &) = default;
    constexpr void reset() noexcept { *this = top{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(self)>>)
            self.with_least_ = {}; // the visitor may write fields that contradict it
        for (std::size_t i = 0; i < K; ++i)
            visit(self.ids_[i]), visit(self.counts_[i]), visit(self.overs_[i]);
        visit(self.total_);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(K), say(sizeof(Id)), say(sizeof(Count)); }

private:
    /// Whole vectors of ids and counts; places behind the K-th are no entries.
    static constexpr std::size_t places = (K + 3) / 4 * 4;
    static constexpr bool in_vectors =
        detail::words_in_vectors<Id, places> && detail::words_in_vectors<Count, places>;
    /// A bit for each entry with the least count, or no bit if they are not known. They follow from the
    /// counts, so they are no field, and all are equal.
    struct entries_with_least {
        std::uint64_t bits{};
        friend constexpr bool operator==(entries_with_least, entries_with_least) noexcept { return true; }
    };
    struct nothing {
        friend constexpr bool operator==(nothing, nothing) noexcept { return true; }
    };

    [[nodiscard]] constexpr entry at(std::size_t i) const noexcept {
        return {ids_[i], counts_[i], overs_[i]};
    }
    /// What an entry and that of the same id elsewhere say together; an id without one there came `least`
    /// times at most, and perhaps never.
    static constexpr entry added(const entry &a, const std::optional<entry> &b, Count least) noexcept {
        return {a.id, saturating_add(a.count, b ? b->count : least),
                saturating_add(a.over, b ? b->over : least)};
    }
    /// The first entry of the id, else K. For id 0 it may be a free entry, which looks the same.
    [[nodiscard]] constexpr std::size_t position(event id) const noexcept {
        std::size_t i = 0;
        while (i < K && ids_[i] != id)
            ++i;
        return i;
    }
    [[nodiscard]] constexpr std::size_t position_of_least() const noexcept {
        std::size_t least = 0;
        for (std::size_t i = 1; i < K; ++i)
            if (counts_[i] < counts_[least]) least = i;
        return least;
    }
#ifdef KPI_DETAIL_FIND_WORD
    static constexpr std::uint64_t all_entries = ~std::uint64_t{} >> (64 - K % 64) % 64;

    [[gnu::noinline]] void look_for_least() noexcept {
        with_least_.bits = detail::equal_words<places>(counts_.data(), least()) & all_entries;
    }
    void record_in_vectors(event id, count_type n) noexcept {
        std::size_t i = 0;
        if (const std::uint64_t same = detail::equal_words<places>(ids_.data(), id) & all_entries) {
            i = static_cast<std::size_t>(std::countr_zero(same));
        } else {
            if (with_least_.bits == 0) [[unlikely]]
                look_for_least();
            i = static_cast<std::size_t>(std::countr_zero(with_least_.bits));
            overs_[i] = counts_[i];
            detail::put_word(ids_.data(), i, id);
        }
        const Count before = counts_[i];
        counts_[i] = saturating_add(before, n);
        with_least_.bits &= ~(std::uint64_t{counts_[i] != before} << i);
    }
#endif
    constexpr void take_over(std::size_t i, event id) noexcept { ids_[i] = id, overs_[i] = counts_[i]; }

    std::array<Id, in_vectors ? places : K> ids_{};
    std::array<Count, in_vectors ? places : K> counts_{};
    std::array<Count, K> overs_{};
    Count total_{};
    [[no_unique_address]] std::conditional_t<in_vectors, entries_with_least, nothing> with_least_{};
};

} // namespace kpi::inline v1
