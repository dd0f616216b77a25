// SPDX-License-Identifier: MIT
#include "inspect/inspect.hpp"

#include "inspect/draft.hpp"
#include "inspect/roles.hpp"
#include "inspect/survey.hpp"
#include "profile/fitting.hpp"
#include "profile/profile.hpp"
#include "show/printable.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <utility>

namespace report {
namespace {

constexpr std::array<std::string_view, 7> kind_names{"empty",  "date",      "time of day", "duration",
                                                     "number", "few words", "text"};

std::string separator_text(const table &cut) {
    if (cut.is_json_lines) return "an object of JSON a line, by its keys";
    const dialect &how = cut.how;
    const std::string mark = how.separator == '\t'  ? "tabs"
                             : how.separator == ';' ? "semicolons"
                             : how.separator == '|' ? "pipes"
                                                    : "commas";
    return "separated by " + mark + (how.quoted ? "" : ", a quote being a character like any other");
}

void tell_table(std::ostream &told, const survey &found) {
    const table &cut = found.cut;
    told << printable(found.file, 200) << ": " << (found.whole ? "" : "the first ") << found.rows
         << " rows of " << cut.width << (cut.width == 1 ? " column, " : " columns, ") << separator_text(cut)
         << (cut.how.written_in == encoding::windows_1252 ? ", in Windows-1252" : "")
         << (cut.is_json_lines ? ""
             : cut.header      ? ", with its headings in line " + std::to_string(cut.first_line)
                               : ", without headings")
         << '\n';
    if (found.broken_rows != 0) told << "  " << found.broken_rows << " rows cannot be cut\n";
    if (found.long_rows != 0)
        told << "  " << found.long_rows << " rows have more cells, the first in line " << found.first_long
             << '\n';
}

/// What a column is, how many of its cells fit, and what it may mean.
std::string text_of(const column_look &look, role r) {
    std::string text{kind_names[static_cast<std::size_t>(look.kind())]};
    if (look.kind() == column_kind::date) text += ' ' + look.dates().ways().front().format;
    if (look.percent() != 100) text += ", " + std::to_string(look.percent()) + " % of the cells";
    if (look.has_gaps()) text += ", with gaps";
    if (look.kind() == column_kind::text && look.is_unique()) text += ", all different";
    for (const std::string &each : look.examples(3))
        text += (each == look.examples(1).front() ? ": \"" : ", \"") + printable(each, 24) + '"';
    if (r != role::none && !words_for(r).empty()) text += "  -> " + std::string{words_for(r)} + '?';
    return text;
}

void tell_columns(std::ostream &told, const survey &found, const roles &parts) {
    std::size_t widest = 0;
    for (std::size_t i = 0; i < found.cut.width; ++i)
        widest = std::max(widest, width(printable(found.cut.name_of(i), 32)));
    told << "\nColumns\n";
    for (std::size_t i = 0; i < found.cut.width; ++i) {
        const std::string name = printable(found.cut.name_of(i), 32);
        told << "  " << name << std::string(widest - width(name) + 2, ' ')
             << text_of(found.columns[i], parts.of_column(i)) << '\n';
    }
}

void tell_list(std::ostream &told, const char *title, const std::vector<std::string> &all) {
    if (!all.empty()) told << '\n' << title << '\n';
    for (std::size_t i = 0; i < all.size(); ++i)
        told << "  " << i + 1 << ". " << printable(all[i], 400) << '\n';
}

void tell_next(std::ostream &told, const std::string &file) {
    const std::string name = printable(file, 200);
    told << "\nTry next\n  kpi-report --inspect " << name << " > my.json\n  kpi-report " << name
         << " --profile my.json --check-profile\n  kpi-report " << name << " --profile my.json\n";
}

using json = nlohmann::ordered_json;

std::string in_json(const std::string &text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string on_one_line(const json &value) {
    if (!value.is_structured()) return value.is_string() ? in_json(value.get<std::string>()) : value.dump();
    std::string text{value.is_object() ? "{" : "["};
    for (const auto &[key, member] : value.items())
        text += (text.size() == 1 ? "" : ", ") + (value.is_object() ? in_json(key) + ": " : "") +
                on_one_line(member);
    return text + (value.is_object() ? '}' : ']');
}

/// As people write it: whatever fits on a line is on one line.
void write_json(std::ostream &out, const json &value, const std::string &indent = {}) {
    constexpr std::size_t line = 110;
    const std::string short_form = on_one_line(value);
    if (!value.is_structured() || (!indent.empty() && indent.size() + short_form.size() <= line)) {
        out << short_form;
        return;
    }
    const std::string inner = indent + "  ";
    out << (value.is_object() ? '{' : '[');
    const char *between = "\n";
    for (const auto &[key, member] : value.items()) {
        out << std::exchange(between, ",\n") << inner;
        if (value.is_object()) out << in_json(key) << ": ";
        write_json(out, member, inner);
    }
    out << '\n' << indent << (value.is_object() ? '}' : ']');
}

/// The built-in profiles that can read the file as it is.
std::vector<std::string_view> built_in_for(const std::function<input()> &open) {
    input from = open();
    const std::string file = from.name;
    return profiles_that_fit(beginning_of(std::move(from)), file);
}

} // namespace

void inspect(const std::function<input()> &open, std::ostream &told, std::ostream &profile) {
    const survey found = look_at_file(open);
    const roles parts{found};
    tell_table(told, found);
    tell_columns(told, found, parts);
    if (const auto known = built_in_for(open); !known.empty()) {
        const std::string name{known.front()};
        if (known.size() > 1)
            told << "\nQuestion\n  1. The built-in profiles " << known[0] << " and " << known[1]
                 << " both read it: --list-profiles says what each is for. The first is below.\n";
        else
            told << "\nThe built-in profile " << name << " reads it.\n";
        told << "\nTry next\n  kpi-report " << printable(found.file, 200) << " --profile " << name << '\n';
        for (const built_in_profile &each : built_in_profiles())
            if (each.name == name) profile << each.json;
        return;
    }
    const draft drafted = draft_profile(found, parts);
    tell_list(told, "Guesses, which stand in the profile as comments", drafted.guesses);
    tell_list(told, "Questions that the file does not answer", drafted.questions);
    tell_next(told, found.file);
    write_json(profile, drafted.profile);
    profile << '\n';
}

} // namespace report
