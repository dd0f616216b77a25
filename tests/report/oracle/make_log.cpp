// SPDX-License-Identifier: MIT
#include "make_log.hpp"

#include "support/random.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace oracle {

namespace {

using std::size_t;

constexpr kind call_kinds[] = {kind::conversation, kind::conversation, kind::operator_reached,
                               kind::hang_up,      kind::abandoned,    kind::voicemail,
                               kind::busy,         kind::no_answer,    kind::call};
constexpr kind vague_call_kinds[] = {kind::picked_up, kind::picked_up, kind::conversation, kind::no_answer};
constexpr kind email_kinds[] = {kind::email_sent,     kind::email_sent,     kind::email_sent,
                                kind::email_opened,   kind::email_opened,   kind::email_opened,
                                kind::email_clicked,  kind::email_clicked,  kind::email_bounced,
                                kind::reply_positive, kind::reply_negative, kind::reply_automatic};
constexpr kind meeting_kinds[] = {kind::meeting_scheduled, kind::meeting_held,      kind::video_meeting,
                                  kind::meeting_no_show,   kind::meeting_cancelled, kind::social_touch,
                                  kind::reply_positive,    kind::reply_negative};
constexpr kind lead_kinds[] = {kind::first_impression, kind::mcl, kind::mql, kind::sal, kind::sql,
                               kind::opportunity,      kind::out, kind::mql, kind::mcl, kind::email_sent};
constexpr kind mark_kinds[] = {kind::first_response, kind::follow_up, kind::conversation, kind::email_sent};
constexpr kind deal_kinds[] = {kind::opportunity, kind::opportunity,  kind::deal_won,      kind::deal_won,
                               kind::deal_lost,   kind::presentation, kind::proposal_sent, kind::customer};
constexpr kind customer_kinds[] = {kind::customer,    kind::churned,  kind::churned,     kind::renewal_due,
                                   kind::renewed,     kind::upsell,   kind::cross_sell,  kind::interaction,
                                   kind::interaction, kind::referral, kind::trial_ended, kind::deal_won};
constexpr kind survey_kinds[] = {kind::nps_promoter, kind::nps_passive, kind::nps_detractor, kind::satisfied,
                                 kind::not_satisfied};
constexpr kind other_kinds[] = {kind::employee_answer, kind::ticket_closed, kind::ticket_closed_in_time};

struct theme {
    const kind *first;
    size_t size;
};
constexpr theme themes[] = {
    {call_kinds, std::size(call_kinds)},
    {call_kinds, std::size(call_kinds)},
    {vague_call_kinds, std::size(vague_call_kinds)},
    {email_kinds, std::size(email_kinds)},
    {email_kinds, std::size(email_kinds)},
    {meeting_kinds, std::size(meeting_kinds)},
    {lead_kinds, std::size(lead_kinds)},
    {mark_kinds, std::size(mark_kinds)},
    {deal_kinds, std::size(deal_kinds)},
    {customer_kinds, std::size(customer_kinds)},
    {survey_kinds, std::size(survey_kinds)},
    {survey_kinds, std::size(survey_kinds)},
    {other_kinds, std::size(other_kinds)},
};

constexpr const char *ids[] = {"a", "b", "c", "d", "e"};
constexpr const char *reps[] = {"Ann", "Ben", "Cid"};
constexpr const char *locations[] = {"north", "online"};
constexpr const char *products[] = {"basic", "pro"};
constexpr const char *sources[] = {"web", "fair", "list"};
constexpr const char *grades[] = {"A", "B"};
constexpr const char *channels[] = {"phone", "email", "social", "in_person", "video", "other"};
constexpr std::int64_t values[] = {0, 1, 100, 250, 5000, 12000};
constexpr std::int64_t talk[] = {0, 0, 5, 61, 120, 127, 300, 1001};

class maker {
public:
    explicit maker(std::uint64_t seed) : any_{seed}, further_{~seed} {}

