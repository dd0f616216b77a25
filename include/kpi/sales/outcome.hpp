// SPDX-License-Identifier: MIT
#pragma once

/// What the story of a case tells besides acts: what has become true of a deal, lead, prospect, customer or
/// rep (METRICS.md, section 9). Each outcome says which time its fact carries in `at`, as that time decides
/// the window. A fact that is no longer true is taken back. Values never change: snapshots hold them.

#include <cstdint>

// Outside of sales: GCC says that an enumerator shadows a metric or dimension of the same name.
namespace kpi::inline v1::sales_words {

enum class outcome : std::uint8_t {
    // a deal
    deal_opened,    ///< at the first opening; `k`: the furthest stage that it entered
    came_in,        ///< into the pipeline, at the opening; `before`: when it last went out
    went_out,       ///< of the pipeline, at the settlement; `value`: what it was worth then
    worth_more,     ///< an open deal got a value, at that row: `value` is the new one ...
    worth_less,     ///< ... and this the old one
    won,            ///< at the settlement that counts; `elapsed` since the first opening; `since`: when it
                    ///< was in the pipeline last
    lost,           ///< likewise
    won_of_opened,  ///< at the first opening; `elapsed` to the settlement; `k` as of deal_opened
    lost_of_opened, ///< likewise
    still_open_of_opened, ///< at the first opening; told by the end, with its age; `k` as of deal_opened
    reversed,             ///< at a settlement that another one overtook
    repeated,             ///< at a settlement that says the same again
    in_stage,             ///< on entering stage `k`; `elapsed` until it left that stage; `backwards`: it
                          ///< came from a later one

    due_open, ///< at the due date that an open deal named last; told by the end, with its `value`;
              ///< `elapsed` since then, where it is overdue
    slipped,  ///< at a row that moved the due date of an open deal later

    // a lead, when it happened
    reached,         ///< `stage`, or a later one, for the first time
    lead_out,        ///< it went out
    became_customer, ///< at the first goal that has the arrival before it; `elapsed` since the arrival
    lifecycle,       ///< at the goal; `elapsed` since the first impression, or the lead's first event

    // a lead, when it arrived (MCL or MQL, whichever came first)
    lead_arrived,  ///< once for each lead
    of_started,    ///< reached `stage`, ever; a lead without an arrival started with its first stage
    lead_answered, ///< `elapsed` to the first response
    responded,     ///< at the arrival that waited: one for each wait that was answered, with `elapsed`
    responded_to_handover, ///< the same from MQL, at MQL
    still_waiting,         ///< at the arrival that waits; told by the end, with its age
    lead_ripe,             ///< was at least five minutes old; `whole_day`: a date, which tells no minutes
    answered_soon,         ///< of these: answered within five minutes, by times at both ends
    lead_converted,        ///< became a customer, ever; `elapsed` to the first goal at or after the arrival
    lead_still_open,       ///< neither customer nor out; told by the end, with its age
    mql_touched,           ///< reached MQL, and was touched
    recycled,              ///< went out after MQL, and no deal of it was lost that day
    ready_to_buy,          ///< reached opportunity with no MQL, SAL or SQL before

    // a level of leads: those now in a stage
    entered_stage, ///< is in `stage` from now on
    left_stage,    ///< and in `stage` no longer

    // a prospect in a period, at its first touch there
    tried,               ///< touched at all
    contacted,           ///< a touch that is no bounced email
    replied_positively,  ///< contacted, and at least one positive reply
    replied_negatively,  ///< contacted, and replied, and never positively
    silent,              ///< contacted, and no reply
    touched_twice,       ///< or more often
    called,              ///< `touches`: how many calls
    got_touch,           ///< the `k`-th one
    acquired,            ///< became a customer, after `k` touches
    touches_of_customer, ///< `touches` until then by `channel`: the first fact counts the customer, the
                         ///< others are `again`

    // a prospect's touches since its last settlement, at the settlement
    touches_of_won,  ///< `touches` by `channel`: the first fact counts the deal, the others are `again`
    touches_of_lost, ///< likewise
    open_at_once,    ///< at the opening of a deal while another one of its prospect was open

    // a customer
    customer_known, ///< at the first row that says so: the level of customers, with `returned`, less
                    ///< `customer_lost`
    gained,         ///< at the earlier of its `customer` event and its first won deal; `value` of that deal
    returned,       ///< after a loss; `before`: the last time; `since`: when what was lost began
    customer_lost,  ///< `since`, `elapsed`: since when it had been one
    onboarded,      ///< at the gain, as soon as it is half a year (183 days) old; `elapsed` to the first loss
    upsold,         ///< `before`: the last time
    first_upsell,   ///< `elapsed` since it was gained
    cross_sold,     ///< `before`: the last time
    interacted,     ///< `before`: the last time
    engaged,        ///< at the gain; told by the end: `touches` interactions, `elapsed`, `quarters`, `pace`
    trial_ended,    ///< the first trial
    trial_converted,  ///< at that trial's end; `elapsed` until it became a customer
    contract_due,     ///< `before`: the last time; `value`: what is due
    contract_renewed, ///< at the day on which it was due; `before`: that of the last one; `value`: what was
                      ///< renewed
    spent,            ///< in a period, at its first purchase there: `value`

    // a rep
    switched,    ///< at a touch on another channel than the one before
    active_time, ///< at a touch; `elapsed` since the one before
};

/// How far a lead has come.
enum class stage : std::uint8_t { mcl, mql, sal, sql, opportunity, customer, out };

} // namespace kpi::inline v1::sales_words

namespace kpi::inline v1::sales {
using sales_words::outcome;
using sales_words::stage;
} // namespace kpi::inline v1::sales
