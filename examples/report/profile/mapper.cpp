// SPDX-License-Identifier: MIT
#include "profile/mapper.hpp"

#include "failure.hpp"
#include "profile/fitting.hpp"
#include "profile/nearest.hpp"
#include "profile/text_hash.hpp"

#include <algorithm>
#include <string>

namespace report {
mapper::mapper(const plan &p, const grouped_by &by, known_names &known, std::uint32_t file)
    : plan_{p}, columns_(p.columns.size()), by_{by}, known_{known}, names_{at_hand(known.of_parts)},
      own_names_(known.of_dimensions.begin(), known.of_dimensions.end()), further_{known.further},
      stages_{known.stages}, file_{std::uint64_t{file} << 32}, profile_{text_hash(p.name)} {
    tells_rows_apart_ = std::any_of(p.events.begin(), p.events.end(),
                                    [](const event_rule &rule) { return rule.key.has_value(); });
    for (std::size_t i = 0; i < columns_.size(); ++i)
        columns_[i].optional = p.columns[i].optional;
    if (!p.header) {
        width_ = p.width.value_or(0);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            columns_[i].position = p.columns[i].number - 1;
            if (!p.columns[i].optional) needed_ = std::max(needed_, p.columns[i].number);
        }
        bind_rules();
    }
}

bool mapper::tells(const dimension &by) const {
    using told_by = dimension::told_by;
    const auto says = [this](const name_rule &name) {
        return !name.column || columns_[*name.column].position != absent;
    };
    return std::any_of(plan_.events.begin(), plan_.events.end(), [&](const event_rule &rule) {
        if (by.how == told_by::channel)
            return rule.channel && (rule.channel->fixed || columns_[rule.channel->column].position != absent);
        if (by.how == told_by::part) return rule.names[by.which] && says(*rule.names[by.which]);
        const auto own = rule.own.find(by.name);
        return by.how == told_by::cycle || (own != rule.own.end() && says(own->second));
    });
}

bool mapper::tells_dates() const {
    return std::any_of(plan_.events.begin(), plan_.events.end(), [&](const event_rule &rule) {
        return rule.at && columns_[rule.at->column].position != absent;
    });
}

/// Whether they have a group in every dimension that is asked for.
bool mapper::stages_have_groups() const {
    const auto is_there = [this](const dimension &by) {
        return by.how == dimension::told_by::part ? plan_.common.names[by.which].has_value()
                                                  : plan_.common.own.contains(by.name);
    };
    return by_.by.size() + by_.where.size() != 0 && std::all_of(by_.by.begin(), by_.by.end(), is_there) &&
           std::all_of(by_.where.begin(), by_.where.end(),
                       [&](const looked_at &each) { return is_there(each.of); });
}

void mapper::read_header(csv_reader &rows, const std::string &file) {
    if (rows.has_keys() && !plan_.header)
        throw failure{file + ": is JSON Lines, of which each cell has a key, and the profile " + plan_.name +
                      " knows columns by their numbers alone"};
    if (!plan_.header) return;
    csv_row row;
    if (!rows.next(row))
        throw failure{file + (rows.has_keys() ? ": no line is a JSON object with a key"
                                              : ": is empty, and a header was expected")};
    bind_header(row, file);
}

void mapper::bind_header(const csv_row &header, const std::string &file) {
    const bool are_keys = header.line == 0;
    const std::string place = file + (are_keys ? "" : ':' + std::to_string(header.line)) + ": ";
    if (!header.fault.empty())
        throw failure{place + "the header cannot be read: " + std::string{header.fault}};
    width_ = header.fields.size();

    want_headings(header, place);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const column &c = plan_.columns[i];
        if (c.number != 0) {
            if (are_keys)
                throw failure{place + "is JSON Lines, whose keys have no numbers, and the profile " +
                              plan_.name + " asks for column " + std::to_string(c.number) + " (" + c.place +
                              ')'};
            if (c.number > width_ && !c.optional)
                throw failure{place + "the header has " + std::to_string(width_) + " columns, the profile " +
                              plan_.name + " asks for column " + std::to_string(c.number) + " (" + c.place +
                              ')'};
            columns_[i].position = c.number <= width_ ? c.number - 1 : absent;
            continue;
        }
        columns_[i].position = position_in(header, c, place);
    }
    header_.assign(header.fields.begin(), header.fields.end());

    bind_rules();

    if (!plan_.known_columns_only) return;
    std::vector<std::string_view> known;
    for (const column &c : plan_.columns) {
        known.push_back(c.name);
        known.insert(known.end(), c.other_names.begin(), c.other_names.end());
    }
    for (std::string_view heading : header.fields)
        if (std::find(known.begin(), known.end(), heading) == known.end())
            throw failure{place + "the profile " + plan_.name + " knows no column \"" + std::string{heading} +
                          '"' + suggestion(heading, known)};
}

