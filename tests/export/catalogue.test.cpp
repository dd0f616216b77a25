// SPDX-License-Identifier: MIT
// Every metric of the catalogue in every text, without a line here for any of them.

#include <kpi/export/csv.hpp>
#include <kpi/export/json.hpp>
#include <kpi/export/open_metrics.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using kpi::sales::catalog;
using acts = decltype(catalog.speaking<kpi::sales::activity>())::on<kpi::scorecard, kpi::sales::touch>;
using facts = decltype(catalog.speaking<kpi::sales::outcome>())::on<kpi::scorecard, kpi::sales::fact>;

template <class Board> const Board &one_of_each() {
    static const Board b = [] {
        Board made{};
        using event = typename Board::event;
        for (std::uint8_t kind = 0; kind < kpi::max_kinds; ++kind)
            made.record(event{.kind = static_cast<kpi::kind_of<event>>(kind)});
        return made;
    }();
    return b;
}

std::string text_of(auto write) {
    std::string room(write(std::span<char>{}).size, '\0');
    CHECK(write(std::span<char>{room}).complete());
    return room;
}

} // namespace

template <class Board> std::size_t all_are_in_every_text() {
    const Board &all = one_of_each<Board>();
    const std::string json = text_of([&](auto into) { return kpi::to_json(into, all); });
    const std::string csv = text_of([&](auto into) { return kpi::to_csv(into, all); });
    const std::string open_metrics = text_of([&](auto into) { return kpi::to_open_metrics(into, all); });
    std::size_t read = 0;
    Board::metrics::for_each([&]<const auto & M>() {
        if constexpr (Board::template readable<M>) {
            const std::string name{M.name};
            CAPTURE(name);
            std::string first; // of its figures
            all.template figures<M>([&](const kpi::figure_info &f, const auto &) {
                if (first.empty()) first = f.name;
            });
            CHECK(json.find("{\"metric\":\"" + name + "\",\"figure\":\"" + first + "\"") !=
                  std::string::npos);
            CHECK(csv.find("\r\n" + name + "," + first + ",") != std::string::npos);
            const std::string in_base_units =
                first.substr(0, first.find("_minutes")); // which are spelled anew
            CHECK(open_metrics.find("# TYPE kpi_" + in_base_units) != std::string::npos);
            ++read;
        }
    });
    return read;
}
TEST_CASE("every metric that can be read is in every text") {
    CHECK(all_are_in_every_text<acts>() > 50);
    CHECK(all_are_in_every_text<facts>() > 50);
}

template <class Board> void promtool_accepts() {
    if (std::system("promtool --version >/dev/null 2>&1") != 0) {
        MESSAGE("promtool was not found (Debian: prometheus): the text is not checked by it");
        return;
    }
    const auto write = [](auto into) { return kpi::to_open_metrics(into, one_of_each<Board>()); };
    const std::string text = text_of(write);
    std::FILE *const lint = popen("promtool check metrics", "w");
    REQUIRE(lint != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), lint) == text.size());
    CHECK(pclose(lint) == 0);
}
TEST_CASE("promtool accepts the catalogue") { promtool_accepts<acts>(), promtool_accepts<facts>(); }
