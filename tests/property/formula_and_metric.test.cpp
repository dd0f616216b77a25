// SPDX-License-Identifier: MIT
#include "support/random.hpp"
#include <kpi/accumulator/tally.hpp>
#include <kpi/formula/calls.hpp>
#include <kpi/formula/cost.hpp>
#include <kpi/formula/customers.hpp>
#include <kpi/formula/deals.hpp>
#include <kpi/formula/email.hpp>
#include <kpi/formula/funnel.hpp>
#include <kpi/formula/outreach.hpp>
#include <kpi/formula/survey.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

// A metric exists twice, live and as a formula: fed the same events, both say the same, whatever the events.

namespace kpi::test {
namespace {

using sales::activity;
using sales::touch;
using enum activity;
namespace kinds = sales::kinds;

using board = decltype(sales::catalog.speaking<activity>())::on<scorecard, touch>;
/// Every kind on its own, to give the formulas their arguments.
inline constexpr auto every_kind = [] {
    event_set<activity> all;
    all.bits = (std::uint64_t{1} << 52) - 1;
    return all;
}();
using counts = tally<activity, every_kind>;

TEST_CASE("the live metric and the formula agree") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        random r{seed};
        board live;
        counts n;
        for (std::uint64_t events = r.below(400); events > 0; --events) {
            const touch t{.kind = static_cast<activity>(r.below(52)), .channel = sales::medium::email};
            live.record(t);
            n.record(t.kind);
        }
        const auto base = static_cast<std::uint32_t>(r.below(100));
        const auto calls = n.count<kinds::calls>(), known = n.count<kinds::calls_known>();
        const auto conversations = n.count<kinds::conversations>(), sent = n.count<kinds::emails>();
        const auto one = [&]<activity K>() { return n.count<event_set<activity>{K}>(); };

        namespace f = formula;
        CHECK(live.get<sales::pick_up_rate>() == f::pick_up_rate(n.count<kinds::picked_up_calls>(), known));
        CHECK(live.get<sales::conversation_rate>() == f::conversation_rate(conversations, known));
        CHECK(live.get<sales::dials_per_conversation>() == f::dials_per_conversation(known, conversations));
        CHECK(live.get<sales::opportunities_per_conversation>() ==
              f::opportunities_per_conversation(one.operator()<opportunity>(), conversations));
        CHECK(live.get<sales::opportunities_per_100_calls>() ==
              f::opportunities_per_call(one.operator()<opportunity>(), calls));
        CHECK(live.get<sales::live_answer_rate>() ==
              f::live_answer_rate(n.count<kinds::live_answers>(), known - one.operator()<picked_up>()));
        if (one.operator()<picked_up>() == 0)
            CHECK(live.get<sales::abandon_rate>() ==
                  f::abandon_rate(one.operator()<abandoned>(), n.count<kinds::live_answers>()));
        CHECK(live.get<sales::logging_coverage>(base) == f::logging_coverage(calls, base));
        CHECK(live.get<sales::dials_per_hour>(base) == f::dials_per_hour(calls, base));
        CHECK(live.get<sales::open_rate>() == f::open_rate(one.operator()<email_opened>(), sent));
        CHECK(live.get<sales::click_through_rate>() ==
              f::click_through_rate(one.operator()<email_clicked>(), sent));
        CHECK(live.get<sales::bounce_rate>() == f::bounce_rate(one.operator()<email_bounced>(), sent));
        CHECK(
            live.get<sales::open_rate_of_delivered>() ==
            f::open_rate_of_delivered(one.operator()<email_opened>(), sent, one.operator()<email_bounced>()));
        CHECK(live.get<sales::click_to_open_rate>() ==
              f::click_to_open_rate(one.operator()<email_clicked>(), one.operator()<email_opened>()));
        CHECK(live.get<sales::reply_rate>() == f::reply_rate(n.count<kinds::replies>(), sent));
        CHECK(live.get<sales::meeting_acceptance_rate>() ==
              f::meeting_acceptance_rate(one.operator()<meeting_scheduled>(), n.count<kinds::replies>()));
        CHECK(live.get<sales::show_rate>() ==
              f::show_rate(n.count<kinds::meetings_held>(), one.operator()<meeting_no_show>()));
        CHECK(live.get<sales::win_loss_ratio>() ==
              f::win_loss_ratio(one.operator()<deal_won>(), one.operator()<deal_lost>()));
        CHECK(live.get<sales::win_rate>() ==
              f::win_rate(one.operator()<deal_won>(), one.operator()<deal_lost>()));
        CHECK(live.get<sales::proposals_per_opportunity>() ==
              f::proposals_per_opportunity(one.operator()<proposal_sent>(), one.operator()<opportunity>()));
        CHECK(live.get<sales::wins_per_touch>() ==
              f::wins_per_touch(one.operator()<deal_won>(), n.count<kinds::touches>()));
        CHECK(live.get<sales::net_promoter_score>() ==
              f::net_promoter_score(one.operator()<nps_promoter>(), one.operator()<nps_passive>(),
                                    one.operator()<nps_detractor>()));
        CHECK(live.get<sales::customer_satisfaction>() ==
              f::customer_satisfaction(one.operator()<satisfied>(), n.count<kinds::csat_answers>()));
        CHECK(live.get<sales::tickets_within_service_level>() ==
              f::tickets_within_service_level(one.operator()<ticket_closed_in_time>(),
                                              n.count<kinds::tickets>()));
        CHECK(live.get<sales::cost_per_meeting>(std::int64_t{base}) ==
              f::cost_per_meeting(std::int64_t{base}, n.count<kinds::meetings_held>()));
    }
}

TEST_CASE("the live metric and the formula agree on facts") {
    using sales::outcome;
    using facts = decltype(sales::catalog.speaking<outcome>())::on<scorecard, sales::fact>;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        random r{seed};
        facts live;
        std::array<std::uint32_t, 64> n{};
        for (std::uint64_t more = r.below(400); more > 0; --more) {
            sales::fact f{.kind = static_cast<outcome>(r.below(64))};
            f.fresh = f.kind == outcome::won || f.kind == outcome::lost; // of the pipeline
            live.record(f);
            ++n[static_cast<std::size_t>(f.kind)];
        }
        const auto of = [&](outcome o) { return n[static_cast<std::size_t>(o)]; };
        const auto wide = [](const auto &p) { return proportion<std::uint64_t>{p.part, p.whole}; };
        const auto base = static_cast<std::uint32_t>(r.below(100));
        namespace f = formula;
        CHECK(live.get<sales::deal_closure_rate>(base) ==
              wide(f::deal_closure_rate(of(outcome::won), base, of(outcome::came_in))));
        CHECK(live.get<sales::settled_share>(base) ==
              wide(f::settled_share(of(outcome::won), of(outcome::lost), base, of(outcome::came_in))));
        const auto lost = of(outcome::customer_lost), back = of(outcome::returned);
        CHECK(live.get<sales::churn_rate>(base) == wide(f::churn_rate(lost > back ? lost - back : 0, base)));
        CHECK(live.get<sales::renewal_rate>() ==
              f::renewal_rate(of(outcome::contract_renewed), of(outcome::contract_due)));
        const auto upsells = f::upsells_per_customer(of(outcome::upsold), base);
        CHECK(live.get<sales::upsells_per_customer>(base) == ratio<std::uint64_t>{upsells.a, upsells.b});
        CHECK(live.get<sales::positive_reply_rate>() ==
              f::positive_reply_rate(of(outcome::replied_positively), of(outcome::contacted)));
    }
}

} // namespace
} // namespace kpi::test
