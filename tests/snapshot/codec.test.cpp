// SPDX-License-Identifier: MIT
#include "snapshot/frames.hpp"
#include "snapshot/states.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/snapshot/codec.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace kpi::test {
namespace {

using snapshot::decode;
using snapshot::encode;
using snapshot::encoded_size_bound;
using snapshot::merge_from;
using snapshot::status;

template <class State> byte_list encoded(const State &s) {
    byte_list buffer(encoded_size_bound<State>);
    const auto used = encode(s, buffer);
    REQUIRE_FALSE(used.empty());
    buffer.resize(used.size());
    return buffer;
}

constexpr bool a_board_comes_back() {
    mixed_board b, back;
    b.record({.kind = door::opened, .elapsed = opaque(300u)});
    b.record({.kind = door::knocked, .street = 3}, opaque(70'000u));
    std::array<std::byte, encoded_size_bound<mixed_board>> buffer{};
    const auto bytes = encode(b, buffer);
    expect(!bytes.empty());
    expect(decode(bytes, back) == status::ok);
    expect(back == b);
    expect(merge_from(bytes, back) == status::ok);
    b += b;
    expect(back == b);
    buffer[fields_begin<mixed_board>] ^= std::byte{1};
    expect(decode(bytes, back) == status::altered);
    expect(back == b);
    return true;
}
static_assert(a_board_comes_back());
TEST_CASE("a board comes back, in constants too") { CHECK(a_board_comes_back()); }

TEST_CASE("what was encoded is decoded to an equal state, whatever its type") {
    for_each_state([]<class State>(std::string_view name) {
        CAPTURE(name);
        const auto s = std::make_unique<State>(), back = std::make_unique<State>(),
                   sum = std::make_unique<State>();
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            CAPTURE(seed);
            random r{seed};
            *s = any_state<State>(r, seed == 1 ? 0 : 300);
            *back = any_state<State>(r, 30);
            *sum = *back;
            const byte_list bytes = encoded(*s);
            REQUIRE(bytes.size() <= encoded_size_bound<State>);
            *sum += *s;
            REQUIRE(merge_from(bytes, *back) == status::ok);
            REQUIRE(*back == *sum);
            REQUIRE(decode(bytes, *back) == status::ok);
            REQUIRE(*back == *s);
            REQUIRE(encoded(*back) == bytes);
        }
    });
}

TEST_CASE("the bound holds for the largest state that there is") {
    for_each_state([]<class State>(std::string_view name) {
        CAPTURE(name);
        for (int pattern = 0; pattern < 3; ++pattern) {
            State s{};
            unsigned i = 0;
            // every field full; every other one; all but the last
            visit_fields(s, [&]<std::integral I>(I &field) {
                const bool zero = pattern == 1 && i % 2 == 0;
                field = zero                      ? I{}
                        : std::signed_integral<I> ? (std::numeric_limits<I>::min)()
                                                  : (std::numeric_limits<I>::max)();
                ++i;
            });
            CHECK(encoded(s).size() <= encoded_size_bound<State>);
        }
    });
}

/// Everything that holds of bytes that are no snapshot: they are refused, and the state is as it was.
template <class State> status refused(std::span<const std::byte> bytes, State &target) {
    const State before = target;
    const status s = decode(bytes, target);
    const bool untouched = target == before;
    const bool merge_too = merge_from(bytes, target) == s && target == before;
    if (s != status::ok && (!untouched || !merge_too)) return status::ok;
    return s;
}

template <class State> struct sample {
    State state{}, target{};
    byte_list bytes;
    sample() {
        random r{7};
        state = any_state<State>(r, 200);
        target = any_state<State>(r, 50);
        bytes = encoded(state);
    }
};

TEST_CASE_TEMPLATE("a snapshot cut anywhere is refused, and the state left as it was", State, mean,
                   mixed_board, team, waiting, houses) {
    sample<State> s;
    for (std::size_t n = 0; n < s.bytes.size(); ++n) {
        CAPTURE(n);
        REQUIRE(refused(std::span{s.bytes}.first(n), s.target) == status::cut);
    }
    s.bytes.push_back(std::byte{0});
    CHECK(refused(std::span{s.bytes}, s.target) == status::trailing);
}

TEST_CASE_TEMPLATE("a snapshot with any bit turned is refused, and the state left as it was", State, mean,
                   mixed_board, team, waiting, houses) {
    sample<State> s;
    for (std::size_t bit = 0; bit < 8 * s.bytes.size(); ++bit) {
        CAPTURE(bit);
        s.bytes[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
        REQUIRE(refused(std::span{s.bytes}, s.target) != status::ok);
        s.bytes[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
    }
    CHECK(decode(s.bytes, s.target) == status::ok);
}

TEST_CASE_TEMPLATE("of bytes in a right frame, only those are taken that encode would write", State, mean,
                   mixed_board, narrow_board, fading, houses) {
    sample<State> s;
    int taken = 0;
    const byte_list fields(s.bytes.begin() + static_cast<std::ptrdiff_t>(fields_begin<State>),
                           s.bytes.end() - 4);
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        CAPTURE(seed);
        random r{seed};
        byte_list garbled = fields;
        if (seed % 4 == 0) { // anything
            garbled.resize(r.pick<std::size_t>(2 * fields.size() + 2));
            for (std::byte &b : garbled)
                b = r.below(3) == 0 ? std::byte{} : static_cast<std::byte>(r());
        }
        for (std::uint64_t n = 1 + r.below(3); n > 0 && !garbled.empty(); --n)
            garbled[r.pick<std::size_t>(garbled.size())] =
                r.below(3) == 0 ? std::byte{} : static_cast<std::byte>(r());
        if (r.below(8) == 0 && !garbled.empty()) garbled.pop_back();
        const byte_list bytes = framed<State>(garbled);
        State target = s.target;
        const status answer = refused(std::span{bytes}, target);
        if (answer == status::ok) {
            ++taken;
            REQUIRE(decode(bytes, target) == status::ok);
            REQUIRE(encoded(target) == bytes);
        } else {
            REQUIRE((answer == status::value_out_of_range || answer == status::malformed));
        }
    }
    CHECK(taken > 100); // or the test would say nothing
}

TEST_CASE("a snapshot of another state, of another version, and of no state are refused") {
    sample<mixed_board> s;
    CHECK(refused(std::span<const std::byte>{encoded(shared_board{})}, s.target) == status::other_schema);
    byte_list newer = s.bytes;
    newer[4] = std::byte{2};
    CHECK(refused(std::span{newer}, s.target) == status::newer_version);
    CHECK(refused(std::span<const std::byte>{bytes_of({'{', '"'})}, s.target) == status::foreign);
    CHECK(refused(std::span<const std::byte>{}, s.target) == status::cut);
}

TEST_CASE("a buffer that is too small is said so, and nothing is written behind it") {
    const sample<mixed_board> s;
    for (std::size_t n = 0; n < s.bytes.size(); ++n) {
        CAPTURE(n);
        byte_list buffer(s.bytes.size() + 8, std::byte{0x5a});
        REQUIRE(encode(s.state, std::span{buffer}.first(n)).empty());
        REQUIRE(std::all_of(buffer.begin() + static_cast<std::ptrdiff_t>(n), buffer.end(),
                            [](std::byte b) { return b == std::byte{0x5a}; }));
    }
    byte_list buffer(s.bytes.size());
    CHECK(encode(s.state, buffer).size() == s.bytes.size());
}

TEST_CASE("an empty state takes 23 bytes, and 4 for each word of its board, however it is grouped") {
    CHECK(encoded(total{}).size() == 23);
    CHECK(encoded(quantiles<>{}).size() == 24);             // of more than 128 integers
    constexpr std::size_t counters = 3 + 3, a_mean = 4 + 1; // of each condition; and how many integers it has
    CHECK(encoded(mixed_board{}).size() == 23 + 1 + 4 * counters + a_mean);
    CHECK(encoded(by_street{}).size() == encoded(mixed_board{}).size());
}

TEST_CASE("a busy board takes less than twice its counters") {
    shared_board b;
    for (unsigned i = 0; i < 1000; ++i)
        b.record({.kind = static_cast<door>(i % 5)});
    CHECK(encoded(b).size() ==
          fields_begin<shared_board> + 2 * 4 + 2 + 4); // 200 of each of four kinds, and no unlisted one
}

TEST_CASE("the snapshots of a fleet add up to the fleet") {
    random r{3};
    by_street fleet, all;
    for (int machine = 0; machine < 10; ++machine) {
        by_street here;
        for (int i = 0; i < 50; ++i) {
            const visit v = any_visit(r);
            here.record(v), all.record(v);
        }
        REQUIRE(merge_from(encoded(here), fleet) == status::ok);
    }
    CHECK(fleet == all);
}

TEST_CASE("a state is not merged into itself by way of itself, which would count twice") {
    random r{4};
    const auto bytes = encoded(any_state<by_street>(r, 50));
    by_street s = any_state<by_street>(r, 20);
    const by_street before = s;
    CHECK(merge_from(bytes, s, s) == status::same_state);
    CHECK(s == before);
    by_street between;
    CHECK(merge_from(bytes, s, between) == status::ok);
}

} // namespace
} // namespace kpi::test
