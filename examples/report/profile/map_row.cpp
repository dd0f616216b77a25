// SPDX-License-Identifier: MIT
#include "profile/mapper.hpp"
#include <kpi/core/hash.hpp>

#include <algorithm>
#include <functional>

namespace report {
namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
    return std::hash<std::string_view>{}(text) ^ (seed * 0x9E3779B97F4A7C15u);
}

} // namespace

std::optional<fault> mapper::map(const csv_row &row, mapped_row &into) {
    into.events.clear();
    into.stage.reset();
    into.passed_over = false;
    into.fingerprint = 0;
    new_names_ = false;
    row_ = &row;

    const std::size_t size = row.fields.size();
    if (!row.fault.empty()) return fault{std::string{row.fault}, {}};
    if (width_ != 0 ? size != width_ : size < needed_)
        return fault{std::to_string(size) + (size == 1 ? " column" : " columns") + " where there should be " +
                         (width_ != 0 ? std::to_string(width_) : "at least " + std::to_string(needed_)),
                     {}};

    if (!plan_.only.empty() && !holds(plan_.only)) {
        into.passed_over = true;
        return std::nullopt;
    }
    if (tells_rows_apart_)
        for (std::string_view field : row.fields)
            into.fingerprint = hash_of(field, into.fingerprint + 1);
    for (std::size_t i = 0; i < plan_.events.size(); ++i)
        if (!make(i, into)) return std::move(fault_);

    if (plan_.stage && !read_stage(into)) return std::move(fault_);
    if (new_names_) number_names(into);
    return std::nullopt;
}

/// The stage, and the group by what the profile says for all events.
bool mapper::read_stage(mapped_row &into) {
    const bound_name stage = bound({{}, *plan_.stage});
    if (text_of(stage).size() > names::longest_name) return refuse_name(stage);
    into.group = 0;
    if (stages_have_groups()) {
        const bound_name name = bound(*plan_.common.names[*by_.part]);
        if (text_of(name).size() > names::longest_name) return refuse_name(name);
        into.group = names_[*by_.part].number_of(text_of(name));
    }
    into.stage = stages_.number_of(text_of(stage));
    return true;
}

/// Only once the whole row is good: the names of a bad one would use numbers up.
void mapper::number_names(mapped_row &row) {
    for (made_event &made : row.events)
        for (const bound_name &name : parts_told_[made.rule].names)
            made.what.*named_parts[name.part].member = names_[name.part].number_of(text_of(name));
}

bool mapper::holds(const std::vector<condition> &all) const {
    return std::all_of(all.begin(), all.end(), [&](const condition &c) {
        const bool found = std::find(c.values.begin(), c.values.end(), cell(c.column)) != c.values.end();
        return found != c.negated;
    });
}

/// The kind or channel that a cell says; mostly a word that came before.
template <class T> bool mapper::choose(const choice<T> &from, std::string_view what, std::optional<T> &into) {
    if (!from.fixed && !from.translated)
        if (const T *const known = words_of<T>().find(cell(from.column))) {
            into = *known;
            return true;
        }
    return find_out(from, what, into);
}

/// The texts' hashes, or that of the row's line; 0 where there is none. A lead is mostly the prospect too.
void mapper::read_ids(const parts_told &told, event &into) {
    std::string_view text;
    std::uint64_t hash = 0;
    for (const bound_id &id : told.ids) {
        const std::string_view found = cell_at(id.position);
        if (id.of_row) {
            into.*id.member = kpi::mix(file_ + row_->line);
        } else if (!found.empty()) {
            if (found != text) hash = hash_of(text = found);
            into.*id.member = hash;
        }
    }
}

/// The event of one rule, if the row makes it. False with fault_ set where the row cannot be read.
bool mapper::make(std::size_t place, mapped_row &into) {
    const event_rule &rule = plan_.events[place];
    if (!rule.when.empty() && !holds(rule.when)) return true;

    std::optional<activity> kind;
    if (!choose(rule.kind, "kind of event", kind)) return false;
    if (!kind) return true;
    std::int64_t n = 1;
    if (rule.count && !read_number(*rule.count, n)) return false;

    static constexpr made_event blank;
    made_event &made = into.events.emplace_back(blank);
    event &e = made.what;
    e.kind = *kind;
    made.n = static_cast<std::uint32_t>(n);
    made.rule = place;
    if (rule.at) {
        std::optional<moment> at;
        if (!read_date(*rule.at, at)) return false;
        if (!at && !rule.undated && columns_[rule.at->column].position != absent) {
            into.events.pop_back(); // what has no date in its column did not happen
            return true;
        }
        e.dated = at.has_value();
        if (at) e.at.seconds = at->seconds, e.whole_day = at->whole_day;
    }
    if (rule.channel && (rule.channel->fixed || !empty_and_may_be(rule.channel->column))) {
        std::optional<medium> channel;
        if (!choose(*rule.channel, "channel", channel)) return false;
        e.channel = channel.value_or(medium::unknown);
    }
    const parts_told &told = parts_told_[place];
    for (const bound_name &name : told.names) {
        const std::string_view text = text_of(name);
        if (const std::uint32_t *const known = names_[name.part].recent(text))
            e.*named_parts[name.part].member = *known;
        else if (text.size() > names::longest_name)
            return refuse_name(name);
        else if (name.part == currency_part && !text.empty() && !is_currency(text))
            return refuse(name.column, "is no currency of three letters, such as EUR");
        else
            new_names_ = true;
    }
    read_ids(told, e);
    for (const bound_number &number : told.numbers) {
        if (number.optional && cell_at(number.position).empty()) continue;
        if (!(number.bit == value_told ? read_amount(*number.rule, told.currency, e.value)
                                       : read_number(*number.rule, e.*number.member)))
            return false;
        e.told |= number.bit;
    }
    if (rule.span && !read_span(*rule.span, e)) return false;

    if (rule.once_per) {
        if (cell(*rule.once_per).empty())
            return refuse(*rule.once_per, "is empty, and rows are told apart by it");
        made.key = hash_of(cell(*rule.once_per), profile_ + place + 1);
    }
    if (n == 0) into.events.pop_back();
    return true;
}

} // namespace report
