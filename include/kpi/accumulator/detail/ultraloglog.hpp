// SPDX-License-Identifier: MIT
#pragma once

/// UltraLogLog (O. Ertl, PVLDB 17(7), 2024): a set of ids in m = 2^p registers of a byte. A hash of w bits
/// (64, or 32 for ids that have no more) says which register (its p leading bits) and, by the ones behind
/// them, an update value k in 1..w+1-p, which has the probability 2^-k (the last one has that of the last but
/// one). A register keeps the greatest k it met, and whether it met k-1 and k-2: 4k + two bits (section 3).
/// So the sketch is a function of the set, and merging is a union.

#include <kpi/core/math.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace kpi::inline v1::detail::ultraloglog {

using sketch_register = std::uint8_t;

/// The update values that a register knows of: bit k + 2 for each.
[[nodiscard]] constexpr std::uint64_t met(sketch_register r) noexcept {
    return (std::uint64_t{4} + (r & 3u)) << (r >> 2) & ~std::uint64_t{7};
}
/// What a register keeps of them: the greatest, and whether the two below it are there.
[[nodiscard]] constexpr sketch_register kept(std::uint64_t values) noexcept {
    if (values == 0) return 0;
    const auto k = static_cast<unsigned>(std::bit_width(values)) - 3u;
    return static_cast<sketch_register>(4 * k + static_cast<unsigned>(values >> k) - 4);
}
/// What two registers know together.
[[nodiscard]] constexpr sketch_register joined(sketch_register a, sketch_register b) noexcept {
    return kept(met(a) | met(b));
}

/// For each register, what a hash needs behind its leading bits to be news: as many ones at the front as the
/// least update value that the register does not know of.
template <std::unsigned_integral Hash>
inline constexpr auto least_news = [] {
    constexpr Hash all = (std::numeric_limits<Hash>::max)();
    constexpr unsigned digits = std::numeric_limits<Hash>::digits;
    std::array<Hash, 256> least{};
    for (unsigned r = 0; r < least.size(); ++r) {
        const auto known = static_cast<sketch_register>(r);
        unsigned ones = r < 12 ? 0 : (r >> 2) - 3;
        while (ones < digits && kept(met(known) | std::uint64_t{8} << ones) == known)
            ++ones;
        least[r] = static_cast<Hash>(ones < digits ? all ^ (all >> ones) : all);
    }
    return least;
}();
/// What becomes of each register, by how many ones the hash has, at most Most.
template <unsigned Most>
inline constexpr auto after_ones = [] {
    std::array<std::array<sketch_register, 256>, Most + 1> after{};
    for (unsigned ones = 0; ones < after.size(); ++ones)
        for (unsigned r = 0; r < 256; ++r)
            after[ones][r] = kept(met(static_cast<sketch_register>(r)) | std::uint64_t{8} << ones);
    return after;
}();

/// What the hash of an id tells: the register, and how many ones are behind, one less than the update value.
/// Large machines look it up; for 64 bits, only whether it is news.
template <unsigned P, std::unsigned_integral Hash> struct news {
    static constexpr bool looked_up = sizeof(void *) > 4;
    static constexpr unsigned digits = std::numeric_limits<Hash>::digits;

    std::size_t of{};
    Hash behind{};

    /// The news of a hash; none if nothing happened.
    constexpr explicit news(Hash hash, bool happened = true) noexcept
        : of{static_cast<std::size_t>(hash >> (digits - P))}, behind{static_cast<Hash>(
                                                                  (hash << P) & (Hash{} - Hash{happened}))} {}

    [[nodiscard]] constexpr unsigned ones() const noexcept {
        return static_cast<unsigned>(std::countl_zero(static_cast<Hash>(~behind)));
    }
    /// True if the register knows the value, so that it cannot be news; false for some of those, too. Large
    /// machines compare with the least value that it does not know, others with three below its greatest.
    [[nodiscard]] constexpr bool are_old(sketch_register r) const noexcept {
        if constexpr (looked_up)
            return behind < least_news<Hash>[r];
        else
            return 4 * ones() + 15 < r; // at most 255, of 60 ones
    }
    /// Tells the register, without a branch. Answers by how much its greatest value has grown.
    constexpr std::uint32_t tell(sketch_register &r) const noexcept {
        const sketch_register before = r;
        if constexpr (looked_up && digits == 32)
            r = after_ones<digits - P>[ones()][before];
        else
            r = kept(met(before) | std::uint64_t{8} << ones());
        return (std::uint32_t{r} >> 2) - (std::uint32_t{before} >> 2);
    }
};

/// What the likelihood of n is made of: ln L(x) = sum over u of beta[u] ln(1 - e^(-x / 2^u)) - alpha x with x
/// = n / m (section 3.1). An update value that was met adds to beta; one that would have been noticed but was
/// not met adds to alpha. Integers: alpha is told in units of 2^-last.
struct likelihood {
    std::uint64_t alpha{};
    std::array<std::uint32_t, 64> beta{};
    unsigned last{}; ///< w - p: the update value with the smallest probability

