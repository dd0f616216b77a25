// SPDX-License-Identifier: MIT
#include "asked.hpp"

#include "failure.hpp"
#include "figures/target.hpp"
#include "machine/machine.hpp"
#include "profile/date_format.hpp"
#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include "profile/periods.hpp"
#include "read/byte_source.hpp"
#include "sample_log.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace report {
namespace {

std::optional<std::int64_t> length(const std::string &option, const std::string &text) {
    if (text.empty()) return std::nullopt;
    if (const auto read = read_length(text)) return read;
    throw failure{option + ' ' + text + ": a number of days or weeks is wanted here, such as 30d or 4w"};
}

std::optional<std::int64_t> day(const std::string &text) {
    const auto read = date_format{"%Y-%m-%d"}.read(text);
    return read ? std::optional{read->seconds} : std::nullopt;
}

std::optional<std::int64_t> date(const std::string &text) {
    if (text.empty()) return std::nullopt;
    if (const auto read = day(text)) return read;
    throw failure{"--as-of " + text + ": a date is wanted here, such as 2024-01-31"};
}

std::optional<day_span> span_of_days(const std::string &text) {
    if (text.empty()) return std::nullopt;
    const auto dots = text.find("..");
    if (dots != std::string::npos) {
        const auto from = day(text.substr(0, dots)), to = day(text.substr(dots + 2));
        if (from && to && *from <= *to) return day_span{*from, *to + a_day};
    }
    throw failure{"--covers " + text + ": two days are wanted here, as 2024-01-01..2024-06-30"};
}

constexpr std::array<std::string_view, 7> days_of_week{"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
/// The place of a name, whole or by its first letters, in upper or lower case.
std::size_t place_in(const std::string &option, const std::string &text,
                     std::span<const std::string_view> names) {
    std::string lower = text;
    for (char &c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (lower.size() >= 3 && names[i].starts_with(lower)) return i;
    throw failure{option + ' ' + text + ": a name is wanted here, such as " + std::string{names[3]}};
}

/// "10%", or 0.1.
fraction share(const std::string &text) {
    const bool percents = text.ends_with('%');
    if (auto read = read_fraction(percents ? text.substr(0, text.size() - 1) : text)) {
        if (percents) read->denominator *= 100;
        if (read->numerator <= read->denominator) return *read;
    }
    throw failure{"--rows-max-refused " + text + ": a share is wanted here, such as 10%"};
}

/// "512M", "2G"; if the text is empty, half of what the machine has.
std::uint64_t memory(const std::string &text) {
    if (text.empty()) return machine::memory() / 2;
    const unsigned bits = text.ends_with('M') ? 20 : text.ends_with('G') ? 30 : 0;
    const number read = read_number(text.substr(0, text.size() - 1));
    constexpr std::int64_t most = std::int64_t{1} << 32;
    if (bits == 0 || !read.fault.empty() || read.value <= 0 || read.value > most)
        throw failure{"--memory " + text + ": a size is wanted here, such as 512M or 2G"};
    return static_cast<std::uint64_t>(read.value) << bits;
}

/// "win_rate,deals_won".
std::vector<std::string> metrics_in(std::string_view text, const metrics_known &metrics) {
    std::vector<std::string> names;
    while (!text.empty()) {
        const std::string_view name = text.substr(0, text.find(','));
        text.remove_prefix(std::min(name.size() + 1, text.size()));
        const auto known = metrics.names();
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw failure{"--columns " + std::string{name} + ": is no metric" + suggestion(name, known)};
        names.emplace_back(name);
    }
    return names;
}

/// "95%", or 0.95.
double confidence(const std::string &text) {
    const bool percents = text.ends_with('%');
    const auto read = read_fraction(percents ? text.substr(0, text.size() - 1) : text);
    const double level = read ? *read->value() / (percents ? 100 : 1) : 0;
    if (level >= 0.5 && level < 1) return level;
    throw failure{"--confidence " + text + ": a level from 50% to below 100% is wanted here, such as 95%"};
}

/// "3/8", and the file in which it is saved.
std::optional<part_of_run> part_asked(const options &o) {
    if (o.partial.empty() && o.save.empty()) return std::nullopt;
    if (o.partial.empty()) throw failure{"--save " + o.save + ": --partial PART/PARTS is wanted with it"};
    const std::string option = "--partial " + o.partial;
    if (o.save.empty()) throw failure{option + ": --save FILE is wanted with it"};
    if (!o.merged.empty())
        throw failure{option + ": --merge reads what others have saved, and saves nothing"};
    part_of_run read;
    const char *const end = o.partial.data() + o.partial.size();
    const auto which = std::from_chars(o.partial.data(), end, read.which);
    const bool is_parted = which.ec == std::errc{} && which.ptr != end && *which.ptr == '/';
    const auto of = std::from_chars(which.ptr + (is_parted ? 1 : 0), end, read.of);
    if (!is_parted || of.ec != std::errc{} || of.ptr != end || read.which == 0 || read.which > read.of)
        throw failure{option + ": a part and how many there are is wanted here, as 3/8"};
    return read;
}
void want_files(const options &o) {
    if (o.partial.empty() && o.merged.empty()) return;
    const std::string option = o.partial.empty() ? "--merge" : "--partial";
    if (o.file == "-" || std::any_of(o.reads.begin(), o.reads.end(),
                                     [](const std::string &read) { return read.ends_with("=-"); }))
        throw failure{option + ": several runs read the same files, and standard input is read by one"};
}

/// Wants counts since a fixed start, and no tests, which are for a single look.
bool anytime(const options &o) {
    if (!o.anytime) return false;
    if (!o.window.empty())
        throw failure{"--anytime: wants counts since a fixed start, and --window moves it"};
    if (!o.compare.empty()) throw failure{"--anytime: --compare tests, which is for one look"};
    return true;
}

/// Not standard input, which is the log's.
input side_file(const std::string &option, const std::string &path) {
    if (path == "-") throw failure{option + " -: a file is wanted here"};
    return open_input(path);
}

/// The reps of a file, or the built-in roster with the built-in log.
std::optional<roster> roster_of(const options &o, const metrics_known &metrics) {
    const bool built_in = o.file.empty() && o.reads.empty();
    if (o.team.empty() && !built_in) return std::nullopt;
    input from = o.team.empty() ? input{"built-in roster", text_source(sample_roster()), {}}
                                : side_file("--team", o.team);
    return read_roster(std::move(from), metrics.counted_names());
}

/// The office's opening hours, if the options state them.
std::optional<business_hours> hours_of(const options &o) {
    if (o.business_hours.empty()) {
        if (!o.holidays.empty())
            throw failure{"--holidays " + o.holidays + ": --business-hours are wanted with it"};
        return std::nullopt;
    }
    std::string text;
    for (const std::string &each : o.business_hours)
        text += (text.empty() ? "" : ", ") + each;
    auto hours = business_hours::read(text);
    if (!o.holidays.empty()) hours.read_holidays(side_file("--holidays", o.holidays));
    return hours;
}

/// Compares two groups of the dimension that the option names.
void compare(request &asked, const options &o) {
    if (o.compare.empty()) return;
    compared_groups two = read_compared(o.compare);
    if (!o.by.empty() && o.by != two.by)
        throw failure{"--compare " + o.compare + ": groups are made by " + two.by + ", and not --by " + o.by};
    if (!o.explain.empty() || o.verdicts || o.to_act_on || (o.format != "text" && o.format != "json"))
        throw failure{
            "--compare " + o.compare +
            ": two groups are compared as text or json, and neither explained nor judged nor listed"};
    asked.by = two.by, asked.compared = std::move(two);
}

} // namespace

std::optional<zone> zone_of(const options &o) {
    if (!o.utc_offset.empty() && !o.zone.empty())
        throw failure{"--zone " + o.zone + ": --utc-offset says already where the user lives"};
    if (!o.utc_offset.empty()) {
        if (const auto read = read_utc_offset(o.utc_offset)) return zone{*read};
        throw failure{"--utc-offset " + o.utc_offset + ": an offset from UTC is wanted here, such as +02:00"};
    }
    if (o.zone.empty()) return std::nullopt;
    if (const auto found = zone::named(o.zone)) return found;
    const std::vector<std::string_view> known(zone_names().begin(), zone_names().end());
    throw failure{"--zone " + o.zone + ": a time zone is wanted here, such as Europe/Berlin" +
                  suggestion(o.zone, known)};
}

request request_of(const options &o, const metrics_known &metrics) {
    const bool by_hours = !o.business_hours.empty();
    request asked{o.by, read_targets(o.targets, by_hours, metrics), read_givens(o.givens)};
    asked.hours = hours_of(o), asked.zone = o.zone.empty() ? o.utc_offset : o.zone;
    asked.where = o.where, asked.explain = o.explain, asked.to_act_on = o.to_act_on;
    if (o.format != "text" && o.format != "csv" && !o.explain.empty())
        throw failure{"--format " + o.format + ": an explanation is text or csv"};
    if (o.to_act_on && (o.format == "csv" || o.format == "openmetrics"))
        throw failure{"--format " + o.format + ": --to-act-on lists cases as text or json"};
    compare(asked, o);
    asked.columns = metrics_in(o.columns, metrics);
    asked.confidence = confidence(o.confidence), asked.anytime = anytime(o);
    asked.as_of = date(o.as_of);
    asked.window = length("--window", o.window);
    asked.maturity = length("--maturity", o.maturity);
    asked.held_to = benchmarks{o.benchmarks};
    asked.top = o.top;
    asked.most_refused = share(o.most_refused);
    asked.covers = span_of_days(o.covers);
    asked.memory = memory(o.memory);
    want_files(o);
    asked.part = part_asked(o), asked.merged = o.merged;
    asked.threads = o.threads;
    asked.starts = {
        static_cast<std::uint32_t>(place_in("--week-starts", o.week_starts, days_of_week)),
        static_cast<std::int32_t>(place_in("--fiscal-year-starts", o.fiscal_year_starts, months)) + 1};
    asked.team = roster_of(o, metrics);
    if (!o.target_file.empty())
        asked.dated = dated_targets{side_file("--targets", o.target_file), asked.wanted, by_hours, metrics};
    return asked;
}

} // namespace report
