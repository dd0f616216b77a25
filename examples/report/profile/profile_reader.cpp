// SPDX-License-Identifier: MIT
#include "profile/profile_reader.hpp"

#include "profile/currency.hpp"
#include "profile/grouped_by.hpp"
#include "profile/profile_columns.hpp"
#include "profile/profile_conditions.hpp"
#include "profile/profile_dates.hpp"
#include "profile/profile_metrics.hpp"
#include "profile/profile_node.hpp"
#include "profile/profile_numbers.hpp"
#include <kpi/scorecard/steps.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {
namespace {

class profile_reader {
public:
    profile_reader(const std::string &name, std::optional<zone> lives) : lives_{lives} { plan_.name = name; }
    profile_reader(const profile_reader &) = delete; // its columns belong to its own plan

    plan read(const profile_node &root) {
        std::vector<std::string_view> keys{
            "$schema",     "about",     "separator",  "quoting",    "escape",        "encoding", "skip_lines",
            "header",      "width",     "short_rows", "long_rows",  "other_columns", "empty",    "end_at",
            "decimal",     "thousands", "dates",      "utc_offset", "zone",          "only",     "stage",
            "month_names", "day_names", "events",     "metrics"};
        add_event_keys(keys);
        root.want_object(keys);

        if (root.has("about")) static_cast<void>(root.at("about").text());
        if (root.has("header")) plan_.header = root.at("header").flag();
        read_dialect(root);
        numbers_.read_setting(root);
        dates_.read_setting(root, lives_);
        if (root.has("width")) plan_.width = root.at("width").number(1, 100'000);
        if (plan_.width && plan_.header)
            root.at("width").refuse("the header says how many columns there are");
        if (root.has("other_columns")) plan_.known_columns_only = refuses_others(root.at("other_columns"));
        if (root.has("short_rows")) plan_.short_rows = root.at("short_rows").flag();
        if (root.has("long_rows")) plan_.long_rows = root.at("long_rows").flag();
        if (root.has("empty")) read_empty(root.at("empty"));
        if (root.has("end_at")) plan_.end_at = conditions_.read(root.at("end_at"));
        if (root.has("only")) plan_.only = conditions_.read(root.at("only"));
        if (root.has("metrics")) plan_.metrics = read_own_metrics(root.at("metrics"), plan_.name);
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
        to.insert(to.end(), {"at", "due", "channel", "dimensions"});
        const auto add = [&](const auto &parts) {
            for (const auto &part : parts)
                to.push_back(part.name);
        };
        add(named_parts), add(id_parts), add(number_parts);
    }

    event_rule event(const profile_node &from) {
        std::vector<std::string_view> keys{"kind", "count", "when", "undated", "stage"};
        for (const auto &[key, how] : key_words)
            keys.push_back(key);
        add_event_keys(keys);
        from.want_object(keys);

        event_rule rule = plan_.common;
        rule.kind = kind(from.at("kind"));
        read_event_keys(from, rule);
        if (from.has("count")) rule.count = numbers_.number(from.at("count"), {"if_blank"});
        if (from.has("when")) rule.when = conditions_.read(from.at("when"));
        if (from.has("undated")) rule.undated = from.at("undated").flag();
        read_key(from, rule);
        if (from.has("stage")) rule.stage = stage(from.at("stage"));
        if (!rule.stage && can_enter_stages(rule.kind))
            from.refuse("stage_entered needs \"stage\": the column, and the order of the stages");
        return rule;
    }

    /// Whether the profile names the kind itself: a column of the kinds' own names may hold none of it.
    static bool can_enter_stages(const choice<activity> &kind) {
        const auto is_it = [](const std::optional<activity> &k) { return k == activity::stage_entered; };
        return is_it(kind.fixed) || is_it(kind.otherwise) ||
               std::any_of(kind.words.begin(), kind.words.end(),
                           [&](const auto &word) { return is_it(word.second); });
    }
    /// `{"column": "Stage", "order": [...]}`, a column of numbers, or `{"constant": "Demo", "order": [...]}`.
    stage_rule stage(const profile_node &from) {
        stage_rule rule;
        const bool is_constant = from.is_object() && from.has("constant");
        if (is_constant)
            from.want_object({"constant", "order"});
        else
            rule.column = columns_.column_of(from, {"order", "any_case"});
        if (!from.is_object() || (!is_constant && !from.has("order"))) return rule;
        rule.any_case = from.has("any_case") && from.at("any_case").flag();
        read_order(from.at("order"), rule);
        if (!is_constant) return rule;
        rule.constant = rule.number_of(from.at("constant").text());
        if (rule.constant == 0) from.at("constant").refuse("is not in the order of the stages");
        return rule;
    }
    void read_order(const profile_node &from, stage_rule &rule) const {
        for (const profile_node &each : from.each()) {
            if (rule.number_of(each.text()) != 0) each.refuse("stands in the order twice");
            rule.order.push_back(each.text());
        }
        if (rule.order.empty() || rule.order.size() > kpi::most_steps)
            from.refuse("from 1 to " + std::to_string(kpi::most_steps) +
                        " stages are wanted here, the first one first");
        if (const auto &other = plan_.stage_order(); !other.empty() && other != rule.order)
            from.refuse("an event before has another order of stages, and a report has one");
    }

    struct key_word {
        std::string_view key;
        chosen_by how;
    };
    static constexpr std::array<key_word, 4> key_words{{{"once_per", chosen_by::outcome},
                                                        {"first_per", chosen_by::first},
                                                        {"last_per", chosen_by::last},
                                                        {"highest_per", chosen_by::greatest}}};

    void read_key(const profile_node &from, event_rule &rule) {
        for (const auto &[word, how] : key_words) {
            const std::string key{word};
            if (!from.has(key)) continue;
            if (rule.key) from.refuse("a row counts once by one key, and here are two");
            rule.key = {columns_.column_of(from.at(key), {}), how};
            if (rule.count) from.refuse("\"count\" and \"" + key + "\" do not go together");
            if ((how == chosen_by::first || how == chosen_by::last) && !rule.at)
                from.at(key).refuse("needs dates: \"at\" says which row is the " +
                                    std::string{how == chosen_by::first ? "first" : "last"});
            if (how == chosen_by::greatest && !rule.numbers[0])
                from.at(key).refuse("needs \"value\", which says which row is the highest");
        }
    }

    /// The keys that may stand in an event, or at the top for all events.
    void read_event_keys(const profile_node &from, event_rule &rule) {
        const auto find = [&](std::string_view name, auto &&then) {
            if (const std::string key{name}; from.has(key)) then(from.at(key));
        };
        find("at", [&](const profile_node &n) { rule.at = dates_.date(n); });
        find("due", [&](const profile_node &n) { rule.due = dates_.date(n); });
        find("channel", [&](const profile_node &n) { rule.channel = channel(n); });
        for (std::size_t i = 0; i < named_parts.size(); ++i)
            find(named_parts[i].name, [&](const profile_node &n) {
                rule.names[i] = i == currency_part && n.is_string() ? currency(n) : columns_.name(n);
            });
        find("dimensions", [&](const profile_node &n) {
            if (!n.is_object()) n.refuse("an object is wanted here: {\"name of a dimension\": column}");
            n.for_each_member([&](const std::string &name, const profile_node &column) {
                if (!can_be_dimension(name))
                    column.refuse("a dimension has a name of its own, of small letters, digits and _");
                rule.own[name] = columns_.name(column);
            });
        });
        for (std::size_t i = 0; i < id_parts.size(); ++i)
            find(id_parts[i].name, [&](const profile_node &n) { rule.ids[i] = columns_.id(n); });
        for (std::size_t i = 0; i < number_parts.size(); ++i)
            find(number_parts[i].name, [&](const profile_node &n) {
                if (number_parts[i].member == &event::elapsed) {
                    rule.span.reset(), rule.numbers[i].reset();
                    if (n.is_object() && !n.has("column")) {
                        rule.span = dates_.span(n);
                        return;
                    }
                }
                rule.numbers[i] = number_parts[i].member == &event::elapsed ? numbers_.number(n, {"in"})
                                  : number_parts[i].member == &event::value
                                      ? numbers_.number(n, {"multiples"})
                                      : numbers_.number(n);
            });
    }

    /// Whether nothing else has this name where groups are named.
    static bool can_be_dimension(std::string_view name) {
        const auto is_taken = [name](const auto &all) {
            return std::find(all.begin(), all.end(), name) != all.end();
        };
        return is_a_word(name) && !is_taken(dimension_names());
    }

    /// The same currency for all rows.
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
        told.column = columns_.column_of(from, {"map", "otherwise", "any_case"});
        if (from.is_object() && from.has("map")) {
            told.translated = true;
            told.any_case = from.has("any_case") && from.at("any_case").flag();
            columns_.for_each_word(from.at("map"), told.any_case,
                                   [&](std::string text, const profile_node &n) {
                                       return told.words.emplace(std::move(text), word(n)).second;
                                   });
        } else if (from.is_object() && from.has("any_case")) {
            from.at("any_case").refuse("is about the words of a \"map\", and there is none");
        }
        if (from.is_object() && from.has("otherwise")) {
            told.has_otherwise = true;
            told.otherwise = word(from.at("otherwise"));
        }
        return told;
    }

