// SPDX-License-Identifier: MIT

/// What metrics measure in batches of rows of 16 bytes, against one record after the other: every length,
/// wherever member and kind lie, kinds that are listed and that are not, and a sketch that knows nearly all.

#include "support/random.hpp"
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

enum class step : std::uint8_t { a, b, c, fourteen = 14, fifteen, last = 63 };

struct kind_first {
    step kind;
    std::uint8_t more[7];
    std::uint32_t prospect, elapsed;
};
struct kind_last {
    std::uint32_t elapsed, prospect;
    std::uint8_t more[7];
    step kind;
};
static_assert(sizeof(kind_first) == 16 && sizeof(kind_last) == 16);

template <class Row>
inline constexpr quantiles_metric<Row, member::elapsed> often{.name = "often",
                                                              .of = {step::a, step::fourteen}};
template <class Row>
inline constexpr quantiles_metric<Row, member::elapsed> far{.name = "far", .of = {step::b, step::fifteen}};
template <class Row>
inline constexpr mean_metric<Row, member::elapsed> minutes_of_c{.name = "c", .of = step::c, .step = 60};
template <class Row>
inline constexpr distinct_metric<Row, member::prospect> reach{.name = "reach", .of = {step::a, step::last}};
template <class Row> // of few registers, which soon know nearly all
inline constexpr measure_metric<distinct<16, 6>, Row, member::prospect> reach_of_c{.name = "reach_of_c",
                                                                                   .of = step::c};
template <class Row>
using board = scorecard<Row, often<Row>, far<Row>, minutes_of_c<Row>, reach<Row>, reach_of_c<Row>>;

#ifdef KPI_DETAIL_PICK_WORDS
static_assert(detail::word_in_rows<member::prospect, kind_first> &&
              detail::word_in_rows<member::elapsed, kind_last>);
#endif

template <class Row> void same_as_one_by_one() {
    auto at_once = std::make_unique<board<Row>>(), one_by_one = std::make_unique<board<Row>>();
    const auto record = [&](std::span<const Row> some) {
        at_once->record(some);
        for (const Row &row : some)
            one_by_one->record(row);
        REQUIRE(*at_once == *one_by_one);
    };
    random r{7};
    const auto rows = [&](std::size_t n, std::uint64_t kinds) {
        std::vector<Row> made(n);
        for (Row &row : made) {
            for (std::uint8_t &byte : row.more)
                byte = r.pick<std::uint8_t>(256);
            row.kind = static_cast<step>(r.below(r.below(2) == 0 ? 17 : kinds));
            row.prospect = r.pick<std::uint32_t>(1'000'000);
            row.elapsed = static_cast<std::uint32_t>(r());
        }
        return made;
    };
    for (std::size_t n = 0; n < 600; ++n) { // ids are kept, then sketched
        CAPTURE(n);
        const auto some = rows(n + 2, 256);
        record(std::span<const Row>{some}.subspan(n % 3));
    }
    for (std::uint32_t id = 0; id < 20'000; ++id) { // most are no news from here on
        Row row{};
        row.kind = step::c;
        row.prospect = id;
        at_once->record(row), one_by_one->record(row);
    }
    for (std::size_t n = 500; n < 800; ++n)
        record(rows(n, 3));
}

#ifdef KPI_DETAIL_PICK_WORDS
std::vector<std::uint32_t> picked(std::span<const kind_first> rows, std::uint8_t kind, auto sieve) {
    const auto wanted = detail::table_of_kinds([&](std::size_t k) { return k == kind ? 0x80 : 0; });
    std::vector<std::uint32_t> words(rows.size() + 7);
    words.resize(detail::pick_words<member::prospect>(rows.data(), rows.size(), wanted, sieve, words.data()));
    std::sort(words.begin(), words.end());
    return words;
}

TEST_CASE("each word of a kind is picked, and if only rare ones are those that reach the bar") {
    if (!detail::vectors_are_there()) return;
    random r{11};
    for (unsigned often = 1; often < 12; ++often) {
        std::vector<kind_first> rows(8 * 20);
        for (kind_first &row : rows) {
            row.kind = r.below(10) < often ? step::b : step::c;
            row.prospect = static_cast<std::uint32_t>(r());
        }
        const auto behind = [](std::uint32_t id) {
            mix_leading(id);
            return id << 12;
        };
        for (const std::uint32_t bar : {0u, behind(rows[r.pick<std::size_t>(160)].prospect), 0xc000'0000u}) {
            std::vector<std::uint32_t> of_b, rare;
            for (const kind_first &row : rows)
                if (row.kind == step::b) {
                    of_b.push_back(row.prospect);
                    if (behind(row.prospect) >= bar) rare.push_back(row.prospect);
                }
            std::sort(of_b.begin(), of_b.end()), std::sort(rare.begin(), rare.end());
            REQUIRE(picked(rows, 1, detail::any_word{}) == of_b);
            REQUIRE(picked(rows, 1, detail::rare_word<12>{bar}) == rare);
        }
    }
}
#endif

TEST_CASE("a batch of what is measured is its events, one by one") {
    same_as_one_by_one<kind_first>();
    same_as_one_by_one<kind_last>();
}

} // namespace
} // namespace kpi::test
