// SPDX-License-Identifier: MIT
#include "periods.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>

namespace oracle {

namespace {

/// How many months a period has; 0: it is one of days.
int months_of(const std::string &by) {
    if (by == "month") return 1;
    if (by == "quarter" || by == "fiscal_quarter") return 3;
    return by == "year" || by == "fiscal_year" ? 12 : 0;
}
int first_month(const question &q) { return q.by.starts_with("fiscal") ? q.year_starts : 1; }
/// How many months of its year are over.
int months_into(const question &q, const date &d) { return (d.month - first_month(q) + 12) % 12; }

/// How many days a period such as 30d or 4w has; 0: it is one of the calendar.
std::int64_t length_of(const std::string &by) {
    if (by.empty() || by[0] < '0' || by[0] > '9') return 0;
    return std::stoll(by) * (by.ends_with('w') ? 7 : 1) * day;
}

/// `base` is what periods of so many days are counted from.
std::int64_t start_of(const question &q, std::int64_t at, std::int64_t base) {
    const std::int64_t today = at / day;
    if (const std::int64_t length = length_of(q.by); length != 0) {
        if (!holds(rule::days_from_the_first)) base = 0;
        const std::int64_t into = (at - base) % length;
        return at - into - (into < 0 ? length : 0);
    }
    if (q.by == "day") return today * day;
    if (q.by == "week") { // 1970 began on a Thursday
        const std::int64_t weekday = (today + 3) % 7;
        return (today - (weekday - (holds(rule::week_starts) ? q.week_starts : 0) + 7) % 7) * day;
    }
    const date d = date_of(at);
    return second_of(d.year, d.month - months_into(q, d) % months_of(q.by), 1);
}
std::int64_t next(const question &q, std::int64_t start) {
    if (const std::int64_t length = length_of(q.by); length != 0) return start + length;
    if (q.by == "day") return start + day;
    if (q.by == "week") return start + 7 * day;
    const date d = date_of(start);
    return second_of(d.year, d.month + months_of(q.by), 1);
}

std::string printed(const char *format, int a, int b = 0) {
    char text[40];
    std::snprintf(text, sizeof text, format, a, b);
    return text;
}
/// ISO 8601: the week belongs to the year of its Thursday.
std::string iso_week(std::int64_t monday) {
    const std::int64_t thursday = monday + 3 * day;
    const int year = date_of(thursday).year;
    return printed("%04d-W%02d", year, static_cast<int>((thursday - second_of(year, 1, 1)) / day / 7 + 1));
}
std::string name_of(const question &q, std::int64_t start) {
    const date d = date_of(start);
    if (q.by == "day") return date_text(start);
    if (length_of(q.by) != 0) return date_text(start) + ".." + date_text(next(q, start) - day);
    if (q.by == "week") return q.week_starts == 0 ? iso_week(start) : "week of " + date_text(start);
    if (q.by == "month") return printed("%04d-%02d", d.year, d.month);
    if (q.by == "year") return printed("%04d", d.year);
    const int quarter = months_into(q, d) / 3 + 1;
    if (q.by == "quarter") return printed("%04dQ%d", d.year, quarter);
    // a fiscal year is called after the year in which it ends
    const int ends_in = !holds(rule::year_of_its_end)
                            ? d.year
                            : date_of(second_of(d.year, d.month - months_into(q, d) + 12, 1) - day).year;
    return q.by == "fiscal_year" ? printed("FY%04d", ends_in) : printed("FY%04dQ%d", ends_in, quarter);
}

/// Of its first call, or where it has none of its first row.
std::optional<std::int64_t> first_day_of_name(const book &b, const scope &of) {
    std::optional<std::int64_t> call, any;
    for (const event &e : b.events) {
        const std::string name = group_of(e, *of.by);
        if ((name.empty() ? "(none)" : name) != of.group) continue;
        any = std::min(any.value_or(e.said.at), e.said.at);
        if (e.said.what <= kind::call) call = std::min(call.value_or(e.said.at), e.said.at);
    }
    if (call) any = call;
    return any ? std::optional{*any / day * day} : std::nullopt;
}

} // namespace

std::vector<named_scope> periods_of(const book &b, const scope &whole) {
    question q = b.asked;
    if (whole.by) q.by = q.days;
    std::optional<std::int64_t> first, last;
    bool cut = false; // the window begins after a row
    for (const event &e : b.events) {
        if (whole.windowed && e.said.at < whole.from) {
            cut = true;
            continue;
        }
        first = std::min(first.value_or(e.said.at), e.said.at);
        last = std::max(last.value_or(e.said.at), e.said.at);
    }
    if (!first) return {};
    std::int64_t begin = cut ? whole.from : *first / day * day;
    if (q.covers) {
        if (!cut) begin = std::min(begin, (*q.covers)[0]); // no row is in what the window cuts off
        first = std::min(*first, whole.windowed ? std::max((*q.covers)[0], whole.from) : (*q.covers)[0]);
        last = std::max(*last, std::min((*q.covers)[1], b.end - 1));
    }
    std::int64_t base = whole.windowed ? whole.from : *first / day * day;
    if (whole.by && !whole.windowed && holds(rule::days_of_each_group))
        base = first_day_of_name(b, whole).value_or(base);
    std::vector<named_scope> all;
    for (std::int64_t start = start_of(q, *first, base); start <= *last; start = next(q, start)) {
        scope s = whole;
        s.windowed = true;
        s.whole = false;
        s.from = std::max(start, whole.windowed ? whole.from : start);
        s.until = std::min(next(q, start), whole.until);
        s.due_until = next(q, start);
        all.push_back({name_of(q, start), s, start >= begin && next(q, start) <= b.end});
    }
    return all;
}

} // namespace oracle
