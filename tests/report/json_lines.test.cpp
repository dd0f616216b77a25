// SPDX-License-Identifier: MIT
// JSON Lines: what a line is, and that such a file is read as a CSV of the same cells is.
#include "failure.hpp"
#include "program.hpp"
#include "read/csv_slices.hpp"
#include "read/json_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace json_lines_test {
namespace {

using namespace report;
using list = std::vector<std::string>;

/// "key=text" of each member, or why there are none.
list members(const std::string &line) {
    json_line read;
    if (const std::string_view why = read.read(line); !why.empty()) return {std::string{why}};
    list all;
    for (const json_line::member &each : read.members())
        all.push_back(each.path + '=' + each.text);
    return all;
}

/// Rows as "line: cell|cell" or "line! fault"; the keys stand in line 0.
list rows_of(csv_reader reader) {
    list told;
    for (csv_row row; reader.next(row);) {
        std::string text =
            std::to_string(row.line) + (row.fault.empty() ? ":" : "! " + std::string{row.fault});
        for (const std::string_view field : row.fields)
            if (row.fault.empty()) text += (text.ends_with(':') ? " " : "|") + std::string{field};
        told.push_back(text);
    }
    return told;
}
list rows(const std::string &text, const std::string &name = "x.jsonl") {
    return rows_of(csv_reader{text_source(text), name, {}});
}

} // namespace

TEST_CASE("numbers and booleans are cells as they are written, null is empty, an object within is a.b") {
    CHECK(members(R"({"n": 1.50, "e": 1E3, "i": -7, "z": -0, "big": 123456789012345678901234567890})") ==
          list{"n=1.50", "e=1E3", "i=-7", "z=-0", "big=123456789012345678901234567890"});
    CHECK(members(R"({"t": true, "f": false, "0": null, "s": "caf\u00e9 \"x\", y"})") ==
          list{"t=true", "f=false", "0=", "s=caf\xC3\xA9 \"x\", y"});
    CHECK(members(R"({"a": {"b": 1, "c": {"d": "x"}}, "e": {}, "f": 2})") == list{"a.b=1", "a.c.d=x", "f=2"});
    CHECK(members("{}") == list{});
}

