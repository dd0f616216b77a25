// SPDX-License-Identifier: MIT
#include "read/csv_slices.hpp"

#include "support/random.hpp"
#include "support/sanitized.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace csv_slices_test {
namespace {

using namespace report;
using list = std::vector<std::string>;

void append_rows(list &all, csv_reader reader) {
    for (csv_row row; reader.next(row);) {
        std::string text = std::to_string(row.line) + ':' + std::string{row.fault};
        for (const std::string_view field : row.fields)
            text += '|' + std::string{field};
        all.push_back(text);
    }
}

struct sliced {
    list rows;
    std::size_t slices{};
};

sliced in_slices(const std::string &text, std::size_t size, const dialect &how = {}) {
    csv_slices slices{csv_reader{text_source(text), "log.csv", how}.rest(), size};
    sliced all;
    while (auto slice = slices.next()) {
        REQUIRE(slice->number == all.slices++);
        append_rows(all.rows, csv_reader{std::move(slice->rows)});
    }
    return all;
}
list whole(const std::string &text, const dialect &how = {}) {
    list all;
    append_rows(all, csv_reader{text_source(text), "log.csv", how});
    return all;
}

} // namespace

TEST_CASE("the rows of all slices are the rows of the whole, each with its line") {
    const std::string text = "a,b\r\n\"c\r\nd\",e\n\nf,\"g,\"\"\nh\"\r1,2\n3,4";
    REQUIRE(whole(text).size() == 5);
    for (std::size_t size = 1; size < text.size() + 2; ++size) {
        CAPTURE(size);
        const sliced all = in_slices(text, size);
        CHECK(all.rows == whole(text));
        CHECK((size > 8 || all.slices >= 3));
    }
    CHECK(in_slices(text, 1000).slices == 1);
    CHECK(in_slices("", 4).slices == 0);
    const dialect semicolons{.separator = ';'};
    CHECK(in_slices("a;\"b\n;c\"\nd;e\n", 4, semicolons).rows == whole("a;\"b\n;c\"\nd;e\n", semicolons));
}

TEST_CASE("a slice has as many rows as go into its size") {
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "ab,\"c d\",ef\n";
    CHECK(in_slices(text, 1200).slices == 10); // a hundred rows each
    CHECK(in_slices(text, 1200).rows == whole(text));
}

TEST_CASE("any bytes in any slices are the rows that one reader finds") {
    const std::string letters = "a,\"\n=\\\r; \t\xFF";
    constexpr std::uint64_t seeds = kpi::test::is_sanitized ? 4'000 : 20'000;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        std::string text;
        // some of few letters, where quotes meet separators and line ends
        const std::size_t some = 4 + random.pick<std::size_t>(letters.size() - 3);
        for (std::uint64_t n = random.below(80); n > 0; --n)
            text += letters[random.pick<std::size_t>(some)];
        const dialect how{.separator = random.below(4) == 0 ? '\t' : ',',
                          .escape = random.below(3) == 0 ? '\\' : '\0'};
        const std::size_t size = 1 + random.pick<std::size_t>(20);
        REQUIRE(in_slices(text, size, how).rows == whole(text, how));
    }
}

TEST_CASE("what is too long, or never closed, is the same in slices") {
    const std::string rest = "\nc,d\n\"e\nf\",g\n";
    for (const std::size_t longer : {csv_reader::longest_row / 2, csv_reader::longest_row - 2,
                                     csv_reader::longest_row - 1, csv_reader::longest_row + 100'000}) {
        CAPTURE(longer);
        const std::string big(longer, 'x');
        CHECK(in_slices("a\n" + big + rest, 100'000).rows == whole("a\n" + big + rest));
        std::string lines = "a\n\"";
        while (lines.size() < longer)
            lines += "b,c\n";
        CHECK(in_slices(lines, 100'000).rows == whole(lines));
        CHECK(in_slices(lines + '"' + rest, 100'000).rows == whole(lines + '"' + rest));
    }
}

TEST_CASE("a reader's rest begins behind what it has read") {
    csv_reader reader{text_source("a;b\n\nc;d\ne;f\n"), "log.csv", {.separator = dialect::detect}};
    csv_row row;
    REQUIRE(reader.next(row));
    csv_text rest = reader.rest();
    CHECK_FALSE(reader.next(row));
    CHECK(rest.how.separator == ';');
    list rows;
    append_rows(rows, csv_reader{std::move(rest)});
    CHECK(rows == list{"3:|c|d", "4:|e|f"});
}

TEST_CASE("after a stop there is no slice") {
    csv_slices slices{csv_reader{text_source("a\nb\n"), "log.csv", {}}.rest(), 1};
    REQUIRE(slices.next());
    slices.stop();
    CHECK_FALSE(slices.next());
}

} // namespace csv_slices_test
