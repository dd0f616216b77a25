// SPDX-License-Identifier: MIT
#include "profile/mapper.hpp"
#include "profile/nearest.hpp"
#include "profile/number.hpp"
#include "profile/text_hash.hpp"
#include <kpi/core/hash.hpp>
#include <kpi/scorecard/steps.hpp>

#include <algorithm>

namespace report {
namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0) {
    return text_hash(text) ^ (seed * 0x9E3779B97F4A7C15u);
}

} // namespace

/// Empties cells that say nothing, whatever they contain.
void mapper::look_at(const csv_row &row) {
    row_ = &row;
    if (plan_.empty.empty()) return;
    told_fields_.assign(row.fields.begin(), row.fields.end());
    for (std::string_view &field : told_fields_)
        if (std::find(plan_.empty.begin(), plan_.empty.end(), field) != plan_.empty.end()) field = {};
    told_ = {row.line, told_fields_, row.fault};
    row_ = &told_;
}

bool mapper::ends_table(const csv_row &row) {
    if (plan_.end_at.empty()) return false;
    look_at(row);
    bool hold = false;
    return test(plan_.end_at, hold) && hold;
}

std::optional<fault> mapper::map(const csv_row &row, mapped_row &into) {
    into.events.clear();
    into.stage.reset();
    into.passed_over = false;
    into.fingerprint = 0;
    new_names_ = false;
    look_at(row);

    if (!row.fault.empty()) return fault{std::string{row.fault}, {}};
    if (!fits(row.fields.size())) return std::move(fault_);

    bool looked_at = true;
    if (!plan_.only.empty() && !test(plan_.only, looked_at)) return std::move(fault_);
    if (!looked_at) {
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

/// Whether a row with so many cells can belong to the table.
bool mapper::fits(std::size_t size) {
    const std::size_t least = width_ != 0 ? width_ : needed_;
    const bool is_short = size < least && !plan_.short_rows;
    const bool is_long = width_ != 0 && size > width_ && !plan_.long_rows;
    if (is_short || is_long)
        fault_ = {std::to_string(size) + (size == 1 ? " column" : " columns") + " where there should be " +
                      (width_ != 0 ? "" : "at least ") + std::to_string(least),
                  {}};
    return !is_short && !is_long;
}

/// Reads the stage, and the names that the profile has for all events.
bool mapper::read_stage(mapped_row &into) {
    const bound_name stage = bound({{}, *plan_.stage});
    if (text_of(stage).size() > names::longest_name) return refuse_name(stage);
    for (const auto *const all : {&of_stage_.names, &of_stage_.own})
        for (const bound_name &name : *all)
            if (!can_be_read(name, text_of(name))) return false;
    number_names(of_stage_, into.names);
    into.stage = stages_.number_of(text_of(stage));
    return true;
}

/// For a name that did not come lately: it may be too long, or no currency.
bool mapper::can_be_read(const bound_name &name, std::string_view text) {
    if (text.size() > names::longest_name) return refuse_name(name);
    if (name.part == currency_part && !text.empty() && !is_currency(text))
        return refuse(name.column, "is no currency of three letters, such as EUR");
    return true;
}

/// Only if the whole row is good: the names of a bad row would use up numbers.
void mapper::number_names(mapped_row &row) {
    for (made_event &made : row.events)
        number_names(parts_told_[made.rule], made.what);
}
void mapper::number_names(const parts_told &told, event &into) {
    for (const bound_name &name : told.names)
        into.*named_parts[name.part].member = names_[name.part].number_of(text_of(name));
    if (told.own.empty()) return;
    numbers_.assign(own_names_.size(), 0);
    for (const bound_name &name : told.own)
        numbers_[name.part - named_parts.size()] =
            own_names_[name.part - named_parts.size()].number_of(text_of(name));
    into.further = further_.number_of(numbers_);
}

bool mapper::test(const std::vector<condition> &all, bool &hold) {
    for (const condition &each : all) {
        number wrong;
        hold = holds(each, cell(each.column), wrong);
        if (!wrong.fault.empty()) return refuse(each.column, wrong);
        if (!hold) return true;
    }
    return hold = true;
}

/// The kind or channel that a cell names; mostly a word that came before.
template <class T> bool mapper::choose(const choice<T> &from, std::string_view what, std::optional<T> &into) {
    if (!from.fixed && !from.translated)
        if (const T *const known = words_of<T>().find(cell(from.column))) {
            into = *known;
            return true;
        }
    return find_out(from, what, into);
}

/// The hashes of the texts, or of the row's line; 0 if there is none. A lead is mostly the prospect, too.
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
            if (known_.keeps_ids) known_.ids.emplace(hash, found);
        }
    }
}