    log make() {
        set_the_scene();
        std::vector<size_t> chosen;
        for (size_t n = 1 + any_.pick<size_t>(4); chosen.size() < n;)
            chosen.push_back(any_.pick<size_t>(std::size(themes)));
        for (size_t n = any_.pick<size_t>(3); n > 0; --n)
            lead_story();
        for (size_t n = any_.pick<size_t>(5); n > 0; --n)
            customer_story();
        for (size_t n = any_.pick<size_t>(7); n > 0; --n)
            prospect_story();
        if (chance(65)) deals_of_all_lengths();
        if (chance(60)) leads_that_wait();
        if (chance(15)) staff_survey();
        for (size_t n = 2 + any_.pick<size_t>(24); n > 0; --n) {
            const theme &t = themes[chosen[any_.pick<size_t>(chosen.size())]];
            const std::int64_t at = moment(); // one after the other, so that each compiler makes the same log
            add(t.first[any_.pick<size_t>(t.size)], at);
        }
        for (size_t n = any_.pick<size_t>(3); n > 0 && chance(50); --n) // the same row again
            made_.rows.push_back(made_.rows[any_.pick<size_t>(made_.rows.size())]);
        any_.shuffle(made_.rows);
        made_.files = 1 + any_.pick<int>(3);
        for (row &r : made_.rows)
            r.file = any_.pick<int>(static_cast<std::uint64_t>(made_.files));
        ask();
        add_what_came_later();
        for (size_t a = 0; a < abouts; ++a)
            if (further_chance(4)) name_no_case(a);
        return made_;
    }

private:
    bool chance(std::uint64_t percent) { return any_.below(100) < percent; }
    template <class T, size_t n> const T &one_of(const T (&all)[n]) { return all[any_.pick<size_t>(n)]; }

    void set_the_scene() {
        constexpr std::int64_t spans[] = {3, 20, 40, 100, 200, 400};
        span_ = one_of(spans);
        const int year = 2023 + any_.pick<int>(2), month = 1 + any_.pick<int>(12);
        first_ = second_of(year, month, 28);
        for (size_t n = 3 + any_.pick<size_t>(10); days_.size() < n;) {
            std::int64_t at = first_ + any_.pick<std::int64_t>(static_cast<std::uint64_t>(span_)) * day;
            const date d = date_of(at);
            if (chance(30)) at = second_of(d.year, d.month + 1, 1) - (chance(50) ? day : 0); // month ends
            days_.push_back(at);
        }
        constexpr std::uint64_t alone[] = {0, 0, 0, 10, 40, 100};
        dates_alone_ = one_of(alone);
        constexpr std::uint64_t told[] = {0, 50, 90, 100};
        for (auto &percent : named_)
            percent = one_of(told);
        for (auto &percent : identified_)
            percent = chance(80) ? 95 : 50;
        zoned_ = chance(20) ? 60 : 0;
        made_.asked.zone_hours = chance(15) ? any_.pick<int>(12) - 5 : 0;
        wild_ = chance(30);
        tells_time_ = chance(25);
        tells_touches_ = chance(10);
        counts_ = chance(40);
        own_names_ = chance(50);
        people_ = 2 + any_.pick<size_t>(4);
        constexpr const char *some[] = {"EUR", "USD", "JPY", "BHD"};
        if (chance(40))
            for (size_t n = chance(60) ? 1 : 2 + any_.pick<size_t>(2); currencies_.size() < n;)
                currencies_.push_back(some[any_.pick<size_t>(std::size(some))]);
    }

