// SPDX-License-Identifier: MIT
#pragma once

/// What a profile says of conditions: `"only"`, `"when"`, `"end_at"`.

#include "profile/condition.hpp"
#include "profile/fold.hpp"
#include "profile/profile_columns.hpp"
#include "profile/profile_node.hpp"
#include "profile/profile_numbers.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

class profile_conditions {
public:
    profile_conditions(profile_columns &columns, const profile_numbers &numbers)
        : columns_{columns}, numbers_{numbers} {}

    /// One condition, or a list of conditions that must all hold.
    [[nodiscard]] std::vector<condition> read(const profile_node &from) {
        std::vector<condition> all;
        for (const profile_node &each : from.each())
            all.push_back(one(each));
        return all;
    }

private:
    struct text_word {
        std::string_view key;
        found_as how;
        bool negated;
    };
    static constexpr std::array<text_word, 4> text_words{{{"is", found_as::whole, false},
                                                          {"is_not", found_as::whole, true},
                                                          {"starts_with", found_as::beginning, false},
                                                          {"contains", found_as::part, false}}};

    condition one(const profile_node &from) {
        from.want_object({"column", "is", "is_not", "starts_with", "contains", "any_case", "at_least",
                          "above", "at_most", "below", "between", "decimal", "thousands"});
        condition asked{.column = columns_.add_column(from.at("column"), from, false)};
        int words = 0;
        for (const text_word &word : text_words)
            if (const std::string key{word.key}; from.has(key)) {
                ++words;
                asked.how = word.how, asked.negated = word.negated;
                read_texts(from.at(key), asked);
            }
        const bool has_limits = read_limits(from, asked);
        if (words + has_limits != 1)
            from.refuse("one of \"is\", \"is_not\", \"starts_with\", \"contains\", or limits (\"at_least\", "
                        "\"above\", \"at_most\", \"below\", \"between\") are wanted here");
        if (from.has("any_case")) {
            if (has_limits) from.at("any_case").refuse("a number has no case");
            asked.any_case = from.at("any_case").flag();
        }
        if (asked.any_case)
            for (std::string &text : asked.texts)
                text = in_lower_case(text);
        asked.style = numbers_.style(from);
        return asked;
    }

    void read_texts(const profile_node &from, condition &asked) const {
        if (from.each().empty()) from.refuse("at least one text is wanted here");
        for (const profile_node &each : from.each()) {
            asked.texts.push_back(each.text());
            if (asked.how != found_as::whole && asked.texts.back().empty())
                each.refuse("every text begins with nothing");
        }
    }

    /// True if there are any.
    static bool read_limits(const profile_node &from, condition &asked) {
        const auto read = [&](const char *key, std::optional<limit> &into, bool within) {
            if (!from.has(key)) return;
            if (into) from.refuse(std::string{"has two limits of one side, the second is \""} + key + '"');
            into = limit{from.at(key).decimal_number(), within};
        };
        read("at_least", asked.from, true), read("above", asked.from, false);
        read("at_most", asked.to, true), read("below", asked.to, false);
        if (from.has("between")) {
            if (asked.from || asked.to) from.at("between").refuse("needs no other limit beside it");
            const auto both = from.at("between").each();
            if (!from.at("between").is_array() || both.size() != 2)
                from.at("between").refuse("two numbers are wanted here, [least, greatest]");
            asked.from = limit{both[0].decimal_number(), true};
            asked.to = limit{both[1].decimal_number(), true};
        }
        if (asked.from && asked.to &&
            (asked.to->at < asked.from->at ||
             (asked.to->at == asked.from->at && !(asked.from->within && asked.to->within))))
            from.refuse("no number lies between these limits");
        return asked.from || asked.to;
    }

    profile_columns &columns_;
    const profile_numbers &numbers_;
};

} // namespace report
