// SPDX-License-Identifier: MIT
#include "sample_log.hpp"

#include "profile/date_format.hpp"
#include "profile/event.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/time/civil.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <utility>
#include <vector>

namespace report {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
constexpr std::int64_t quarter_begin = kpi::at({2024, 1, 1}).seconds,
                       quarter_end = kpi::at({2024, 4, 1}).seconds;

struct person {
    std::string_view name, location;
    unsigned skill; ///< percent: how good their chances are; 100 is average
};
constexpr std::array<person, 6> team{{{"Ada", "north", 125},
                                      {"Bruno", "north", 95},
                                      {"Chidi", "south", 110},
                                      {"Dana", "south", 80},
                                      {"Elif", "online", 105},
                                      {"Finn", "online", 70}}};
constexpr std::array<std::string_view, 4> sources{"own marketing", "bought list", "social", "referral"};
constexpr std::array<std::string_view, 3> campaigns{"new year", "trade fair", "webinar"};
constexpr std::array<std::string_view, 3> products{"basic", "plus", "pro"};
constexpr std::size_t leads = 780, old_customers = 90;

/// What all rows about one lead or customer share.
struct relation {
    const person *rep{};
    std::string_view source, grade, product, campaign;
    std::string prospect, deal, customer;
};

/// What else a row says.
struct extra {
    std::string_view channel{};
    std::uint32_t value{}, units{}, elapsed{}, touches{};
};

class simulation {
public:
    std::string run() {
        for (std::size_t i = 0; i < leads; ++i)
            work_a_lead(i);
        for (std::size_t i = 0; i < old_customers; ++i)
            care_for_a_customer(i);

        std::sort(rows_.begin(), rows_.end());
        std::string text = "at,kind,rep,channel,location,product,source,grade,prospect,lead,deal,customer,"
                           "value,units,elapsed,touches,campaign\n";
        for (const auto &[at, row] : rows_)
            text += row;
        return text;
    }

private:
    // Distributions differ between standard libraries, generators do not. No call here has two arguments that
    // both draw a number, because the compiler would choose which is drawn first.
    std::uint64_t below(std::uint64_t n) { return random_() % n; }
    std::int64_t between(std::int64_t a, std::int64_t b) {
        return a + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(b - a + 1)));
    }
    std::uint32_t number(std::uint32_t a, std::uint32_t b) {
        return static_cast<std::uint32_t>(between(a, b));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    bool chance(unsigned percent, const person &rep) { return below(10'000) < percent * rep.skill; }

    /// Some time of a working day, so many days later or on the next working day.
    std::int64_t working_time(std::int64_t from, std::int64_t days_later) {
        std::int64_t d = from / day + days_later;
        while (kpi::weekday(static_cast<std::int32_t>(d)) > 4)
            ++d;
        return d * day + between(8 * hour, 17 * hour + 59 * minute);
    }

    void tell(std::int64_t at, activity kind, const relation &r, const extra &more = {}) {
        if (at < quarter_begin || at >= quarter_end) return; // still to come when the quarter ended
        const auto time = static_cast<int>(at % day);
        std::array<char, 16> clock{};
        std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", time / 3600, time / 60 % 60, time % 60);
        std::string row = iso_day(at) + clock.data();
        const auto add = [&](std::string_view cell) { row.append(1, ',').append(cell); };
        const auto add_number = [&](std::uint32_t n) { add(n == 0 ? "" : std::to_string(n)); };
        add(kpi::name_of(kind));
        add(r.rep->name);
        add(more.channel);
        add(r.rep->location);
        add(r.product);
        add(r.source);
        add(r.grade);
        add(r.prospect);
        add(r.prospect); // one lead a prospect
        add(r.deal);
        add(r.customer);
        add_number(more.value);
        add_number(more.units);
        add_number(more.elapsed);
        add_number(more.touches);
        add(r.campaign);
        rows_.emplace_back(at, row + '\n');
    }

    void work_a_lead(std::size_t i) {
        relation r;
        r.rep = &team[i % team.size()];
        r.campaign = campaigns[i / team.size() % campaigns.size()]; // so that each rep has all of them
        r.source = sources[below(sources.size())];
        const bool referred = r.source == "referral";
        r.grade = chance(referred ? 60 : 30) ? "A" : chance(50) ? "B" : "C";
        r.prospect = "P" + std::to_string(1000 + i);

        const std::int64_t arrival = working_time(quarter_begin + between(1, 88) * day, 0);
        tell(arrival, activity::first_impression, r);
        const auto captured = arrival + 2 * minute; // responses are measured from here
        tell(captured, activity::mcl, r);
        if (r.grade == "C" && chance(60)) return;
        if (r.grade != "C") tell(arrival + between(10, 90) * minute, activity::mql, r);

        std::int64_t at = arrival + between(15, 600) * minute;
        bool interested = false, gave_up = false;
        std::uint32_t touches = 0;
        for (const std::uint32_t most = number(3, 8); touches < most && !interested && !gave_up; ++touches) {
            at = working_time(at, touches == 0 ? 0 : between(1, 3));
            if (at <= arrival) at = working_time(arrival, 1);
            tell(at, touches == 0 ? activity::first_response : activity::follow_up, r,
                 {.channel = {},
                  .elapsed = touches == 0 ? static_cast<std::uint32_t>(at - captured) : 0,
                  .touches = touches});
            const std::uint64_t way = below(10);
            if (way < 6)
                call(at, r, touches, interested, gave_up);
            else if (way < 9)
                email(at, r, touches, interested, gave_up);
            else
                tell(at, activity::social_touch, r, {.channel = "social", .touches = touches});
        }
        if (interested)
            meet(at, r, touches);
        else if (gave_up || chance(70))
            tell(working_time(at, 5), activity::out, r);
    }

    void call(std::int64_t at, const relation &r, std::uint32_t touches, bool &interested, bool &gave_up) {
        const std::uint64_t luck = below(1000);
        const activity outcome = chance(16, *r.rep) ? activity::conversation
                                 : luck < 500       ? activity::no_answer
                                 : luck < 560       ? activity::busy
                                 : luck < 800       ? activity::voicemail
                                 : luck < 900       ? activity::operator_reached
                                 : luck < 990       ? activity::hang_up
                                                    : activity::abandoned;
        const bool spoke = outcome == activity::conversation;
        const std::uint32_t seconds = spoke ? number(60, 900)
                                      : outcome == activity::no_answer || outcome == activity::busy
                                          ? 0
                                          : number(3, 45);
        tell(at, outcome, r, {.channel = "phone", .elapsed = seconds, .touches = touches});
        if (!spoke) return;
        interested = chance(45, *r.rep);
        gave_up = !interested && chance(40);
        if (interested || gave_up)
            tell(at + 1, interested ? activity::reply_positive : activity::reply_negative, r,
                 {.channel = "phone"});
    }

    void email(std::int64_t at, const relation &r, std::uint32_t touches, bool &interested, bool &gave_up) {
        tell(at, activity::email_sent, r, {.channel = "email", .touches = touches});
        if (chance(3)) return tell(at + 20, activity::email_bounced, r, {.channel = "email"});
        if (chance(5)) tell(at + 40, activity::reply_automatic, r, {.channel = "email"});
        if (!chance(48)) return;
        const std::int64_t opened = at + between(5, 1200) * minute;
        tell(opened, activity::email_opened, r, {.channel = "email"});
        if (chance(22)) tell(opened + 30, activity::email_clicked, r, {.channel = "email"});
        interested = chance(13, *r.rep);
        gave_up = !interested && chance(12);
        if (interested || gave_up)
            tell(opened + between(2, 90) * minute,
                 interested ? activity::reply_positive : activity::reply_negative, r, {.channel = "email"});
    }

    void meet(std::int64_t at, relation &r, std::uint32_t touches) {
        if (!chance(85)) return;
        tell(at + between(3, 60) * minute, activity::meeting_scheduled, r);
        at = working_time(at, between(2, 8));
        const std::uint64_t luck = below(100);
        if (luck < 12) return tell(at, activity::meeting_cancelled, r);
        if (luck < 24) return tell(at, activity::meeting_no_show, r);
        const bool video = chance(55);
        tell(at, video ? activity::video_meeting : activity::meeting_held, r,
             {.channel = video ? "video" : "in_person", .touches = touches});
        tell(at + hour, activity::sal, r);
        if (!chance(70)) return tell(at + 2 * hour, activity::out, r);
        tell(at + day, activity::sql, r);

        r.deal = "D" + r.prospect.substr(1);
        r.product = products[below(products.size())];
        const std::int64_t opened = working_time(at, 1);
        tell(opened, activity::opportunity, r);
        if (chance(70)) tell(working_time(opened, between(2, 9)), activity::presentation, r);
        if (chance(65)) tell(working_time(opened, between(10, 14)), activity::proposal_sent, r);
        settle(working_time(opened, between(12, 35)), opened, r);
    }

    void settle(std::int64_t at, std::int64_t opened, relation &r) {
        const auto cycle = static_cast<std::uint32_t>(at - opened);
        if (!chance(42, *r.rep)) {
            tell(at, activity::deal_lost, r, {.elapsed = cycle});
            return tell(at + 1, activity::out, r);
        }
        const std::uint32_t units = number(1, 12);
        const std::uint32_t price = r.product == "basic" ? 290 : r.product == "plus" ? 640 : 1450;
        r.customer = "C" + r.prospect.substr(1);
        tell(at, activity::deal_won, r, {.value = units * price, .units = units, .elapsed = cycle});
        tell(at + 1, activity::customer, r);
        if (chance(40)) answer(working_time(at, between(7, 20)), r);
    }

    void care_for_a_customer(std::size_t i) {
        relation r;
        r.rep = &team[i % team.size()];
        r.product = products[below(products.size())];
        r.customer = "C" + std::to_string(100 + i);
        const auto some_day = [&] { return working_time(quarter_begin + between(1, 88) * day, 0); };
        for (std::uint64_t n = below(4); n > 0; --n)
            tell(some_day(), activity::interaction, r);
        for (std::uint64_t n = below(3); n > 0; --n)
            close_ticket(some_day(), r);
        if (chance(45)) answer(some_day(), r);
        if (chance(9)) sell_more(some_day(), activity::upsell, r);
        if (chance(6)) sell_more(some_day(), activity::cross_sell, r);
        if (chance(8)) tell(some_day(), activity::referral, r);
        if (!chance(25)) return;
        const std::int64_t due = some_day();
        tell(due, activity::renewal_due, r);
        tell(due + hour, chance(84) ? activity::renewed : activity::churned, r);
    }

    void close_ticket(std::int64_t at, const relation &r) {
        tell(at, chance(82) ? activity::ticket_closed_in_time : activity::ticket_closed, r);
    }

    void sell_more(std::int64_t at, activity kind, const relation &r) {
        tell(at, kind, r, {.value = number(200, 3000), .units = 1});
    }

    void answer(std::int64_t at, const relation &r) {
        const std::uint64_t luck = below(100);
        tell(at,
             luck < 52   ? activity::nps_promoter
             : luck < 81 ? activity::nps_passive
                         : activity::nps_detractor,
             r);
        tell(at + minute, luck < 78 ? activity::satisfied : activity::not_satisfied, r);
    }

    std::mt19937_64 random_{20240101};
    std::vector<std::pair<std::int64_t, std::string>> rows_;
};

} // namespace

std::string sample_log() { return simulation{}.run(); }

std::string sample_roster() {
    return "rep,aliases,role,team,quota,quota_unit,from,to,hours\n"
           "Ada,Ada L.|ada@example.com,seller,in-house,16000,revenue_won,,,1.5\n"
           "Bruno,,seller,in-house,16000,revenue_won,,,1.5\n"
           "Chidi,,seller,in-house,20000,revenue_won,,,1.5\n"
           "Dana,,seller,in-house,16000,revenue_won,,,1.5\n"
           "Elif,,seller,outsourced,15000,revenue_won,,,2\n"
           "Finn,,seller,outsourced,12000,revenue_won,2024-01-15,,2\n";
}

} // namespace report
