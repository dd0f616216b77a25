// SPDX-License-Identifier: MIT
#pragma once

/// What a profile says of numbers: how they are written, in which unit, and what follows them.

#include "profile/duration.hpp"
#include "profile/profile_columns.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class profile_numbers {
public:
    explicit profile_numbers(profile_columns &columns) : columns_{columns} {}

    /// How numbers are written if their columns do not say.
    void read_setting(const profile_node &from) { of_file_ = style(from); }

    /// A column of numbers; `more` holds keys that not every number has.
    number_rule number(const profile_node &from, std::initializer_list<std::string_view> more = {}) {
        std::vector<std::string_view> keys{"decimals", "decimal", "thousands", "round"};
        keys.insert(keys.end(), more);
        number_rule rule{.column = columns_.column_of(from, std::span<const std::string_view>{keys}),
                         .style = style(from)};
        if (!from.is_object()) return rule;
        if (from.has("decimals")) rule.decimals = static_cast<unsigned>(from.at("decimals").number(0, 9));
        if (from.has("round")) rule.style.rounded = from.at("round").flag();
        if (from.has("if_blank"))
            rule.if_blank = static_cast<std::int64_t>(from.at("if_blank").number(0, 1'000'000));
        if (from.has("multiples")) read_multiples(from.at("multiples"), rule);
        if (from.has("in")) {
            for (const profile_node &each : from.at("in").each())
                rule.forms.push_back(static_cast<duration_form>(each.place_among(duration_forms)));
            if (rule.forms.empty()) from.at("in").refuse("at least one form is wanted here");
            if (from.has("decimals")) from.at("decimals").refuse("a time is told in seconds");
        }
        return rule;
    }
    /// The style of the whole file's numbers, unless this place says otherwise.
    [[nodiscard]] number_style style(const profile_node &from) const {
        static constexpr std::array<std::string_view, 5> marks{",", ".", "'", " ", ""};
        number_style said = of_file_;
        if (!from.is_object()) return said;
        const bool point = from.has("decimal"), thousands = from.has("thousands");
        if (point) said.point = marks[from.at("decimal").place_among(std::span{marks}.first(2))].front();
        if (thousands) said.thousands = marks[from.at("thousands").place_among(marks)];
        said.told |= point || thousands;
        if (!said.thousands.starts_with(said.point)) return said;
        if (point && thousands)
            from.at("thousands").refuse("is the decimal point, and cannot stand between thousands, too");
        if (point)
            said.thousands = {};
        else
            said.point = said.point == '.' ? ',' : '.';
        return said;
    }

private:
    static void read_multiples(const profile_node &from, number_rule &into) {
        if (!from.is_object()) from.refuse("an object is wanted here, such as {\"k\": 1000}");
        from.for_each_member([&](const std::string &letters, const profile_node &n) {
            std::size_t left = n.number(10, 1'000'000'000);
            unsigned power = 0;
            for (; left % 10 == 0; left /= 10)
                ++power;
            if (left != 1) n.refuse("a power of ten is wanted here");
            if (letters.empty()) n.refuse("the letters that follow a number are wanted before it");
            into.powers.emplace(letters, power);
        });
    }

    profile_columns &columns_;
    number_style of_file_{.told = false};
};

} // namespace report
