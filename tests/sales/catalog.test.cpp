// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace kpi::test {
namespace {

using sales::catalog;
using board = decltype(catalog)::on<scorecard, sales::touch>;

constexpr bool chapters_make_up_the_catalog() {
    std::size_t metrics = 0;
    bool in_the_catalog = true;
    sales::for_each_chapter([&](std::string_view, auto chapter) {
        chapter.for_each([&]<const auto & M>() {
            ++metrics;
            in_the_catalog &= decltype(catalog)::contains<M>;
        });
    });
    expect(metrics == catalog.size && in_the_catalog);
    return true;
}
static_assert(chapters_make_up_the_catalog());
TEST_CASE("the chapters make up the catalog") { CHECK(chapters_make_up_the_catalog()); }

TEST_CASE("every metric says what it is, and where it comes from") {
    sales::for_each_catalogue([](std::string_view, auto list) {
        list.for_each([]<const auto & M>() {
            CAPTURE(M.name);
            CHECK_FALSE(M.name.empty());
            CHECK(M.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                  std::string_view::npos);
            CHECK(M.help.size() > 10);
            CHECK(M.help.find('[') != std::string_view::npos); // its source
        });
    });
}

TEST_CASE("README lists every metric as its definition says it") {
    std::ifstream file{KPI_ROOT "/README.md"};
    const std::string readme{std::istreambuf_iterator<char>{file}, {}};
    REQUIRE(readme.size() > 1000);
    sales::for_each_catalogue([&](std::string_view title, auto list) {
        CHECK(readme.find("**" + std::string{title} + "**") != std::string::npos);
        list.for_each([&]<const auto & M>() {
            const std::string row = "| `" + std::string{M.name} + "` | " + std::string{M.kind} + " | " +
                                    std::string{M.help} + " |";
            CAPTURE(row);
            CHECK(readme.find(row) != std::string::npos);
        });
    });
}

const auto any_touch = [](random &r) {
    return sales::touch{.kind = static_cast<sales::activity>(r.below(54)),
                        .channel = static_cast<sales::medium>(r.below(8))};
};

TEST_CASE("a board of everything keeps the exact law") {
    keeps_its_law<board>(any_touch, [](const sales::touch &t) { return static_cast<unsigned>(t.kind); },
                         {.runs = 10, .events = 400});
}

} // namespace
} // namespace kpi::test
