// SPDX-License-Identifier: MIT
#pragma once

/// What a profile says of dates: how they are written, in which zone, in one column or in two.

#include "profile/profile_columns.hpp"
#include "profile/zone.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

class profile_dates {
public:
    explicit profile_dates(profile_columns &columns) : columns_{columns} {}

    /// The keys that hold for all dates. If a zone is asked for, it replaces the profile's own.
    void read_setting(const profile_node &from, const std::optional<zone> &asked) {
        if (from.has("zone") && from.has("utc_offset"))
            from.at("zone").refuse("\"utc_offset\" says already where the user lives");
        if (from.has("zone")) user_ = zone_of(from.at("zone"));
        if (from.has("utc_offset")) user_ = zone{offset_of(from.at("utc_offset"))};
        if (asked) user_ = *asked;
        if (from.has("month_names") || from.has("day_names")) {
            auto names = std::make_shared<date_names>();
            if (from.has("month_names")) read_names(from.at("month_names"), names->months);
            if (from.has("day_names")) read_names(from.at("day_names"), names->days);
            names_ = std::move(names);
        }
        if (!from.has("dates")) return;
        dates_ = texts_of(from.at("dates"));
        for (const std::string &each : dates_)
            static_cast<void>(format(from.at("dates"), each, std::nullopt));
    }

    /// A column, or one for the date and one for the time.
    date_rule date(const profile_node &from) {
        if (from.is_object() && from.has("date")) return date_and_time(from);
        date_rule rule{columns_.column_of(from, {"format", "zone"}), {}};
        std::optional<zone> of_column;
        if (from.is_object() && from.has("zone")) of_column = zone_of(from.at("zone"));
        const bool said = from.is_object() && from.has("format");
        for (const std::string &each : said ? texts_of(from.at("format")) : dates_)
            rule.formats.push_back(format(said ? from.at("format") : from, each, of_column));
        return rule;
    }
    span_rule span(const profile_node &from) {
        from.want_object({"from", "to"});
        return {date(from.at("from")), date(from.at("to"))};
    }

private:
    date_rule date_and_time(const profile_node &from) {
        from.want_object({"date", "time"});
        const profile_node time = from.at("time");
        date_rule rule = date(from.at("date"));
        if (rule.time) from.at("date").refuse("is a column of dates here");
        for (const date_format &each : rule.formats)
            if (each.tells_time())
                from.at("date").refuse("the format " + each.text() + " tells the time, and so does \"time\"");
        rule.time = columns_.column_of(time, {"format"});
        if (time.is_object() && time.has("format"))
            for (const profile_node &each : time.at("format").each())
                rule.time_formats.push_back(checked(each, [&] { return date_format::of_time(each.text()); }));
        if (rule.time_formats.empty()) rule.time_formats.push_back(date_format::of_time("iso"));
        return rule;
    }

    /// By its name, or as an offset.
    [[nodiscard]] static zone zone_of(const profile_node &from) {
        const std::string text = from.text();
        if (const auto found = zone::named(text)) return *found;
        const std::vector<std::string_view> known(zone_names().begin(), zone_names().end());
        from.refuse("\"" + text + "\" is no time zone, such as \"Europe/Berlin\" or \"+02:00\"" +
                    suggestion(text, known));
    }
    [[nodiscard]] static std::int64_t offset_of(const profile_node &from) {
        if (const auto offset = read_utc_offset(from.text())) return *offset;
        from.refuse("an offset from UTC is wanted here, such as \"+02:00\"");
    }
    [[nodiscard]] static std::vector<std::string> texts_of(const profile_node &from) {
        std::vector<std::string> texts;
        for (const profile_node &each : from.each())
            texts.push_back(each.text());
        if (texts.empty()) from.refuse("at least one format is wanted here");
        return texts;
    }
    /// As many names as there are, or lists of names for the same thing.
    static void read_names(const profile_node &from, std::span<std::vector<std::string>> into) {
        const auto all = from.each();
        if (!from.is_array() || all.size() != into.size())
            from.refuse("a list of " + std::to_string(into.size()) + " names is wanted here, in their order");
        for (std::size_t i = 0; i < into.size(); ++i) {
            into[i].clear();
            for (const profile_node &each : all[i].each()) {
                into[i].push_back(in_lower_case(each.text()));
                if (into[i].back().empty()) each.refuse("a name is wanted here");
            }
        }
    }
    [[nodiscard]] date_format format(const profile_node &from, const std::string &text,
                                     const std::optional<zone> &of_column) const {
        return checked(from, [&] { return date_format{text, {user_, of_column, names_}}; });
    }
    static date_format checked(const profile_node &from, auto &&make) {
        try {
            return make();
        } catch (const std::invalid_argument &wrong) {
            from.refuse(wrong.what());
        }
    }

    profile_columns &columns_;
    zone user_{};
    std::shared_ptr<const date_names> names_;
    std::vector<std::string> dates_{"iso"};
};

} // namespace report
