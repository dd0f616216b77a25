// SPDX-License-Identifier: MIT
#pragma once

/// The library's stories of cases, told of this program's acts. `Marked` says whether any row marks first
/// responses, or follow-ups.

#include "story/act.hpp"
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/customer_story.hpp>
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/lead_story.hpp>
#include <kpi/sales/message_story.hpp>
#include <kpi/sales/prospect_story.hpp>
#include <kpi/sales/rep_story.hpp>
#include <kpi/sales/respondent_story.hpp>
#include <kpi/sales/spending_story.hpp>
#include <kpi/sales/touches_story.hpp>

namespace report {

struct sales_stories {
    template <bool Marked>
    static constexpr sales::marks marks = Marked ? sales::marks::present : sales::marks::absent;

    using deal = sales::basic_deal_story<act>;
    template <bool Marked, class Clock = kpi::around_the_clock>
    using lead = sales::basic_lead_story<act, marks<Marked>, Clock>;
    using prospect = sales::basic_prospect_story<act>;
    template <bool Marked> using touches = sales::basic_touches_story<act, marks<Marked>>;
    using customer = sales::basic_customer_story<act>;
    using spending = sales::basic_spending_story<act>;
    using respondent = sales::basic_respondent_story<act>;
    using rep = sales::basic_rep_story<act>;
    using message = sales::basic_message_story<act>;

    /// The kinds in rates of touches. Touches of one prospect are alike: one picks up, another never does.
    static constexpr kinds of_outreach =
        sales::kinds::touches | sales::kinds::replies |
        kinds{activity::email_opened, activity::email_clicked, activity::email_bounced,
              activity::meeting_scheduled, activity::opportunity};
};

} // namespace report