    /// In the same story later rows come at later moments, mostly.
    std::int64_t moment() {
        const std::int64_t on = days_[any_.pick<size_t>(days_.size())];
        return on + time_of_day();
    }
    std::int64_t time_of_day() {
        constexpr std::int64_t some[] = {0,
                                         9 * hour,
                                         9 * hour + 2 * minute,
                                         9 * hour + 5 * minute,
                                         9 * hour + 5 * minute + 1,
                                         10 * hour,
                                         12 * hour + 30 * minute,
                                         day - 1};
        return chance(80) ? one_of(some) : any_.pick<std::int64_t>(day);
    }
    /// Nobody else's, mostly.
    std::string mostly_of_its_own(const char *letter) {
        return chance(75) ? letter + std::to_string(++own_ids_) : some_id();
    }
    std::string some_id() { return ids[any_.pick<size_t>(people_)]; }

    /// So many, one at or after the other.
    std::vector<std::int64_t> moments_in_order(size_t n) {
        std::vector<std::int64_t> all;
        while (all.size() < n)
            all.push_back(moment());
        std::sort(all.begin(), all.end());
        return all;
    }

    void lead_story() {
        constexpr kind way[] = {kind::first_impression, kind::mcl,      kind::conversation, kind::mql,
                                kind::email_sent,       kind::sal,      kind::sql,          kind::opportunity,
                                kind::proposal_sent,    kind::deal_won, kind::customer};
        const std::string id = some_id();
        const std::vector<std::int64_t> moments = moments_in_order(std::size(way));
        const size_t last = 2 + any_.pick<size_t>(std::size(way));
        for (size_t n = 0; n < std::size(way) && n < last; ++n)
            if (chance(75)) add(way[n], moments[n], id);
        if (chance(30)) add(chance(50) ? kind::out : kind::deal_lost, moments.back(), id);
    }
    void customer_story() {
        constexpr kind way[] = {kind::trial_ended, kind::deal_won,   kind::interaction, kind::upsell,
                                kind::referral,    kind::cross_sell, kind::renewal_due, kind::renewed,
                                kind::churned,     kind::customer};
        const std::string id = some_id();
        const std::vector<std::int64_t> moments = moments_in_order(std::size(way));
        const size_t last = 1 + any_.pick<size_t>(2 * std::size(way));
        for (size_t n = 0; n < std::size(way) && n < last; ++n)
            if (chance(n == 0 ? 85 : 60)) add(way[n], moments[n], id);
    }
    /// Touched a few times, by one channel or another, and then won or lost.
    void prospect_story() {
        constexpr kind some[] = {kind::conversation, kind::no_answer,    kind::email_sent,   kind::email_sent,
                                 kind::social_touch, kind::meeting_held, kind::video_meeting};
        constexpr kind ends[] = {kind::deal_won,  kind::deal_won, kind::deal_won, kind::deal_lost,
                                 kind::deal_lost, kind::customer, kind::customer, kind::referral};
        constexpr size_t often[] = {1, 2, 3, 3, 4, 4, 5, 5, 5, 5, 5, 6};
        const std::string id = mostly_of_its_own("p");
        const size_t touches = one_of(often);
        const std::vector<std::int64_t> moments = moments_in_order(touches + 2);
        for (size_t n = 0; n < touches; ++n) {
            add(one_of(some), moments[n], id);
            if (chance(30)) made_.rows.back().names[static_cast<size_t>(label::channel)] = one_of(channels);
        }
        if (chance(50)) {
            add(chance(60) ? kind::reply_positive : kind::reply_negative, moments[touches], id);
            if (chance(70)) made_.rows.back().names[static_cast<size_t>(label::channel)] = "email";
        }
        add(one_of(ends), moments.back(), id);
    }
    void deals_of_all_lengths() {
        constexpr std::int64_t cycles[] = {0,  6,  7,  13,  14,  20,  29,  30,  45,  59, 60,
                                           75, 89, 90, 120, 150, 179, 180, 181, 200, 250};
        for (size_t n = 2 + any_.pick<size_t>(4); n > 0; --n) {
            const std::int64_t at = moment();
            const std::string id = "d" + std::to_string(++own_ids_);
            add(kind::opportunity, at, id);
            const std::int64_t took = one_of(cycles) * day;
            if (chance(85)) add(chance(75) ? kind::deal_won : kind::deal_lost, at + took, id);
        }
    }
    void leads_that_wait() {
        constexpr std::int64_t waits[] = {60, 299, 300, 301, 3600, day};
        constexpr kind answers[] = {kind::conversation, kind::email_sent, kind::first_response};
        for (size_t n = 3 + any_.pick<size_t>(3); n > 0; --n) {
            const std::int64_t at = moment();
            const std::string id = mostly_of_its_own("l");
            add(chance(50) ? kind::mcl : kind::mql, at, id);
            const std::int64_t took = one_of(waits);
            if (chance(80)) add(one_of(answers), at + took, id);
        }
    }
    void staff_survey() {
        for (size_t n = 3 + any_.pick<size_t>(3); n > 0; --n) {
            const std::int64_t at = moment();
            add(kind::employee_answer, at);
        }
    }

