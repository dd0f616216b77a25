// SPDX-License-Identifier: MIT
#include "read/csv_reader.hpp"

#include "failure.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace csv_reader_test {
namespace {

using report::byte_source;
using report::csv_reader;
using report::csv_row;
using report::dialect;

/// Rows as "line: cell|cell" or "line! fault".
std::vector<std::string> rows(byte_source source, const dialect &how = {}) {
    csv_reader reader{std::move(source), "log.csv", how};
    std::vector<std::string> told;
    for (csv_row row; reader.next(row);) {
        std::string text =
            std::to_string(row.line) + (row.fault.empty() ? ": " : "! ") + std::string{row.fault};
        if (row.fault.empty())
            for (std::size_t i = 0; i < row.fields.size(); ++i)
                text += (i == 0 ? "" : "|") + std::string{row.fields[i]};
        told.push_back(text);
    }
    return told;
}
std::vector<std::string> rows(const std::string &text, const dialect &how = {}) {
    return rows(report::text_source(text), how);
}
std::vector<std::string> rows(byte_source source, char separator) {
    return rows(std::move(source), dialect{.separator = separator});
}
std::vector<std::string> rows(const std::string &text, char separator) {
    return rows(text, dialect{.separator = separator});
}

/// The same bytes, a few at a time.
byte_source in_small_pieces(std::string text, std::size_t most) {
    return [source = report::text_source(std::move(text)), most](char *into, std::size_t size) {
        return source(into, std::min(size, most));
    };
}

using list = std::vector<std::string>;

} // namespace

TEST_CASE("rows end at LF, CRLF or CR, and the last one needs no end") {
    const list two{"1: a|b", "2: c|d"};
    CHECK(rows("a,b\nc,d\n") == two);
    CHECK(rows("a,b\r\nc,d\r\n") == two);
    CHECK(rows("a,b\rc,d\r") == two);
    CHECK(rows("a,b\nc,d") == two);
    CHECK(rows("a,b\r\nc,d") == two);
}

TEST_CASE("a byte order mark is no part of the first cell") {
    CHECK(rows("\xEF\xBB\xBF"
               "at,kind\n") == list{"1: at|kind"});
    CHECK(rows("\xEF\xBB\xBF\"at\",kind\n") == list{"1: at|kind"});
    CHECK(rows("\xEF\xBB\xBF") == list{});
}

TEST_CASE("lines with nothing on them are no rows, but they are lines") {
    CHECK(rows("\n\r\n  \t\na\n\n\nb\n\n") == list{"4: a", "7: b"});
    CHECK(rows("") == list{});
    CHECK(rows("\n") == list{});
    CHECK(rows("   ") == list{});
}

TEST_CASE("quoted fields hold separators, line ends and doubled quotes; a row is where it begins") {
    CHECK(rows("\"a,b\",\"say \"\"hi\"\"\",\"\"\n") == list{"1: a,b|say \"hi\"|"});
    CHECK(rows("\"one\ntwo\r\nthree\",x\ny,z\n") == list{"1: one\ntwo\r\nthree|x", "4: y|z"});
}

TEST_CASE("blanks around a field belong to it only where it is quoted") {
    CHECK(rows(" a , b c ,\" d \"\n") == list{"1: a|b c| d "});
}

TEST_CASE("one blank at an end of a field is seen wherever in the text it lies") {
    for (std::size_t size = 0; size < 130; ++size)
        for (const std::string rest : {" ,y,z", ", y,z", ",y ,z", ",y, z", ",y,z "}) {
            const std::string word(size, 'x');
            CHECK(rows(word + rest + '\n' + std::string(128, '\n')) == list{"1: " + word + "|y|z"});
        }
}

TEST_CASE("empty cells are cells") {
    CHECK(rows(",\n,,\na,\n") == list{"1: |", "2: ||", "3: a|"});
    CHECK(rows("\t\t\n", '\t') == list{"1: ||"});
}

TEST_CASE("separators: the one said, or the one that the first line has most of") {
    CHECK(rows("a;b\n", ';') == list{"1: a|b"});
    CHECK(rows("a\tb c\n", '\t') == list{"1: a|b c"});
    CHECK(rows("a;b,x;c\n1;2;3\n", dialect::detect) == list{"1: a|b,x|c", "2: 1|2|3"});
    CHECK(rows("a\tb\n1,5\t2\n", dialect::detect) == list{"1: a|b", "2: 1,5|2"});
    CHECK(rows("alone\n", dialect::detect) == list{"1: alone"});
}

TEST_CASE("a quote that is never closed costs one row") {
    CHECK(rows("a,\"b\nc,d\ne,f\n") == list{"1! a quote is never closed", "2: c|d", "3: e|f"});
    CHECK(rows("a,b\nc,\"d") == list{"1: a|b", "2! a quote is never closed"});
}

