// SPDX-License-Identifier: MIT
#pragma once

/// The K most frequent ids (prospects touched most, reasons for loss), in descending order: Space-Saving (A.
/// Metwally, D. Agrawal, A. El Abbadi, ICDT 2005), where an id that finds no entry takes over the last one
/// and what was counted there, and the merge of P. Agarwal et al. ("Mergeable summaries", PODS 2012, section
/// 3). Each entry says by how much it may be too high, so that for every id
///
///     count - over <= true count <= count,   over <= least() <= total() / K
///
/// and an id that has no entry came least() times at most. Exact as long as there are no more than K
/// different ids. Every event is in total(). Law: within a bound, this one, in whatever order and however
/// merged. Empty: no entries. Cost of record: one look at each entry; of a merge, K squared.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

template <std::size_t K, std::unsigned_integral Id = std::uint32_t, counter Count = std::uint32_t> class top {
    static_assert(K > 0, "top: at least one entry");

public:
    using event = Id;
    using count_type = Count;
    static constexpr law keeps = law::within_a_bound;
    static constexpr bool retractable = false;

    struct entry {
        Id id{};
        Count count{}; ///< at most so often
        Count over{};  ///< of which so many may have been others

        /// At least so often.
        [[nodiscard]] constexpr Count guaranteed() const noexcept { return static_cast<Count>(count - over); }

        friend constexpr bool operator==(const entry &, const entry &) = default;
    };

    /// One event of an id.
    constexpr void record(event id) noexcept { record(id, 1); }
    /// n events of an id, at the cost of one.
    constexpr void record(event id, count_type n) noexcept {
        if (n == 0) return;
        total_ = saturating_add(total_, n);
        std::size_t i = position(id);
        if (i == K) entries_[--i] = {id, least(), least()};
        entries_[i].id = id;
        entries_[i].count = saturating_add(entries_[i].count, n);
        rise(i);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> ids) noexcept {
        for (const event id : ids)
            record(id);
    }
    bool retract(event) = delete; ///< an id may have been counted under the entry of another

    /// The most frequent ones, the most frequent first, equal ones by their ids.
    [[nodiscard]] constexpr std::span<const entry> entries() const noexcept {
        std::size_t size = 0;
        while (size < K && entries_[size].count != 0)
            ++size;
        return std::span{entries_}.first(size);
    }
    /// The entry of an id; nullopt where it has none.
    [[nodiscard]] constexpr std::optional<entry> find(event id) const noexcept {
        const std::size_t i = position(id);
        return i < K && entries_[i].count != 0 ? std::optional{entries_[i]} : std::nullopt;
    }
    /// How often an id that has no entry came at most: 0 until all entries are taken.
    [[nodiscard]] constexpr Count least() const noexcept { return entries_[K - 1].count; }
    /// How many events there were.
    [[nodiscard]] constexpr Count total() const noexcept { return total_; }
    /// True where no id behind the first n entries can have come more often than any of them.
    [[nodiscard]] constexpr bool certain(std::size_t n) const noexcept {
        if (n > K) return false;
        const Count behind = entries_[n < K ? n : K - 1].count;
        for (std::size_t i = 0; i < n; ++i)
            if (entries_[i].count == 0 || entries_[i].guaranteed() < behind) return false;
        return !is_saturated(behind);
    }

    constexpr top &operator+=(const top &other) noexcept {
        top sum;
        for (const entry &mine : entries())
            sum.put(added(mine, other.find(mine.id), other.least()));
        for (const entry &theirs : other.entries())
            if (!find(theirs.id)) sum.put(added(theirs, std::nullopt, least()));
        sum.total_ = saturating_add(total_, other.total_);
        return *this = sum;
    }
    friend constexpr bool operator==(const top &, const top &) = default;
    constexpr void reset() noexcept { *this = top{}; }

    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(K), say(sizeof(Id)), say(sizeof(Count)); }

private:
    static constexpr bool before(const entry &a, const entry &b) noexcept {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
    }
    /// What the entry and that of the same id elsewhere say together; an id that has none there came `least`
    /// times at most, and perhaps never.
    static constexpr entry added(const entry &a, const std::optional<entry> &b, Count least) noexcept {
        return {a.id, saturating_add(a.count, b ? b->count : least),
                saturating_add(a.over, b ? b->over : least)};
    }

    /// The entry of the id, else the first free one, else K.
    [[nodiscard]] constexpr std::size_t position(event id) const noexcept {
        std::size_t i = 0;
        while (i < K && entries_[i].id != id)
            ++i;
        if (i < K || least() != 0) return i; // of id 0 it may be the first free one, which looks the same
        for (i = 0; entries_[i].count != 0;)
            ++i;
        return i;
    }
    constexpr void rise(std::size_t i) noexcept {
        const entry risen = entries_[i];
        for (; i > 0 && before(risen, entries_[i - 1]); --i)
            entries_[i] = entries_[i - 1];
        entries_[i] = risen;
    }
    /// Keeps the entry, if it is among the first K.
    constexpr void put(const entry &e) noexcept {
        if (entries_[K - 1].count != 0 && !before(e, entries_[K - 1])) return;
        entries_[K - 1] = e;
        rise(K - 1);
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &e : self.entries_)
            visit(e.id), visit(e.count), visit(e.over);
        visit(self.total_);
    }

    std::array<entry, K> entries_{};
    Count total_{};
};

} // namespace kpi::inline v1