    void add(kind what, std::int64_t at, const std::string &whose = {}) {
        row r;
        r.what = what;
        r.at = at;
        if (chance(dates_alone_)) {
            r.date_alone = true;
            r.at -= r.at % day;
        } else if (chance(zoned_)) {
            r.has_zone = true;
            r.zone_hours = any_.pick<int>(24) - 11;
        }
        if (counts_ && chance(10)) r.count = 2 + any_.pick<int>(2);
        name(r);
        identify(r, whose.empty() ? some_id() : whose);
        measure(r);
        made_.rows.push_back(std::move(r));
    }

    void name(row &r) {
        const auto set = [&](label l, const char *text) {
            const auto i = static_cast<size_t>(l);
            if (chance(named_[i])) r.names[i] = text;
        };
        set(label::rep, one_of(reps));
        set(label::location, one_of(locations));
        set(label::product, one_of(products));
        set(label::source, one_of(sources));
        set(label::grade, one_of(grades));
        if (chance(40)) set(label::channel, one_of(channels));
    }

    /// A deal, lead, prospect and customer of one name mostly belong together, though not every row says so.
    void identify(row &r, const std::string &whose) {
        const auto set = [&](about a, std::uint64_t percent) {
            const auto i = static_cast<size_t>(a);
            if (!chance(percent) || !chance(identified_[i])) return;
            const bool strays =
                wild_ && chance(10) && ((a == about::deal && !own_names_) || a == about::prospect);
            r.ids[i] = strays ? some_id() : whose;
            if (a == about::customer && own_names_) r.ids[i] = "k" + r.ids[i];
        };
        const kind k = r.what;
        if (k <= kind::follow_up) {
            set(about::prospect, 95);
            set(about::lead, 60);
        } else if (k <= kind::sql || k == kind::out) {
            set(about::lead, 95);
            set(about::prospect, 20);
            set(about::customer, 10);
        } else if (k == kind::customer) {
            set(about::customer, 60);
            set(about::lead, 50);
            set(about::prospect, 40);
        } else if (k <= kind::deal_lost) {
            set(about::deal, 95);
            set(about::lead, 50);
            set(about::customer, 40);
            set(about::prospect, 60);
        } else {
            set(about::customer, 95);
            if (wild_) set(about::deal, 10);
        }
    }

