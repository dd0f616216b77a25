// SPDX-License-Identifier: MIT
#include "read/file_kind.hpp"

#include "program.hpp"

#include <doctest/doctest.h>

namespace file_kind_test {

using namespace report;

TEST_CASE("a file that is no CSV is named as what it is, with the way to CSV") {
    const test::folder here;
    const auto told = [&](const std::string &bytes) {
        here.write("x.csv", bytes);
        const test::outcome ran = here.run("x.csv");
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        const std::string inspected = here.run("--inspect x.csv").err;
        CHECK(inspected == ran.err);
        return ran.err;
    };
    using namespace std::string_literals;
    CHECK(told("{\"at\":\n 1}\n").find("x.csv: is JSON, but not an object a line") != std::string::npos);
    CHECK(told("[\n  {\"at\": 1}\n]\n").find("is JSON, but not an object a line") != std::string::npos);
    CHECK(told("\n<!DOCTYPE HTML><table>").find("is HTML, whatever its name says") != std::string::npos);
    CHECK(told("<?xml version=\"1.0\"?>\n<a/>").find("is XML, not CSV") != std::string::npos);
    CHECK(told("PK\x03\x04.....[Content_Types].xml....").find("spreadsheet (xlsx)") != std::string::npos);
    CHECK(told("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet").find("(ods)") !=
          std::string::npos);
    CHECK(told("PK\x03\x04.....notes.txt").find("is an archive (zip)") != std::string::npos);
    CHECK(told("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0')).find("(xls)") !=
          std::string::npos);
    CHECK(told("PAR1\x15\x04"s).find("is Parquet") != std::string::npos);
    CHECK(told("%PDF-1.4\n").find("is a PDF") != std::string::npos);
}

TEST_CASE("what begins like them and is a table is one") {
    CHECK(named_by_text("{a},[b\n").empty());
    CHECK(named_by_text("<none>,b\n").empty());
    CHECK(named_by_text("").empty());
    CHECK(named_by_bytes("PK,b\n").empty());
    CHECK(named_by_bytes("").empty());
}

} // namespace file_kind_test
