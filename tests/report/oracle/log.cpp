// SPDX-License-Identifier: MIT
#include "log.hpp"

#include <cstdio>

namespace oracle {

namespace {

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int days_in(int year, int month) {
    constexpr int usual[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : usual[month - 1];
}

constexpr const char *weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                    "friday", "saturday", "sunday"};
constexpr const char *months[] = {"january", "february", "march",     "april",   "may",      "june",
                                  "july",    "august",   "september", "october", "november", "december"};

} // namespace

// By counting: slow, and plain to see.
date date_of(std::int64_t at) {
    std::int64_t left = at / day;
    date d{1970, 1, 1};
    while (left >= (leap(d.year) ? 366 : 365))
        left -= leap(d.year++) ? 366 : 365;
    while (left >= days_in(d.year, d.month))
        left -= days_in(d.year, d.month++);
    d.day += static_cast<int>(left);
    return d;
}

std::int64_t second_of(int year, int month, int date) {
    if (month > 12) return second_of(year + 1, month - 12, date);
    if (month < 1) return second_of(year - 1, month + 12, date);
    std::int64_t days = 0;
    for (int y = 1970; y < year; ++y)
        days += leap(y) ? 366 : 365;
    for (int m = 1; m < month; ++m)
        days += days_in(year, m);
    return (days + date - 1) * day;
}

std::string date_text(std::int64_t at) {
    const date d = date_of(at);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
    return text;
}

namespace {

std::string clock_text(std::int64_t at) {
    const auto left = static_cast<int>(at % day);
    char text[40];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
    return text;
}

} // namespace

std::string due_text(const row &r) {
    if (!r.due) return {};
    return date_text(*r.due) + (r.due_date_alone ? std::string{} : clock_text(*r.due));
}

std::string time_text(const row &r, int user_zone_hours) {
    if (r.date_alone) return date_text(r.at);
    const std::int64_t shown = r.has_zone ? r.at + (r.zone_hours - user_zone_hours) * hour : r.at;
    std::string all = date_text(shown) + clock_text(shown);
    if (r.has_zone) {
        char text[40];
        const int h = r.zone_hours;
        std::snprintf(text, sizeof text, "%c%02d:00", h < 0 ? '-' : '+', h < 0 ? -h : h);
        all += text;
    }
    return all;
}

std::int64_t unit_of(const std::string &currency) {
    return currency == "EUR" || currency == "USD" ? 100 : currency == "BHD" ? 1000 : 1;
}

namespace {

/// In the unit, with all decimals.
std::string money_text(std::int64_t amount, const std::string &currency) {
    std::string text = std::to_string(amount / unit_of(currency));
    if (unit_of(currency) == 1) return text;
    const std::string behind = std::to_string(unit_of(currency) + amount % unit_of(currency));
    return text + '.' + behind.substr(1);
}

} // namespace

std::string csv(const log &l, int file) {
    std::string text = "at,kind,count,currency";
    for (const auto name : label_names)
        text.append(",").append(name);
    for (const auto name : about_names)
        text.append(",").append(name);
    for (const auto name : number_names)
        text.append(",").append(name);
    text += ",message,due,stage\n";
    for (const row &r : l.rows) {
        if (r.file != file) continue;
        text += time_text(r, l.asked.zone_hours);
        text.append(",").append(kind_names[static_cast<std::size_t>(r.what)]);
        text += ',' + (r.count == 1 ? std::string{} : std::to_string(r.count));
        text += ',' + r.currency;
        for (const auto &name : r.names)
            text += ',' + name;
        for (const auto &id : r.ids)
            text += ',' + id;
        for (std::size_t n = 0; n < numbers; ++n) {
            text += ',';
            if (!r.amounts[n]) continue;
            text += n == 0 ? money_text(*r.amounts[n], r.currency) : std::to_string(*r.amounts[n]);
        }
        text += ',' + r.message + ',' + due_text(r) + ',';
        if (r.stage != 0) text += std::to_string(r.stage);
        text += '\n';
    }
    return text;
}

std::string holidays_file(const question &q) {
    std::string text = "day\n";
    for (const std::int64_t each : q.hours->off)
        text += date_text(each) + '\n';
    return text;
}

std::string roster_file(const question &q) {
    std::string text = "rep,role,team,quota,quota_unit,from,to\n";
    for (const posting &each : q.team) {
        text += each.rep + ',' + each.role + ',' + each.team + ',';
        text += each.quota != 0 ? std::to_string(each.quota) + ',' + q.quota_in : ",";
        text += std::string{each.quota != 0 && each.a_month ? " a month" : ""} + ',';
        text += (each.from ? date_text(*each.from) : "") + ',';
        text += (each.until ? date_text(*each.until - day) : "") + '\n';
    }
    return text;
}

std::string command(const log &l) {
    std::string text = "kpi-report";
    for (int f = 0; f < l.files; ++f)
        text += " --read native=" + std::to_string(f) + ".csv";
    const question &q = l.asked;
    if (!q.by.empty()) text += " --by " + q.all_by();
    for (const std::string &each : q.where)
        text += " --where '" + each + '\'';
    if (q.as_of) text += " --as-of " + date_text(*q.as_of);
    if (q.window) text += " --window " + std::to_string(*q.window / day) + 'd';
    if (q.maturity) text += " --maturity " + std::to_string(*q.maturity / day) + 'd';
    if (q.covers) text += " --covers " + date_text((*q.covers)[0]) + ".." + date_text((*q.covers)[1]);
    for (const auto &[name, n] : q.given)
        text += " --given " + name + '=' + std::to_string(n);
    for (const auto &[name, wanted] : q.wanted)
        text += " --target " + name + '=' + wanted.written;
    if (q.hours) text += " --business-hours '" + q.hours->written + '\'';
    if (q.hours && !q.hours->off.empty()) text += " --holidays holidays.csv";
    if (!q.team.empty()) text += " --team team.csv";
    if (q.top != 1) text += " --top " + std::to_string(q.top);
    if (q.week_starts != 0) text.append(" --week-starts ").append(weekdays[q.week_starts]);
    if (q.year_starts != 1) text.append(" --fiscal-year-starts ").append(months[q.year_starts - 1]);
    if (q.zone_hours != 0) {
        char zone[16];
        std::snprintf(zone, sizeof zone, "%c%02d:00", q.zone_hours < 0 ? '-' : '+',
                      q.zone_hours < 0 ? -q.zone_hours : q.zone_hours);
        text.append(" --utc-offset=").append(zone);
    }
    return text + " --format json";
}

} // namespace oracle
