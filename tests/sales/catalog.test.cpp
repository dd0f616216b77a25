// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <string_view>

namespace kpi::test {
namespace {

using sales::catalog;
using board = decltype(catalog.speaking<sales::activity>())::on<scorecard, sales::touch>;
using board_of_facts = decltype(catalog.speaking<sales::outcome>())::on<scorecard, sales::fact>;

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
    sales::for_each_chapter([](std::string_view, auto list) {
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

const auto any_touch = [](random &r) {
    return sales::touch{.kind = static_cast<sales::activity>(r.below(54)),
                        .channel = static_cast<sales::medium>(r.below(8))};
};

TEST_CASE("a board of everything keeps the exact law") {
    keeps_its_law<board>(any_touch, [](const sales::touch &t) { return static_cast<unsigned>(t.kind); },
                         {.runs = 10, .events = 400});
}
TEST_CASE("a board of every outcome keeps the exact law, and takes back what it recorded") {
    const auto any_fact = [](random &r) {
        return sales::fact{.kind = static_cast<sales::outcome>(r.below(64)),
                           .stage = static_cast<sales::stage>(r.below(7)),
                           .channel = static_cast<sales::medium>(r.below(7)),
                           .again = r.below(2) == 0,
                           .fresh = r.below(2) == 0,
                           .k = r.pick<std::uint32_t>(7),
                           .touches = r.pick<std::uint32_t>(5),
                           .value = r.pick<std::uint32_t>(100)};
    };
    keeps_its_law<board_of_facts>(any_fact, [](const sales::fact &f) { return f.touches; },
                                  {.runs = 10, .events = 400});
    takes_back_what_it_recorded<board_of_facts>(any_fact, {.runs = 10, .events = 400});
}
static_assert(catalog.size == board::metrics::size + board_of_facts::metrics::size + 3); // and of entries

} // namespace
} // namespace kpi::test
