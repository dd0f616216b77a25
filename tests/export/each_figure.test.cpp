// SPDX-License-Identifier: MIT
#include "export/boards.hpp"
#include "support/expect.hpp"
#include <kpi/export/each_figure.hpp>

#include <array>

namespace {

using namespace kpi;
using namespace kpi::test;

/// Keeps what it is told.
struct notes {
    std::string_view only{};
    std::size_t boards{}, ends{}, figures{};
    std::array<std::string_view, 16> names{};
    std::array<std::int64_t, 16> keys{}; ///< of the innermost group, where there is one
    std::array<value_parts, 16> values{};

    constexpr void board(const std::span<const label> &labels) {
        keys[boards++] = labels.empty() ? -1 : labels.back().other ? -2 : labels.back().key;
    }
    constexpr void board_end() { ++ends; }
    [[nodiscard]] constexpr bool wants(std::string_view metric) const {
        return only.empty() || metric == only;
    }
    constexpr void figure(const figure_info &info, const value_parts &value) {
        names[figures] = name_of(info);
        values[figures++] = value;
    }
};

constexpr bool all_figures_of_all_boards_are_told_in_order() {
    by<street, 4, door_board> streets;
    streets.record(visit{.kind = door::knocked, .street = 1});
    streets.record(visit{.kind = door::bought, .street = 9});
    notes n;
    each_figure(streets, n);
    expect(n.boards == 2 && n.ends == 2 && n.figures == 6);
    expect(n.keys[0] == 1 && n.keys[1] == -2);
    expect(n.names[0] == "opened_rate" && n.names[1] == "slams_per_sale" && n.names[2] == "sales_made");
    expect(n.values[0].exact == fraction<std::uint64_t>{0, 1});
    expect(n.values[5].exact == fraction<std::uint64_t>{1, 1});
    return true;
}
static_assert(all_figures_of_all_boards_are_told_in_order());

constexpr bool only_what_is_wanted_is_read() {
    notes n{.only = "sales_made"};
    each_figure(some_doors(), n);
    expect(n.boards == 1 && n.keys[0] == -1 && n.figures == 1 && n.names[0] == "sales_made");
    return true;
}
static_assert(only_what_is_wanted_is_read());

/// A board that says what its metrics need: `needing` cannot be read without a figure from the caller.
inline constexpr fixed_metric plain{
    "plain", "", [](auto &&tell) { tell(figure_info{.metric = "plain"}, count<std::uint32_t>{1}); }};
inline constexpr fixed_metric needing{"needing", "", [](auto &&tell, std::uint32_t base) {
                                          tell(figure_info{.metric = "needing"}, count<std::uint32_t>{base});
                                      }};
struct asking_board {
    using metrics = catalogue<plain, needing>;
    template <const auto &M, class... Given>
    static constexpr bool readable = same_metric<M, plain> ? sizeof...(Given) == 0 : sizeof...(Given) == 1;
    template <const auto &M> constexpr void figures(auto &&visit, const auto &...given) const {
        M.tell(visit, given...);
    }
    constexpr void walk(auto &&visit, const auto &...labels) const { visit(*this, labels...); }
};

constexpr bool a_metric_is_given_what_it_takes_or_left_out() {
    notes without, with;
    each_figure(asking_board{}, without);
    expect(without.figures == 1 && without.names[0] == "plain");
    each_figure(asking_board{}, with, std::uint32_t{7});
    expect(with.figures == 2 && with.names[1] == "needing" && with.values[1].exact.numerator == 7);
    return true;
}
static_assert(a_metric_is_given_what_it_takes_or_left_out());

static_assert(exportable<door_board> && exportable<by<street, 4, door_board>> && !exportable<int>);
static_assert(name_of(better::more) == "more" && name_of(better::less) == "less" &&
              name_of(better::neither) == "neither");

} // namespace

TEST_CASE("all figures of all boards are told, in order") {
    CHECK(all_figures_of_all_boards_are_told_in_order());
}
TEST_CASE("only what is wanted is read") { CHECK(only_what_is_wanted_is_read()); }
TEST_CASE("a metric is given what it takes, or left out") {
    CHECK(a_metric_is_given_what_it_takes_or_left_out());
}
