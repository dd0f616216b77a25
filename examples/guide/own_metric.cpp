// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

// A vocabulary of one's own: any enum with values from 0 to 63.
enum class door : std::uint8_t { knocked, opened, bought };
struct visit {
    door kind;
    std::uint16_t street;
    kpi::maybe<std::uint32_t> value{}; // cents; a visit without one has none, not 0
};

inline constexpr kpi::proportion_metric<door> opened_rate{
    .name = "opened_rate",
    .part = {door::opened, door::bought},
    .whole = {door::knocked, door::opened, door::bought},
    .help = "Doors opened of doors tried.",
};
inline constexpr kpi::mean_metric<visit, kpi::member::value> average_order{
    .name = "average_order",
    .of = {door::bought},
    .shown_in = 100,
    .unit = "EUR",
    .help = "What a door that bought brought in.",
};
inline constexpr kpi::dimension street{"street", &visit::street};

int main() {
    kpi::by<street, 50, kpi::scorecard<visit, opened_rate, average_order>> streets;
    streets.record({door::knocked, 3}, 6);
    streets.record({door::opened, 3}, 2);
    streets.record({door::bought, 3, 1'990});
    streets.record({door::bought, 3, 4'000});

    std::cout << streets[3].get<opened_rate>() << '\n';
    char room[100];
    const auto order = streets[3].get<average_order>();
    std::cout << kpi::shown(room, kpi::figure_of<average_order>(), order).text << '\n';
}
