// SPDX-License-Identifier: MIT
#include "profile.hpp"

#include "byte_source.hpp"
#include "csv_reader.hpp"
#include "failure.hpp"
#include "nearest.hpp"
#include <kpi/core/enumerators.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <stdexcept>

namespace report {
namespace {

using nlohmann::json;

template <class E> std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < kpi::max_kinds; ++i)
        if (const auto name = kpi::name_of(static_cast<E>(i)); !name.empty()) names.push_back(name);
    return names;
}

/// A value in the profile and where it stands (a JSON pointer), so that whatever is wrong with it can be
/// told.
class node {
public:
    node(const json &value, std::string place, const std::string &file)
        : value_{value}, place_{std::move(place)}, file_{file} {}

    [[noreturn]] void refuse(const std::string &why) const {
        throw failure{file_ + ": " + (place_.empty() ? "/" : place_) + ": " + why};
    }
    [[nodiscard]] const std::string &place() const { return place_; }
    [[nodiscard]] bool is_object() const { return value_.is_object(); }
    [[nodiscard]] bool is_array() const { return value_.is_array(); }
    [[nodiscard]] bool is_string() const { return value_.is_string(); }
    [[nodiscard]] bool is_number() const { return value_.is_number_unsigned(); }
    [[nodiscard]] bool is_null() const { return value_.is_null(); }

    [[nodiscard]] bool has(const std::string &key) const { return value_.contains(key); }
    [[nodiscard]] node at(const std::string &key) const {
        if (!has(key)) refuse("the key \"" + key + "\" is missing");
        return {value_.at(key), place_ + '/' + key, file_};
    }
    /// The elements of an array, or the value itself.
    [[nodiscard]] std::vector<node> each() const {
        if (!is_array()) return {*this};
        std::vector<node> nodes;
        for (std::size_t i = 0; i < value_.size(); ++i)
            nodes.emplace_back(value_[i], place_ + '/' + std::to_string(i), file_);
        return nodes;
    }
    void for_each_member(auto &&visit) const {
        for (const auto &[key, value] : value_.items())
            visit(key, node{value, place_ + '/' + key, file_});
    }

    void want_object(std::span<const std::string_view> keys) const {
        if (!is_object()) refuse("an object is wanted here, with the keys " + listed(keys));
        for (const auto &[key, value] : value_.items())
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                refuse("unknown key \"" + key + '"' + suggestion(key, keys));
    }
    void want_object(std::initializer_list<std::string_view> keys) const {
        want_object(std::span<const std::string_view>{keys.begin(), keys.size()});
    }
    [[nodiscard]] std::string text() const {
        if (!is_string()) refuse("a text in quotes is wanted here");
        return value_.get<std::string>();
    }
    [[nodiscard]] bool flag() const {
        if (!value_.is_boolean()) refuse("true or false is wanted here");
        return value_.get<bool>();
    }
    [[nodiscard]] std::size_t number(std::size_t least, std::size_t most) const {
        if (is_number())
            if (const auto n = value_.get<std::uint64_t>(); n >= least && n <= most)
                return static_cast<std::size_t>(n);
        refuse("a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
               " is wanted here");
    }
    template <class E> [[nodiscard]] E enumerator(std::string_view what) const {
        const std::string name = text();
        if (const auto found = kpi::enumerator<E>(name)) return *found;
        refuse("\"" + name + "\" is no " + std::string{what} + suggestion(name, all_names<E>()));
    }

private:
    static std::string listed(std::span<const std::string_view> names) {
        std::string text;
        for (std::string_view name : names)
            text += (text.empty() ? "" : ", ") + std::string{name};
        return text;
    }

    const json &value_;
    std::string place_;
    const std::string &file_;
};

/// Reads a profile into a plan.
class profile_reader {
public:
    profile_reader(const std::string &name, std::optional<std::int64_t> offset) : asked_offset_{offset} {
        plan_.name = name;
    }

    plan read(const node &root) {
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
        if (root.has("utc_offset")) utc_offset_ = utc_offset(root.at("utc_offset"));
        if (asked_offset_) utc_offset_ = *asked_offset_;
        if (root.has("dates")) dates_ = root.at("dates").text(), static_cast<void>(format(root.at("dates")));
        if (root.has("only")) plan_.only = conditions(root.at("only"));
        if (root.has("stage")) plan_.stage = column_of(root.at("stage"), {});

        read_event_keys(root, plan_.common);
        const node events = root.at("events");
        if (!events.is_array() || events.each().empty())
            events.refuse("a list of at least one event is wanted here");
        for (const node &each : events.each())
            plan_.events.push_back(event(each));
        return std::move(plan_);
    }

private:
    using more_keys = std::initializer_list<std::string_view>;

