// SPDX-License-Identifier: MIT
// Snapshots of boards that changed: what both have is taken, what a board lacks is absent, and everything
// that is no snapshot is refused as by `decode`.

#include "snapshot/frames.hpp"
#include "snapshot/states.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/export/each_figure.hpp>
#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/migrate.hpp>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kpi::test {
namespace {

using snapshot::decode;
using snapshot::encode;
using snapshot::migrate;
using snapshot::migrated;
using snapshot::migration;
using snapshot::status;

template <class State> byte_list encoded(const State &s) {
    byte_list buffer(snapshot::encoded_size_bound<State>);
    const auto used = encode(s, buffer);
    REQUIRE_FALSE(used.empty());
    buffer.resize(used.size());
    return buffer;
}
template <class State> State of_visits(std::uint64_t seed, int n) {
    random r{seed};
    State s{};
    for (int i = 0; i < n; ++i)
        s.record(any_visit(r));
    return s;
}

inline constexpr count_metric<door> dogs{.name = "dogs", .of = door::dog};
inline constexpr mean_metric<door, member::value> value_of_a_sale{.name = "value_of_a_sale",
                                                                  .of = {door::bought}};
inline constexpr quantiles_metric<door, member::elapsed> how_long{.name = "how_long", .of = {door::opened}};

// A board as it was, and what became of it.
using board = scorecard<visit, opened_rate, opened_in_the_first_street, minutes_at_the_door>;
using with_more = scorecard<visit, opened_rate, opened_in_the_first_street, minutes_at_the_door,
                            slams_per_sale, value_of_a_sale, how_long>;
using with_less = scorecard<visit, minutes_at_the_door>;
using reordered = scorecard<visit, minutes_at_the_door, opened_in_the_first_street, opened_rate>;
using other_one = scorecard<visit, value_of_a_sale, minutes_at_the_door, how_long, dogs, slams_per_sale>;
using of_16_bits = basic_scorecard<visit, std::uint16_t, opened_rate, minutes_at_the_door>;

constexpr bool a_new_metric_is_absent_until_reset() {
    board old;
    old.record({.kind = door::opened, .elapsed = opaque(300u)});
    old.record({.kind = door::knocked, .street = 3}, opaque(9u));
    std::array<std::byte, snapshot::encoded_size_bound<board>> buffer{};
    const auto bytes = encode(old, buffer);

    migrated<with_more> now;
    now.record({.kind = door::slammed});
    expect(decode(bytes, now) == status::other_schema);
    expect(migrate(bytes, now).answer == status::ok);
    expect(now.get<opened_rate>() == old.get<opened_rate>());
    expect(now.get<minutes_at_the_door>()->sum == 300);
    expect(!now.get<slams_per_sale>());
    expect((*now).get<slams_per_sale>().a == 0); // nothing is left of what was there before

    now.record({.kind = door::slammed});
    now.record({.kind = door::bought, .value = 7});
    expect(now.absent<slams_per_sale>() && now.absent<value_of_a_sale>() && now.absent<how_long>());
    expect(!now.get<value_of_a_sale>());
    expect((*now).get<value_of_a_sale>().n == 1); // what there is of it can be seen
    now.reset();
    expect(now == migrated<with_more>{});
    now.record({.kind = door::bought, .value = 7});
    expect(now.get<value_of_a_sale>()->n == 1);
    expect(now.missing() == 0);
    return true;
}
static_assert(a_new_metric_is_absent_until_reset());
TEST_CASE("a metric whose words are missing is absent until reset, in constants too") {
    CHECK(a_new_metric_is_absent_until_reset());
}

/// Every metric that both boards have reads as it did, the others are absent.
template <class Now, class Old> void reads_alike(const auto &view, const Old &old) {
    Now::metrics::for_each([&]<const auto & M>() {
        CAPTURE(std::string{M.name});
        if constexpr (Old::metrics::template contains<M>) {
            REQUIRE_FALSE(view.template absent<M>());
            CHECK(*view.template get<M>() == old.template get<M>());
        } else if (!view.template absent<M>()) {
            // all of its words are there: it is made of what other metrics of the old board count
            CHECK(snapshot::detail::words_needed<Now, M>.size() > 0);
        }
    });
}
template <class Old, class Now> migration moves(bool whole) {
    migration answer;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Old old = of_visits<Old>(seed, seed == 1 ? 0 : 200);
        migrated<Now> now;
        for (const visit &v : {visit{.kind = door::slammed}, visit{.kind = door::opened, .elapsed = 3}})
            now.record(v);
        answer = migrate(encoded(old), now);
        REQUIRE(answer.answer == status::ok);
        reads_alike<Now>(now.of(*now), old);
        CHECK((answer.missing == 0) == whole);
        CHECK(now.missing() == answer.missing);
        // what is missing is empty, and nothing of before is left
        Now fresh = of_visits<Now>(seed, seed == 1 ? 0 : 200);
        if (whole) CHECK(*now == fresh);
        // and on it goes as one that was there from the start
        const visit next{.kind = door::bought, .elapsed = 5, .value = 4};
        Old later = old;
        later.record(next), now.record(next);
        reads_alike<Now>(now.of(*now), later);
        // what it is saved as is read as strictly as any state
        migrated<Now> back;
        CHECK(decode(encoded(now), back) == status::ok);
        CHECK(back == now);
    }
    return answer;
}

