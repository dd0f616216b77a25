// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

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

TEST_CASE("every metric says what it is") {
    catalog.for_each([]<const auto & M>() {
        CAPTURE(M.name);
        CHECK_FALSE(M.name.empty());
        CHECK(M.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos);
        CHECK(M.help.size() > 10);
        CHECK(M.help.find('[') != std::string_view::npos); // its source
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