/// Throws a failure that names every heading that the profile asks for and the header lacks.
void mapper::want_headings(const csv_row &header, const std::string &place) const {
    std::vector<const column *> missing;
    for (const column &c : plan_.columns) {
        const auto is_it = [&c](std::string_view heading) { return c.is_called(heading); };
        const auto is_told = [&c](const column *other) { return other->name == c.name; };
        if (c.number == 0 && !c.optional && std::none_of(header.fields.begin(), header.fields.end(), is_it) &&
            std::none_of(missing.begin(), missing.end(), is_told))
            missing.push_back(&c);
    }
    if (missing.empty()) return;
    std::string text = place + (header.line == 0 ? "no line has the key" : "the header has no column");
    for (const column *c : missing)
        text += std::string{c == missing.front() ? (missing.size() == 1 ? " " : "s ") : ", "} + '"' +
                c->name + '"' + (missing.size() == 1 ? "" : " (" + c->place + ')');
    text += ", which the profile " + plan_.name + (missing.size() == 1 ? " asks for (" : " asks for");
    if (missing.size() == 1)
        text += missing.front()->place + ')' + suggestion(missing.front()->name, header.fields);
    throw failure{text + better_fit(header.fields, plan_.name)};
}

/// The position of a column that has a heading, or one of several headings.
std::size_t mapper::position_in(const csv_row &header, const column &c, const std::string &place) const {
    const auto begin = header.fields.begin(), end = header.fields.end();
    const auto is_it = [&c](std::string_view heading) { return c.is_called(heading); };
    const auto found = std::find_if(begin, end, is_it);
    if (found == end) return absent; // an optional column
    if (const auto other = std::find_if(found + 1, end, is_it); other != end)
        throw failure{place + (*other == *found
                                   ? "the header has two columns \"" + std::string{*found} + '"'
                                   : "the header has both \"" + std::string{*found} + "\" and \"" +
                                         std::string{*other} + "\", which are one column in the profile " +
                                         plan_.name + " (" + c.place + ')')};
    return static_cast<std::size_t>(found - begin);
}

bool mapper::is_header(const csv_row &row) const {
    return !header_.empty() && row.fields.size() == header_.size() && row.fields[0] == header_[0] &&
           std::equal(header_.begin(), header_.end(), row.fields.begin());
}

/// What each rule tells in this file: if the column of a part is missing, no row is searched for it.
void mapper::bind_rules() {
    const auto there = [this](const auto &part) {
        if constexpr (requires { part->column.has_value(); })
            return part && (!part->column || columns_[*part->column].position != absent);
        else
            return part && columns_[part->column].position != absent;
    };
    if (plan_.stage && stages_have_groups()) bind_names_of_stage();
    for (const event_rule &rule : plan_.events) {
        parts_told &told = parts_told_.emplace_back();
        bind_names(rule, told);
        if (rule.names[currency_part]) told.currency = told.names.back();
        for (std::size_t i = 0; i < rule.ids.size(); ++i)
            if (there(rule.ids[i]))
                told.ids.push_back(
                    {id_parts[i].member, position_of(rule.ids[i]->column), !rule.ids[i]->column});
        for (std::size_t i = 0; i < rule.numbers.size(); ++i)
            if (there(rule.numbers[i]))
                told.numbers.push_back({number_parts[i].member, position_of(rule.numbers[i]->column),
                                        columns_[rule.numbers[i]->column].optional,
                                        static_cast<std::uint8_t>(1u << i), &*rule.numbers[i]});
    }
}

/// Only in the dimensions that are asked for.
void mapper::bind_names_of_stage() {
    const auto add = [this](const dimension &by) {
        if (by.how == dimension::told_by::part)
            of_stage_.names.push_back(bound(*plan_.common.names[by.which], by.which));
        else
            of_stage_.own.push_back(bound(plan_.common.own.at(by.name),
                                          named_parts.size() + *known_.place_of_dimension(by.name)));
    };
    std::for_each(by_.by.begin(), by_.by.end(), add);
    for (const looked_at &each : by_.where)
        add(each.of);
}

void mapper::bind_names(const event_rule &rule, parts_told &told) const {
    for (std::size_t i = 0; i < rule.names.size(); ++i)
        if (rule.names[i]) told.names.push_back(bound(*rule.names[i], i));
    for (const auto &[dimension, name] : rule.own)
        told.own.push_back(bound(name, named_parts.size() + *known_.place_of_dimension(dimension)));
}

std::size_t mapper::position_of(std::optional<column_id> column) const {
    return column ? columns_[*column].position : absent;
}

mapper::bound_name mapper::bound(const name_rule &rule, std::size_t part) const {
    return {part, position_of(rule.column), rule.column.value_or(0), rule.constant,
            rule.translates() ? &rule : nullptr};
}

bool mapper::tells_reps() const {
    return std::any_of(plan_.events.begin(), plan_.events.end(), [&](const event_rule &rule) {
        const auto &rep = rule.names[0];
        return rep && (!rep->column || columns_[*rep->column].position != absent);
    });
}

} // namespace report
