// SPDX-License-Identifier: MIT
#include "show/verdicts.hpp"

#include "figures/verdict.hpp"
#include "show/columns.hpp"
#include "show/paragraph.hpp"
#include "show/printable.hpp"
#include "show/spoken.hpp"

#include <ostream>
#include <string>
#include <utility>

namespace report {
namespace {

/// "below, not reached", "not enough data".
std::string verdict_text(const judgement &judged, kpi::better which) {
    std::string text{judged.text()};
    if (const auto reached = judged.reached(which)) text += *reached ? ", reached" : ", not reached";
    return text;
}

class verdicts {
public:
    verdicts(std::ostream &out, const page &on) : out_{out}, on_{on} {
        cells_.add({"Verdicts", "value", "range", "target", "verdict"});
    }
    void add(const line &l, const sheet &s) {
        bool is_told = l.target.has_value();
        if (l.target) add(title_of(l.how), "  ", l.total, l, *l.target);
        for (std::size_t g = 0; g < l.groups.size(); ++g) {
            const auto target = l.target_of(g);
            if (!target || !l.groups[g].exact.has_value()) continue;
            if (!std::exchange(is_told, true) && !on_.plain) cells_.add({"  " + title_of(l.how)});
            const std::string group = printable(s.groups[g]);
            add(on_.plain ? title_of(l.how) + ", " + group : group, "    ", l.groups[g], l, *target);
        }
        any_ = any_ || is_told;
    }
    void end() {
        if (!any_) {
            out_ << "Verdicts: no figure of this log has a target.\n";
            return;
        }
        if (!on_.plain) cells_.print(out_, on_.paint);
        if (any_by_range_)
            print_paragraph(out_, " ",
                            "A share of cases is judged by its range: where the target lies within that, or "
                            "cases are still open, there is not enough data.",
                            2, on_.width);
    }

private:
    void add(const std::string &name, const std::string &indent, const figure &f, const line &l,
             const fraction &target) {
        const judgement judged = judge(f, l, target);
        any_by_range_ = any_by_range_ || judged.by_range;
        const std::string value = spoken_value(f, l.how),
                          range = judged.by_range ? spoken_range(f, l.how) : "",
                          wanted = spoken_target(f, l, target), found = verdict_text(judged, l.how.better);
        if (on_.plain)
            out_ << name << ": " << value << (range.empty() ? "" : " (" + range + ')') << ", target "
                 << wanted << ": " << found << ".\n";
        else
            cells_.add({indent + name, value, range, wanted, found});
    }

    std::ostream &out_;
    const page &on_;
    columns cells_{{false, true, false, true, false}};
    bool any_{}, any_by_range_{};
};

} // namespace

void print_verdicts(std::ostream &out, const sheet &s, const page &on) {
    out << '\n';
    verdicts all{out, on};
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            all.add(l, s);
    all.end();
}

} // namespace report
