// SPDX-License-Identifier: MIT
#include "profile/profile_reader.hpp"

#include "profile/currency.hpp"
#include "profile/profile_columns.hpp"
#include "profile/profile_node.hpp"
#include "read/csv_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {
namespace {

class profile_reader {
public:
    profile_reader(const std::string &name, std::optional<std::int64_t> offset) : asked_offset_{offset} {
        plan_.name = name;
    }
    profile_reader(const profile_reader &) = delete; // its columns are those of its own plan

    plan read(const profile_node &root) {
        std::vector<std::string_view> keys{"about",         "separator", "header", "width",
                                           "other_columns", "decimal",   "dates",  "utc_offset",
                                           "only",          "stage",     "events"};
        add_event_keys(keys);
        root.want_object(keys);

        if (root.has("about")) static_cast<void>(root.at("about").text());
        if (root.has("header")) plan_.header = root.at("header").flag();
        if (root.has("separator")) plan_.separator = separator(root.at("separator"));
        if (root.has("decimal")) plan_.decimal = decimal(root.at("decimal"));
        if (root.has("width")) plan_.width = root.at("width").number(1, 100'000);
        if (plan_.width && plan_.header)
            root.at("width").refuse("the header says how many columns there are");
        if (root.has("other_columns")) plan_.known_columns_only = refuses_others(root.at("other_columns"));
        std::int64_t said_offset = 0;
        if (root.has("utc_offset")) said_offset = utc_offset(root.at("utc_offset"));
        columns_.utc_offset = asked_offset_.value_or(said_offset);
        if (root.has("dates")) columns_.read_dates(root.at("dates"));
        if (root.has("only")) plan_.only = conditions(root.at("only"));
        if (root.has("stage")) plan_.stage = columns_.column_of(root.at("stage"), {});

        read_event_keys(root, plan_.common);
        const profile_node events = root.at("events");
        if (!events.is_array() || events.each().empty())
            events.refuse("a list of at least one event is wanted here");
        for (const profile_node &each : events.each())
            plan_.events.push_back(event(each));
        return std::move(plan_);
    }

private:
    static void add_event_keys(std::vector<std::string_view> &to) {
        to.insert(to.end(), {"at", "channel"});
        const auto add = [&](const auto &parts) {
            for (const auto &part : parts)
                to.push_back(part.name);
        };
        add(named_parts), add(id_parts), add(number_parts);
    }

    event_rule event(const profile_node &from) {
        std::vector<std::string_view> keys{"kind", "count", "when", "once_per", "undated"};
        add_event_keys(keys);
        from.want_object(keys);

        event_rule rule = plan_.common;
        rule.kind = kind(from.at("kind"));
        read_event_keys(from, rule);
        if (from.has("count")) rule.count = columns_.number(from.at("count"));
        if (from.has("when")) rule.when = conditions(from.at("when"));
        if (from.has("once_per")) rule.once_per = columns_.column_of(from.at("once_per"), {});
        if (from.has("undated")) rule.undated = from.at("undated").flag();
        if (rule.count && rule.once_per) from.refuse("\"count\" and \"once_per\" do not go together");
        return rule;
    }

    /// What may stand in an event, or for all events at the top.
    void read_event_keys(const profile_node &from, event_rule &rule) {
        const auto find = [&](std::string_view name, auto &&then) {
            if (const std::string key{name}; from.has(key)) then(from.at(key));
        };
        find("at", [&](const profile_node &n) { rule.at = columns_.date(n); });
        find("channel", [&](const profile_node &n) { rule.channel = channel(n); });
        for (std::size_t i = 0; i < named_parts.size(); ++i)
            find(named_parts[i].name, [&](const profile_node &n) {
                rule.names[i] = i == currency_part && n.is_string() ? currency(n) : columns_.name(n);
            });
        for (std::size_t i = 0; i < id_parts.size(); ++i)
            find(id_parts[i].name, [&](const profile_node &n) { rule.ids[i] = columns_.id(n); });
        for (std::size_t i = 0; i < number_parts.size(); ++i)
            find(number_parts[i].name, [&](const profile_node &n) {
                if (number_parts[i].member == &event::elapsed) {
                    rule.span.reset(), rule.numbers[i].reset();
                    if (n.is_object() && !n.has("column")) {
                        rule.span = columns_.span(n);
                        return;
                    }
                }
                rule.numbers[i] = columns_.number(n);
            });
    }

    /// The same for all rows.
    static name_rule currency(const profile_node &from) {
        if (!is_currency(from.text()))
            from.refuse("a currency of three capital letters is wanted here, such as \"EUR\", or a column, "
                        "{\"column\": ...}");
        return {from.text(), std::nullopt};
    }

    choice<activity> kind(const profile_node &from) {
        if (from.is_string())
            return {.fixed = from.enumerator<activity>("kind of event"), .words = {}, .otherwise = {}};
        return told_by_column<activity>(from, "kind of event");
    }
    choice<medium> channel(const profile_node &from) {
        if (from.is_object() && from.has("constant")) {
            from.want_object({"constant"});
            return {.fixed = from.at("constant").enumerator<medium>("channel"), .words = {}, .otherwise = {}};
        }
        return told_by_column<medium>(from, "channel");
    }
    template <class E> choice<E> told_by_column(const profile_node &from, std::string_view what) {
        const auto word = [&](const profile_node &n) -> std::optional<E> {
            if (n.is_null()) return std::nullopt;
            return n.template enumerator<E>(what);
        };
        choice<E> told;
        told.column = columns_.column_of(from, {"map", "otherwise"});
        if (from.is_object() && from.has("map")) {
            if (!from.at("map").is_object())
                from.at("map").refuse(
                    "an object is wanted here: {\"what the column says\": \"what it means\"}");
            told.translated = true;
            from.at("map").for_each_member(
                [&](const std::string &text, const profile_node &n) { told.words.emplace(text, word(n)); });
        }
        if (from.is_object() && from.has("otherwise")) {
            told.has_otherwise = true;
            told.otherwise = word(from.at("otherwise"));
        }
        return told;
    }

    std::vector<condition> conditions(const profile_node &from) {
        std::vector<condition> all;
        for (const profile_node &each : from.each()) {
            each.want_object({"column", "is", "is_not"});
            if (each.has("is") == each.has("is_not"))
                each.refuse("either \"is\" or \"is_not\" is wanted here");
            condition c{columns_.add_column(each.at("column"), each, false), {}, each.has("is_not")};
            for (const profile_node &value : each.at(c.negated ? "is_not" : "is").each())
                c.values.push_back(value.text());
            all.push_back(std::move(c));
        }
        return all;
    }

    char separator(const profile_node &from) const {
        const std::string text = from.text();
        if (text == "tab") return '\t';
        if (text == "auto") {
            if (!plan_.header) from.refuse("\"auto\" looks at the header, and there is none");
            return csv_reader::detect;
        }
        if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r" || text[0] == '\0')
            from.refuse("one character, \"tab\" or \"auto\" is wanted here");
        return text[0];
    }
    static char decimal(const profile_node &from) {
        const std::string text = from.text();
        if (text != "." && text != ",") from.refuse("\".\" or \",\" is wanted here");
        return text[0];
    }
    static bool refuses_others(const profile_node &from) {
        const std::string text = from.text();
        if (text != "refuse" && text != "ignore") from.refuse("\"refuse\" or \"ignore\" is wanted here");
        return text == "refuse";
    }
    static std::int64_t utc_offset(const profile_node &from) {
        if (const auto offset = read_utc_offset(from.text())) return *offset;
        from.refuse("an offset from UTC is wanted here, such as \"+02:00\"");
    }

    plan plan_;
    profile_columns columns_{plan_};
    std::optional<std::int64_t> asked_offset_;
};

} // namespace

plan read_plan(const profile_node &root, const std::string &name, std::optional<std::int64_t> utc_offset) {
    return profile_reader{name, utc_offset}.read(root);
}

} // namespace report
