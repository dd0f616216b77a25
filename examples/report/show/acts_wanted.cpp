// SPDX-License-Identifier: MIT
#include "show/acts_wanted.hpp"

#include "profile/periods.hpp"
#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"

#include <ostream>

namespace report {
namespace {

using why = to_act_on::why;

/// A time that was known in whole days is told in days.
std::string time_text(std::uint32_t seconds) {
    const auto days = static_cast<std::uint32_t>(a_day);
    if (seconds == 0 || seconds % days != 0) return spoken_time(seconds);
    return with_decimals(seconds / days, 0) + (seconds == days ? " day" : " days");
}

std::string time_title(why what) {
    return what == why::stale_deal ? "open for" : what == why::overdue_deal ? "overdue for" : "has waited";
}

} // namespace

std::string spoken(const to_act_on &act) {
    const bool one = act.n == 1;
    const bool is_lead = act.what == why::unanswered_lead;
    std::string text = with_thousands(std::to_string(act.n)) +
                       (is_lead ? (one ? " lead" : " leads") : (one ? " open deal" : " open deals"));
    if (act.value && act.value->has_value()) text += ", worth " + spoken_in_full(*act.value, act.money) + ',';
    const std::string limit = act.longer_than ? time_text(*act.longer_than) : "";
    switch (act.what) {
    case why::stale_deal:
        return text + (one ? " is" : " are") + " older than " + limit +
               ": nine in ten of the won deals took no longer.";
    case why::overdue_deal:
        return text + (one ? " is past its due date." : " are past their due dates.");
    default:
        return text + (one ? " has" : " have") + " waited for an answer for more than " + limit +
               (act.by_target ? ", the target." : ": nine in ten of the answered ones had not.");
    }
}

void print_to_act_on(std::ostream &out, const sheet &s, const page &on) {
    if (s.to_act.empty()) return;
    out << '\n' << on.paint.title << "To act on" << on.paint.plain << '\n';
    bool any_listed = false;
    for (const to_act_on &act : s.to_act) {
        print_paragraph(out, "  -", spoken(act), 4, on.width);
        if (act.first.empty()) continue;
        any_listed = true;
        const bool is_lead = act.what == why::unanswered_lead;
        columns cells{{false, false, true, true}};
        const std::string id_title = is_lead ? "lead" : "deal";
        cells.add({"      " + id_title, "rep", is_lead ? "" : "value", time_title(act.what)});
        for (const case_to_act_on &one : act.first) {
            const std::string id = one.id.empty() ? "(no id)" : printable(one.id, 40),
                              rep = one.rep.empty() ? "(none)" : printable(one.rep, 40),
                              value = one.value ? spoken_value(*one.value, act.money) : "";
            if (on.plain)
                out << "      " << id_title << ' ' << id << ", " << rep << (value.empty() ? "" : ", " + value)
                    << ", " << time_title(act.what) << ' ' << time_text(one.seconds) << ".\n";
            else
                cells.add({"      " + id, rep, value, time_text(one.seconds)});
        }
        if (!on.plain) cells.print(out, on.paint);
    }
    if (!any_listed) print_paragraph(out, "   ", "--to-act-on lists the greatest of them.", 4, on.width);
}

} // namespace report