TEST_CASE("an array is a cell with its JSON") {
    CHECK(members(R"({"a": ["x", 1, null, {"k": [true, "q\""], "l": {}}, []], "b": 2})") ==
          list{R"(a=["x",1,null,{"k":[true,"q\""],"l":{}},[]])", "b=2"});
    CHECK(members(R"({"a": ["[", ":", "{"], "b": []})") == list{R"(a=["[",":","{"])", "b=[]"});
}

TEST_CASE("a line that is no object says why, in words that many lines share") {
    CHECK(members("{\"a\": 1,}").front().starts_with("no JSON object: unexpected '}'; expected string"));
    CHECK(members("{\"a\": x1}") == members("{\"a\": x2}"));
    CHECK(members("{\"a\": 1").front().starts_with("no JSON object: unexpected end of input"));
    CHECK(members("{\"a\": 1} {\"a\": 2}").front().starts_with("no JSON object: unexpected '{'"));
    CHECK(members("[{\"a\": 1}]") == list{"no JSON object: another value"});
    CHECK(members("17") == list{"no JSON object: another value"});
    CHECK(members("{\"a\": 1e999}") == list{"no JSON object: a number out of range"});
    CHECK(members("{\"a\": \"\xFF\"}").front().starts_with("no JSON object: invalid string"));
}

TEST_CASE("objects may lie within each other, but not without end") {
    const auto nested = [](const std::string &mark, std::size_t depth) {
        std::string line = "{\"a\": ";
        for (std::size_t i = 1; i < depth; ++i)
            line += mark;
        return members(line);
    };
    const list too_deep{"no JSON object: too many objects in each other"};
    for (const char *mark : {"{\"a\": ", "[", "[{\"a\":"}) {
        CHECK(nested(mark, json_line::deepest / 2) != too_deep);
        CHECK(nested(mark, json_line::deepest + 1) == too_deep);
        CHECK(nested(mark, 100'000) == too_deep);
    }
}

TEST_CASE("the keys of all lines are the header, also those that come later; a line without one has an empty "
          "cell") {
    CHECK(rows("{\"b\":1}\n\n{\"a\":\"x\",\"b\":null}\r\n{\"c\":{\"d\":2}}") ==
          list{"0: a|b|c.d", "1: |1|", "3: x||", "4: ||2"});
    CHECK(rows("\xEF\xBB\xBF{\"b\":1}\n") == list{"0: b", "1: 1"});
    CHECK(rows("") == list{});
    CHECK(rows("\n") == list{});
}

TEST_CASE("a bad line is one row that cannot be read") {
    CHECK(rows("{\"a\":1}\nnonsense\n{\"a\":1,\"a\":2}\n{\"a\":{\"b\":1},\"a.b\":1}\n{\"a\":3}\n") ==
          list{"0: a|a.b", "1: 1|", "2! no JSON object: invalid literal",
               "3! no JSON object: a key stands twice in it", "4! no JSON object: a key stands twice in it",
               "5: 3|"});
    const std::string longest = "{\"a\":\"" + std::string(csv_reader::longest_row, 'x') + "\"}\n";
    CHECK(rows("{\"a\":1}\n" + longest + "{\"a\":2}\n") ==
          list{"0: a", "1: 1", "2! longer than 1 MiB", "3: 2"});
}

TEST_CASE("it is known by its text, or by its name, packed or not") {
    CHECK(rows("{\"a\":1}\n{\"b\":2}\n", "x.csv").front() == "0: a|b");
    CHECK(rows("oh\n{\"a\":1}\n", "x.ndjson.gz") ==
          list{"0: a", "1! no JSON object: invalid literal", "2: 1"});
    CHECK(rows("{\"a\":1}\n", "x.jsonl.zst") == list{"0: a", "1: 1"});
    CHECK(rows("{a},[b\n{c},d\n", "x.csv").front() == "1: {a}|[b");
    CHECK_THROWS_WITH_AS(
        rows("[{\"a\":1},\n{\"a\":2}]\n"),
        "x.jsonl: is JSON, but not an object a line: jq -c '.[]' FILE > FILE.jsonl writes a list so, "
        "and that is read",
        failure);
}

TEST_CASE("keys that are values are told before they fill the memory") {
    std::string text;
    for (std::size_t i = 0; i <= csv_reader::most_keys; ++i)
        text += "{\"" + std::to_string(i) + "\":1}\n";
    CHECK_THROWS_WITH_AS(rows(text),
                         "x.jsonl:10001: the objects have more than 10000 keys: are some of them values?",
                         failure);
}

TEST_CASE("a file longer than what is kept in memory, and slices of it, are the same rows") {
    std::string text;
    for (int i = 0; text.size() < 1'300'000; ++i)
        text +=
            "{\"n\":" + std::to_string(i) + ",\"text\":\"say \\\"" + std::string(100, 'x') + "\\\"\\n\"}\n";
    text += "{\"late\":1}\n";
    csv_reader whole{text_source(text), "x", {}};
    csv_row keys;
    REQUIRE(whole.next(keys));
    CHECK(keys.fields.size() == 3);
    csv_slices slices{whole.rest(), 50'000};
    list in_slices;
    std::size_t n = 0;
    for (; auto slice = slices.next(); ++n)
        for (const std::string &row : rows_of(csv_reader{std::move(slice->rows)}))
            in_slices.push_back(row);
    CHECK(n > 20);
    list at_once = rows(text, "x");
    at_once.erase(at_once.begin());
    CHECK(in_slices == at_once);
    CHECK(at_once.back().ends_with(": 1||"));
}

namespace {

constexpr const char *deals =
    R"({"id": 1, "owner": {"name": "Ann"}, "stage": "won", "at": "2024-01-05", "amount": 10.50, "tags": ["a", "b"]}
{"id": 2, "owner": {"name": "Ben"}, "stage": "lost", "at": "2024-01-06"}
{"id": 3, "owner": {"name": "Ann"}, "stage": "won", "at": "2024-01-07", "amount": 2}
)";
constexpr const char *profile = R"({
  "rep": "owner.name", "deal": "id", "at": "at", "value": {"column": "amount", "optional": true, "decimals": 2},
  "events": [{"kind": {"column": "stage", "map": {"won": "deal_won", "lost": "deal_lost"}}}]
})";

} // namespace

TEST_CASE("a profile reads it as if its keys were headings") {
    const test::folder here;
    here.write("p.json", profile);
    here.write("x.jsonl", deals);
    here.write("x.csv", "id,owner.name,stage,at,amount\n1,Ann,won,2024-01-05,10.50\n"
                        "2,Ben,lost,2024-01-06,\n3,Ann,won,2024-01-07,2\n");
    const auto json = here.run("x.jsonl --profile ./p.json --by rep --format json");
    auto csv = here.run("x.csv --profile ./p.json --by rep --format json").out;
    for (std::size_t at = csv.find("x.csv"); at != std::string::npos; at = csv.find("x.csv"))
        csv.replace(at, 5, "x.jsonl");
    CHECK(json.err.empty());
    CHECK(json.code == 0);
    CHECK(json.out == csv);
    // in any order, from standard input, packed
    CHECK(here.run("- --profile ./p.json --by rep --format json --window 60d", deals).code == 0);
    CHECK(here.run("x.jsonl.gz --profile ./p.json --by rep --format json", {}, "gzip x.jsonl;").code == 0);
}

TEST_CASE("what a profile asks for and no line has is told by its key, and numbers of columns mean nothing") {
    const test::folder here;
    here.write("x.jsonl", deals);
    here.write("p.json", R"({"at": "when", "events": [{"kind": "call"}]})");
    CHECK(here.run("x.jsonl --profile ./p.json").err ==
          "kpi-report: x.jsonl: no line has the key \"when\", which the profile ./p.json asks for (/at); "
          "valid are: "
          "amount, at, id, owner.name, stage, tags\n");
    here.write("p.json", R"({"at": 1, "events": [{"kind": "call"}]})");
    CHECK(here.run("x.jsonl --profile ./p.json").err ==
          "kpi-report: x.jsonl: is JSON Lines, whose keys have no numbers, and the profile ./p.json asks for "
          "column 1 "
          "(/at)\n");
    here.write("p.json", R"({"header": false, "at": 1, "events": [{"kind": "call"}]})");
    here.write("none.jsonl", "{}\n[1]\n");
    for (const char *const asked :
         {"none.jsonl", "--inspect none.jsonl", "none.jsonl --check-profile --profile native"})
        CHECK(here.run(asked).err == "kpi-report: none.jsonl: no line is a JSON object with a key\n");
    CHECK(here.run("x.jsonl --profile ./p.json").err.find("of which each cell has a key") !=
          std::string::npos);
}

TEST_CASE("it is inspected, and the profile reads it") {
    const test::folder here;
    here.write("x.jsonl", deals);
    const auto told = here.run("--inspect x.jsonl > my.json");
    CHECK(told.code == 0);
    CHECK(told.err.find("x.jsonl: 3 rows of 6 columns, an object of JSON a line, by its keys\n") !=
          std::string::npos);
    CHECK(told.err.find("owner.name") != std::string::npos);
    const auto checked = here.run("x.jsonl --profile ./my.json --check-profile");
    CHECK(checked.out.find("line 1  deal_won, 2024-01-05") != std::string::npos);
    CHECK(checked.out.find("Columns that the profile does not use\n  tags: \"[\"a\",\"b\"]\"\n") !=
          std::string::npos);
    CHECK(here.run("x.jsonl --profile ./my.json --strict").code == 0);
}

} // namespace json_lines_test