    void measure(row &r) {
        const auto set = [&](number n, std::int64_t v) { r.amounts[static_cast<size_t>(n)] = v; };
        const kind k = r.what;
        const bool sale =
            k == kind::deal_won || k == kind::renewed || k == kind::upsell || k == kind::cross_sell;
        if (sale && chance(80)) set(number::value, one_of(values));
        if ((k == kind::opportunity || k == kind::deal_lost || k == kind::customer ||
             k == kind::proposal_sent) &&
            chance(40))
            set(number::value, one_of(values));
        if (r.amount(number::value) && !currencies_.empty()) { // one of a deal's own, mostly
            size_t which = any_.pick<size_t>(currencies_.size());
            if (const std::string &id = r.id(about::deal); !id.empty())
                which = static_cast<size_t>(id.back()) % currencies_.size();
            r.currency = currencies_[which];
        }
        if (k == kind::deal_won && chance(50)) set(number::units, any_.pick<std::int64_t>(4));
        if (k <= kind::call && chance(60)) set(number::elapsed, one_of(talk));
        if (tells_time_ && (k == kind::deal_won || k == kind::deal_lost || k == kind::first_response) &&
            chance(40))
            set(number::elapsed, any_.pick<std::int64_t>(20) * (day / 2));
        if (tells_touches_ && (k == kind::deal_won || k == kind::deal_lost) && chance(40))
            set(number::touches, any_.pick<std::int64_t>(6));
        if (k == kind::sql && chance(60)) set(number::score, any_.pick<std::int64_t>(5));
        if (k == kind::employee_answer && chance(80)) set(number::score, 1 + any_.pick<std::int64_t>(5));
    }

