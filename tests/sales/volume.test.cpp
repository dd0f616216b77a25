// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/sales/volume.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool each_kind_is_counted_where_it_belongs() {
    expect(measured<calls>({{conversation, 1}, {voicemail, 2}, {call, 4}, {email_sent, 8}}).n == 7);
    expect(measured<touches>({{conversation, 1},
                              {email_sent, 2},
                              {social_touch, 4},
                              {video_meeting, 8},
                              {email_opened, 16},   // the prospect did it
                              {reply_positive, 32}, // so too
                              {follow_up, 64},      // a mark of a touch that is counted already
                              {meeting_scheduled, 128}})
               .n == 15);
    expect(measured<meetings_held>({{meeting_held, 1}, {video_meeting, 2}, {meeting_no_show, 4}}).n == 3);
    expect(measured<follow_ups>({{follow_up, 3}, {email_sent, 5}}).n == 3);
    expect(measured<conversations>({}).n == 0);
    return true;
}
static_assert(each_kind_is_counted_where_it_belongs());
TEST_CASE("each kind is counted where it belongs") { CHECK(each_kind_is_counted_where_it_belongs()); }

} // namespace
} // namespace kpi::test
