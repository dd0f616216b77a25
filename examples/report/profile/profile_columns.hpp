// SPDX-License-Identifier: MIT
#pragma once

/// What a profile says of columns: which one, and what stands in it. Each is added to the plan.

#include "profile/plan.hpp"
#include "profile/profile_node.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

class profile_columns {
    using more_keys = std::initializer_list<std::string_view>;

public:
    std::int64_t utc_offset{}; ///< of dates that say none, in seconds

    explicit profile_columns(plan &to) : plan_{to} {}

    /// How dates are written where their columns do not say.
    void read_dates(const profile_node &from) {
        dates_ = from.text();
        static_cast<void>(format(from));
    }

    /// `"close_date"`, `7`, or `{"column": ..., "optional": true}` with more keys.
    column_id column_of(const profile_node &from, more_keys more) {
        if (!from.is_object()) return add_column(from, from, false);
        std::vector<std::string_view> valid{"column", "optional"};
        valid.insert(valid.end(), more);
        from.want_object(valid);
        return add_column(from.at("column"), from, from.has("optional") && from.at("optional").flag());
    }
    column_id add_column(const profile_node &from, const profile_node &place, bool optional) {
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

    date_rule date(const profile_node &from) {
        const column_id c = column_of(from, {"format"});
        if (from.is_object() && from.has("format")) return {c, format(from.at("format"))};
        return {c, date_format{dates_, utc_offset}};
    }
    span_rule span(const profile_node &from) {
        from.want_object({"from", "to"});
        return {date(from.at("from")), date(from.at("to"))};
    }
    number_rule number(const profile_node &from) {
        const column_id c = column_of(from, {"decimals"});
        const bool said = from.is_object() && from.has("decimals");
        return {c, said ? static_cast<unsigned>(from.at("decimals").number(0, 9)) : 0u};
    }
    name_rule name(const profile_node &from) {
        if (from.is_object() && from.has("constant")) {
            from.want_object({"constant"});
            return {from.at("constant").text(), std::nullopt};
        }
        return {{}, column_of(from, {})};
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
    date_format format(const profile_node &from) {
        try {
            return date_format{from.text(), utc_offset};
        } catch (const std::invalid_argument &wrong) {
            from.refuse(wrong.what());
        }
    }

    plan &plan_;
    std::string dates_{"iso"};
};

} // namespace report
