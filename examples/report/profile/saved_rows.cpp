// SPDX-License-Identifier: MIT
#include "profile/saved_rows.hpp"

#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <bit>
#include <type_traits>

namespace report {
namespace {

/// The optional parts of a row, an event and how it was made: a bit each.
constexpr unsigned is_passed_over = 1, has_stage = 2, has_fingerprint = 4;
constexpr unsigned is_dated = 1, is_whole_day = 2, due_is_whole_day = 4, has_row = 8, has_further = 16;
constexpr unsigned has_key = 1, has_n = 2;

unsigned if_so(bool so, unsigned bit) { return so ? bit : 0; }

/// The numbers of an event, and the date that is stored as one.
constexpr auto numbers_of = [] {
    std::array<std::int64_t event::*, number_parts.size() + 1> all{};
    for (std::size_t i = 0; i < number_parts.size(); ++i)
        all[i] = number_parts[i].member;
    all.back() = &event::due;
    return all;
}();

/// A bit for each member that is not 0.
template <class Members> unsigned those_told(const event &e, const Members &members) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < members.size(); ++i)
        if constexpr (requires { members[i].member; })
            bits |= e.*members[i].member != 0 ? 1u << i : 0;
        else
            bits |= e.*members[i] != 0 ? 1u << i : 0;
    return bits;
}

template <class Enum> Enum load_enumerator(coded_reader &from) {
    const std::uint64_t n = from.get_below(64);
    if ((kpi::enumerator_bits<Enum>() >> n & 1) == 0) coded_reader::refuse();
    return static_cast<Enum>(n);
}

} // namespace

row_saver::row_saver(const known_names &known) : known_{known}, dimensions_(known.dimensions.size()) {}

void row_saver::put(const mapped_row &row) {
    ++rows_;
    made_.put(if_so(row.passed_over, is_passed_over) | if_so(row.stage.has_value(), has_stage) |
              if_so(row.fingerprint != 0, has_fingerprint));
    if (row.stage) put_name(stages_, *row.stage, known_.stages), put(row.names);
    if (row.fingerprint != 0) made_.put_fixed(row.fingerprint);
    made_.put(row.events.size());
    for (const made_event &made : row.events) {
        made_.put(if_so(made.key.has_value(), has_key) | if_so(made.n != 1, has_n) |
                  static_cast<unsigned>(made.chosen) << 2);
        if (made.key) made_.put_fixed(*made.key);
        if (made.n != 1) made_.put(made.n);
        put(made.what);
    }
}

void row_saver::put(const event &e) {
    made_.put(if_so(e.dated, is_dated) | if_so(e.whole_day, is_whole_day) |
              if_so(e.due_whole_day, due_is_whole_day) | if_so(e.row != 0, has_row) |
              if_so(e.further != 0, has_further));
    made_.put(static_cast<unsigned>(e.kind)), made_.put(static_cast<unsigned>(e.channel));
    made_.put(e.told), made_.put(e.stage);
    if (e.dated) made_.put_signed(e.at.seconds);
    if (e.row != 0) made_.put(e.row);
    if (e.further != 0) put_further(e.further);
    const unsigned named = those_told(e, named_parts), counted = those_told(e, numbers_of);
    made_.put(named);
    for (unsigned left = named; left != 0; left &= left - 1) {
        const auto part = static_cast<std::size_t>(std::countr_zero(left));
        put_name(parts_[part], e.*named_parts[part].member, known_.of_parts[part]);
    }
    put_ids(e);
    made_.put(counted);
    for (unsigned left = counted; left != 0; left &= left - 1)
        made_.put_signed(e.*numbers_of[static_cast<std::size_t>(std::countr_zero(left))]);
}

/// Each id once, with its text if texts are kept.
void row_saver::put_ids(const event &e) {
    const unsigned told = those_told(e, id_parts);
    made_.put(told);
    std::uint64_t before = 0;
    for (unsigned left = told; left != 0; left &= left - 1) {
        const std::uint64_t id = e.*id_parts[static_cast<std::size_t>(std::countr_zero(left))].member;
        made_.put(id == before ? 1 : 0);
        if (id == before) continue;
        made_.put_fixed(id), before = id;
        if (!known_.keeps_ids) continue;
        const auto text = known_.ids.find(id);
        made_.put_text(text != known_.ids.end() ? text->second : "");
    }
}

void row_saver::put_name(numbers &met, std::uint32_t name, const names &texts) {
    const auto [place, is_new] = met.try_emplace(name, static_cast<std::uint32_t>(met.size()));
    made_.put(place->second);
    if (is_new) made_.put_text(texts[name]);
}

void row_saver::put_further(std::uint32_t number) {
    const auto [place, is_new] = further_.try_emplace(number, static_cast<std::uint32_t>(further_.size()));
    made_.put(place->second);
    if (!is_new) return;
    const std::vector<std::uint32_t> &all = known_.further[number];
    for (std::size_t d = 0; d < all.size(); ++d)
        put_name(dimensions_[d], all[d], known_.of_dimensions[d]);
}

void row_saver::refuse(std::uint64_t line, const fault &why) {
    ++refused_;
    wrong_.put(line), wrong_.put_text(why.reason), wrong_.put_text(why.text);
}

