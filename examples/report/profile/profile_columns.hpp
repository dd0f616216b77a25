// SPDX-License-Identifier: MIT
#pragma once

/// What a profile says of columns: which one, and whose name or id it holds. Each is added to the plan.

#include "profile/fold.hpp"
#include "profile/plan.hpp"
#include "profile/profile_node.hpp"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

class profile_columns {
    using keys = std::initializer_list<std::string_view>;

public:
    explicit profile_columns(plan &to) : plan_{to} {}

    /// `"close_date"`, `["Closed", "Close date"]`, `7`, or `{"column": ..., "optional": true}` with more
    /// keys.
    column_id column_of(const profile_node &from, keys more) {
        return column_of(from, std::span<const std::string_view>{more.begin(), more.size()});
    }
    column_id column_of(const profile_node &from, std::span<const std::string_view> more) {
        if (!from.is_object()) return add_column(from, from, false);
        std::vector<std::string_view> valid{"column", "optional"};
        valid.insert(valid.end(), more.begin(), more.end());
        from.want_object(valid);
        return add_column(from.at("column"), from, from.has("optional") && from.at("optional").flag());
    }
    column_id add_column(const profile_node &from, const profile_node &place, bool optional) {
        column c{{}, {}, 0, optional, place.place()};
        if (from.is_number())
            c.number = from.number(1, 100'000);
        else if (!from.is_string() && !from.is_array())
            from.refuse(plan_.header ? "a column is wanted here: its heading, or its number from 1"
                                     : "a column is wanted here: its number from 1");
        else if (plan_.header)
            read_headings(from, c);
        else
            from.refuse("without a header a column is named by its number from 1");
        if (plan_.width && c.number > *plan_.width)
            from.refuse("there are only " + std::to_string(*plan_.width) + " columns");
        plan_.columns.push_back(std::move(c));
        return plan_.columns.size() - 1;
    }

    name_rule name(const profile_node &from) {
        if (from.is_object() && from.has("constant")) {
            from.want_object({"constant"});
            return {from.at("constant").text(), std::nullopt};
        }
        name_rule rule{{}, column_of(from, {"map", "otherwise", "any_case"})};
        if (!from.is_object()) return rule;
        rule.any_case = from.has("any_case") && from.at("any_case").flag();
        if (from.has("map"))
            for_each_word(from.at("map"), rule.any_case, [&](std::string word, const profile_node &n) {
                return rule.words.emplace(std::move(word), n.text()).second;
            });
        if (from.has("otherwise")) rule.otherwise = from.at("otherwise").text();
        return rule;
    }
    /// Calls add(word, its meaning) for each word of a `map`; add returns whether that word is new.
    static void for_each_word(const profile_node &from, bool any_case, auto &&add) {
        if (!from.is_object())
            from.refuse("an object is wanted here: {\"what the column says\": \"what it means\"}");
        from.for_each_member([&](const std::string &text, const profile_node &n) {
            if (!add(any_case ? in_lower_case(text) : text, n)) n.refuse("stands here in another case, too");
        });
    }
    id_rule id(const profile_node &from) {
        if (from.is_object() && from.has("row")) {
            from.want_object({"row"});
            if (!from.at("row").flag()) from.refuse("\"row\" is true, or not there");
            return {};
        }
        return {column_of(from, {})};
    }

private:
    static void read_headings(const profile_node &from, column &into) {
        const auto all = from.each();
        if (all.empty()) from.refuse("at least one heading is wanted here");
        into.name = all.front().text();
        for (const profile_node &other : std::span{all}.subspan(1))
            into.other_names.push_back(other.text());
    }

    plan &plan_;
};

} // namespace report
