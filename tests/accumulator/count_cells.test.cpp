// SPDX-License-Identifier: MIT

/// Batches of rows of 16 bytes and of columns for boards in a row, against one record after the other: every
/// length, wherever key and kind lie, keys of every width and past the end, kinds that count and that do not,
/// and saturation.

#include "support/random.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

enum class step : std::uint8_t { a, b, c, d, fourteen = 14, fifteen, last = 63 };

struct side_by_side {
    std::uint32_t at;
    std::uint16_t key;
    step kind;
    std::uint8_t more[9];
};
struct kind_last {
    std::uint8_t more[12];
    std::uint8_t key;
    std::uint8_t between[2];
    step kind;
};
struct kind_first {
    step kind;
    std::uint8_t more[11];
    std::uint32_t key;
};
struct kind_before {
    std::uint8_t more[12];
    step kind;
    std::uint16_t key;
};
struct kind_in_next_word {
    std::uint16_t key;
    std::uint8_t more[2];
    step kind;
    std::uint8_t rest[11];
};

template <class Row> inline constexpr dimension key{"key", &Row::key};

inline constexpr count_metric<step> first_two{.name = "first_two", .of = {step::a, step::b}};
inline constexpr count_metric<step> ends{.name = "ends", .of = {step::d, step::fourteen}};
inline constexpr count_metric<step> far{.name = "far", .of = {step::b, step::fifteen, step::last}};
template <class Row> using board = scorecard<Row, first_two, ends>;
template <class Row> using narrow = basic_scorecard<Row, std::uint8_t, first_two>;
template <class Row> using wide = basic_scorecard<Row, std::uint64_t, ends>;
template <class Row> using beyond = scorecard<Row, ends, far>;

#ifdef KPI_DETAIL_COUNT_CELLS
template <class Row> inline constexpr bool in_vectors = detail::rows_of_cells<key<Row>, 100, board<Row>>;
static_assert(in_vectors<side_by_side> && in_vectors<kind_last> && in_vectors<kind_first> &&
              in_vectors<kind_before> && in_vectors<kind_in_next_word>);
static_assert(!detail::rows_of_cells<key<side_by_side>, 100, beyond<side_by_side>>);
#endif

template <class Row> std::vector<Row> rows(random &r, std::size_t n, bool all_count) {
    std::vector<Row> made(n);
    for (Row &row : made) {
        for (std::uint8_t &byte : row.more)
            byte = r.pick<std::uint8_t>(256);
        const step counted[]{step::a, step::b, step::d, step::fourteen};
        row.kind = all_count ? counted[r.below(4)] : static_cast<step>(r.below(r.below(2) == 0 ? 20 : 256));
        row.key = static_cast<decltype(row.key)>(r.below(10) == 0 ? r() : r.below(104));
    }
    return made;
}

template <class Row, template <class> class Board> void same_as_one_by_one() {
    using state = by<key<Row>, 100, Board<Row>>;
    auto at_once = std::make_unique<state>(), one_by_one = std::make_unique<state>();
    for (std::size_t n = 0; n < 300; ++n) {
        CAPTURE(n);
        random r{n * 7919 + 1};
        const auto events = rows<Row>(r, n + 2, n % 3 == 0);
        const auto some = std::span<const Row>{events}.subspan(n % 3, n + 2 - n % 3);
        at_once->record(some);
        for (const Row &row : some)
            one_by_one->record(row);
        REQUIRE(*at_once == *one_by_one);
    }
}
template <class Row> void of_every_board() {
    static_assert(sizeof(Row) == 16);
    same_as_one_by_one<Row, board>();
    same_as_one_by_one<Row, narrow>(); // saturates
    same_as_one_by_one<Row, wide>();
    same_as_one_by_one<Row, beyond>();
}

TEST_CASE("a batch into boards in a row is its events: key and kind in one word") {
    of_every_board<side_by_side>();
    of_every_board<kind_last>();
}
TEST_CASE("a batch into boards in a row is its events: key and kind apart") {
    of_every_board<kind_first>();
    of_every_board<kind_before>();
    of_every_board<kind_in_next_word>();
}

template <class Key> struct keyed {
    Key key;
    step kind;
};
enum class team : std::int8_t {};

template <class Key, template <class> class Board> void columns_same_as_one_by_one() {
    using row = keyed<Key>;
    using state = by<key<row>, 100, Board<row>>;
    auto at_once = std::make_unique<state>(), one_by_one = std::make_unique<state>();
    for (std::size_t n = 0; n < 300; ++n) {
        CAPTURE(n);
        random r{n * 7919 + 1};
        std::vector<Key> keys;
        std::vector<step> kinds;
        for (const side_by_side &from : rows<side_by_side>(r, n + 2, n % 3 == 0)) {
            keys.push_back(static_cast<Key>(from.key));
            kinds.push_back(from.kind);
        }
        const std::size_t first = n % 3;
        REQUIRE(at_once->record(std::span{keys}.subspan(first), std::span{kinds}.subspan(first)));
        for (std::size_t i = first; i < keys.size(); ++i)
            one_by_one->record({keys[i], kinds[i]});
        REQUIRE(*at_once == *one_by_one);
        REQUIRE(!at_once->record(keys, std::span{kinds}.first(n)));
        REQUIRE(!at_once->record(std::span{keys}.first(n), kinds));
        REQUIRE(*at_once == *one_by_one);
    }
}
template <class Key> void columns_into_every_board() {
    columns_same_as_one_by_one<Key, board>();
    columns_same_as_one_by_one<Key, narrow>(); // saturates
    columns_same_as_one_by_one<Key, wide>();
    columns_same_as_one_by_one<Key, beyond>();
}
TEST_CASE("two columns into boards in a row are their events") {
    columns_into_every_board<std::uint8_t>();
    columns_into_every_board<std::uint16_t>();
    columns_into_every_board<std::uint32_t>();
}
TEST_CASE("columns whose keys are wide, have a sign or are enumerators") {
    columns_into_every_board<std::uint64_t>();
    columns_into_every_board<std::int16_t>();
    columns_into_every_board<team>();
}
TEST_CASE("columns in a constant expression") {
    constexpr bool counted = [] {
        by<key<keyed<std::uint8_t>>, 2, board<keyed<std::uint8_t>>> of_two;
        const std::uint8_t keys[]{0, 1, 1, 7};
        const step kinds[]{step::a, step::b, step::c, step::d};
        return of_two.record(keys, kinds) && of_two[1].get<first_two>().n == 1;
    }();
    CHECK(counted);
}
TEST_CASE("a column of kinds into a board is its events") {
    random r{7};
    board<side_by_side> at_once, one_by_one;
    std::vector<step> kinds;
    for (const side_by_side &from : rows<side_by_side>(r, 1000, false)) {
        kinds.push_back(from.kind);
        one_by_one.record(from.kind);
    }
    at_once.record(kinds);
    CHECK(at_once == one_by_one);
}

} // namespace
} // namespace kpi::test
