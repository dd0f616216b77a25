// SPDX-License-Identifier: MIT
#include "inspect/drafter.hpp"

#include "inspect/meaning.hpp"
#include "profile/amount.hpp"
#include "profile/currency.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace report {
void drafter::write_setting() {
    write_dialect();
    write_dates();
    write_numbers();
}

void drafter::write_dialect() {
    json &to = profile();
    const table &cut = found_.cut;
    if (cut.how.separator == '\t')
        to["separator"] = "tab";
    else if (cut.how.separator != ',')
        to["separator"] = std::string(1, cut.how.separator);
    if (!cut.how.quoted) to["quoting"] = "none";
    if (cut.how.escape != '\0') {
        to["escape"] = std::string(1, cut.how.escape);
        guess("a quote within quotes stands behind a backslash");
    }
    if (cut.how.written_in == encoding::windows_1252) {
        to["encoding"] = "windows-1252";
        guess("its bytes are no UTF-8: read as Windows-1252");
    }
    if (cut.how.skip_lines != 0) {
        to["skip_lines"] = cut.how.skip_lines;
        guess("the table begins in line " + std::to_string(cut.first_line) +
              ": what stands above is skipped");
    }
    if (!cut.header) {
        to["header"] = false;
        to["width"] = cut.width;
        guess("the first row is data: columns have no names");
    }
    if (found_.short_rows != 0) {
        to["short_rows"] = true;
        if (!cut.header) to.erase("width");
        guess(std::to_string(found_.short_rows) + " rows are short, the first in line " +
              std::to_string(found_.first_short) +
              ": the cells that are missing at their ends are taken as empty");
    }
    if (found_.end) {
        to["end_at"] = {{"column", column(found_.end->column)}, {"is", found_.end->word}};
        guess("the table ends before line " + std::to_string(found_.end->line) + ", " +
              quoted(found_.end->word));
    }
    std::set<std::string> marks;
    for (const column_look &each : found_.columns)
        marks.insert(each.empty_marks().begin(), each.empty_marks().end());
    if (marks.empty()) return;
    to["empty"] = marks;
    guess("cells that say " + quoted(*marks.begin()) + (marks.size() > 1 ? " and the like" : "") +
          " are empty");
}

void drafter::write_numbers() {
    const auto amount = of(role::amount);
    if (!amount) return;
    const number_guess &numbers = look(*amount).numbers();
    const std::vector<number_way> ways = numbers.ways();
    number_way way = ways.front();
    const auto grouped = std::find_if(ways.begin(), ways.end(), [&](const number_way &each) {
        return each.fits == way.fits && !each.thousands.empty() && each.point != way.point;
    });
    if (!numbers.of_two_readings().empty() && way.thousands.empty() && grouped != ways.end()) {
        ask(name_of(*amount) + " " + numbers.of_two_readings() + " (line " +
            std::to_string(numbers.line_of_two_readings()) +
            "): \"thousands\": " + quoted(std::string{grouped->thousands}) +
            " reads the second, \"decimal\": " + quoted(std::string(1, way.point)) +
            " in its place the first; the profile says the second");
        way = *grouped;
    }
    if (!way.thousands.empty())
        profile()["thousands"] = way.thousands;
    else if (numbers.has_decimals())
        profile()["decimal"] = std::string(1, way.point);
    write_currency(*amount);
    json value = gappy_column(*amount);
    const bool has_currency = profile().contains("currency");
    if (!has_currency && numbers.has_decimals()) {
        if (!value.is_object()) value = json{{"column", value}};
        value["decimals"] = 2;
        guess("no column and no sign names a currency: amounts are plain numbers of two decimals; "
              "\"currency\": \"EUR\" would say it");
    }
    profile()["value"] = value;
}

void drafter::write_currency(std::size_t amount) {
    if (const auto at = of(role::currency)) {
        profile()["currency"] = json{{"column", column(*at)}};
        return;
    }
    const auto &marks = look(amount).numbers().marks();
    if (marks.empty() && found_.cut.header && is_currency(found_.cut.headings[amount]) &&
        fit_of_name(found_.cut.headings[amount], role::amount) == 0) {
        profile()["currency"] = found_.cut.headings[amount];
        guess("amounts are in " + found_.cut.headings[amount] + ", as their column is called");
        return;
    }
    if (marks.empty()) return;
    const std::string mark = marks.begin()->first;
    const std::string all{currencies_of(mark)};
    const std::string likeliest = all.substr(0, 3);
    if (!is_currency(likeliest)) return;
    profile()["currency"] = likeliest;
    if (all.size() > 3)
        ask(name_of(amount) + " has " + quoted(mark) + ": \"currency\": " + quoted(likeliest) + ", or " +
            quoted(all.substr(4, 3)) + "; the profile says the first");
    else
        guess("amounts are in " + likeliest + ", by " + quoted(mark));
}

void drafter::write_names() {
    struct part {
        role r;
        const char *key;
    };
    for (const part &each :
         {part{role::rep, "rep"}, part{role::source, "source"}, part{role::product, "product"},
          part{role::location, "location"}, part{role::customer, "customer"}})
        if (const auto at = of(each.r)) {
            profile()[each.key] = gappy_column(*at);
            guess(name_of(*at) + " is " + std::string{words_for(each.r)});
        }
}

drafter::json drafter::column(std::size_t at) const {
    if (found_.cut.header && !found_.cut.headings[at].empty()) return found_.cut.headings[at];
    return at + 1;
}

drafter::json drafter::gappy_column(std::size_t at) const {
    if (!look(at).has_gaps()) return column(at);
    return {{"column", column(at)}, {"optional", true}};
}

drafter::json drafter::date(std::size_t at) const {
    json told = gappy_column(at);
    const auto member = [&](const char *key, const std::string &value) {
        if (!told.is_object()) told = json{{"column", told}};
        told[key] = value;
    };
    if (formats_[at] != common_format_) member("format", formats_[at]);
    if (says_utc(at)) member("zone", "UTC");
    if (const auto clock = parts_.clock_of(at)) return {{"date", told}, {"time", gappy_column(*clock)}};
    return told;
}

drafter::json drafter::seconds(std::size_t at) const {
    json told = gappy_column(at);
    std::string form{found_.cut.header ? unit_in(found_.cut.headings[at]) : std::string_view{}};
    if (look(at).kind() != column_kind::number)
        if (const auto read = look(at).duration()) form = duration_forms[static_cast<std::size_t>(*read)];
    if (form.empty()) return told;
    if (!told.is_object()) told = json{{"column", told}};
    told["in"] = form;
    return told;
}

} // namespace report
