// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/core/hash.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace kpi::test {
namespace {

using u32 = std::uint32_t;
using u64 = std::uint64_t;

constexpr bool hashes_are_the_same_for_ever() {
    // 64 bits: the first numbers that SplitMix64 makes of the seed 1234567.
    constexpr u64 step = 0x9E3779B97F4A7C15u;
    u64 state = opaque(u64{1234567});
    constexpr std::array<u64, 5> published{6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                           4593380528125082431u, 16408922859458223821u};
    for (const u64 value : published)
        expect(mix(state += step) == value);
    // 32 bits: worked out with integers of any length.
    expect(mix(opaque(u32{1})) == 1753845952u);
    expect(mix(opaque(u32{2})) == 3507691905u);
    expect(mix(opaque(u32{0xffffffff})) == 1734902346u);
    expect(mix(opaque(u32{0})) == 0 && mix(opaque(u64{0})) == 0);
    const auto leading = [](u32 id) {
        mix_leading(id);
        return id;
    };
    expect(leading(opaque(u32{1})) == 3855078592u);
    expect(leading(opaque(u32{0xffffffff})) == 3856441029u);
    expect(leading(opaque(u32{0})) == 0);
    return true;
}
static_assert(hashes_are_the_same_for_ever());
TEST_CASE("hashes are the same for ever: kept states depend on them") {
    CHECK(hashes_are_the_same_for_ever());
}

template <class U> constexpr bool one_and_two_bits_come_back() {
    constexpr int bits = 8 * sizeof(U);
    for (int i = 0; i < bits; ++i)
        for (int j = 0; j <= i; ++j) {
            const U id = opaque(static_cast<U>(U{1} << i | U{1} << j));
            expect(unmix(mix(id)) == id);
            expect(unmix(mix(static_cast<U>(~id))) == static_cast<U>(~id));
        }
    return true;
}
static_assert(one_and_two_bits_come_back<u32>());
static_assert(one_and_two_bits_come_back<u64>());

TEST_CASE("an id comes back from its hash") {
    CHECK(one_and_two_bits_come_back<u32>());
    CHECK(one_and_two_bits_come_back<u64>());
    int wrong = 0;
    for (u32 id = 0; id < (1u << 22); ++id) // the first ids, and as many strewn over all of them
        wrong += (unmix(mix(id)) != id) + (unmix(mix(id * 2654435761u)) != id * 2654435761u);
    CHECK(wrong == 0);
    random r{1};
    for (int i = 0; i < 1'000'000; ++i) {
        const u64 id = r();
        wrong += (unmix(mix(id)) != id) + (mix(unmix(id)) != id);
    }
    CHECK(wrong == 0);
}

// Of n flips of one bit, a fair hash flips another n/2 times, give or take sqrt(n)/2. Six times that is met
// by chance once in 10^9, over 1,024 or 4,096 pairs of bits still never.
template <class U> void each_bit_decides_about_each() {
    constexpr std::size_t bits = 8 * sizeof(U);
    constexpr int n = 4096, allowed = 6 * 32;
    std::array<std::array<int, bits>, bits> flips{};
    random r{42};
    for (int i = 0; i < n; ++i) {
        const auto id = static_cast<U>(r());
        for (std::size_t in = 0; in < bits; ++in) {
            const U changed = mix(id) ^ mix(static_cast<U>(id ^ U{1} << in));
            for (std::size_t out = 0; out < bits; ++out)
                flips[in][out] += static_cast<int>((changed >> out) & 1u);
        }
    }
    int worst = 0;
    for (const auto &row : flips)
        for (const int count : row)
            worst = std::max(worst, count > n / 2 ? count - n / 2 : n / 2 - count);
    CHECK(worst < allowed);
}
TEST_CASE("each bit of an id decides about each bit of its hash") {
    each_bit_decides_about_each<u32>();
    each_bit_decides_about_each<u64>();
}

TEST_CASE("ids that follow one another spread evenly over the sets of a table") {
    constexpr u32 sets = 64, each = 256;
    std::array<int, sets> narrow{}, wide{};
    for (u32 id = 0; id < sets * each; ++id) {
        ++narrow[mix(id) % sets];
        ++wide[mix(u64{id}) % sets];
    }
    for (u32 s = 0; s < sets; ++s) { // 256, give or take 16: six times that
        CHECK(std::abs(narrow[s] - 256) < 96);
        CHECK(std::abs(wide[s] - 256) < 96);
    }
}

} // namespace
} // namespace kpi::test
