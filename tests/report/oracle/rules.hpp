// SPDX-License-Identifier: MIT
#pragma once

/// The rules of METRICS.md that the oracle reads, one by one. A test breaks each of them and must see the
/// comparison fail: a rule that can be broken unseen is not tested.

#include <string_view>

namespace oracle {

#define ORACLE_RULES(X)                                                                                      \
    X(cause_before_effect)         /* at equal times the cause comes first */                                \
    X(coarse_day)                  /* a date without a time puts the whole day in order of cause */          \
    X(lost_before_won)             /* settled both ways at once: won is the later */                         \
    X(names_decide_ties)           /* what the rest of a row says decides between equals */                  \
    X(count_is_so_many)            /* `count` rows that are all alike */                                     \
    X(opened_again_is_open)        /* a deal that is opened again is not settled */                          \
    X(reopening_needs_an_opening)  /* an opening after a settlement reopens only what was open before */     \
    X(later_settlement_counts)     /* settled the other way without a reopening: the later one counts */     \
    X(repeat_keeps_the_first)      /* the same outcome again: the first one counts */                        \
    X(cycle_from_first_opening)    /* not from the last one */                                               \
    X(backwards_takes_no_time)     /* a goal before its start is in no time */                               \
    X(whole_days_of_dates)         /* of two events one of which is a date, whole calendar days */           \
    X(value_of_the_settlement)     /* else the last one named on the deal */                                 \
    X(told_time_counts)            /* a time that the row tells */                                           \
    X(rep_of_the_settlement)       /* a deal belongs to the rep of the settlement that counts */             \
    X(last_name_groups)            /* other cases belong to the last name on their rows */                   \
    X(reached_when_skipped)        /* a stage counts as reached with every later one */                      \
    X(won_deal_makes_a_customer)   /* without any `customer` event */                                        \
    X(links_by_any_row)            /* any row of a deal that names a lead or customer links it */            \
    X(lead_arrives_once)           /* however often it comes back */                                         \
    X(first_response_mark)         /* a mark anywhere decides what a response is */                          \
    X(response_at_or_after)        /* a touch before the arrival is no response */                           \
    X(new_wait_after_out)          /* a lead that went out and came back waits again */                      \
    X(out_after_handover)          /* recycled: out after the handover */                                    \
    X(out_leaves_stage)            /* a lead that went out is in no other stage */                           \
    X(follow_up_mark)              /* a mark anywhere decides what a follow-up is */                         \
    X(follow_up_is_second)         /* without one, the second touch of a prospect */                         \
    X(bounces_are_no_contact)      /* contacted: a touch that is not an email that bounced */                \
    X(positive_wins)               /* over a negative reply, whatever came first */                          \
    X(reply_after_touch_in_window) /* in a window, replies count from the first touch in it */               \
    X(prospect_of_every_rep)       /* a prospect is in the figures of every rep that touched it */           \
    X(touches_until_settled)       /* touches belong to the next settlement of their prospect */             \
    X(implied_channel)             /* a kind that travels by one channel implies it */                       \
    X(gap_ends_activity)           /* more than an hour without an act is no active time */                  \
    X(last_answer_counts)          /* of each respondent in the window */                                    \
    X(known_at_the_start)          /* customers by the history before the window */                          \
    X(returned_is_not_lost)        /* a customer who left and came back */                                   \
    X(age_for_churn)               /* churn by age: only those who are old enough */                         \
    X(renewals_count_customers)    /* a customer once, however many contracts */                             \
    X(window_by_settlement)        /* deals are in the window of the settlement that counts */               \
    X(cohort_by_start)             /* shares of leads and cohorts go by the start */                         \
    X(pipeline_open_at_start)      /* the pipeline has the deals that were open at the start */              \
    X(due_named_last)              /* a deal is due by the date that it named last */                        \
    X(due_in_its_period)           /* that date decides in which period it is due */                         \
    X(due_date_is_a_day)           /* a date alone is past on the next day */                                \
    X(slips_while_open)            /* a date that is moved once the deal is settled is no slip */            \
    X(skipped_stage_is_reached)    /* by a deal that entered a later one */                                  \
    X(won_reached_every_stage)     /* of its pipeline */                                                     \
    X(stages_of_the_opened)        /* a deal without an opening is in no cohort */                           \
    X(settled_enters_no_stage)     /* until it is opened again */                                            \
    X(same_stage_goes_on)          /* entered again, it is no new visit */                                   \
    X(settlement_ends_the_visit)   /* and from no stage a deal moves nowhere back */                         \
    X(visit_when_entered)          /* a time in a stage is of the time when it began */                      \
    X(earlier_stage_first)         /* at equal times, of one cause */                                        \
    X(email_counts_once)           /* opens, clicks, bounces and replies of one message */                   \
    X(email_when_sent)             /* what became of a message is of the time of its sending */              \
    X(email_of_its_sender)         /* ... and of the group */                                                \
    X(as_of_its_end)               /* open deals and stages as of the end of the window */                   \
    X(case_needs_an_id)            /* what became of a case is known of those with an id alone */            \
    X(later_rows_unseen)           /* rows after the day looked at */                                        \
    X(mature_only)                 /* with a maturity only those old enough */                               \
    X(complete_months_only)        /* lead velocity */                                                       \
    X(target_of_the_team)          /* a count's target is the team's, an equal part of it each rep's */      \
    X(target_by_direction)         /* reached: at most the target where less is better */                    \
    X(currencies_apart)            /* amounts of different currencies are never added */                     \
    X(growth_of_complete_periods)  /* a period that is running or cut is compared with nothing */            \
    X(hours_of_work)               /* out of them no time passes */                                          \
    X(holidays_are_off)            /* nor on a holiday */                                                    \
    X(nights_belong_to_their_day)  /* a stretch over midnight is of the day on which it begins */            \
    X(dates_take_no_hours)         /* a date alone has no time of day: it takes no time of work */           \
    X(own_time_by_the_wall)        /* what a row tells of its own time is no time of work */                 \
    X(days_from_the_first)         /* periods of so many days begin with the first that is looked at */      \
    X(days_of_each_group)          /* ... but of other things too, with the first call of each */            \
    X(post_of_the_day)             /* an act is of the team and role that its rep had on its day */          \
    X(first_post_before_all)       /* the first team and role were there before their first day, too */      \
    X(post_until_the_next)         /* ... and each goes on until the next one begins */                      \
    X(once_in_each_job)            /* who changes the role, or by team the team, is compared once in each */ \
    X(quota_by_working_days)       /* of a quota's own days as many working days as are looked at */         \
    X(week_starts)                 /* where the user's weeks begin */                                        \
    X(year_of_its_end)             /* a fiscal year is called after the year in which it ends */             \
    X(by_month_of_local_time)      /* times with a zone are moved to where the user lives */

enum class rule {
    none,
#define ORACLE_NAME(name) name,
    ORACLE_RULES(ORACLE_NAME)
#undef ORACLE_NAME
};

struct named_rule {
    rule which;
    std::string_view name;
};
inline constexpr named_rule all_rules[] = {
#define ORACLE_NAME(name) {rule::name, #name},
    ORACLE_RULES(ORACLE_NAME)
#undef ORACLE_NAME
};
#undef ORACLE_RULES

/// The rule that is broken on purpose.
inline rule broken = rule::none;
[[nodiscard]] inline bool holds(rule r) { return r != broken; }

} // namespace oracle