    static void add_event_keys(std::vector<std::string_view> &to) {
        to.insert(to.end(), {"at", "channel"});
        const auto add = [&](const auto &parts) {
            for (const auto &part : parts)
                to.push_back(part.name);
        };
        add(named_parts), add(id_parts), add(number_parts);
    }

    event_rule event(const node &from) {
        std::vector<std::string_view> keys{"kind", "count", "when", "once_per"};
        add_event_keys(keys);
        from.want_object(keys);

        event_rule rule = plan_.common;
        rule.kind = kind(from.at("kind"));
        read_event_keys(from, rule);
        if (from.has("count")) rule.count = number(from.at("count"));
        if (from.has("when")) rule.when = conditions(from.at("when"));
        if (from.has("once_per")) rule.once_per = column_of(from.at("once_per"), {});
        if (rule.count && rule.once_per) from.refuse("\"count\" and \"once_per\" do not go together");
        return rule;
    }

    /// What may stand in an event, or for all events at the top.
    void read_event_keys(const node &from, event_rule &rule) {
        const auto find = [&](std::string_view name, auto &&then) {
            if (const std::string key{name}; from.has(key)) then(from.at(key));
        };
        find("at", [&](const node &n) { rule.at = date(n); });
        find("channel", [&](const node &n) { rule.channel = channel(n); });
        for (std::size_t i = 0; i < named_parts.size(); ++i)
            find(named_parts[i].name, [&](const node &n) { rule.names[i] = name(n); });
        for (std::size_t i = 0; i < id_parts.size(); ++i)
            find(id_parts[i].name, [&](const node &n) { rule.ids[i] = id(n); });
        for (std::size_t i = 0; i < number_parts.size(); ++i)
            find(number_parts[i].name, [&](const node &n) {
                if (number_parts[i].member == &event::elapsed) {
                    rule.span.reset(), rule.numbers[i].reset();
                    if (n.is_object() && !n.has("column")) {
                        rule.span = span(n);
                        return;
                    }
                }
                rule.numbers[i] = number(n);
            });
    }

    /// `"close_date"`, `7`, or `{"column": ..., "optional": true}` with more keys.
    column_id column_of(const node &from, more_keys more) {
        if (!from.is_object()) return add_column(from, from, false);
        std::vector<std::string_view> valid{"column", "optional"};
        valid.insert(valid.end(), more);
        from.want_object(valid);
        return add_column(from.at("column"), from, from.has("optional") && from.at("optional").flag());
    }
    column_id add_column(const node &from, const node &place, bool optional) {
        column c{{}, 0, optional, place.place()};
        if (from.is_number())
            c.number = from.number(1, 100'000);
        else if (!from.is_string())
            from.refuse(plan_.header ? "a column is wanted here: its heading, or its number from 1"
                                     : "a column is wanted here: its number from 1");
        else if (plan_.header)
            c.name = from.text();
        else
            from.refuse("without a header a column is named by its number from 1");
        if (plan_.width && c.number > *plan_.width)
            from.refuse("there are only " + std::to_string(*plan_.width) + " columns");
        plan_.columns.push_back(std::move(c));
        return plan_.columns.size() - 1;
    }

    date_rule date(const node &from) {
        const column_id c = column_of(from, {"format"});
        if (from.is_object() && from.has("format")) return {c, format(from.at("format"))};
        return {c, date_format{dates_, utc_offset_}};
    }
    date_format format(const node &from) {
        try {
            return date_format{from.text(), utc_offset_};
        } catch (const std::invalid_argument &wrong) {
            from.refuse(wrong.what());
        }
    }
    span_rule span(const node &from) {
        from.want_object({"from", "to"});
        return {date(from.at("from")), date(from.at("to"))};
    }
    number_rule number(const node &from) {
        const column_id c = column_of(from, {"decimals"});
        const bool said = from.is_object() && from.has("decimals");
        return {c, said ? static_cast<unsigned>(from.at("decimals").number(0, 9)) : 0u};
    }
    name_rule name(const node &from) {
        if (from.is_object() && from.has("constant")) {
            from.want_object({"constant"});
            return {from.at("constant").text(), std::nullopt};
        }
        return {{}, column_of(from, {})};
    }

    id_rule id(const node &from) {
        if (from.is_object() && from.has("row")) {
            from.want_object({"row"});
            if (!from.at("row").flag()) from.refuse("\"row\" is true, or not there");
            return {};
        }
        return {column_of(from, {})};
    }

    choice<activity> kind(const node &from) {
        if (from.is_string())
            return {.fixed = from.enumerator<activity>("kind of event"), .words = {}, .otherwise = {}};
        return told_by_column<activity>(from, "kind of event");
    }
    choice<medium> channel(const node &from) {
        if (from.is_object() && from.has("constant")) {
            from.want_object({"constant"});
            return {.fixed = from.at("constant").enumerator<medium>("channel"), .words = {}, .otherwise = {}};
        }
        return told_by_column<medium>(from, "channel");
    }
    template <class E> choice<E> told_by_column(const node &from, std::string_view what) {
        const auto word = [&](const node &n) -> std::optional<E> {
            if (n.is_null()) return std::nullopt;
            return n.template enumerator<E>(what);
        };
        choice<E> told;
        told.column = column_of(from, {"map", "otherwise"});
        if (from.is_object() && from.has("map")) {
            if (!from.at("map").is_object())
                from.at("map").refuse(
                    "an object is wanted here: {\"what the column says\": \"what it means\"}");
            told.translated = true;
            from.at("map").for_each_member(
                [&](const std::string &text, const node &n) { told.words.emplace(text, word(n)); });
        }
        if (from.is_object() && from.has("otherwise")) {
            told.has_otherwise = true;
            told.otherwise = word(from.at("otherwise"));
        }
        return told;
    }

    std::vector<condition> conditions(const node &from) {
        std::vector<condition> all;
        for (const node &each : from.each()) {
            each.want_object({"column", "is", "is_not"});
            if (each.has("is") == each.has("is_not"))
                each.refuse("either \"is\" or \"is_not\" is wanted here");
            condition c{add_column(each.at("column"), each, false), {}, each.has("is_not")};
            for (const node &value : each.at(c.negated ? "is_not" : "is").each())
                c.values.push_back(value.text());
            all.push_back(std::move(c));
        }
        return all;
    }

    char separator(const node &from) const {
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
    static char decimal(const node &from) {
        const std::string text = from.text();
        if (text != "." && text != ",") from.refuse("\".\" or \",\" is wanted here");
        return text[0];
    }
    static bool refuses_others(const node &from) {
        const std::string text = from.text();
        if (text != "refuse" && text != "ignore") from.refuse("\"refuse\" or \"ignore\" is wanted here");
        return text == "refuse";
    }
    static std::int64_t utc_offset(const node &from) {
        if (const auto offset = read_utc_offset(from.text())) return *offset;
        from.refuse("an offset from UTC is wanted here, such as \"+02:00\"");
    }

    plan plan_;
    std::string dates_{"iso"};
    std::int64_t utc_offset_{};
    std::optional<std::int64_t> asked_offset_;
};

/// The library would keep the last of two equal keys and say nothing.
json parse(std::string_view text, const std::string &name) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&](int, json::parse_event_t what, json &value) {
        if (what == json::parse_event_t::object_start) open.emplace_back();
        if (what == json::parse_event_t::object_end) open.pop_back();
        if (what == json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second)
            throw failure{name + ": the key \"" + value.get<std::string>() + "\" stands twice in one object"};
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::exception &error) { // of syntax, or of a number that no double holds
        const std::string what =
            error.what(); // "[json.exception.parse_error.101] parse error at line 3, ..."
        throw failure{name + ": is no JSON: " + what.substr(std::min(what.find("] ") + 2, what.size()))};
    }
}

