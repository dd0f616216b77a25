// SPDX-License-Identifier: MIT
#include "../../examples/fleet/wallboard/kept_wall.hpp"

#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <utility>

namespace {

using namespace fleet::wallboard;

rows_read one_call() {
    read_row r;
    r.counted.what.at = {1'000'000};
    r.counted.what.kind = kpi::sales::activity::call;
    r.rep = "Ana";
    rows_read read;
    read.rows.push_back(std::move(r));
    return read;
}

TEST_CASE("what is read is of one moment: the boards have the rows that are said to be taken") {
    const fleet::temporary_folder f;
    kept_wall wall{1 << 20};
    REQUIRE(wall.open(f.path).empty());
    std::atomic<bool> ends{};
    std::thread sender{[&] {
        while (!ends)
            static_cast<void>(wall.take({}, 0, one_call()));
    }};
    const std::uint32_t first = wall.version();
    std::uint64_t torn = 0;
    while (wall.version() - first < 30) {
        const wall_state read = wall.read();
        torn += (*read.by_rep)[0].of<board>().get<sales::calls>().n != read.taken;
    }
    ends = true;
    sender.join();
    CHECK(torn == 0);
}

} // namespace
