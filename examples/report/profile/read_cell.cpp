// SPDX-License-Identifier: MIT
#include "profile/mapper.hpp"
#include "profile/number.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <limits>

namespace report {

std::string mapper::called(column_id id) const {
    const column &c = plan_.columns[id];
    return c.name.empty() ? "column " + std::to_string(c.number) : c.name;
}

template <class T>
bool mapper::find_out(const choice<T> &from, std::string_view what, std::optional<T> &into) {
    if (from.fixed) {
        into = from.fixed;
        return true;
    }
    const std::string_view word = cell(from.column);
    if (from.translated) {
        if (const auto known = from.words.find(word); known != from.words.end()) {
            into = known->second;
            return true;
        }
    } else if ((into = kpi::enumerator<T>(word))) {
        words_of<T>().remember(word, *into);
        return true;
    }
    into = from.otherwise;
    if (from.has_otherwise) return true;
    // with the word in the reason, so that each wrong word is counted for itself
    fault_ = {called(from.column) + " \"" + std::string{word.substr(0, 60)} + "\" " +
                  (from.translated ? "is not in the profile's map" : "is no " + std::string{what}),
              {}};
    return false;
}

template bool mapper::find_out(const choice<activity> &, std::string_view, std::optional<activity> &);
template bool mapper::find_out(const choice<medium> &, std::string_view, std::optional<medium> &);

bool mapper::read_date(const date_rule &rule, std::optional<moment> &into) {
    if (rule.format.iso())
        if (const auto seconds = day_.read(cell(rule.column))) {
            unzoned_ = true;
            into = moment{*seconds};
            return true;
        }
    return read_other_date(rule, into);
}

bool mapper::read_other_date(const date_rule &rule, std::optional<moment> &into) {
    if (empty_and_may_be(rule.column)) return true;
    const std::string_view text = cell(rule.column);
    if (text.empty()) return refuse(rule.column, "is empty");
    const auto read = rule.format.read(text);
    if (!read) return refuse(rule.column, "is no date of the form " + rule.format.text());
    (read->zoned ? zoned_ : unzoned_) = true;
    into = read;
    if (rule.format.iso() && !read->zoned) day_.remember(text, read->seconds);
    return true;
}

bool mapper::read_number(const number_rule &rule, unsigned decimals, number_range range, std::int64_t &into) {
    if (empty_and_may_be(rule.column)) return true;
    const number read = report::read_number(cell(rule.column), decimals, plan_.decimal, range);
    if (!read.fault.empty()) return refuse(rule.column, read.fault);
    into = read.value;
    return true;
}

/// In the smallest unit of its currency.
bool mapper::read_amount(const number_rule &rule, const std::optional<bound_name> &currency,
                         std::int64_t &into) {
    const std::string_view code = currency ? text_of(*currency) : std::string_view{};
    return read_number(rule, known_.decimals_of_amounts(code), any_amount, into);
}

std::string_view mapper::in_capitals(std::string_view text) {
    if (text.size() != currency_.size()) return text;
    std::transform(text.begin(), text.end(), currency_.begin(),
                   [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return {currency_.data(), currency_.size()};
}

/// Both dates, or none where they may be missing.
bool mapper::read_span(const span_rule &rule, event &into) {
    std::optional<moment> from, to;
    if (!read_date(rule.from, from) || !read_date(rule.to, to)) return false;
    if (!from || !to) return true;
    if (to->seconds < from->seconds) return refuse(rule.to.column, "is before " + called(rule.from.column));
    if (to->seconds - from->seconds > std::numeric_limits<std::uint32_t>::max())
        return refuse(rule.to.column, "is more than 136 years after " + called(rule.from.column));
    into.elapsed = to->seconds - from->seconds;
    into.told |= elapsed_told;
    return true;
}

bool mapper::refuse_name(const bound_name &name) { return refuse(name.column, "is longer than 256 bytes"); }

bool mapper::refuse(column_id id, const std::string &why) {
    fault_ = {called(id) + ' ' + why, std::string{cell(id).substr(0, 60)}};
    return false;
}

} // namespace report
