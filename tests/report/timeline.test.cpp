// SPDX-License-Identifier: MIT
#include "story/timeline.hpp"

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

TEST_CASE("events that come a little late are put in their places, equal ones in the order of the file") {
    for (const std::uint64_t jitter : {0u, 1u, 500u, 7000u}) {
        CAPTURE(jitter);
        kpi::test::random random{jitter};
        std::vector<std::pair<std::int64_t, std::uint32_t>> in, out;
        report::timeline line{[&](const report::event &e, std::uint64_t n) {
            CHECK(n == e.units % 3 + 1);
            out.emplace_back(e.at.seconds, e.units);
        }};
        for (std::uint32_t i = 0; i < 3 * report::timeline::room; ++i) {
            report::event e;
            e.dated = true;
            e.at.seconds = static_cast<std::int64_t>(i / 2 + random.below(jitter + 1));
            e.units = i;
            in.emplace_back(e.at.seconds, i);
            line.push(e, i % 3 + 1);
        }
        line.finish();
        std::sort(in.begin(), in.end());
        CHECK(line.late() == 0);
        REQUIRE(out == in);
    }
}