    void read_empty(const profile_node &from) {
        for (const profile_node &each : from.each()) {
            plan_.empty.push_back(each.text());
            if (plan_.empty.back().empty()) each.refuse("a cell with nothing in it is empty anyhow");
        }
    }
    static constexpr std::array<std::string_view, 2> quotings{"doubled", "none"};
    static constexpr std::array<std::string_view, 3> encodings{"utf-8", "utf-16", "windows-1252"};
    void read_dialect(const profile_node &from) {
        if (from.has("separator")) plan_.text.separator = separator(from.at("separator"));
        if (from.has("quoting")) plan_.text.quoted = from.at("quoting").place_among(quotings) == 0;
        if (from.has("escape") && from.at("escape").text() != "\\")
            from.at("escape").refuse("a backslash is wanted here, \"\\\\\"");
        if (from.has("escape")) plan_.text.escape = '\\';
        if (from.has("encoding"))
            plan_.text.written_in = static_cast<encoding>(from.at("encoding").place_among(encodings));
        if (from.has("skip_lines")) plan_.text.skip_lines = from.at("skip_lines").number(0, 1000);
    }
    char separator(const profile_node &from) const {
        const std::string text = from.text();
        if (text == "tab") return '\t';
        if (text == "auto") {
            if (!plan_.header) from.refuse("\"auto\" looks at the header, and there is none");
            return dialect::detect;
        }
        if (text.size() != 1 || text == "\"" || text == "\n" || text == "\r" || text[0] == '\0')
            from.refuse("one character, \"tab\" or \"auto\" is wanted here");
        return text[0];
    }
    static bool refuses_others(const profile_node &from) {
        const std::string text = from.text();
        if (text != "refuse" && text != "ignore") from.refuse("\"refuse\" or \"ignore\" is wanted here");
        return text == "refuse";
    }
    plan plan_;
    profile_columns columns_{plan_};
    profile_dates dates_{columns_};
    profile_numbers numbers_{columns_};
    profile_conditions conditions_{columns_, numbers_};
    std::optional<zone> lives_;
};

} // namespace

plan read_plan(const profile_node &root, const std::string &name, const std::optional<zone> &lives) {
    return profile_reader{name, lives}.read(root);
}

} // namespace report
