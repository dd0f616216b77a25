// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr engagement_metric<told_visit> talks{.name = "talks", .of = {door::opened}};

TEST_CASE("interactions a quarter, and their correlation with the length") {
    live<talks> b;
    CHECK_FALSE(b.value().has_value());
    for (const auto &[quarters, pace] :
         {std::pair{4u, 1000u}, std::pair{8u, 3000u}, std::pair{12u, 2000u}, std::pair{16u, 4000u}})
        b.record({.kind = door::opened,
                  .touches = quarters * pace / 1000,
                  .quarters = quarters,
                  .elapsed = quarters * 7'889'400,
                  .pace = pace});
    CHECK(b.value() == ratio<std::uint64_t>{4 + 24 + 24 + 64, 40});
    bool correlated = false;
    b.figures<talks>([&](const figure_info &f, const auto &value) {
        if (f.name == "correlation") correlated = value.per(1000) == 800;
    });
    CHECK(correlated);
}

} // namespace
} // namespace kpi::test