TEST_CASE("a board takes the words that it shares with an older or a newer one") {
    constexpr auto words = []<class B>(std::type_identity<B>) {
        return static_cast<std::uint32_t>(snapshot::detail::how_many_words<B>);
    };
    const std::uint32_t in_old = words(std::type_identity<board>{}),
                        in_more = words(std::type_identity<with_more>{});
    CHECK(in_old == 3 + 3 + 1);
    CHECK(in_more == in_old + 1 + 2); // doors slammed, and a mean and a histogram
    CHECK(moves<board, with_more>(false) == migration{status::ok, 3, 0});
    CHECK(moves<with_more, board>(true) == migration{status::ok, 0, 3});
    CHECK(moves<board, with_less>(true) == migration{status::ok, 0, 6});
    CHECK(moves<with_less, board>(false) == migration{status::ok, 6, 0});
    CHECK(moves<board, reordered>(true) == migration{status::ok, 0, 0});
    CHECK(moves<reordered, board>(true) == migration{status::ok, 0, 0});
    CHECK(moves<with_more, other_one>(false).missing == 1); // dogs
    CHECK(moves<other_one, with_more>(false).dropped == 1);
}

TEST_CASE("a counter of another width is another word") {
    const board old = of_visits<board>(1, 200);
    migrated<of_16_bits> now;
    CHECK(migrate(encoded(old), now) == migration{status::ok, 3, 6});
    CHECK(now.absent<opened_rate>());
    CHECK(*now.get<minutes_at_the_door>() == old.get<minutes_at_the_door>());
}

TEST_CASE("what is missing and what is dropped can be named") {
    migrated<with_more> now;
    std::set<std::string> absent;
    REQUIRE(migrate(encoded(board{}), now).answer == status::ok);
    now.each_absent([&]<const auto & M>() { absent.insert(std::string{M.name}); });
    CHECK(absent == std::set<std::string>{"slams_per_sale", "value_of_a_sale", "how_long"});

    migrated<with_less> less;
    std::set<std::string> dropped;
    REQUIRE(migrate(encoded(with_more{}), less, [&](std::uint32_t id) {
                with_more::metrics::for_each([&]<const auto & M>() {
                    if (snapshot::needs_word<with_more, M>(id)) dropped.insert(std::string{M.name});
                });
            }).answer == status::ok);
    CHECK(dropped == std::set<std::string>{"opened_rate", "opened_in_the_first_street", "slams_per_sale",
                                           "value_of_a_sale", "how_long"});
}

