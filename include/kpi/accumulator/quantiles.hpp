// SPDX-License-Identifier: MIT
#pragma once

/// The distribution of whole numbers (seconds to a reply, cents) as a log-linear histogram: one counter for
/// each value below `OneIn`, and from there on OneIn / 2 for each doubling, so that every bucket is at most 2
/// / OneIn of its values wide and its middle at most 1 / OneIn off, over the whole range of Value. The idea
/// is HdrHistogram's (Tene, 2012), the index a bit width and a shift; with 2 digits it has the buckets of
/// quantiles<256>, half as wide as the default's. Merging adds counters and loses nothing. The default is off
/// by 1/128 at most, 0.8 %, in 6,912 bytes; for 64-bit values in 15,104. Law: exact. While empty, reads are
/// absent; once a counter is saturated, so are those that depend on it. Every read goes over all counters.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/bounds.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quantile.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/uint128.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace kpi::inline v1 {

template <std::uint32_t OneIn = 128, std::unsigned_integral Value = std::uint32_t,
          counter Count = std::uint32_t>
class quantiles {
    static constexpr unsigned kept_bits = static_cast<unsigned>(std::bit_width(OneIn)) - 1;
    static_assert(std::has_single_bit(OneIn) && OneIn > 1, "quantiles: OneIn is a power of two");
    static_assert(kept_bits <= std::numeric_limits<Value>::digits,
                  "quantiles: so fine that each value has its counter; use a wider Value or a smaller OneIn");

public:
    using event = Value;
    using count_type = Count;
    using answer = kpi::quantile<Value>; ///< a value's bounds, and the number of values
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    /// How many counters it has.
    static constexpr std::size_t buckets =
        (std::numeric_limits<Value>::digits - kept_bits + 2) * std::size_t{OneIn / 2};

    /// One value. Bounded: one counter is touched.
    constexpr void record(event x) noexcept { record(x, 1); }
    /// n times the same value, at the cost of one.
    constexpr void record(event x, std::integral auto n) noexcept {
        count_more(counts_[index(x)], to_count<Count>(n));
    }
    /// A batch: equal to recording each value.
    constexpr void record(std::span<const event> values) noexcept {
        for (const event x : values)
            record(x);
    }
    template <detail::cut_by<event> X>
    void record(X, auto...) = delete; ///< not every such number fits: give whole ones of type event, as 5u
    /// Takes one value back. False, with no change, if its bucket is empty or saturated.
    [[nodiscard]] constexpr bool retract(event x) noexcept { return take_off(counts_[index(x)], Count{1}); }
    template <detail::cut_by<event> X> bool retract(X) = delete; ///< as of record

    /// How many values; the maximum if a counter is saturated.
    [[nodiscard]] constexpr std::uint64_t count() const noexcept {
        std::uint64_t n = 0;
        for (const Count c : counts_)
            n = is_saturated(c) ? saturation<std::uint64_t> : saturating_add<std::uint64_t>(n, c);
        return n;
    }
    [[nodiscard]] constexpr bool saturated() const noexcept { return is_saturated(count()); }

    /// The smallest value that part / whole of all values do not exceed (nearest rank): quantile(95, 100) is
    /// the 95th percentile, quantile(0, 1) the least value, quantile(1, 1) the greatest. Exact integers. Too
    /// few if less than one value would be on the quantile's shorter side. Absent for a part above the whole.
    [[nodiscard]] constexpr answer quantile(auto part, auto whole) const noexcept {
        constexpr bool of_integers = std::integral<decltype(part)> && std::integral<decltype(whole)>;
        static_assert(of_integers, "quantile: the rank is a part and a whole, as quantile(95, 100)");
        if constexpr (of_integers) {
            if (std::cmp_less(+part, 0) || std::cmp_less(+whole, 0)) return {};
            return at_rank(static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(whole));
        } else {
            return {};
        }
    }
    /// The middle value; for an even number of values, the mean of the two middle ones.
    [[nodiscard]] constexpr answer median() const noexcept {
        const std::uint64_t n = count();
        if (n == 0 || is_saturated(n)) return {0, 0, n, false};
        const auto ranked = [&](std::uint64_t rank) {
            return first([&](std::uint64_t up_to) { return rank <= up_to; });
        };
        const auto a = ranked(n / 2 + n % 2), b = ranked(n / 2 + 1);
        return {static_cast<Value>(a.low + (b.low - a.low) / 2),
                static_cast<Value>(b.high - (b.high - a.high) / 2), n, n < 2};
    }

