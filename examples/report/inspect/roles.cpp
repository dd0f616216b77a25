// SPDX-License-Identifier: MIT
#include "inspect/roles.hpp"

#include "profile/currency.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace report {

roles::roles(const survey &found) : found_{found} {
    using enum column_kind;
    find_stage();
    find_dates();
    find(role::seconds, {number, duration, clock});
    find(role::first_reply, {number, duration});
    find(role::resolution, {number, duration});
    for (std::size_t i = 0; i < found_.cut.width; ++i)
        if (found_.cut.header && is_currency(found_.cut.headings[i]) && found_.columns[i].kind() == number)
            set(role::amount, i);
    find(role::amount, {number});
    find(role::currency, {words, text});
    if (!of(role::amount))
        for (std::size_t i = 0; i < found_.cut.width; ++i)
            if (!is_taken(i) && found_.columns[i].kind() == number &&
                !found_.columns[i].numbers().marks().empty())
                set(role::amount, i);
    find(role::rep, {words, text});
    find(role::source, {words, text});
    find(role::customer, {words, text});
    find(role::product, {words, text});
    find(role::location, {words, text});
    find(role::score, {words, number});
    find(role::direction, {words});
    find(role::late, {words, number}, 2);
    find(role::opens, {number, words}, 2);
    find(role::clicks, {number, words}, 2);
    find(role::replies, {number, words}, 2);
    find(role::bounced, {number, words}, 2);
    find(role::email, {words, text, number}, 2);
    find(role::id, {text, number, words}, 2);
    find(role::title, {text, words});
}

void roles::find_stage() {
    std::uint64_t best = 0;
    for (std::size_t i = 0; i < found_.cut.width; ++i) {
        const column_look &look = found_.columns[i];
        if (look.kind() != column_kind::words) continue;
        std::uint64_t settled = 0, called = 0;
        std::set<activity> outcomes;
        for (const auto &[word, seen] : look.words()) {
            if (settlement(word)) settled += seen.rows;
            if (const auto outcome = call_outcome(word)) called += seen.rows, outcomes.insert(*outcome);
        }
        const unsigned named = found_.cut.header ? fit_of_name(found_.cut.headings[i], role::stage) : 1;
        const bool are_calls = outcomes.size() > 1 && named != 0 && called * 2 > look.rows();
        const std::uint64_t score = settled != 0 ? settled * 2 + 1 : are_calls ? 1 : 0;
        if (score <= best) continue;
        best = score;
        columns_[role::stage] = i;
        stage_tells_ = settled != 0 ? told_by_words::settlements : told_by_words::call_outcomes;
    }
    // a history has two columns of stages
    if (stage_tells_ != told_by_words::settlements || !found_.cut.header) return;
    for (std::size_t i = 0; i < found_.cut.width; ++i)
        for (std::size_t k = 0; k < found_.cut.width; ++k)
            if (i != k && found_.columns[i].kind() == column_kind::words &&
                found_.columns[k].kind() == column_kind::words &&
                fit_of_name(found_.cut.headings[i], role::before) == 2 &&
                fit_of_name(found_.cut.headings[k], role::after) == 2) {
                columns_.erase(role::stage);
                set(role::before, i), set(role::after, k);
                return;
            }
}

bool roles::is_excel_date(std::size_t column) const {
    const column_look &look = found_.columns[column];
    if (look.kind() != column_kind::number || !found_.cut.header) return false;
    const bool in_range = look.numbers().least() > 20'000 && look.numbers().greatest() < 80'000;
    const std::string &name = found_.cut.headings[column];
    return in_range && (fit_of_name(name, role::opened) != 0 || fit_of_name(name, role::closed) != 0 ||
                        fit_of_name(name, role::happened) != 0);
}

bool roles::is_date(std::size_t column) const {
    return found_.columns[column].kind() == column_kind::date || is_excel_date(column);
}

void roles::find_dates() {
    std::vector<std::size_t> dates;
    for (std::size_t i = 0; i < found_.cut.width; ++i)
        if (is_date(i)) dates.push_back(i);
    constexpr std::array<role, 4> parts{role::opened, role::answered, role::closed, role::happened};
    if (found_.cut.header)
        for (const unsigned fit : {2u, 1u})
            for (const role r : parts)
                for (const std::size_t i : dates)
                    if (!of(r) && !is_taken(i) && fit_of_name(found_.cut.headings[i], r) == fit) set(r, i);
    for (const std::size_t i : dates) // whatever its name; preferably one without gaps
        if (!is_taken(i) && !of(role::happened) && !found_.columns[i].has_gaps()) set(role::happened, i);
    for (const std::size_t i : dates)
        if (!is_taken(i) && !of(role::happened)) set(role::happened, i);
}

std::optional<std::size_t> roles::clock_of(std::size_t date) const {
    for (const std::size_t next : {date + 1, date - 1}) {
        if (next >= found_.cut.width || found_.columns[next].kind() != column_kind::clock ||
            !found_.cut.header)
            continue;
        if (of(role::seconds) != next && fit_of_name(found_.cut.headings[next], role::clock) != 0)
            return next;
    }
    return std::nullopt;
}

void roles::find(role r, std::initializer_list<column_kind> of_kinds, unsigned least_fit) {
    if (of(r) || !found_.cut.header) return;
    unsigned best = 0;
    std::size_t column = 0;
    for (std::size_t i = 0; i < found_.cut.width; ++i) {
        const unsigned fit = fit_of_name(found_.cut.headings[i], r);
        if (fit <= best || fit < least_fit || is_taken(i)) continue;
        if (std::find(of_kinds.begin(), of_kinds.end(), found_.columns[i].kind()) == of_kinds.end()) continue;
        best = fit, column = i;
    }
    if (best != 0) set(r, column);
}

bool roles::is_taken(std::size_t column) const { return of_column(column) != role::none; }

role roles::of_column(std::size_t column) const {
    for (const auto &[r, at] : columns_)
        if (at == column) return r;
    return role::none;
}

} // namespace report
