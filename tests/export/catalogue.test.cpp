// SPDX-License-Identifier: MIT
// Every metric of the catalogue in every text, without a line here for any of them.

#include <kpi/export/csv.hpp>
#include <kpi/export/json.hpp>
#include <kpi/export/open_metrics.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using board = decltype(kpi::sales::catalog)::on<kpi::scorecard, kpi::sales::touch>;

const board &one_of_each() {
    static const board b = [] {
        board made{};
        for (std::uint8_t kind = 0; kind < kpi::max_kinds; ++kind)
            made.record(kpi::sales::touch{.kind = static_cast<kpi::sales::activity>(kind)});
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

TEST_CASE("every metric that can be read is in every text") {
    const auto write_json = [](auto into) { return kpi::to_json(into, one_of_each()); };
    const auto write_csv = [](auto into) { return kpi::to_csv(into, one_of_each()); };
    const auto write_open_metrics = [](auto into) { return kpi::to_open_metrics(into, one_of_each()); };
    const std::string json = text_of(write_json), csv = text_of(write_csv);
    const std::string open_metrics = text_of(write_open_metrics);
    std::size_t read = 0;
    board::metrics::for_each([&]<const auto & M>() {
        if constexpr (board::readable<M>) {
            const std::string name{M.name};
            CAPTURE(name);
            CHECK(json.find("{\"metric\":\"" + name + "\",\"figure\":\"" + name + "\"") != std::string::npos);
            CHECK(csv.find("\r\n" + name + "," + name + ",") != std::string::npos);
            const std::string in_base_units = name.substr(0, name.find("_minutes")); // which are spelled anew
            CHECK(open_metrics.find("# TYPE kpi_" + in_base_units) != std::string::npos);
            ++read;
        }
    });
    CHECK(read > 30);
}

TEST_CASE("promtool accepts the catalogue") {
    if (std::system("promtool --version >/dev/null 2>&1") != 0) {
        MESSAGE("promtool was not found (Debian: prometheus): the text is not checked by it");
        return;
    }
    const auto write = [](auto into) { return kpi::to_open_metrics(into, one_of_each()); };
    const std::string text = text_of(write);
    std::FILE *const lint = popen("promtool check metrics", "w");
    REQUIRE(lint != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), lint) == text.size());
    CHECK(pclose(lint) == 0);
}
