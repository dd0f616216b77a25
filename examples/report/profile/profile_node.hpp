// SPDX-License-Identifier: MIT
#pragma once

/// A value in a profile and its place (a JSON pointer), so that a message can tell whatever is wrong with it.

#include "failure.hpp"
#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace report {

/// Whether options can use this name.
[[nodiscard]] inline bool is_a_word(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '_';
    });
}

class profile_node {
    using json = nlohmann::json;

public:
    profile_node(const json &value, std::string place, const std::string &file)
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
    [[nodiscard]] profile_node at(const std::string &key) const {
        if (!has(key)) refuse("the key \"" + key + "\" is missing");
        return {value_.at(key), place_ + '/' + key, file_};
    }
    /// The elements of an array, or the value itself.
    [[nodiscard]] std::vector<profile_node> each() const {
        if (!is_array()) return {*this};
        std::vector<profile_node> nodes;
        for (std::size_t i = 0; i < value_.size(); ++i)
            nodes.emplace_back(value_[i], place_ + '/' + std::to_string(i), file_);
        return nodes;
    }
    void for_each_member(auto &&visit) const {
        for (const auto &[key, value] : value_.items())
            visit(key, profile_node{value, place_ + '/' + key, file_});
    }

    /// Wants only these keys, and comments: keys that begin with //.
    void want_object(std::span<const std::string_view> keys) const {
        if (!is_object()) refuse("an object is wanted here, with the keys " + listed(keys));
        for (const auto &[key, value] : value_.items())
            if (!key.starts_with("//") && std::find(keys.begin(), keys.end(), key) == keys.end())
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
    /// The place of this text among those that are allowed here.
    [[nodiscard]] std::size_t place_among(std::span<const std::string_view> texts) const {
        const std::string name = text();
        std::string listed;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (name == texts[i]) return i;
            listed += (listed.empty() ? "\"" : ", \"") + std::string{texts[i]} + '"';
        }
        refuse("one of " + listed + " is wanted here");
    }
    /// 120, -0.5, or either in quotes.
    [[nodiscard]] decimal decimal_number() const {
        decimal n;
        const std::string written = value_.is_number()   ? value_.dump()
                                    : value_.is_string() ? value_.get<std::string>()
                                                         : "";
        if (!read_decimal(written, {}, n).fault.empty())
            refuse("a number is wanted here, of at most 9 decimals");
        return n;
    }
    template <class E> [[nodiscard]] E enumerator(std::string_view what) const {
        const std::string name = text();
        if (const auto found = kpi::enumerator<E>(name)) return *found;
        std::string near = suggestion(name, all_names<E>());
        if (std::is_same_v<E, kpi::sales::activity> && !near.starts_with(", did"))
            near = "; kpi-report --list-kinds has them all"; // there are more than a message holds
        refuse("\"" + name + "\" is no " + std::string{what} + near);
    }

private:
    template <class E> static std::vector<std::string_view> all_names() {
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < kpi::max_kinds; ++i)
            if (const auto name = kpi::name_of(static_cast<E>(i)); !name.empty()) names.push_back(name);
        return names;
    }
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

} // namespace report