/// Two states whose boards differ: each board of one is read as that of the other was.
template <class Old, class Now> void moves_inside(std::uint64_t most_events = 400) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto old = std::make_unique<Old>(of_visits<Old>(seed, static_cast<int>(most_events)));
        const auto fresh = std::make_unique<Now>(of_visits<Now>(seed, static_cast<int>(most_events)));
        const auto now = std::make_unique<migrated<Now>>();
        REQUIRE(decode(encoded(*old), *std::make_unique<Now>()) == status::other_schema);
        const migration answer = migrate(encoded(*old), *now);
        REQUIRE(answer.answer == status::ok);
        // the same walk over a state that had the new board from the start: what is known is equal
        std::vector<std::string> seen, expected; // without groups of which nothing is known
        const auto text = [](const auto &found, auto known, const auto &...way) {
            std::string line;
            bool empty = true;
            ((line += std::to_string(way.key) + "/"), ...);
            using board_type = std::remove_cvref_t<decltype(found)>;
            board_type::metrics::for_each([&]<const auto & M>() {
                if (known.template operator()<M>())
                    found.template figures<M>([&](const auto &info, const auto &value) {
                        const auto parts = parts_of(value);
                        (line += info.metric) += '=';
                        for (const auto &part : parts.parts) {
                            line += std::to_string(part.size) + " ";
                            empty = empty && part.size == 0;
                        }
                    });
            });
            return empty ? std::string{} : line;
        };
        now->walk([&](const auto &found, const auto &...way) {
            seen.push_back(text(
                found, []<const auto &>() { return true; }, way...));
        });
        fresh->walk([&](const auto &found, const auto &...way) {
            expected.push_back(text(
                found, [&]<const auto & M>() { return !now->template absent<M>(); }, way...));
        });
        std::erase(seen, ""), std::erase(expected, "");
        CHECK_FALSE(seen.empty());
        CHECK(seen == expected);
    }
}

TEST_CASE("whatever stands around the board, it takes the words that both have") {
    moves_inside<by<street, 8, board>, by<street, 8, with_more>>();
    moves_inside<by<street, 8, with_more>, by<street, 8, board>>();
    moves_inside<by<street, 4, over<days<7>, 5, board>>, by<street, 4, over<days<7>, 5, other_one>>>();
    moves_inside<over<days<1>, 14, with_less>, over<days<1>, 14, with_more>>();
    moves_inside<by_key<house, 16, board>, by_key<house, 16, reordered>>();
    moves_inside<by_key<house, 16, with_more>, by_key<house, 16, with_less>>();
    moves_inside<between<knocks, answers, house, 32, by<street, 4, board>>,
                 between<knocks, answers, house, 32, by<street, 4, with_more>>>();
    moves_inside<from<every_visit, board>, from<every_visit, with_more>>();
    moves_inside<beside<by<street, 4, board>, over<days<7>, 3, with_less>>,
                 beside<by<street, 4, with_more>, over<days<7>, 3, other_one>>>();
}

TEST_CASE("a state of stories keeps its open cases") {
    using old_deals = told_deals;
    using new_deals =
        through<sales::deal_story, sales::deal, 16,
                scorecard<sales::touch, sales::sales_cycle_length, sales::win_rate, sales::win_loss_ratio>>;
    old_deals old;
    new_deals fresh;
    random r{5};
    for (int i = 0; i < 300; ++i) {
        const sales::touch t = any_touch(r);
        old.record(t), fresh.record(t);
    }
    migrated<new_deals> now;
    const migration answer = migrate(encoded(old), now);
    REQUIRE(answer.answer == status::ok);
    CHECK(now->open() == old.open());
    CHECK(now->account() == old.account());
    CHECK(*now.of(now->told()).get<sales::win_rate>() == fresh.told().get<sales::win_rate>());
}

TEST_CASE("what stands around the boards must be equal, and something must be in both") {
    const byte_list bytes = encoded(by<street, 8, board>{});
    const auto answer = [&]<class State>(std::type_identity<State>) {
        migrated<State> s;
        s.record(visit{.kind = door::opened});
        const migrated<State> before = s;
        const migration m = migrate(bytes, s);
        CHECK((m.answer == status::ok || s == before));
        return m.answer;
    };
    CHECK(answer(std::type_identity<by<street, 8, with_more>>{}) == status::ok);
    CHECK(answer(std::type_identity<by<street, 9, with_more>>{}) == status::other_schema);
    CHECK(answer(std::type_identity<by<house, 8, with_more>>{}) == status::other_schema);
    CHECK(answer(std::type_identity<with_more>{}) == status::other_schema);
    CHECK(answer(std::type_identity<over<days<1>, 8, with_more>>{}) == status::other_schema);
    CHECK(answer(std::type_identity<by<street, 8, scorecard<visit, dogs>>>{}) == status::other_schema);
    CHECK(answer(std::type_identity<by<street, 8, beside<board, with_more>>>{}) == status::other_schema);
}

