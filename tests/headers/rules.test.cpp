// SPDX-License-Identifier: MIT
// The rules of tests/headers/rules.hpp: each bites, and include/ keeps them all.

#include "headers/rules.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace kpi::test;
namespace fs = std::filesystem;

const std::string frame = "// SPDX-License-Identifier: MIT\n#pragma once\n\n/// What it is.\n";

/// The complaints about one header of this text, whose frame takes the first four lines.
complaints about(const std::string &path, const std::string &text) {
    return check({header{"kpi/kpi.hpp", frame + "#include <" + path + ">\n"}, header{path, frame + text}});
}

bool one(const complaints &found, std::string_view expected) {
    CAPTURE(expected);
    for (const std::string &complaint : found)
        INFO(complaint);
    return found.size() == 1 && found.front().find(expected) != std::string::npos;
}

std::vector<header> all_headers() {
    const fs::path include = fs::path{KPI_ROOT} / "include";
    std::vector<header> headers;
    for (const auto &entry : fs::recursive_directory_iterator{include / "kpi"})
        if (entry.path().extension() == ".hpp") {
            std::ostringstream text;
            text << std::ifstream{entry.path()}.rdbuf();
            headers.emplace_back(entry.path().lexically_relative(include).generic_string(), text.str());
        }
    std::ranges::sort(headers, {}, &header::path);
    return headers;
}

} // namespace

TEST_CASE("a header that keeps the rules gets no complaint") {
    CHECK(about("kpi/sales/a.hpp",
                "#include <kpi/core/b.hpp>\n#include <kpi/sales/c.hpp>\n#include <kpi/version.hpp>\n\n"
                "#include <array>\n")
              .empty());
    CHECK(about("kpi/core/a.hpp",
                "template <class T = int> inline constexpr T one = 1;\n"
                "template <class T> [[nodiscard]] constexpr T f(T x = {}) noexcept { return x; }\n"
                "constexpr bool operator==(a, b) { return true; }\n"
                "struct s {\n    static constexpr int n = 1;\n};\n")
              .empty());
    CHECK(check({header{"kpi/kpi.hpp", frame}, header{"kpi/export/json.hpp", frame}}).empty());
}

TEST_CASE("a header knows its own layer and those before it") {
    CHECK(one(about("kpi/core/a.hpp", "#include <kpi/sales/b.hpp>\n"),
              "include/kpi/core/a.hpp:5: kpi/sales/b.hpp is included: the layer core does not know sales"));
    CHECK(one(about("kpi/formula/a.hpp", "#include <kpi/statistics/b.hpp>\n"),
              "the layer formula does not know statistics"));
    CHECK(
        one(about("kpi/snapshot/a.hpp", "#include <kpi/concurrency/b.hpp>\n"), "does not know concurrency"));
    CHECK(one(about("kpi/core/a.hpp", "#  include <kpi/kpi.hpp>\n"), "a header includes what it uses"));
    CHECK(one(about("kpi/core/a.hpp", "#include \"b.hpp\"\n"), "own headers are included as"));
    CHECK(one(about("kpi/utils/a.hpp", ""), "is no layer"));
    CHECK(one(about("kpi/version.hpp", "#include <kpi/core/b.hpp>\n"), "does not know core"));
}

TEST_CASE("a header includes what a bare-metal toolchain has") {
    for (const std::string name : {"chrono", "iostream", "string", "vector", "memory", "functional", "locale",
                                   "stdexcept", "stdio.h"}) {
        CAPTURE(name);
        CHECK(one(about("kpi/core/a.hpp", "#include <" + name + ">\n"), "a.hpp:5: " + name + " is included"));
    }
}

TEST_CASE("a constant at namespace scope is inline") {
    CHECK(one(about("kpi/core/a.hpp", "constexpr int one = 1;\n"),
              "a.hpp:5: a constant at namespace scope is not `inline`"));
    CHECK(one(about("kpi/core/a.hpp", "\n\nconstexpr metric<int> one{.n = f(1)};\n"), "a.hpp:7: a constant"));
    CHECK(one(about("kpi/core/a.hpp", "template <class T = pair<int, int>> constexpr T one = 1;\n"),
              "a constant"));
    CHECK(one(about("kpi/core/a.hpp", "const int one = 1;\n"), "a constant"));
    CHECK(one(about("kpi/core/a.hpp", "static constexpr int one() { return 1; }\n"), "internal linkage"));
    CHECK(one(about("kpi/core/a.hpp", "namespace {\n"), "internal linkage"));
}

TEST_CASE("a header survives the macros min and max") {
    CHECK(one(about("kpi/core/a.hpp", "inline constexpr int a = std::numeric_limits<int>::max();\n"),
              "a.hpp:5: a macro may take it"));
    CHECK(one(about("kpi/core/a.hpp", "inline constexpr int a = min(1, 2);\n"), "a macro may take it"));
    CHECK(about("kpi/core/a.hpp",
                "inline constexpr int a = (std::numeric_limits<int>::max)() + f_min(1); // max(a)\n")
              .empty());
}

TEST_CASE("a header has its frame and one idea") {
    const auto bare = [](const std::string &text) { return check({header{"kpi/kpi.hpp", text}}); };
    CHECK(one(bare("#pragma once\n#pragma once\n/// What.\n"), "kpi.hpp:1: the first line is not"));
    CHECK(one(bare("// SPDX-License-Identifier: MIT\n\n#pragma once\n/// What.\n"),
              "kpi.hpp:2: the second line is not"));
    CHECK(one(bare("// SPDX-License-Identifier: MIT\n#pragma once\n"), "kpi.hpp:3: no `///` paragraph"));
    CHECK(one(about("kpi/core/a.hpp", std::string(longest_header - 3, '\n')),
              "a.hpp:221: longer than 220 lines"));
    CHECK(about("kpi/core/a.hpp", std::string(longest_header - 4, '\n')).empty());
}

TEST_CASE("kpi.hpp is everything but export/") {
    CHECK(one(check({header{"kpi/kpi.hpp", frame}, header{"kpi/core/a.hpp", frame}}),
              "kpi/core/a.hpp:1: kpi/kpi.hpp does not reach it"));
    CHECK(one(check({header{"kpi/kpi.hpp", frame}, header{"kpi/statistics.hpp", frame},
                     header{"kpi/statistics/a.hpp", frame}}),
              "kpi/statistics/a.hpp:1: kpi/statistics.hpp does not reach it"));
    CHECK(one(check({header{"kpi/kpi.hpp", frame + "#include <kpi/export/a.hpp>\n"},
                     header{"kpi/export/a.hpp", frame}}),
              "export/ is for those who ask"));
}

TEST_CASE("include/ keeps the rules") {
    const std::vector<header> headers = all_headers();
    REQUIRE(headers.size() > 10);
    for (const std::string &complaint : check(headers))
        FAIL_CHECK(complaint);
}

TEST_CASE("every header has its test at the same place under tests/") {
    for (const header &h : all_headers()) {
        if (detail::layer_of(h.path).empty() || h.path.find("/detail/") != std::string::npos) continue;
        const std::string mirror = "tests" + h.path.substr(3, h.path.size() - 7) + ".test.cpp";
        if (!fs::exists(fs::path{KPI_ROOT} / mirror)) FAIL_CHECK(detail::at(h, 1, "has no " + mirror));
    }
}
