// SPDX-License-Identifier: MIT
#include "figures/metrics_known.hpp"

#include "failure.hpp"
#include "figures/book.hpp"
#include "figures/lines.hpp"
#include "profile/nearest.hpp"

#include <algorithm>
#include <utility>

namespace report {
namespace {

/// The part is the first word, the whole the second, as for the catalogue's shares.
taken taken_of(const own_metric &m, const act &a) {
    taken found;
    if (m.part.contains(a.kind)) found.by |= 1;
    if (m.whole.contains(a.kind)) found.by |= 2;
    found.named = found.by;
    return found;
}

std::vector<kinds> sets_of(const own_metric &m) {
    return m.is == own_metric::form::count ? std::vector{m.part} : std::vector{m.part, m.whole};
}

figure figure_of_kinds(const own_metric &m, const acts_by_kind &counted) {
    const std::uint64_t part = counted.of(m.part), whole = counted.of(m.whole);
    if (m.is == own_metric::form::share) return figure_of(kpi::proportion<std::uint64_t>{part, whole});
    if (m.is == own_metric::form::ratio) return figure_of(kpi::ratio<std::uint64_t>{part, whole});
    return figure_of(kpi::count<std::uint64_t>{part});
}

lines read_own(const own_metric &m, const telling &how, const reading &r) {
    const history &past = r.book.past();
    const auto in = [&](const book &from, std::uint32_t group, std::size_t slot) {
        figure f = figure_of_kinds(m, from.by_kind(group, slot));
        if (how.nominal) f.interval.reset();
        return f;
    };
    line l{how, in(past.whole(), everyone, past.whole_slot()), {}, {}};
    if (!can_be_grouped(sets_of(m), r)) return r.is_of_some ? lines{} : lines{std::move(l)};
    for (const auto &[group, period] : r.columns)
        l.groups.push_back(period ? in(past.by_period(), group, past.slot_of_period(*period))
                                  : in(past.whole(), group, past.whole_slot()));
    return {std::move(l)};
}

listed_metric listed_as(const own_metric &m) {
    constexpr kinds of_one_prospect =
        sales::kinds::calls | sales::kinds::emails | sales::kinds::replies |
        kinds{activity::social_touch, activity::email_opened, activity::email_clicked};
    listed_metric listed;
    telling &how = listed.how;
    how.name = m.name, how.help = m.about, how.better = m.better, how.title = m.title;
    if (how.title.empty())
        kpi::title_of({.name = m.name}).write([&](std::string_view piece) { how.title += piece; });
    const bool is_share = m.is == own_metric::form::share;
    how.kind = is_share ? "proportion" : m.is == own_metric::form::ratio ? "ratio" : "count";
    how.unit = is_share ? "%" : m.is == own_metric::form::ratio ? "each" : "events";
    how.scale = is_share ? 100 : 1;
    how.nominal = is_share && !(m.whole & of_one_prospect).empty();
    how.decimals = decimals_of(how.kind, how.unit, how.scale);
    listed.chapter = "Of the profile";
    listed.sets = sets_of(m);
    if (is_share) listed.rest_of_whole.bits = m.whole.bits & ~m.part.bits;
    listed.is_amount = m.is == own_metric::form::count;
    listed.takes_act = [&m](const act &a) { return taken_of(m, a); };
    listed.read = [&m](const telling &told, const reading &r) { return read_own(m, told, r); };
    return listed;
}

void refuse_other_meaning(const own_metric &m, const own_metric &of) {
    if (m.means_the_same_as(of)) return;
    throw failure{of.profile + " and " + m.profile + ": both define the metric " + m.name +
                  ", and not the same"};
}

} // namespace

metrics_known::metrics_known(std::vector<own_metric> own) {
    std::vector<own_metric> each;
    for (own_metric &m : own) {
        if (m.about.empty())
            m.about = in_words(m.part) + (m.whole.empty() ? "" : " of " + in_words(m.whole)) + '.';
        if (metrics_known{}.find(m.name).metric != nullptr)
            throw failure{m.profile + ": /metrics: " + m.name +
                          ": the catalogue has a metric of that name, and figures of two meanings would "
                          "look alike"};
        const auto same = std::find_if(each.begin(), each.end(),
                                       [&](const own_metric &other) { return other.name == m.name; });
        if (same != each.end())
            refuse_other_meaning(m, *same);
        else
            each.push_back(std::move(m));
    }
    if (each.empty()) {
        all_ = {std::shared_ptr<void>{}, &all_metrics()};
        return;
    }
    const auto kept = std::make_shared<const std::vector<own_metric>>(std::move(each));
    auto all = std::make_shared<std::vector<listed_metric>>(all_metrics());
    for (const own_metric &m : *kept)
        all->push_back(listed_as(m));
    own_ = kept, all_ = std::move(all);
}

named_metric metrics_known::find(std::string_view name) const {
    const bool in_hours = name.ends_with(in_hours_name);
    if (in_hours) name.remove_suffix(in_hours_name.size());
    const auto found = std::find_if(all_->begin(), all_->end(), [&](const listed_metric &m) {
        return m.how.name == name && (m.is_timed || !in_hours);
    });
    return found != all_->end() ? named_metric{&*found, in_hours} : named_metric{};
}

std::string metrics_known::why_untold(std::string_view name, bool hours_are_known) const {
    const named_metric found = find(name);
    if (found.metric == nullptr) return "is no metric" + suggestion(name, names());
    return found.in_hours && !hours_are_known ? "is known with --business-hours alone" : "";
}

std::vector<std::string_view> metrics_known::names() const {
    std::vector<std::string_view> names;
    for (const listed_metric &metric : *all_)
        names.push_back(metric.how.name);
    return names;
}

std::vector<std::string_view> metrics_known::counted_names() const {
    std::vector<std::string_view> names;
    for (const listed_metric &metric : *all_)
        if (metric.is_amount) names.push_back(metric.how.name);
    return names;
}

} // namespace report
