// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/funnel_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr std::array steps{event_set{door::knocked}, event_set{door::opened}, event_set{door::bought}};
inline constexpr funnel_metric<door, 3, funnel_mode::any_order> any{.name = "any", .stages = steps};
inline constexpr funnel_metric<door, 3, funnel_mode::every_stage> every{.name = "every", .stages = steps};
inline constexpr funnel_metric<door, 3, funnel_mode::in_order> ordered{.name = "ordered", .stages = steps};
using house = scorecard<door, any, every, ordered>;
using step = proportion<std::uint32_t>;

constexpr bool the_modes_differ_where_a_stage_is_skipped() {
    house h;
    h.record(opaque(door::knocked));
    h.record(opaque(door::bought));
    expect(h.contribution<any>(0, 2) == step{1, 1} && h.contribution<any>(1, 2) == step{1, 1});
    expect(h.contribution<every>(0, 2) == step{0, 1} && h.contribution<every>(1, 2) == step{0, 0});
    expect(h.contribution<ordered>(0, 2) == step{0, 1});
    h.record(opaque(door::opened)); // late
    expect(h.contribution<every>(0, 2) == step{1, 1});
    expect(h.contribution<ordered>(0, 2) == step{0, 1} && h.contribution<ordered>(0, 1) == step{1, 1});
    h.record(opaque(door::bought));
    expect(h.contribution<ordered>(0, 2) == step{1, 1});
    return true;
}
static_assert(the_modes_differ_where_a_stage_is_skipped());
TEST_CASE("the modes differ where a stage is skipped") { CHECK(the_modes_differ_where_a_stage_is_skipped()); }

constexpr bool a_conversion_never_goes_backwards() {
    house h;
    h.record(opaque(door::bought));
    expect(h.contribution<any>(2, 1) == step{0, 1});
    expect(h.contribution<any>(0, 3) == step{0, 1} && h.contribution<any>(7, 8) == step{0, 0});
    expect(h.contribution<any>(-1, 1) == step{1, 1}); // below the first stage is the first
    return true;
}
static_assert(a_conversion_never_goes_backwards());
TEST_CASE("no conversion to an earlier stage, or to one that there is not") {
    CHECK(a_conversion_never_goes_backwards());
}

inline constexpr funnel_metric<door, 2, funnel_mode::in_order> twice{
    .name = "twice", .stages = {event_set{door::knocked}, event_set{door::knocked}}};

constexpr bool one_event_is_one_step() {
    live<twice> h;
    h.record(opaque(door::knocked));
    expect(h.contribution<twice>(0, 1) == step{0, 1});
    h.record(opaque(door::knocked));
    expect(h.contribution<twice>(0, 1) == step{1, 1});
    return true;
}
static_assert(one_event_is_one_step());
TEST_CASE("in order, one event is one step") { CHECK(one_event_is_one_step()); }

} // namespace
} // namespace kpi::test