    constexpr likelihood(std::span<const sketch_register> registers, unsigned last_) noexcept : last{last_} {
        for (const sketch_register r : registers) {
            const unsigned k = r >> 2;
            if (k <= last) alpha += std::uint64_t{1} << (last - k); // no greater one was met
            if (k > 0) add(k, 1);
            if (k > 1) add(k - 1, (r >> 1) & 1u);
            if (k > 2) add(k - 2, r & 1u);
        }
    }

private:
    constexpr void add(unsigned k, unsigned was_met) noexcept {
        beta[k < last ? k : last] += was_met;
        alpha += std::uint64_t{1 - was_met} << (last - (k < last ? k : last));
    }
};

/// The x with the greatest likelihood, by Newton's method on alpha x = sum of beta[u] c(x / 2^u), where c(y)
/// = y / (e^y - 1). The difference of both sides is concave, so from below it converges from below, about
/// five steps. No exponential is needed: c(2y) = c(y)^2 / (c(y) + y/2), from a series for a small y upwards;
/// h = 1 - c is carried along, so that nothing cancels. (Ertl, arXiv:1702.01284, section 4.2, has the same
/// recursion for h.)
template <binary_real Real> [[nodiscard]] constexpr Real most_likely(const likelihood &l) noexcept {
    Real unit = Real(1);
    for (unsigned i = 0; i < l.last; ++i)
        unit /= Real(2);
    const Real alpha = Real(l.alpha) * unit;

    unsigned top = 0;
    Real all = Real(0), weighted = Real(0), weight = Real(1);
    for (unsigned u = 1; u <= l.last; ++u) {
        weight /= Real(2);
        all += Real(l.beta[u]);
        weighted += Real(l.beta[u]) * weight;
        if (l.beta[u] != 0) top = u;
    }
    if (top == 0) return Real(0);

    Real x = all / (alpha + weighted / Real(2)); // the step from 0
    for (int step = 0; step < 100; ++step) {
        Real y = x;
        int doublings = 0;
        for (unsigned u = 0; u < top; ++u)
            y /= Real(2);
        for (; y > Real(0.125); ++doublings)
            y /= Real(2);
        const Real y2 = y * y;
        Real h = y / Real(2) - y2 / Real(12) * (Real(1) - y2 / Real(60) * (Real(1) - y2 / Real(42)));
        Real c = Real(1) - h;
        const auto twice = [&] {
            const Real half = y / Real(2), both = c + half;
            h = (c * h + half) / both;
            c = c * c / both;
            y *= Real(2);
        };
        while (doublings-- > 0)
            twice();

        Real above = Real(0), below = alpha * x; // x times the quotient of both is Newton's next x
        for (unsigned u = top; u > 0; --u) {
            above += Real(l.beta[u]) * c * (c + y);
            below += Real(l.beta[u]) * c * (y - h);
            twice();
        }
        const Real next = x * (above / below);
        const bool settled = !(next - x > x * Real(1e-6));
        x = next;
        if (settled) break;
    }
    return x;
}

/// 1 - e^-x for x >= 0, by a series for a small x and s(2x) = s(x) (2 - s(x)): nothing cancels.
template <binary_real Real> [[nodiscard]] constexpr Real share_drawn(Real x) noexcept {
    int doublings = 0;
    for (; x > Real(0.015625); ++doublings)
        x /= Real(2);
    Real s = x * (Real(1) - x / Real(2) * (Real(1) - x / Real(3) * (Real(1) - x / Real(4))));
    while (doublings-- > 0)
        s *= Real(2) - s;
    return s;
}

/// How many ids, with the first-order correction of the bias (section 3.1, equation 11): m x / (1 + 3/2 ln 2
/// zeta(3, 5/4) / zeta(2, 5/4)^2 / m). Hashes are taken as drawn with replacement, as n of 2^64 practically
/// are. Where 2^w is not as large, drawing n meets 2^w (1 - e^(-n / 2^w)) different ones (as in P. Flajolet,
/// E. Fusy, O. Gandouet, F. Meunier, "HyperLogLog", AofA 2007, section 4, the other way round). A full sketch
/// answers all ids there are; for 64 bits, the maximum. Goes over all registers, and then over at most w - p
/// kinds of them in each of about five steps.
template <binary_real Real, unsigned P, unsigned Bits>
[[nodiscard]] constexpr std::uint64_t
estimate(std::span<const sketch_register, std::size_t{1} << P> registers) noexcept {
    constexpr std::uint64_t most = ~std::uint64_t{0} >> (64 - Bits);
    constexpr Real all = Real(most);
    const likelihood l{registers, Bits - P};
    if (l.alpha == 0)
        return l.beta[l.last] == 0 ? 0 : most; // all empty: 2^64 in units of 2^-last; or all full
    const Real m = Real(registers.size());
    Real n = m * most_likely<Real>(l) / (Real(1) + Real(0.48147376527720065) / m);
    if constexpr (Bits < 64) n = all * share_drawn(n / all);
    n += Real(0.5);
    return n < all ? static_cast<std::uint64_t>(n) : most;
}

} // namespace kpi::inline v1::detail::ultraloglog