TEST_CASE("a quote in the middle of a field costs one row, also where the next quote is rows later") {
    CHECK(rows("a,6\" pipe\nc,d\n") == list{"1! a quote in the middle of a field", "2: c|d"});
    CHECK(rows("a,\"b\"x\nc,d\n") == list{"1! a quote in the middle of a field", "2: c|d"});
    CHECK(rows("a,\"b\nc,d\ne,\"f\"\n") == list{"1! a quote in the middle of a field", "2: c|d", "3: e|f"});
}

TEST_CASE("a zero byte is a fault of its row alone") {
    CHECK(rows(std::string{"a\nb\0c\nd\n", 8}) == list{"1: a", "2! a zero byte", "3: d"});
}

TEST_CASE("a row may be long, and not endless") {
    const std::string big(csv_reader::longest_row - 10, 'x');
    CHECK(rows(big + ",b\nc,d\n") == list{"1: " + big + "|b", "2: c|d"});

    const std::string too_big(csv_reader::longest_row + 100'000, 'x');
    CHECK(rows("a,b\n" + too_big + "\nc,d\n") ==
          list{"1: a|b", "2! longer than 1 MiB: is a quote not closed?", "3: c|d"});
    CHECK(rows(too_big) == list{"1! longer than 1 MiB: is a quote not closed?"});

    std::string lines = "\"open\n";
    for (int i = 0; i < 300'000; ++i)
        lines += "a,b\n";
    const list read = rows(lines);
    CHECK(read.size() == 300'001);
    CHECK(read[0] == "1! longer than 1 MiB: is a quote not closed?");
    CHECK(read[1] == "2: a|b");
    CHECK(read.back() == "300001: a|b");
}

TEST_CASE("a text that is protected as a formula is that text") {
    CHECK(rows("\"=\"\"0012\"\"\",b\n") == list{"1: 0012|b"});
    CHECK(rows("\"=\"\"a\"\"&\"\"b\"\"\",=1\n") == list{"1: =\"a\"&\"b\"|=1"});
}

TEST_CASE("a formula that is a text is that text without quotes around it, too, on one line") {
    CHECK(rows("=\"0012\",b\nc,=\"1,2\"\n") == list{"1: 0012|b", "2: c|1,2"});
    CHECK(rows("a, =\"say \"\"hi\"\"\" ,\"b\"\"c\"") == list{"1: a|say \"hi\"|b\"c"});
    CHECK(rows("=\"a\"&\"b\",c\nd,e\n") == list{"1! a quote in the middle of a field", "2: d|e"});
    CHECK(rows("=\"a\nb\",c\n") ==
          list{"1! a quote in the middle of a field", "2! a quote in the middle of a field"});
    CHECK(rows("=\"a\",\"b\nc\"\nd\n") ==
          list{"1! a quote in the middle of a field", "2! a quote in the middle of a field", "3: d"});
    CHECK(rows("=\"" + std::string(csv_reader::longest_row, 'x') + "\"\na\n") ==
          list{"1! a quote in the middle of a field", "2: a"});
    const std::string late(70'000, 'x'); // its line is not all there when libcsv gives it up
    CHECK(rows("=\"1\"," + late + "\na,b\n") == list{"1: 1|" + late, "2: a|b"});
}

TEST_CASE("a backslash stands before a quote, a separator or a line end that is a character, where a profile "
          "says so") {
    const dialect how{.escape = '\\'};
    CHECK(rows("a,\"say \\\"hi\\\", he\"\nc,d\n", how) == list{"1: a|say \"hi\", he", "2: c|d"});
    CHECK(rows("\"C:\\\\temp\\\\\",\\N,\\n,\"x\\ty\"\n", how) == list{"1: C:\\temp\\|\\N|\\n|x\\ty"});
    CHECK(rows("a\\,b,c\\\nd\r\ne,\"f\r\ng\"\"\"", how) == list{"1: a,b|c\nd", "3: e|f\r\ng\""});
    CHECK(rows(" a , \"b\" ,=\"7\"\n\n\r\nc\n", how) == list{"1: a|b|7", "4: c"});
    CHECK(rows("\"a\\", how) == list{"1! a quote is never closed"});
    CHECK(rows("a\\", how) == list{"1: a\\"});
    CHECK(rows("a,b\"c\nd\n\"e\"f\n", how) ==
          list{"1! a quote in the middle of a field", "2: d", "3! a quote in the middle of a field"});
    CHECK(rows("a\"b\\\tc\td\n", dialect{.separator = '\t', .quoted = false, .escape = '\\'}) ==
          list{"1: a\"b\tc|d"});
    CHECK(rows("\"a\\\"b\"\nc\n") ==
          list{"1! a quote in the middle of a field", "2: c"}); // and not elsewhere
    CHECK(rows("a\n\"" + std::string(csv_reader::longest_row, 'x') + "\"\nb\n", how) ==
          list{"1: a", "2! longer than 1 MiB: is a quote not closed?", "3: b"});
}

TEST_CASE("what is no CSV at all ends the run") {
    const auto reading = [](std::string text) { return [text] { static_cast<void>(rows(text)); }; };
    CHECK_THROWS_AS(reading("{\"at\":1}\n")(), report::failure);
    CHECK_THROWS_AS(reading("[\n {\"at\":1}]\n")(), report::failure);
    CHECK(rows("{a},[b\n") == list{"1: {a}|[b"});
}

TEST_CASE("however the bytes arrive, the rows are the same") {
    const std::string text = "\xEF\xBB\xBF"
                             "a,\"b\r\n\"\"c\"\"\",d\r\n\r\nx,\"y\"z,\r\n1,2,3\r4,\"5,6\n7,8,9\n";
    const list whole = rows(text);
    REQUIRE(whole.size() == 5);
    for (std::size_t piece = 1; piece < 8; ++piece) {
        CAPTURE(piece);
        CHECK(rows(in_small_pieces(text, piece)) == whole);
        CHECK(rows(in_small_pieces("kind;at\na,b;c\n", piece), dialect::detect) ==
              list{"1: kind|at", "2: a,b|c"});
        CHECK_THROWS_AS(rows(in_small_pieces("{\"at\": 1}\n", piece)), report::failure);
        const std::string special = "=\"1\",b\r\n\"a\\\"\r\nb\",\\\r\\\\\rc,\"d\"\"\"\r\n";
        const dialect how{.escape = '\\'};
        CHECK(rows(in_small_pieces(special, piece), how) == rows(special, how));
        CHECK(rows(in_small_pieces("{\"a\":1}\r\n\r\n{\"b\":2}", piece)) == list{"0: a|b", "1: 1|", "3: |2"});
    }
}

TEST_CASE("where nothing is quoted, a quote is a character like any other") {
    const dialect how{.separator = '\t', .quoted = false};
    CHECK(rows("\"a\tb\nc\td\"\n6\" x\ty\n", how) == list{"1: \"a|b", "2: c|d\"", "3: 6\" x|y"});
    CHECK(rows("\"a\tb\nc\td\"", how) == list{"1: \"a|b", "2: c|d\""});
    const std::string wide(100, 'x');
    CHECK(rows('"' + wide + "\ta\n" + wide + "\tb\n" + std::string(64, '\n'), how) ==
          list{"1: \"" + wide + "|a", "2: " + wide + "|b"});
    CHECK(rows(std::string{"a\nb\0c\nd\0\n", 8} + "e\n", how) ==
          list{"1: a", "2! a zero byte", "3! a zero byte"});
}

TEST_CASE("a quote that takes in rows of the same width is a fault, a cell of several lines is none") {
    CHECK(
        rows("a,\"b\nc,d\ne,f\"\ng,h\n") ==
        list{"1! each of its lines is a row by itself: is a quote a character here (\"quoting\": \"none\")?",
             "4: g|h"});
    CHECK(rows("a,\"b\nc\nd\"\ng,h\n") == list{"1: a|b\nc\nd", "4: g|h"});
    CHECK(rows("\"a\nb\"\n") == list{"1: a\nb"});
}

TEST_CASE("titles above the table are no rows, but they are lines") {
    CHECK(rows("a \"title\nof two lines\n\nx,y\n1,2\n", dialect{.skip_lines = 3}) ==
          list{"4: x|y", "5: 1|2"});
    CHECK(rows("one\r\ntwo;x\r\n", dialect{.separator = dialect::detect, .skip_lines = 1}) ==
          list{"2: two|x"});
    CHECK(rows("one", dialect{.skip_lines = 2}) == list{});
    for (std::size_t piece = 1; piece < 8; ++piece)
        CHECK(rows(in_small_pieces("\xEF\xBB\xBFone\r\ntwo\r\nx,y\r\n", piece), dialect{.skip_lines = 2}) ==
              list{"3: x|y"});
}

TEST_CASE("a first line that says what separates, as spreadsheets write it, is believed") {
    CHECK(rows("sep=;\r\na;b,c\r\n") == list{"2: a|b,c"});
    CHECK(rows("\xEF\xBB\xBFsep=\t\na\tb\n", ';') == list{"2: a|b"});
    CHECK(rows("sep=;;\na,b\n") == list{"1: sep=;;", "2: a|b"});
}

TEST_CASE("any bytes are read to the end, and no line is a row twice") {
    const std::string letters = "a,\"\n\r; \t\xFF=\\";
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        std::string text;
        for (std::uint64_t n = random.below(60); n > 0; --n)
            text += letters[random.pick<std::size_t>(letters.size())];
        csv_reader reader{report::text_source(text), "log.csv", {.escape = seed % 2 == 0 ? '\\' : '\0'}};
        std::uint64_t last = 0;
        for (csv_row row; reader.next(row); last = row.line)
            REQUIRE(row.line > last);
        REQUIRE(last <= static_cast<std::uint64_t>(1 + std::count(text.begin(), text.end(), '\n') +
                                                   std::count(text.begin(), text.end(), '\r')));
    }
}

} // namespace csv_reader_test