    /// From numbers of its own, so that the logs stay what they were besides.
    void add_what_came_later() {
        name_due_dates(), name_messages();
        if (further_chance(40)) deals_that_slip();
        open_an_office(), ask_for_days(), hire_a_team();
        further_.shuffle(made_.rows);
        if (further_chance(60)) deals_in_stages();
    }
    /// Forward, mostly; some skip a stage, move back, or are settled and opened again.
    void deals_in_stages() {
        constexpr std::int64_t waits[] = {0, 0, hour, 5 * hour, day, 2 * day, 9 * day, 40 * day};
        const bool by_day = further_chance(30);
        for (size_t n = 2 + further_.pick<size_t>(5); n > 0; --n) {
            row r;
            r.ids[static_cast<size_t>(about::deal)] =
                further_chance(70) ? "g" + std::to_string(n) : ids[further_.pick<size_t>(people_)];
            if (further_chance(70))
                r.names[static_cast<size_t>(label::rep)] = reps[further_.pick<size_t>(std::size(reps))];
            if (further_chance(40))
                r.ids[static_cast<size_t>(about::lead)] = ids[further_.pick<size_t>(people_)];
            r.at = days_[further_.pick<size_t>(days_.size())] / day * day + 9 * hour;
            r.what = kind::opportunity;
            int stage = 0;
            for (size_t steps = 2 + further_.pick<size_t>(7); steps > 0; --steps) {
                r.stage = r.what == kind::stage_entered ? stage : 0;
                r.date_alone = by_day || further_chance(10);
                row made = r;
                if (r.date_alone) made.at = made.at / day * day;
                made.file = further_.pick<int>(static_cast<std::uint64_t>(made_.files));
                if (r.what != kind::opportunity || further_chance(85))
                    made_.rows.insert(
                        made_.rows.begin() + further_.pick<std::ptrdiff_t>(made_.rows.size() + 1), made);
                r.at += waits[further_.pick<size_t>(std::size(waits))];
                const std::uint64_t next = further_.below(100);
                r.what = next < 75   ? kind::stage_entered
                         : next < 85 ? kind::deal_won
                         : next < 93 ? kind::deal_lost
                                     : kind::opportunity;
                if (next < 45 || stage == 0)
                    stage = std::min(4, stage + 1);
                else if (next < 60)
                    stage = 1 + further_.pick<int>(4);
            }
        }
    }
    /// A log that knows the ids of some kinds of case only.
    void name_no_case(size_t a) {
        for (row &r : made_.rows)
            r.ids[a].clear();
    }
    bool further_chance(std::uint64_t percent) { return further_.below(100) < percent; }
    /// Mostly some days after a day of the log, and not always in it.
    void name_due_dates() {
        if (!further_chance(50)) return;
        for (row &r : made_.rows) {
            const bool may_be_due = !r.id(about::deal).empty() || r.what == kind::opportunity;
            if (!may_be_due || !further_chance(60)) continue;
            const std::int64_t on = days_[further_.pick<size_t>(days_.size())] / day * day;
            r.due = on + (further_.pick<std::int64_t>(40) - 5) * day;
            r.due_date_alone = further_chance(70);
            if (!r.due_date_alone)
                *r.due += further_.pick<std::int64_t>(3) * 12 * hour - (further_chance(20) ? 1 : 0);
        }
    }
    /// Their dates move later, mostly.
    void deals_that_slip() {
        for (size_t n = 2 + further_.pick<size_t>(3); n > 0; --n) {
            row r;
            r.ids[static_cast<size_t>(about::deal)] = "s" + std::to_string(n);
            r.names[static_cast<size_t>(label::rep)] = reps[further_.pick<size_t>(std::size(reps))];
            r.at = days_[further_.pick<size_t>(days_.size())] / day * day + 9 * hour;
            r.due = r.at / day * day + (further_.pick<std::int64_t>(30) - 3) * day, r.due_date_alone = true;
            r.what = kind::opportunity;
            if (further_chance(70)) r.amounts[0] = 100 * (1 + further_.pick<std::int64_t>(50));
            if (r.amounts[0] && !currencies_.empty()) r.currency = currencies_.front();
            for (size_t steps = 1 + further_.pick<size_t>(4); steps > 0; --steps) {
                r.file = further_.pick<int>(static_cast<std::uint64_t>(made_.files));
                made_.rows.push_back(r);
                r.at += further_.pick<std::int64_t>(20) * day;
                *r.due += (further_.pick<std::int64_t>(20) - 4) * day;
                r.what = further_chance(80)   ? kind::proposal_sent
                         : further_chance(50) ? kind::deal_won
                                              : kind::deal_lost;
            }
        }
    }
    /// Some close at noon, or open at night.
    void open_an_office() {
        struct week {
            const char *written;
            int first, last;
            std::vector<std::array<std::int64_t, 2>> minutes;
        };
        static const week weeks[] = {
            {"Mon-Fri 09:00-17:30", 0, 4, {{540, 1050}}},
            {"Mon-Sun 09:00-09:04, 12:00-13:00", 0, 6, {{540, 544}, {720, 780}}},
            {"Tue-Sat 08:00-12:00, 12:30-18:00", 1, 5, {{480, 720}, {750, 1080}}},
            {"Mon-Sun 22:00-09:03", 0, 6, {{1320, 1983}}},
            {"Mon-Sun 00:00-24:00", 0, 6, {{0, 1440}}},
        };
        if (!further_chance(45)) return;
        const week &one = weeks[further_.pick<size_t>(std::size(weeks))];
        office open{one.written, {}, {}};
        for (int weekday = one.first; weekday <= one.last; ++weekday)
            for (const auto &[from, until] : one.minutes)
                open.open.push_back({weekday, from * minute, until * minute});
        for (size_t n = further_.pick<size_t>(4); n > 0; --n)
            open.off.push_back(days_[further_.pick<size_t>(days_.size())] / day * day);
        made_.asked.hours = std::move(open);
        if (further_chance(60)) leads_at_the_office();
    }
    /// Who come while somebody is there, mostly, and wait for minutes, or over night.
    void leads_at_the_office() {
        constexpr std::int64_t waits[] = {60, 299, 300, 301, 3600, 23 * hour, day, 3 * day};
        for (size_t n = 3 + further_.pick<size_t>(4); n > 0; --n) {
            row r;
            r.ids[static_cast<size_t>(about::lead)] = "o" + std::to_string(n);
            r.names[static_cast<size_t>(label::rep)] = reps[further_.pick<size_t>(std::size(reps))];
            r.at = days_[further_.pick<size_t>(days_.size())] / day * day;
            r.at += (further_chance(50) ? 9 : 12) * hour + further_.pick<std::int64_t>(3) * minute;
            r.what = further_chance(70) ? kind::mql : kind::mcl;
            for (const bool answers : {false, true}) {
                if (answers && further_chance(15)) continue;
                if (answers) r.at += waits[further_.pick<size_t>(std::size(waits))];
                if (answers) r.what = further_chance(60) ? kind::first_response : kind::conversation;
                r.file = further_.pick<int>(static_cast<std::uint64_t>(made_.files));
                made_.rows.push_back(r);
            }
        }
    }
    void ask_for_days() {
        constexpr const char *lengths[] = {"30d", "30d", "4w", "45d"};
        question &q = made_.asked;
        if (further_chance(12)) q.by = lengths[further_.pick<size_t>(std::size(lengths))];
        const bool by_names = q.by == "location" || q.by == "product" || q.by == "source" || q.by == "grade";
        if (by_names && further_chance(30)) q.days = lengths[further_.pick<size_t>(std::size(lengths))];
    }
    /// Who change role or team, mostly, with some days between two rows; and one whom no row names.
    void hire_a_team() {
        constexpr const char *counted[] = {"deals_won", "calls", "opportunities_created", "touches"};
        constexpr const char *roles[] = {"ae", "sdr"}, *teams[] = {"east", "west", ""};
        question &q = made_.asked;
        if (q.by == "rep" || !further_chance(35)) return;
        q.quota_in = counted[further_.pick<size_t>(std::size(counted))];
        if (further_chance(60)) q.by = further_chance(60) ? "team" : "role", q.days.clear();
        for (const char *rep : {"Ann", "Ben", "Dan"}) {
            if (further_chance(15)) continue;
            const bool has_team = further_chance(85);
            std::optional<std::int64_t> from;
            if (further_chance(30)) from = first_ / day * day + further_.pick<std::int64_t>(20) * day;
            for (size_t rows = 1 + further_.pick<size_t>(3); rows > 0; --rows) {
                posting one{rep, roles[further_.pick<size_t>(std::size(roles))],
                            has_team ? teams[further_.pick<size_t>(2)] : teams[2]};
                one.from = from;
                const std::int64_t begin = from.value_or(first_ / day * day);
                if (rows > 1 || further_chance(30))
                    one.until =
                        begin + (1 + further_.pick<std::int64_t>(static_cast<std::uint64_t>(span_))) * day;
                if (further_chance(80)) one.quota = 1 + further_.pick<std::int64_t>(6);
                one.a_month = further_chance(40);
                if (one.until)
                    from = *one.until + (further_chance(30) ? further_.pick<std::int64_t>(9) : 0) * day;
                q.team.push_back(std::move(one));
            }
        }
        if (q.team.empty() && (q.by == "team" || q.by == "role")) q.by.clear();
    }
    void name_messages() {
        if (!further_chance(40)) return;
        for (row &r : made_.rows)
            if (r.what >= kind::email_sent && r.what <= kind::reply_automatic && further_chance(80))
                r.message = "m" + std::to_string(further_.below(4));
    }