namespace renamed { // the same house, where a dog is let in
enum class door : std::uint8_t { knocked, opened, bought, slammed, puppy, cat };
}
TEST_CASE("a kind is known by its value and its name") {
    constexpr auto &before = snapshot::detail::kind_hashes<door>;
    constexpr auto &after = snapshot::detail::kind_hashes<renamed::door>;
    for (std::size_t k = 0; k < 4; ++k)
        CHECK(before[k] == after[k]);
    CHECK(before[4] != after[4]);
    CHECK(before[max_kinds] == after[max_kinds]);
}

TEST_CASE("what was missing before stays so over the next change") {
    migrated<with_more> then;
    REQUIRE(migrate(encoded(of_visits<board>(1, 50)), then).missing == 3);
    migrated<other_one> now;
    const migration answer = migrate(encoded(then), now);
    CHECK(answer.answer == status::ok);
    CHECK(now.absent<slams_per_sale>()); // held since then, and understated
    CHECK(now.absent<how_long>());
    CHECK(now.absent<dogs>()); // new
    CHECK_FALSE(now.absent<minutes_at_the_door>());
    CHECK(answer.missing == 4);
    migrated<board> back;
    CHECK(migrate(encoded(then), back).missing == 0);
    CHECK(*back == of_visits<board>(1, 50));
}

/// Same board: whatever decode says of bytes, migrate says, and reads the same.
template <class State> void as_decode(std::span<const std::byte> bytes, const State &target) {
    const auto strict = std::make_unique<State>(target);
    const auto lenient = std::make_unique<migrated<State>>();
    const auto before = std::make_unique<migrated<State>>();
    REQUIRE(migrate(encoded(target), *lenient).answer == status::ok);
    *before = *lenient;
    const status s = decode(bytes, *strict);
    const migration m = migrate(bytes, *lenient);
    REQUIRE((m.answer == status::ok) == (s == status::ok));
    if (s == status::ok) {
        REQUIRE(**lenient == *strict);
        REQUIRE(m == migration{status::ok, 0, 0});
    } else {
        REQUIRE(*lenient == *before);
        REQUIRE(m == migration{m.answer, 0, 0});
    }
}

TEST_CASE_TEMPLATE("of the same board it reads what decode reads, and refuses what that refuses", State,
                   mixed_board, narrow_board, team, waiting, houses, with_more, by_street) {
    random r{11};
    const State s = any_state<State>(r, 200), target = any_state<State>(r, 50);
    const byte_list bytes = encoded(s);
    as_decode<State>(bytes, target);
    const std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(fields_begin<State>);
    const byte_list fields(bytes.begin() + begin, bytes.end() - 4);
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        CAPTURE(seed);
        random by_chance{seed};
        byte_list garbled = fields;
        for (std::uint64_t n = 1 + by_chance.below(3); n > 0; --n)
            garbled[by_chance.pick<std::size_t>(garbled.size())] =
                by_chance.below(3) == 0 ? std::byte{} : static_cast<std::byte>(by_chance());
        if (by_chance.below(8) == 0) garbled.pop_back();
        as_decode<State>(framed<State>(garbled), target);
    }
}

TEST_CASE_TEMPLATE("another board's snapshot cut anywhere, or with any bit turned, is refused", Now,
                   with_more, with_less, other_one, board) {
    using old_state = by<street, 3, std::conditional_t<std::same_as<Now, board>, with_more, board>>;
    using new_state = by<street, 3, Now>;
    byte_list bytes = encoded(of_visits<old_state>(3, 100));
    migrated<new_state> s;
    s.record(visit{.kind = door::opened});
    const migrated<new_state> before = s;
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        REQUIRE(migrate(std::span{bytes}.first(n), s).answer == status::cut);
        REQUIRE(s == before);
    }
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        CAPTURE(bit);
        bytes[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
        REQUIRE(migrate(bytes, s).answer != status::ok);
        REQUIRE(s == before);
        bytes[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
    }
    CHECK(migrate(bytes, s).answer == status::ok);
}