    /// How many values were at most x: none if x is below 0, all from the greatest Value on.
    [[nodiscard]] constexpr bounds<std::uint64_t> rank(std::integral auto x) const noexcept {
        if (std::cmp_less(+x, 0)) return {};
        const Value limit = to_count<Value>(x);
        const std::size_t last = index(limit);
        const bool whole_bucket = edge(limit) == limit;
        bounds<std::uint64_t> r;
        for (std::size_t i = 0; i <= last; ++i) {
            const Count c = counts_[i];
            if (i < last || whole_bucket) r.low = saturating_add<std::uint64_t>(r.low, c);
            r.high = is_saturated(c) ? saturation<std::uint64_t> : saturating_add<std::uint64_t>(r.high, c);
        }
        return r;
    }
    /// The share of values that were at most the limit, as in "answered within the hour". Certain if
    /// edge(limit) is the limit, or if its bucket is empty.
    [[nodiscard]] constexpr bounds<proportion<std::uint64_t>>
    within(std::integral auto limit) const noexcept {
        const std::uint64_t n = count();
        if (is_saturated(n)) return {};
        const bounds<std::uint64_t> r = rank(limit);
        return {{r.low, n}, {r.high, n}};
    }
    /// The greatest value that is counted together with x, or with the Value nearest to x. Below OneIn it is
    /// x itself.
    [[nodiscard]] static constexpr Value edge(std::integral auto x) noexcept {
        return bucket(index(to_count<Value>(x))).high;
    }

    constexpr quantiles &operator+=(const quantiles &other) noexcept {
        for (std::size_t i = 0; i < buckets; ++i)
            counts_[i] = saturating_add(counts_[i], other.counts_[i]);
        return *this;
    }
    friend constexpr bool operator==(const quantiles &, const quantiles &) = default;
    constexpr void reset() noexcept { counts_.fill(0); }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &c : self.counts_)
            visit(c);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(OneIn), say(sizeof(Value)), say(sizeof(Count));
    }

private:
    [[nodiscard]] constexpr answer at_rank(std::uint64_t part, std::uint64_t whole) const noexcept {
        const std::uint64_t n = count();
        if (n == 0 || is_saturated(n)) return {0, 0, n, false};
        if (part > whole || whole == 0) return {};
        const uint128 wanted = uint128::product(n, part);
        const auto b = first([&](std::uint64_t up_to) { return wanted <= uint128::product(up_to, whole); });
        const std::uint64_t shorter = part < whole - part ? part : whole - part;
        return {b.low, b.high, n, shorter != 0 && uint128::product(n, shorter) < uint128{0, whole}};
    }
    using word = std::conditional_t<(sizeof(Value) <= 4), std::uint32_t, std::uint64_t>;
    static constexpr std::size_t half = OneIn / 2;

    // A value is told by its leading `kept_bits` bits and the number of bits behind them. Values from half to
    // OneIn - 1 stand for themselves; with each further bit, the next `half` counters begin.
    static constexpr std::size_t index(Value x) noexcept {
        constexpr unsigned last = std::numeric_limits<word>::digits - 1; // by xor: one instruction on x86
        const auto top = static_cast<unsigned>(std::countl_zero(word{x} | (OneIn - 1))) ^ last;
        const unsigned behind = top + 1 - kept_bits;
        return behind * half + static_cast<std::size_t>(word{x} >> behind);
    }
    static constexpr bounds<Value> bucket(std::size_t i) noexcept {
        const std::size_t behind = i < OneIn ? 0 : i / half - 1;
        const word low = static_cast<word>(i - behind * half) << behind;
        return {static_cast<Value>(low), static_cast<Value>(low + ((word{1} << behind) - 1))};
    }
    /// The first bucket that is not empty and for which `reached(how many values up to it)`, or the last.
    constexpr bounds<Value> first(auto &&reached) const noexcept {
        std::uint64_t up_to = 0;
        std::size_t i = 0;
        for (; i + 1 < buckets; ++i) {
            up_to += counts_[i];
            if (counts_[i] != 0 && reached(up_to)) break;
        }
        return bucket(i);
    }

    std::array<Count, buckets> counts_{};
};

} // namespace kpi::inline v1