/// The event of one rule, if the row makes it. False, with fault_ set, if the row cannot be read.
bool mapper::make(std::size_t place, mapped_row &into) {
    const event_rule &rule = plan_.events[place];
    bool makes_it = true;
    if (!rule.when.empty() && !test(rule.when, makes_it)) return false;
    if (!makes_it) return true;

    std::optional<activity> kind;
    if (!choose(rule.kind, "kind of event", kind)) return false;
    if (!kind) return !rule.key || rule.key->how == chosen_by::outcome || make_none(place, into);
    std::int64_t n = 1;
    if (rule.count && !read_count(*rule.count, n)) return false;

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
            into.events.pop_back(); // without a date in its column it did not happen
            return true;
        }
        e.dated = at.has_value();
        if (at) e.at.seconds = at->seconds, e.whole_day = at->whole_day;
    }
    if (rule.due && !read_due(*rule.due, e)) return false;
    if (e.kind == activity::stage_entered && !read_entered(rule.stage, e)) return false;
    if (rule.channel && (rule.channel->fixed || !empty_and_may_be(rule.channel->column))) {
        std::optional<medium> channel;
        if (!choose(*rule.channel, "channel", channel)) return false;
        e.channel = channel.value_or(medium::unknown);
    }
    const parts_told &told = parts_told_[place];
    for (const bound_name &name : told.names) {
        const std::string_view text = text_of(name);
        if (text.empty()) continue; // nobody
        if (const std::uint32_t *const known = names_[name.part].recent(text))
            e.*named_parts[name.part].member = *known;
        else if (!can_be_read(name, text))
            return false;
        else
            new_names_ = true;
    }
    for (const bound_name &name : told.own) {
        if (!can_be_read(name, text_of(name))) return false;
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

    if (rule.key && !read_key(place, made)) return false;
    if (n == 0) into.events.pop_back();
    return true;
}

/// A deal may lack a due date: then the cell is empty.
bool mapper::read_due(const date_rule &rule, event &into) {
    std::optional<moment> due;
    if (cell(rule.column).empty()) return true;
    if (!read_date(rule, due)) return false;
    into.due = due->seconds, into.due_whole_day = due->whole_day;
    into.told |= due_told;
    return true;
}

/// The stage that a deal enters. The reason includes the name, so that each wrong name is counted separately.
bool mapper::read_entered(const std::optional<stage_rule> &rule, event &into) {
    if (!rule) {
        fault_ = {"stage_entered: the profile " + plan_.name + " has no \"stage\" that says which", {}};
        return false;
    }
    into.told |= stage_told;
    if (!rule->column) {
        into.stage = rule->constant;
        return true;
    }
    const std::string_view text = cell(*rule->column);
    if (text.empty()) return refuse(*rule->column, "is empty, and says which stage is entered");
    if (rule->order.empty()) {
        const number read = report::read_number(text, 0, {});
        if (!read.fault.empty() || read.value < 1 || read.value > std::int64_t{kpi::most_steps})
            return refuse(*rule->column,
                          "is no number of a stage, from 1 to " + std::to_string(kpi::most_steps));
        into.stage = static_cast<std::uint8_t>(read.value);
        return true;
    }
    into.stage = rule->number_of(text);
    if (into.stage != 0) return true;
    const std::vector<std::string_view> valid{rule->order.begin(), rule->order.end()};
    fault_ = {called(*rule->column) + " \"" + std::string{text.substr(0, 60)} +
                  "\" is not in the profile's order of stages" + suggestion(text, valid),
              {}};
    return false;
}

/// For a row that makes no event, but may be the row that counts for its key: then there is no event.
bool mapper::make_none(std::size_t place, mapped_row &into) {
    const event_rule &rule = plan_.events[place];
    made_event none;
    none.n = 0, none.rule = place;
    if (rule.at) {
        std::optional<moment> at;
        if (!read_date(*rule.at, at)) return false;
        if (!at && !rule.undated && columns_[rule.at->column].position != absent) return true;
        none.what.dated = at.has_value();
        if (at) none.what.at.seconds = at->seconds, none.what.whole_day = at->whole_day;
    }
    if (rule.key->how == chosen_by::greatest && !cell(rule.numbers[0]->column).empty()) {
        if (!read_amount(*rule.numbers[0], parts_told_[place].currency, none.what.value)) return false;
        none.what.told = value_told;
    }
    if (!read_key(place, none)) return false;
    into.events.push_back(none);
    return true;
}

bool mapper::read_key(std::size_t place, made_event &made) {
    const key_rule &rule = *plan_.events[place].key;
    if (cell(rule.column).empty()) return refuse(rule.column, "is empty, and rows are told apart by it");
    made.key = hash_of(cell(rule.column), profile_ + place + 1);
    made.chosen = rule.how;
    return true;
}

} // namespace report