    void ask() {
        question &q = made_.asked;
        constexpr const char *parts[] = {
            "",      "rep",   "rep",     "channel", "location", "product", "source",         "grade",
            "month", "month", "quarter", "year",    "day",      "week",    "fiscal_quarter", "fiscal_year"};
        q.by = one_of(parts);
        std::int64_t last = 0;
        for (const row &r : made_.rows)
            last = std::max(last, r.at - r.at % day);
        if (q.by == "day" && last - first_ > 45 * day) q.by = "month";
        if (chance(30))
            q.as_of =
                std::max(first_, last - any_.pick<std::int64_t>(static_cast<std::uint64_t>(span_)) * day);
        else if (chance(30))
            q.as_of = last + (chance(30) ? 20 : 200) * day;
        constexpr std::int64_t windows[] = {2, 7, 30, 45, 90};
        if (chance(30)) q.window = one_of(windows) * day;
        if (q.window && !q.as_of) q.as_of = last;
        constexpr std::int64_t waits[] = {1, 7, 30, 90};
        if (chance(15)) q.maturity = one_of(waits) * day;
        if (chance(15)) q.covers = {{first_ - 40 * day, last + 5 * day}};
        if (chance(40)) give();
        if (chance(60)) q.week_starts = any_.pick<int>(7);
        if (chance(60)) q.year_starts = 1 + any_.pick<int>(12);
        if (chance(30)) q.top = 1 + any_.pick<int>(4);
        if (chance(40)) want();
        if (std::set<std::string>(currencies_.begin(), currencies_.end()).size() > 1) // an amount is in one
            for (const char *amount : {"revenue_won", "average_deal_size"})
                q.wanted.erase(amount);
    }

