// SPDX-License-Identifier: MIT
#include "profile/amount.hpp"
#include "profile/duration.hpp"
#include "profile/fold.hpp"
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
        const auto known = from.any_case ? from.words.find(in_lower_case(word)) : from.words.find(word);
        if (known != from.words.end()) {
            into = known->second;
            return true;
        }
    } else if ((into = kpi::enumerator<T>(word))) {
        words_of<T>().remember(word, *into);
        return true;
    }
    into = from.otherwise;
    if (from.has_otherwise) return true;
    // the reason includes the word, so that each wrong word is counted separately
    fault_ = {called(from.column) + " \"" + std::string{word.substr(0, 60)} + "\" " +
                  (from.translated ? "is not in the profile's map" : "is no " + std::string{what}),
              {}};
    return false;
}

template bool mapper::find_out(const choice<activity> &, std::string_view, std::optional<activity> &);
template bool mapper::find_out(const choice<medium> &, std::string_view, std::optional<medium> &);

bool mapper::read_date(const date_rule &rule, std::optional<moment> &into) {
    if (rule.formats.front().plain() && !rule.time)
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
    std::optional<std::int64_t> time;
    if (rule.time && !read_time(rule, time)) return false;
    std::optional<moment> read;
    std::string tried;
    for (const date_format &each : rule.formats) {
        if ((read = each.read(text, time))) break;
        tried += (tried.empty() ? "" : " or ") + each.text();
    }
    if (!read) return refuse(rule.column, "is no date of the form " + tried);
    (read->zoned ? zoned_ : unzoned_) = true;
    into = read;
    if (rule.formats.front().plain() && !read->zoned) day_.remember(text, read->seconds);
    return true;
}

/// The second of the day, in a column of its own.
bool mapper::read_time(const date_rule &rule, std::optional<std::int64_t> &into) {
    if (empty_and_may_be(*rule.time)) return true;
    const std::string_view text = cell(*rule.time);
    if (text.empty()) return refuse(*rule.time, "is empty");
    std::string tried;
    for (const date_format &each : rule.time_formats) {
        if ((into = each.read_time(text))) return true;
        tried += (tried.empty() ? "" : " or ") + each.text();
    }
    return refuse(*rule.time, "is no time of the form " + tried);
}

bool mapper::read_number(const number_rule &rule, std::int64_t &into) {
    if (empty_and_may_be(rule.column)) return true;
    const std::string_view text = cell(rule.column);
    number read;
    if (rule.forms.empty()) read = report::read_number(text, rule.decimals, rule.style);
    for (const duration_form each : rule.forms)
        if (read = read_duration(text, each, rule.style); read.fault.empty()) break;
    if (!read.fault.empty()) return refuse(rule.column, read);
    into = read.value;
    return true;
}

/// If the file lacks the column, each row stands for one.
bool mapper::read_count(const number_rule &rule, std::int64_t &into) {
    if (columns_[rule.column].position == absent) return true;
    if (empty_and_may_be(rule.column)) into = rule.if_blank.value_or(0);
    return read_number(rule, into);
}

/// An amount in the smallest unit of its currency.
bool mapper::read_amount(const number_rule &rule, const std::optional<bound_name> &currency,
                         std::int64_t &into) {
    const std::string_view code = currency ? text_of(*currency) : std::string_view{};
    if (empty_and_may_be(rule.column)) return true;
    std::string_view text = cell(rule.column);
    unsigned decimals = known_.decimals_of_amounts(code);
    for (const auto &[letters, power] : rule.powers)
        if (text.size() > letters.size() && text.ends_with(letters)) {
            text.remove_suffix(letters.size());
            decimals += power;
            break;
        }
    const number read = report::read_amount(text, code, decimals, rule.style);
    if (!read.fault.empty()) return refuse(rule.column, read);
    into = read.value;
    return true;
}

std::string_view mapper::translated(const name_rule &rule, std::string_view text) {
    if (rule.any_case) text = folded_ = in_lower_case(text);
    if (const auto known = rule.words.find(text); known != rule.words.end()) return known->second;
    return rule.otherwise && !text.empty() ? std::string_view{*rule.otherwise} : text;
}

std::string_view mapper::in_capitals(std::string_view text) {
    if (text.size() != currency_.size()) return text;
    std::transform(text.begin(), text.end(), currency_.begin(),
                   [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return {currency_.data(), currency_.size()};
}

/// Both dates, or neither if they may be missing.
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

/// Includes what the text could mean, if it is ambiguous.
bool mapper::refuse(column_id id, const number &wrong) {
    refuse(id, wrong.fault);
    if (!wrong.readings.empty()) fault_.text += " (" + wrong.readings + ')';
    return false;
}

bool mapper::refuse(column_id id, const std::string &why) {
    fault_ = {called(id) + ' ' + why, std::string{cell(id).substr(0, 60)}};
    return false;
}

} // namespace report
