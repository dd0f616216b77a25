// SPDX-License-Identifier: MIT
#pragma once

/// How many different ids of 0..N-1 have been seen, one bit each: for ids that are dense and small (a rep, a
/// row of a list). An event whose id is past the end is counted in other(), since nobody knows whether that
/// id is new. Empty: 0. Law: exact. 4 bytes for each 32 ids, and 4.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/cardinality.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1 {

template <std::uint32_t N> class distinct_dense {
    static_assert(N > 0, "distinct_dense: at least one id");

public:
    using event = std::uint32_t;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    /// One event of an id. Bounded: one bit is touched, or one counter.
    constexpr void record(event id) noexcept { record(id, 1); }
    /// n events of an id, at the cost of one.
    constexpr void record(event id, std::integral auto n) noexcept {
        const auto times = to_count<count_type>(n);
        if (id < N)
            seen_[id / 32] |= std::uint32_t{times != 0} << (id % 32);
        else
            other_ = saturating_add(other_, times);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> ids) noexcept {
        for (const event id : ids)
            record(id);
    }
    template <detail::id_cut_by<event> X>
    void record(X, auto...) = delete; ///< the id would be cut: name the type of yours, as std::uint64_t
    bool retract(event) = delete;     ///< an id may have come many times: a bit does not tell how often

    /// Whether this id was recorded; false for an id past the end.
    [[nodiscard]] constexpr bool contains(std::integral auto id) const noexcept {
        if (std::cmp_less(+id, 0) || std::cmp_greater_equal(+id, N)) return false;
        const auto i = static_cast<event>(id);
        return ((seen_[i / 32] >> (i % 32)) & 1u) != 0;
    }
    /// How many different ids below N were recorded. Cost: N / 32 words.
    [[nodiscard]] constexpr cardinality value() const noexcept {
        std::uint64_t n = 0;
        for (const std::uint32_t word : seen_)
            n += static_cast<std::uint64_t>(std::popcount(word));
        return cardinality{n};
    }
    /// How many events had an id past the end.
    [[nodiscard]] constexpr count_type other() const noexcept { return other_; }

    constexpr distinct_dense &operator+=(const distinct_dense &o) noexcept {
        for (std::size_t i = 0; i < seen_.size(); ++i)
            seen_[i] |= o.seen_[i];
        other_ = saturating_add(other_, o.other_);
        return *this;
    }
    friend constexpr bool operator==(const distinct_dense &, const distinct_dense &) = default;
    constexpr void reset() noexcept {
        seen_.fill(0);
        other_ = 0;
    }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &word : self.seen_)
            visit(word);
        visit(self.other_);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(N); }

private:
    std::array<std::uint32_t, (std::size_t{N} + 31) / 32> seen_{};
    count_type other_{};
};

} // namespace kpi::inline v1