std::string row_saver::block(const slice_saved &which) const {
    coded_writer head;
    head.put(which.file), head.put(which.slice), head.put((which.zoned ? 1 : 0) | (which.unzoned ? 2 : 0));
    head.put(rows_), head.put(refused_);
    return head.bytes() + made_.bytes() + wrong_.bytes();
}

row_loader::row_loader(known_names &known)
    : known_{known}, parts_{at_hand(known.of_parts)},
      dimensions_(known.of_dimensions.begin(), known.of_dimensions.end()), further_{known.further},
      stages_{known.stages}, met_in_dimensions_(known.dimensions.size()) {}

slice_saved row_loader::load_slice(coded_reader &from) {
    slice_saved which;
    which.file = from.get(), which.slice = from.get();
    const std::uint64_t bits = from.get_below(4);
    which.zoned = (bits & 1) != 0, which.unzoned = (bits & 2) != 0;
    return which;
}

row_loader::refused row_loader::load(coded_reader from, const std::function<void(const mapped_row &)> &f) {
    for (auto &met : met_in_parts_)
        met.clear();
    for (auto &met : met_in_dimensions_)
        met.clear();
    met_further_.clear(), met_stages_.clear();
    const std::uint64_t rows = from.get(), wrong = from.get();
    mapped_row row;
    for (std::uint64_t i = 0; i < rows; ++i)
        load(from, row), f(row);
    refused all;
    for (std::uint64_t i = 0; i < wrong; ++i) {
        const std::uint64_t line = from.get();
        const std::string_view reason = from.get_text(), text = from.get_text();
        all.emplace_back(line, fault{std::string{reason}, std::string{text}});
    }
    if (!from.is_at_end()) coded_reader::refuse();
    return all;
}

void row_loader::load(coded_reader &from, mapped_row &row) {
    row = {};
    const std::uint64_t bits = from.get_below(8);
    row.passed_over = (bits & is_passed_over) != 0;
    if ((bits & has_stage) != 0)
        row.stage = load_name(from, met_stages_, stages_), row.names = load_event(from);
    if ((bits & has_fingerprint) != 0) row.fingerprint = from.get_fixed_64();
    for (std::uint64_t left = from.get(); left > 0; --left) {
        made_event &made = row.events.emplace_back();
        const std::uint64_t how = from.get_below(16);
        made.chosen = static_cast<chosen_by>(how >> 2);
        if ((how & has_key) != 0) made.key = from.get_fixed_64();
        if ((how & has_n) != 0) made.n = from.get();
        made.what = load_event(from);
    }
}

event row_loader::load_event(coded_reader &from) {
    event e;
    const std::uint64_t bits = from.get_below(32);
    e.dated = (bits & is_dated) != 0, e.whole_day = (bits & is_whole_day) != 0;
    e.due_whole_day = (bits & due_is_whole_day) != 0;
    e.kind = load_enumerator<activity>(from), e.channel = load_enumerator<medium>(from);
    e.told = static_cast<std::uint8_t>(from.get_below(256));
    e.stage = static_cast<std::uint8_t>(from.get_below(256));
    if (e.dated) e.at.seconds = from.get_signed();
    if ((bits & has_row) != 0) e.row = from.get();
    if ((bits & has_further) != 0) e.further = load_further(from);
    for (std::uint64_t left = from.get_below(1u << named_parts.size()); left != 0; left &= left - 1) {
        const auto part = static_cast<std::size_t>(std::countr_zero(left));
        e.*named_parts[part].member = load_name(from, met_in_parts_[part], parts_[part]);
    }
    load_ids(from, e);
    for (std::uint64_t left = from.get_below(1u << numbers_of.size()); left != 0; left &= left - 1)
        e.*numbers_of[static_cast<std::size_t>(std::countr_zero(left))] = from.get_signed();
    return e;
}

void row_loader::load_ids(coded_reader &from, event &into) {
    std::uint64_t before = 0;
    for (std::uint64_t left = from.get_below(1u << id_parts.size()); left != 0; left &= left - 1) {
        std::uint64_t &id = into.*id_parts[static_cast<std::size_t>(std::countr_zero(left))].member;
        id = from.get_below(2) == 1 ? before : 0;
        if (id != 0) continue;
        id = before = from.get_fixed_64();
        if (!known_.keeps_ids) continue;
        const std::string_view text = from.get_text();
        if (!text.empty()) known_.ids.emplace(id, text);
    }
}

std::uint32_t row_loader::load_name(coded_reader &from, std::vector<std::uint32_t> &met,
                                    names_at_hand &known) {
    const std::uint64_t place = from.get_below(met.size() + 1);
    if (place == met.size()) met.push_back(known.number_of(from.get_text()));
    return met[static_cast<std::size_t>(place)];
}

std::uint32_t row_loader::load_further(coded_reader &from) {
    const std::uint64_t place = from.get_below(met_further_.size() + 1);
    if (place == met_further_.size()) {
        std::vector<std::uint32_t> all;
        for (std::size_t d = 0; d < dimensions_.size(); ++d)
            all.push_back(load_name(from, met_in_dimensions_[d], dimensions_[d]));
        met_further_.push_back(further_.number_of(all));
    }
    return met_further_[static_cast<std::size_t>(place)];
}

} // namespace report
