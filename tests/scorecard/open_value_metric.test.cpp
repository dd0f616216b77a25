// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/open_value_metric.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr dimension house{"house", &visit::number};
inline constexpr open_value_metric<visit> promised{
    .name = "promised", .of = door::opened, .until = {door::bought, door::slammed}};
using houses = by<house, 8, scorecard<visit, promised>>;

constexpr bool what_is_settled_is_not_open() {
    houses h;
    h.record({.kind = door::opened, .number = 1, .value = opaque(40u)});
    h.record({.kind = door::opened, .number = 2, .value = 30});
    h.record({.kind = door::opened, .number = 3, .value = 20});
    expect(pool<promised>(h).n == 90);
    h.record({.kind = door::bought, .number = 2, .value = 7});
    h.record({.kind = door::slammed, .number = 4}); // heard of before it was opened
    h.record({.kind = door::opened, .number = 4, .value = 1000});
    h.record({.kind = door::opened, .number = 3, .value = 25}); // opened again, for more
    expect(pool<promised>(h).n == 65);
    expect(pool<promised>(houses{}).n == 0);
    return true;
}
static_assert(what_is_settled_is_not_open());
TEST_CASE("what is settled is not open, in whatever order it is heard of") {
    CHECK(what_is_settled_is_not_open());
}

TEST_CASE("open value keeps the exact law") {
    keeps_its_law<houses>(
        [](random &r) {
            return visit{.kind = static_cast<door>(r.below(5)),
                         .number = r.pick<std::uint32_t>(10),
                         .value = r.pick<std::uint32_t>(100)};
        },
        [](const visit &v) { return v.number; });
}

} // namespace
} // namespace kpi::test
