// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/accumulator/tally.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <utility>
#include <vector>

namespace kpi::test {
namespace {

enum class door : std::uint8_t { knocked, opened, bought, slammed, last = 63, beyond = 64 };
using set = event_set<door>;

struct visit {
    door kind{};
    std::uint16_t street{};
};

inline constexpr set answered{door::opened, door::bought};
inline constexpr set ends{door::knocked, door::last};
inline constexpr set strangers_and_sales = set{door::bought} | unlisted<door>;

template <set Kinds, class Count = std::uint32_t> using doors = tally<door, Kinds, Count>;

// A counter for each kind, and nothing else.
static_assert(sizeof(doors<answered>) == 2 * 4 && sizeof(doors<answered, std::uint8_t>) == 2);
static_assert(sizeof(doors<ends, std::uint64_t>) == 2 * 8);
static_assert(sizeof(doors<strangers_and_sales>) == 2 * 4 && sizeof(doors<unlisted<door>>) == 4);
static_assert(state<doors<answered>> && doors<answered>::keeps == law::exact && doors<answered>::retractable);

constexpr bool counts_the_kinds_of_its_set() {
    doors<answered> t;
    t.record(opaque(door::opened));
    t.record(opaque(door::bought), 3);
    t.record(opaque(door::knocked)); // nobody asked
    t.record(opaque(door::last));
    t.record(opaque(door::beyond));
    expect(t.count<set{door::opened}>() == 1 && t.count<set{door::bought}>() == 3 &&
           t.count<answered>() == 4);
    expect(t.count<set{}>() == 0);
    t.reset();
    expect(t == doors<answered>{});
    return true;
}
static_assert(counts_the_kinds_of_its_set());
TEST_CASE("a tally counts the kinds of its set and no others") { CHECK(counts_the_kinds_of_its_set()); }

enum class wide_door : std::uint16_t { knocked, opened, bought, last = 63, beyond = 257 };

constexpr bool kinds_may_be_wider_than_a_byte() {
    using wide_set = event_set<wide_door>;
    constexpr wide_set ends_and_sales{wide_door::bought, wide_door::last};
    tally<wide_door, ends_and_sales> t;
    t.record(opaque(wide_door::bought), 2);
    t.record(opaque(wide_door::last), 3);
    t.record(opaque(wide_door::opened));
    t.record(opaque(wide_door::beyond)); // its low byte is that of `opened`
    t.record(opaque(static_cast<wide_door>(256 + 2)));
    expect(t.count<wide_set{wide_door::bought}>() == 2 && t.count<wide_set{wide_door::last}>() == 3);
    expect(t.retract(wide_door::last) && t.retract(wide_door::opened) && t.count<ends_and_sales>() == 4);
    tally<wide_door, unlisted<wide_door>> strangers;
    strangers.record(opaque(static_cast<wide_door>(40))), strangers.record(wide_door::beyond);
    strangers.record(opaque(wide_door::bought));
    expect(strangers.count<unlisted<wide_door>>() == 2);
    return true;
}
static_assert(kinds_may_be_wider_than_a_byte());
TEST_CASE("kinds may be wider than a byte") { CHECK(kinds_may_be_wider_than_a_byte()); }

constexpr bool unlisted_is_what_no_enumerator_names() {
    doors<strangers_and_sales> t;
    t.record(opaque(static_cast<door>(4)));   // below the last enumerator
    t.record(opaque(static_cast<door>(200))); // behind it
    t.record(opaque(door::beyond));           // an enumerator, but past what a set can name
    t.record(opaque(door::bought));
    t.record(opaque(door::knocked)); // named, and not asked for
    t.record(opaque(door::last));
    expect(t.count<unlisted<door>>() == 3 && t.count<set{door::bought}>() == 1);
    expect(t.count<strangers_and_sales>() == 4);
    return true;
}
static_assert(unlisted_is_what_no_enumerator_names());
TEST_CASE("an unknown kind is counted where a metric asks for it") {
    CHECK(unlisted_is_what_no_enumerator_names());
}

constexpr bool stops_at_the_greatest_count() {
    doors<answered, std::uint8_t> t;
    t.record(opaque(door::opened), 250);
    t.record(opaque(door::bought), 200);
    expect(t.count<answered>() == 255); // so does a sum
    t.record(opaque(door::opened), 5);
    t.record(opaque(door::opened), 9);
    expect(t.count<set{door::opened}>() == 255 && t.count<set{door::bought}>() == 200);
    t += t;
    expect(t.count<set{door::bought}>() == 255);
    return true;
}
static_assert(stops_at_the_greatest_count());
TEST_CASE("counts, sums and merges stop at the greatest value") { CHECK(stops_at_the_greatest_count()); }

constexpr bool takes_back_what_it_counted() {
    doors<answered, std::uint8_t> t;
    t.record(opaque(door::opened), 2);
    expect(!t.retract(opaque(door::bought)) && !t.retract(opaque(door::opened), 3));
    expect(t.count<answered>() == 2); // a refusal changes nothing
    expect(t.retract(opaque(door::opened)) && t.retract(opaque(door::opened)) &&
           !t.retract(opaque(door::opened)));
    expect(t == doors<answered, std::uint8_t>{});
    expect(t.retract(opaque(door::knocked))); // it was not counted, and still is not
    t.record(opaque(door::opened), 255);
    expect(!t.retract(opaque(door::opened)) &&
           t.count<answered>() == 255); // nobody knows how many there were
    return true;
}
static_assert(takes_back_what_it_counted());
TEST_CASE("what was counted can be taken back, but not from a full count") {
    CHECK(takes_back_what_it_counted());
}

constexpr bool fields_are_the_counters() {
    doors<answered> t;
    t.record(opaque(door::opened), 5);
    t.record(opaque(door::bought), 7);
    std::uint32_t seen[3]{};
    std::size_t n = 0;
    const auto &read_only = t;
    visit_fields(read_only, [&](const std::uint32_t &field) { seen[n++] = field; });
    expect(n == 2 && seen[0] == 5 && seen[1] == 7); // in the order of the kinds
    visit_fields(t, [](std::uint32_t &field) { ++field; });
    expect(t.count<set{door::opened}>() == 6 && t.count<set{door::bought}>() == 8);
    return true;
}
static_assert(fields_are_the_counters());
TEST_CASE("fields visits each counter, in the order of the kinds") { CHECK(fields_are_the_counters()); }

TEST_CASE_TEMPLATE("empty is all zero bits", T, doors<answered>, doors<ends, std::uint8_t>,
                   doors<strangers_and_sales, std::uint64_t>) {
    static_assert(std::is_trivially_copyable_v<T>);
    const T empty{};
    const unsigned char zeros[sizeof(T)]{};
    CHECK(std::memcmp(&empty, zeros, sizeof(T)) == 0);
}

door any_kind(random &r) {
    constexpr door kinds[]{door::knocked, door::opened, door::bought,         door::slammed,
                           door::last,    door::beyond, static_cast<door>(4), static_cast<door>(255)};
    return kinds[r.pick<std::size_t>(std::size(kinds))];
}

std::vector<door> any_stream(random &r, std::size_t length) {
    std::vector<door> stream(length);
    std::generate(stream.begin(), stream.end(), [&] { return any_kind(r); });
    return stream;
}

template <class T, class Event> T one_by_one(const std::vector<Event> &stream) {
    T t;
    for (const Event &e : stream)
        t.record(kind(e));
    return t;
}

template <class T> T merged(T a, const T &b) { return a += b; }

enum class digit : std::uint8_t {};
template <std::size_t Kinds>
inline constexpr event_set<digit> digits = [] {
    event_set<digit> all;
    all.bits = (std::uint64_t{1} << Kinds) - 1;
    return all;
}();
/// Counts at both ends and in the middle, of each number of kinds: some are added side by side.
template <class Count, std::size_t... Kinds> void is_the_sum_of_each(std::index_sequence<Kinds...>) {
    const auto of_kinds = []<std::size_t N>() {
        const Count great = saturation<Count> / 2;
        const std::array<Count, 7> some{0,
                                        1,
                                        great,
                                        static_cast<Count>(great + 1),
                                        static_cast<Count>(great + 2),
                                        saturation<Count> - 1,
                                        saturation<Count>};
        random r{N};
        for (int run = 0; run < 50; ++run) {
            tally<digit, digits<N>, Count> a, b, sum;
            for (std::size_t k = 0; k < N; ++k) {
                const Count x = some[r.pick<std::size_t>(7)], y = some[r.pick<std::size_t>(7)];
                a.record(static_cast<digit>(k), x), b.record(static_cast<digit>(k), y);
                sum.record(static_cast<digit>(k), saturating_add(x, y));
            }
            REQUIRE(merged(a, b) == sum);
            a += a; // onto itself
            REQUIRE(merged(b, a) == merged(a, b));
        }
    };
    (of_kinds.template operator()<Kinds + 1>(), ...);
}
TEST_CASE("a merge adds each count, however many there are") {
    is_the_sum_of_each<std::uint32_t>(std::make_index_sequence<33>{});
    is_the_sum_of_each<std::uint64_t>(std::make_index_sequence<9>{});
}

TEST_CASE_TEMPLATE("a batch is its events, one by one", T, doors<answered>, doors<ends, std::uint8_t>,
                   doors<strangers_and_sales, std::uint64_t>, doors<unlisted<door>, std::uint8_t>) {
    for (std::size_t length = 0; length <= 70; ++length)
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            CAPTURE(length);
            CAPTURE(seed);
            random r{seed * 71 + length};
            const std::vector<door> kinds = any_stream(r, length);
            std::vector<visit> visits;
            for (const door k : kinds)
                visits.push_back({k, r.pick<std::uint16_t>(9)});
            T of_kinds, of_visits;
            of_kinds.record(std::span<const door>{kinds});
            of_visits.record(std::span<const visit>{visits});
            REQUIRE(of_kinds == one_by_one<T>(kinds));
            REQUIRE(of_visits == of_kinds);
        }
    const std::vector<door> many(1024, door::last); // each of the four banks counts 256, which is no byte
    T batched;
    batched.record(std::span<const door>{many});
    CHECK(batched == one_by_one<T>(many));
}

TEST_CASE_TEMPLATE("any split, order and grouping of a stream gives the same tally", T, doors<answered>,
                   doors<ends, std::uint8_t>, doors<strangers_and_sales, std::uint8_t>) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::vector<door> stream = any_stream(r, r.pick<std::size_t>(3000)); // enough to fill a byte, or not
        const T whole = one_by_one<T>(stream);
        REQUIRE(merged(whole, T{}) == whole);
        REQUIRE(merged(T{}, whole) == whole);

        T parts[3];
        for (const door k : stream)
            parts[r.below(3)].record(k);
        REQUIRE(merged(merged(parts[0], parts[1]), parts[2]) == whole);
        REQUIRE(merged(parts[0], merged(parts[1], parts[2])) == whole);
        REQUIRE(merged(merged(parts[2], parts[1]), parts[0]) == whole);
        r.shuffle(stream);
        REQUIRE(one_by_one<T>(stream) == whole);
    }
}

TEST_CASE("a tally agrees with a map of counts") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        random r{seed};
        std::map<door, std::uint32_t> naive;
        doors<strangers_and_sales> strangers;
        doors<ends> outer;
        for (const door k : any_stream(r, 200)) {
            ++naive[k];
            strangers.record(k);
            outer.record(k);
        }
        REQUIRE(outer.count<set{door::knocked}>() == naive[door::knocked]);
        REQUIRE(outer.count<set{door::last}>() == naive[door::last]);
        REQUIRE(strangers.count<set{door::bought}>() == naive[door::bought]);
        REQUIRE(strangers.count<unlisted<door>>() ==
                naive[door::beyond] + naive[static_cast<door>(4)] + naive[static_cast<door>(255)]);
    }
}

} // namespace
} // namespace kpi::test