    /// Counts, sums, shares, means and times; more is better, or less.
    void want() {
        constexpr const char *counted[] = {"calls",         "deals_won",  "opportunities_created",
                                           "leads_arrived", "leads_out",  "touches",
                                           "units_sold",    "revenue_won"};
        constexpr const char *shares[] = {"win_rate", "lead_conversion_rate", "bounce_rate", "churn_rate"};
        constexpr const char *others[] = {"average_deal_size", "win_loss_ratio", "response_time",
                                          "sales_cycle_length", "lost_cycle_length"};
        constexpr std::int64_t some[] = {1, 2, 3, 5, 10, 300, 3600};
        for (size_t n = 1 + any_.pick<size_t>(4); n > 0; --n) {
            const auto kind_of_it = any_.pick<int>(4);
            const std::int64_t aim = one_of(some), times = 1 + any_.pick<std::int64_t>(3);
            const std::string number = std::to_string(aim);
            target wanted{number, aim, 1};
            const char *name = one_of(others);
            if (kind_of_it < 2) {
                name = one_of(counted);
                if (times > 1) wanted = {number + 'x' + std::to_string(times), aim * times, 1};
            } else if (kind_of_it == 2) {
                name = one_of(shares);
                wanted = {std::to_string(aim % 100 + 1) + '%', aim % 100 + 1, 100};
            }
            made_.asked.wanted[name] = std::move(wanted);
        }
    }

    void give() {
        constexpr const char *all[] = {"calls_in_the_phone_log",
                                       "seconds_logged_in",
                                       "deals_open_at_the_start",
                                       "customers_at_the_start",
                                       "customers",
                                       "gross_margin_percent",
                                       "marketing_cost",
                                       "cost",
                                       "prospects_on_the_list",
                                       "wrap_up_seconds",
                                       "open_opportunities",
                                       "quota",
                                       "days_counted",
                                       "lifespan_in_days",
                                       "customers_gained",
                                       "competitors_price",
                                       "goal"};
        const bool everything = chance(80);
        for (const char *name : all)
            if (everything || chance(40)) made_.asked.given[name] = 1 + any_.below(chance(50) ? 40 : 9000);
        if (made_.asked.given.contains("quota") && chance(60)) made_.asked.given["quota"] += 30000;
    }

    kpi::test::random any_;
    kpi::test::random further_; ///< of what was added later, so that the logs stay what they were besides
    log made_;
    std::int64_t first_{}, span_{};
    std::vector<std::int64_t> days_;
    std::uint64_t dates_alone_{}, zoned_{};
    std::array<std::uint64_t, labels> named_{};
    std::array<std::uint64_t, abouts> identified_{};
    bool wild_{}, tells_time_{}, tells_touches_{}, counts_{};
    bool own_names_{}; ///< customers are called otherwise than leads
    size_t people_{}, own_ids_{};
    std::vector<std::string> currencies_;
};

} // namespace

log make_log(std::uint64_t seed) { return maker{seed}.make(); }

} // namespace oracle