std::string read_whole(const std::string &path) {
    constexpr std::size_t longest = std::size_t{1} << 20;
    const input file = open_input(path);
    std::string text(longest + 1, '\0');
    std::size_t size = 0;
    while (const std::size_t got = file.read(text.data() + size, text.size() - size))
        size += got;
    if (size > longest) throw failure{path + ": is longer than 1 MiB, which no profile is"};
    text.resize(size);
    return text;
}

} // namespace

kpi::event_set<activity> plan::possible() const {
    kpi::event_set<activity> kinds;
    const auto add = [&](const std::optional<activity> &kind) {
        if (kind) static_cast<void>(kinds.insert(*kind));
    };
    for (const event_rule &rule : events) {
        add(rule.kind.fixed);
        add(rule.kind.otherwise);
        for (const auto &[word, kind] : rule.kind.words)
            add(kind);
        if (!rule.kind.fixed && !rule.kind.translated) kinds.bits |= kpi::enumerator_bits<activity>();
    }
    return kinds;
}

bool plan::open_ended() const {
    return std::any_of(events.begin(), events.end(),
                       [](const event_rule &rule) { return !rule.kind.fixed && !rule.kind.translated; });
}

plan load_profile(const std::string &name_or_path, std::optional<std::int64_t> offset) {
    std::vector<std::string_view> names;
    for (const auto &[name, json] : built_in_profiles()) {
        if (name == name_or_path) return read_profile(json, name_or_path, offset);
        names.push_back(name);
    }
    if (name_or_path.find_first_of("./\\") == std::string::npos)
        throw failure{name_or_path + ": is no built-in profile and no path of a file" +
                      suggestion(name_or_path, names)};
    return read_profile(read_whole(name_or_path), name_or_path, offset);
}

plan read_profile(std::string_view json, const std::string &name, std::optional<std::int64_t> offset) {
    const auto root = parse(json, name);
    return profile_reader{name, offset}.read({root, {}, name});
}

} // namespace report
