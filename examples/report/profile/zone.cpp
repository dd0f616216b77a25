// SPDX-License-Identifier: MIT
#include "profile/zone.hpp"

#include "failure.hpp"
#include "machine/machine.hpp"
#include "profile/date_text.hpp"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>

namespace report {
namespace {

using std::chrono::seconds;

const date::tzdb &database() {
    try {
#if !USE_OS_TZDB // the system has no database
        static std::once_flag placed;
        std::call_once(placed, [] { date::set_install(machine::folder_of_program() + "/tzdata"); });
#endif
        return date::get_tzdb();
    } catch (const std::exception &why) {
        throw failure{std::string{"time zones: the tz database cannot be read: "} + why.what()};
    }
}

struct other_name {
    std::string_view name, zone;
};
/// The other names that the database has; a system's database has them among its zones.
std::vector<other_name> other_names() {
    std::vector<other_name> all;
#if !USE_OS_TZDB
    for (const date::time_zone_link &each : database().links)
        all.push_back({each.name(), each.target()});
#endif
    return all;
}

std::string_view zone_meant_by(std::string_view name) {
    for (const other_name &each : other_names())
        if (each.name == name) return each.zone;
    return name;
}

} // namespace

std::optional<zone> zone::named(std::string_view name) {
    if (name == "UTC") return zone{};
    if (const auto offset = read_utc_offset(name)) return zone{*offset};
    const auto &known = database().zones;
    const auto is_it = [sought = zone_meant_by(name)](const date::time_zone &each) {
        return each.name() == sought;
    };
    const auto found = std::find_if(known.begin(), known.end(), is_it);
    if (found == known.end()) return std::nullopt;
    zone of_name;
    of_name.rules_ = &*found;
    return of_name;
}

std::int64_t zone::shown_at(std::int64_t utc) const {
    if (rules_ == nullptr) return utc + offset_;
    return utc + rules_->get_info(date::sys_seconds{seconds{utc}}).offset.count();
}

std::optional<std::int64_t> zone::utc_of(std::int64_t shown) const {
    if (rules_ == nullptr) return shown - offset_;
    const date::local_info found = rules_->get_info(date::local_seconds{seconds{shown}});
    if (found.result == date::local_info::nonexistent) return std::nullopt;
    return shown - found.first.offset.count();
}

std::optional<std::int64_t> zone::offset_of(std::string_view letters, std::int64_t shown) const {
    if (rules_ == nullptr) return std::nullopt;
    const date::local_info found = rules_->get_info(date::local_seconds{seconds{shown}});
    if (found.result != date::local_info::nonexistent && found.first.abbrev == letters)
        return found.first.offset.count();
    if (found.result == date::local_info::ambiguous && found.second.abbrev == letters)
        return found.second.offset.count();
    return std::nullopt;
}

std::optional<std::int64_t> offset_of(std::string_view letters) {
    struct known {
        std::string_view letters;
        int hours;
    };
    constexpr known all[] = {{"UTC", 0},  {"UT", 0},   {"GMT", 0},  {"Z", 0},    {"EDT", -4}, {"EST", -5},
                             {"CDT", -5}, {"CST", -6}, {"MDT", -6}, {"MST", -7}, {"PDT", -7}, {"PST", -8}};
    for (const known &each : all)
        if (each.letters == letters) return std::int64_t{each.hours} * 3600;
    return std::nullopt;
}

const std::vector<std::string> &zone_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const date::time_zone &each : database().zones)
            all.push_back(each.name());
        for (const other_name &each : other_names())
            all.emplace_back(each.name);
        return all;
    }();
    return names;
}

std::optional<std::int64_t> read_utc_offset(std::string_view text) {
    std::optional<std::int64_t> offset;
    date_text in{text};
    return in.zone(offset) && in.at_end() ? offset : std::nullopt;
}

} // namespace report
