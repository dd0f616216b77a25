// SPDX-License-Identifier: MIT
#pragma once

/// One state of each kind that the library has, and of each way to put them together, with events for it:
/// what snapshots are tested with.

#include "support/doors.hpp"
#include "support/values.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/covariance.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/distinct_dense.hpp>
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/latest.hpp>
#include <kpi/accumulator/life_table.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/accumulator/tally.hpp>
#include <kpi/accumulator/top.hpp>
#include <kpi/accumulator/total.hpp>
#include <kpi/accumulator/two_stream_evidence.hpp>
#include <kpi/core/member.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>
#include <kpi/story/through.hpp>

#include <string_view>

namespace kpi::test {

inline constexpr mean_metric<door, member::elapsed> minutes_at_the_door{.name = "minutes_at_the_door",
                                                                        .of = {door::opened, door::bought}};
inline constexpr dimension house{"house", &visit::number};
inline constexpr event_set<door> knocks{door::knocked};
inline constexpr event_set<door> answers{door::opened, door::slammed};
constexpr visit every_visit(const visit &v) noexcept { return v; }

using shared_board = scorecard<visit, opened_rate, slams_per_sale, unknown_kinds>;
using mixed_board = scorecard<visit, opened_rate, opened_in_the_first_street, minutes_at_the_door>;
using narrow_board = basic_scorecard<visit, std::uint8_t, opened_rate>;
using wide_board = basic_scorecard<visit, std::uint64_t, opened_rate>;
using by_street = by<street, 8, mixed_board>;
using last_days = over<days<1>, 14, mixed_board>;
using team = by<street, 4, over<days<7>, 5, shared_board>>;
using houses = by_key<house, 16, narrow_board>;
using waiting = between<knocks, answers, house, 32, by<street, 4, mixed_board>>;
using fading = decayed<days<7>, wide_board>;
template <const auto &List>
using board_of =
    typename decltype(List.template speaking<sales::activity>())::template on<scorecard, sales::touch>;
template <const auto &List>
using facts_of =
    typename decltype(List.template speaking<sales::outcome>())::template on<scorecard, sales::fact>;
using every_rate = board_of<sales::catalog>;
using deals_of_customers = by_key<sales::customer, 8, board_of<sales::deals>>;
using told_deals = through<sales::deal_story, sales::deal, 16,
                           scorecard<sales::touch, sales::win_rate, sales::sales_cycle_length>>;
using told_leads = through<sales::lead_story, sales::lead, 16, facts_of<sales::leads>>;

constexpr sales::touch any_touch(random &r) {
    return {.at = {static_cast<std::int64_t>(r.below(400 * 86400)) - 30 * 86400},
            .kind = r.pick<sales::activity>(60),
            .channel = r.pick<sales::medium>(8),
            .source = r.pick<std::uint8_t>(3),
            .rep = r.pick<std::uint16_t>(9),
            .prospect = r.pick<std::uint32_t>(20),
            .lead = r.pick<std::uint32_t>(20),
            .customer = r.pick<std::uint32_t>(12),
            .value = r.pick<std::uint32_t>(5000),
            .units = r.pick<std::uint32_t>(9),
            .elapsed = r.pick<std::uint32_t>(1'000'000),
            .touches = r.pick<std::uint32_t>(30),
            .score = r.pick<std::uint32_t>(11)};
}

constexpr sales::fact any_fact(random &r) {
    sales::fact f{.at = {static_cast<std::int64_t>(r.below(400 * 86400))},
                  .kind = static_cast<sales::outcome>(r.below(64)),
                  .stage = static_cast<sales::stage>(r.below(7)),
                  .channel = static_cast<sales::medium>(r.below(7))};
    f.again = r.below(2) == 0, f.fresh = r.below(2) == 0, f.k = r.pick<std::uint32_t>(7);
    f.touches = r.pick<std::uint32_t>(30), f.quarters = r.pick<std::uint32_t>(9);
    if (r.below(2) == 0) f.value = r.pick<std::uint32_t>(5000);
    if (r.below(2) == 0) f.elapsed = r.pick<std::uint32_t>(1'000'000);
    return f;
}

template <class Event> Event any_event(random &r) {
    if constexpr (std::same_as<Event, visit>)
        return any_visit(r);
    else if constexpr (std::same_as<Event, sales::touch>)
        return any_touch(r);
    else if constexpr (std::same_as<Event, sales::fact>)
        return any_fact(r);
    else if constexpr (std::same_as<Event, door>)
        return any_visit(r).kind;
    else if constexpr (std::same_as<Event, instant>)
        return any_visit(r).at;
    else if constexpr (std::same_as<Event, covariance::event>)
        return {any_value(r), any_value(r)};
    else if constexpr (std::same_as<Event, stream_outcome>)
        return {r.below(2) == 0, r.below(3) == 0};
    else if constexpr (std::same_as<Event, case_course>)
        return {r.pick<std::uint32_t>(400), r.pick<std::uint8_t>(3), r.pick<std::uint32_t>(200)};
    else
        return static_cast<Event>(any_value<std::make_unsigned_t<Event>>(r));
}

/// Calls `f.template operator()<State>(name)` for each.
void for_each_state(auto &&f) {
    f.template operator()<tally<door, knocks | answers>>("tally");
    f.template operator()<tally<door, knocks | unlisted<door>, std::uint16_t>>("tally of 16 bits");
    f.template operator()<total>("total");
    f.template operator()<mean>("mean");
    f.template operator()<covariance>("covariance");
    f.template operator()<latest>("latest");
    f.template operator()<life_table<24, 10>>("life_table");
    f.template operator()<two_stream_evidence<2>>("two_stream_evidence");
    f.template operator()<extrema<>>("extrema");
    f.template operator()<extrema<std::int64_t>>("extrema of signed numbers");
    f.template operator()<quantiles<>>("quantiles");
    f.template operator()<quantiles<8, std::uint64_t, std::uint16_t>>("quantiles of 64 bits");
    f.template operator()<distinct<16, 4>>("distinct");
    f.template operator()<distinct<1000, 6, std::uint64_t>>("distinct, of 64 bits");
    f.template operator()<distinct_dense<100>>("distinct_dense");
    f.template operator()<top<8>>("top");
    f.template operator()<shared_board>("board of counters");
    f.template operator()<mixed_board>("board");
    f.template operator()<narrow_board>("board of 8 bits");
    f.template operator()<wide_board>("board of 64 bits");
    f.template operator()<by_street>("by");
    f.template operator()<houses>("by_key");
    f.template operator()<last_days>("over");
    f.template operator()<fading>("decayed");
    f.template operator()<waiting>("between");
    f.template operator()<from<every_visit, mixed_board>>("from");
    f.template operator()<team>("by over");
    f.template operator()<every_rate>("board of every rate");
    f.template operator()<board_of<sales::revenue>>("board of amounts");
    f.template operator()<deals_of_customers>("by_key of customers");
    f.template operator()<facts_of<sales::leads>>("board of facts of leads");
    f.template operator()<facts_of<sales::prospects>>("board of facts of prospects");
    f.template operator()<facts_of<sales::customers>>("board of facts of customers");
    f.template operator()<told_deals>("through, of deals");
    f.template operator()<told_leads>("through, of leads");
}

/// A state that has seen up to n events.
template <class State> State any_state(random &r, std::size_t n) {
    State s{};
    for (std::size_t i = r.pick<std::size_t>(n + 1); i > 0; --i)
        if constexpr (requires { typename State::event; })
            s.record(any_event<typename State::event>(r));
        else
            s.record(any_event<door>(r)); // a tally
    return s;
}

} // namespace kpi::test
