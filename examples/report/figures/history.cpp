// SPDX-License-Identifier: MIT
#include "figures/history.hpp"

#include "figures/book.hpp"
#include "read/passed.hpp"
#include "story/replay.hpp"
#include "story/sales_stories.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace report {
namespace {

constexpr kpi::instant year_one{-62'135'596'800};

} // namespace

history::history(time_frame frame, const grouped_by &by, std::optional<std::int64_t> maturity, labels &said,
                 part_store &rows, std::uint64_t thread)
    : frame_{frame}, by_{by}, maturity_{maturity}, said_{said}, at_hand_{said}, groups_{said_, by_},
      log_{interests_of<sales_stories>(), groups_.size() != 0, rows, thread},
      told_{std::make_unique<books>(by.is_period() ? std::size_t{2} : std::size_t{1})} {}

history::~history() = default;

void history::count_kinds() { told_->count_kinds(); }
void history::let_see(watch &by) {
    constexpr interests stories = interests_of<sales_stories>();
    kinds_by_case acts = stories.acts;
    acts.messages = stories.concerns.messages; // these count as they are if no row has the id
    by.find_cases(acts);
    told_->let_see(by);
}

const book &history::whole(std::uint32_t currency) const { return told_->at(0, currency); }
const book &history::by_period(std::uint32_t currency) const { return told_->at(1, currency); }

const open_cases &history::open() const { return told_->open(); }

const book &history::whole_in_hours() const { return told_->in_hours_at(0); }
const book &history::by_period_in_hours() const { return told_->in_hours_at(1); }

bool history::has(std::uint32_t group) const {
    return whole().acts.has(group) || whole().cases.has(group) || (group < seen_.size() && seen_[group]);
}

bool history::has_in_period(std::uint32_t group, std::size_t which) const {
    const std::size_t slot = slot_of_period(which);
    return by_period().acts.has(group, slot) || by_period().cases.has(group, slot);
}

kinds history::told_by_stories() {
    const kinds_by_case acts = interests_of<sales_stories>().acts;
    return acts.deals | acts.leads | acts.customers;
}

void history::record(const event &e, std::uint64_t n) {
    const act a = act_of(e, at_hand_.number_of(said_.on(e)));
    const membership mine = groups_.of(a.labels);
    if (a.value.has_value()) of_amounts_.insert(a.currency);
    if (!log_.enter(a, e.rep, n)) put_as_it_is(a, mine, n);
    if (mine.is_in && mine.group != grouping::nobody && is_in_window(a)) see(mine.group);
}

void history::see(std::uint32_t group) {
    if (group >= seen_.size()) seen_.resize(std::size_t{group} + 1);
    seen_[group] = true;
}

void history::join(history &other) {
    joined_.push_back(&other);
    log_.join(other.log_);
    *told_ += *other.told_;
    other.told_->clear();
    of_amounts_.insert(other.of_amounts_.begin(), other.of_amounts_.end());
    for (std::uint32_t group = 0; group < other.seen_.size(); ++group)
        if (other.seen_[group]) see(group);
}

void history::put_as_it_is(const act &a, const membership &mine, std::uint64_t n) {
    put_as_it_is(a, mine, n, {});
    if (a.value.has_value()) put_as_it_is(a, mine, n, {a.currency});
    if (hours_ && a.kind == activity::first_response) put_as_it_is(in_hours(a), mine, n, {}, true);
}
/// A first response to an unknown lead: it waited until then, for as long as the row says.
act history::in_hours(act a) const {
    if (!a.elapsed.has_value()) return a;
    const bool is_timed = a.dated && !a.whole_day;
    const kpi::instant arrived{a.at.seconds - (is_timed ? std::int64_t{*a.elapsed} : 0)};
    a.elapsed = {};
    if (is_timed) a.elapsed = hours_->worked(arrived, a.at);
    return a;
}
void history::put_as_it_is(const act &a, const membership &mine, std::uint64_t n, money in, bool in_hours) {
    const bool in_window = is_in_window(a);
    const std::array both{everyone, mine.group};
    const std::span groups = std::span{both}.first(groups_ ? 2 : 1);
    const std::size_t slot = frame_.from && in_window ? 1 : 0;
    told_->put({0, slot, groups, in, mine.named, mine.is_in, a.labels, {}, in_hours}, a, n);
    if (told_->size() == 1 || !a.dated || !in_window) return;
    const calendar by = calendar_of(mine.first);
    const auto distance = std::max(by.period_of(a.at) - very_first(by), 0);
    told_->put(
        {1, static_cast<std::size_t>(distance), groups, in, mine.named, mine.is_in, a.labels, {}, in_hours},
        a, n);
}

/// In the order of their codes.
void history::find_currencies(const known_names &known) {
    const names &codes = known.of_parts[currency_part];
    for (const std::uint32_t currency : of_amounts_) {
        money &found = currencies_.emplace_back(money{currency});
        for (unsigned i = known.decimals_of_amounts(codes[currency]); i > 0; --i)
            found.unit *= 10;
    }
    std::sort(currencies_.begin(), currencies_.end(),
              [&](const money &a, const money &b) { return codes[a.currency] < codes[b.currency]; });
    if (currencies_.size() != 1) return;
    amounts_ = {money::any, currencies_.front().unit};
}

calendar history::calendar_of(std::uint32_t first_name) const {
    if (!by_.has_own_periods() || first_name == everyone) return by_.period;
    return by_.period_of(said_.name_of(by_.by.front(), first_name));
}
calendar history::calendar_of_group(std::uint32_t group) const {
    const bool is_name = group == everyone || by_.by.size() == 1;
    return calendar_of(is_name ? group : said_.groups[group].front());
}
/// Acts are placed by their distance from it until the first event is known. It is known already if days are
/// counted from the first of each group.
std::int32_t history::very_first(const calendar &of) const {
    return of.period_of(by_.has_own_periods() ? by_.period.start(0) : year_one);
}
std::int32_t history::first_period(const calendar &of) const {
    if (by_.has_own_periods()) return very_first(of);
    const std::int32_t first = of.period_of({in_periods_->from});
    return of.is_of_days() ? std::max(first, 0) : first; // nothing before the first is looked at
}
void history::find_periods(std::optional<std::int64_t> first, std::optional<std::int64_t> last) {
    if (told_->size() == 1 || !first || !last) return;
    in_periods_ = {*first, *last};
    const std::int32_t moved_by = first_period(by_.period) - very_first(by_.period);
    told_->move_slots(1, static_cast<std::size_t>(moved_by), slot_of_period(0));
}

std::size_t history::periods_of(std::uint32_t group) const {
    if (!in_periods_) return 0;
    const calendar by = calendar_of_group(group);
    return static_cast<std::size_t>(by.period_of({in_periods_->until}) - first_period(by) + 1);
}
std::string history::name_of_period(std::uint32_t group, std::size_t which) const {
    const calendar by = calendar_of_group(group);
    return by.label(first_period(by) + static_cast<std::int32_t>(which));
}
day_span history::days_of_period(std::uint32_t group, std::size_t which) const {
    const calendar by = calendar_of_group(group);
    const std::int32_t number = first_period(by) + static_cast<std::int32_t>(which);
    return {by.start(number).seconds, by.start(number + 1).seconds};
}

slots history::whole_slots(kpi::instant now) const {
    return frame_.from ? slots::of_window(*frame_.from, now.seconds) : slots{};
}

slots history::period_slots(const calendar &of) const {
    std::vector<std::int64_t> starts;
    starts.push_back(never); // for what came before them
    const std::int32_t end = of.period_of({in_periods_->until}) + 1;
    for (std::int32_t p = first_period(of); p < end; ++p)
        starts.push_back(of.start(p).seconds);
    if (frame_.from && starts.size() > 1) starts[1] = std::max(starts[1], *frame_.from);
    return slots{std::move(starts), of.start(end).seconds};
}

void history::finish(const known_names &known, std::optional<std::int64_t> first,
                     std::optional<std::int64_t> last, kpi::instant now, ranks &all) {
    if (all.are_several()) {
        log_.learn_kinds(all);
        for (const std::string &bytes : all.tell_all(passed(of_amounts_))) {
            std::set<std::uint32_t> theirs;
            bytes_reader{bytes}(theirs);
            of_amounts_.merge(theirs);
        }
    }
    find_periods(first, last);
    find_currencies(known);
    question asked{groups_, now, {{whole_slots(now), static_cast<bool>(groups_)}}};
    if (in_periods_) {
        reading_of_log &periods =
            asked.readings.emplace_back(reading_of_log{period_slots(by_.period), static_cast<bool>(groups_)});
        const std::size_t names = by_.has_own_periods() ? by_.by.front().size(known) : 0;
        for (std::uint32_t name = 0; name < names; ++name)
            periods.of_groups.push_back(period_slots(calendar_of(name)));
    }
    asked.amounts = amounts_, asked.hours = hours_, asked.rows_matter = told_->are_seen();
    if (currencies_.size() > 1) asked.currencies = currencies_;
    for (std::uint8_t band = 0; band < asked.bands.size(); ++band)
        asked.bands[band] = said_.number_of(row_labels{.band = band});
    const std::vector<std::uint32_t> places = said_.places();
    std::vector<replay<sales_stories, books>> threads;
    const auto add = [&](history &of_thread) {
        if (maturity_) of_thread.told_->give_time(*maturity_, now);
        threads.emplace_back(log_, of_thread.log_, said_, places, asked, *of_thread.told_);
    };
    add(*this);
    for (history *const other : joined_)
        add(*other);
    threads.front().run(threads, [&] { log_.exchange(all, said_); });
    for (const history *const other : joined_)
        *told_ += *other->told_;
}

groups_of_ranks history::gather(ranks &all) {
    groups_of_ranks groups{all, said_, by_.by.size() > 1};
    const std::vector<std::string> told =
        all.tell_first(all.is_first() ? std::string{} : passed(seen_, *told_));
    for (std::size_t rank = 1; all.is_first() && rank < told.size(); ++rank) {
        std::vector<bool> theirs;
        books of_rank{told_->size()};
        bytes_reader{told[rank]}(theirs, of_rank);
        for (std::uint32_t group = 0; group < theirs.size(); ++group)
            if (theirs[group]) see(groups.here(rank, group));
        told_->add(of_rank, [&](std::uint32_t group) { return groups.here(rank, group); });
    }
    return groups;
}

} // namespace report