TEST_CASE("bytes in a right frame are taken or refused, and never half") {
    using old_state = by<street, 3, board>;
    using new_state = by<street, 3, other_one>;
    const byte_list bytes = encoded(of_visits<old_state>(3, 100));
    const byte_list inside(bytes.begin() + snapshot::header_size, bytes.end() - 4);
    int taken = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 30'000; ++seed) {
        CAPTURE(seed);
        random r{seed};
        byte_list garbled = inside;
        for (std::uint64_t n = 1 + r.below(4); n > 0; --n) // not the surroundings, or little would be tried
            garbled[4 + r.pick<std::size_t>(garbled.size() - 4)] =
                r.below(3) == 0 ? std::byte{} : static_cast<std::byte>(r());
        if (r.below(8) == 0) garbled.resize(4 + r.pick<std::size_t>(garbled.size() - 4));
        migrated<new_state> s;
        s.record(visit{.kind = door::opened});
        const migrated<new_state> before = s;
        const migration m = migrate(framed(garbled, {}), s);
        ++(m.answer == status::ok ? taken : refused);
        REQUIRE((m.answer == status::ok || s == before));
        REQUIRE((m.answer != status::ok || s.missing() == m.missing));
    }
    CHECK(taken > 100);
    CHECK(refused > 100);
}

TEST_CASE("what ends too early in a right frame is malformed, in its lists as in its fields") {
    using state = by<street, 3, board>;
    const byte_list bytes = encoded(of_visits<state>(3, 100));
    byte_list inside(bytes.begin() + snapshot::header_size, bytes.end() - 4);
    while (!inside.empty()) {
        inside.pop_back();
        CAPTURE(inside.size());
        migrated<by<street, 3, other_one>> s;
        CHECK(migrate(framed(inside, {}), s).answer ==
              (inside.size() < 8 ? status::other_schema : status::malformed));
    }
}

inline constexpr measure_metric<quantiles<16>, visit, member::elapsed> about_how_long{
    .name = "about_how_long", .of = {door::opened}};
TEST_CASE("a word that is passed over may hold many counts, of more than a byte each") {
    using old_board = scorecard<visit, how_long, about_how_long, opened_rate, minutes_at_the_door>;
    old_board old;
    for (std::uint32_t elapsed = 1; elapsed < 100'000; elapsed *= 3)
        old.record({.kind = door::opened, .elapsed = elapsed}, 100 * elapsed);
    migrated<board> now;
    REQUIRE(migrate(encoded(old), now).answer == status::ok);
    CHECK(now.get<opened_rate>() == old.get<opened_rate>());
    CHECK(now.get<minutes_at_the_door>() == old.get<minutes_at_the_door>());
}

template <class State> constexpr int lists_of() {
    int n = 0;
    snapshot::detail::each_board<State>([&](auto) { ++n; });
    return n;
}
TEST_CASE("boards of equal words have one list, wherever they are") {
    static_assert(lists_of<beside<board, by<street, 2, board>>>() == 1);
    static_assert(lists_of<beside<by<street, 2, board>, with_less, over<days<1>, 2, board>>>() == 2);
    static_assert(lists_of<beside<by<street, 2, with_less>, board, over<days<1>, 2, board>>>() == 2);
}

TEST_CASE("every word of a board has a number of its own") {
    for_each_state([]<class State>(std::string_view name) {
        CAPTURE(name);
        snapshot::detail::each_board<State>([&]<class Board>(std::type_identity<Board>) {
            std::set<std::uint32_t> ids;
            for (const auto &word : snapshot::detail::words_of<Board>)
                ids.insert(word.id);
            CHECK(ids.size() == snapshot::detail::how_many_words<Board>);
        });
    });
}

} // namespace
} // namespace kpi::test
