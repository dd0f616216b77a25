// SPDX-License-Identifier: MIT
#pragma once

/// Shows what a metric is made of: every act and fact that one of its words names, with the place where it
/// was put; and the cases of the kinds that tell these, if they told none. A log that is to be explained is
/// told with a watch; nothing else about the telling is different.

#include "figures/taken.hpp"
#include "story/act.hpp"
#include "story/case_kind.hpp"
#include "story/reading.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/fact.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// How a metric's words take what is put.
struct words_of_metric {
    std::function<taken(const act &)> take_act;
    std::function<taken(const sales::fact &)> take_fact;
};

struct seen {
    taken how;
    std::string_view kind; ///< of the act or outcome
    std::array<kpi::maybe<std::uint64_t>, id_parts.size()> ids{};
    std::int64_t at{};
    kpi::maybe<std::uint32_t> elapsed{};
    kpi::maybe<std::int64_t> value{};
    std::uint64_t n{};
    std::uint32_t stage{};  ///< for a deal: the furthest that it entered, or the one that it was in
    std::uint32_t labels{}; ///< of the row that told it
    place where{};          ///< without its groups
    bool of_everyone{}, of_group{};
    std::uint32_t group{};
    bool counts{}; ///< it is old enough, and has a date if it needs one
    kinds rows{};  ///< for a case that told nothing: the kinds of its rows; `kind` is the last
};

class watch {
public:
    explicit watch(words_of_metric words, bool in_hours) : words_{std::move(words)}, in_hours_{in_hours} {}

    /// The metric is about the cases that tell what its words name; `acts` says which acts each kind tells.
    void find_cases(const kinds_by_case &acts) {
        const auto add = [&](case_kind which) { cases_ |= 1u << static_cast<unsigned>(which); };
        for (unsigned which = 0; which <= static_cast<unsigned>(case_kind::message); ++which)
            for (unsigned k = 0; k < kpi::max_kinds; ++k) {
                const auto kind = static_cast<activity>(k);
                if (words_.take_act && acts_told_by(static_cast<case_kind>(which), acts).contains(kind) &&
                    words_.take_act(act{.kind = kind}).named != 0)
                    add(static_cast<case_kind>(which));
            }
        for (unsigned o = 0; words_.take_fact && o < kpi::max_kinds; ++o) {
            sales::fact f;
            f.kind = static_cast<sales::outcome>(o);
            if (words_.take_fact(f).named != 0) add(teller_of(f.kind));
        }
    }
    /// Whether it looks at what is put there.
    [[nodiscard]] bool looks_at(const place &where) const { return where.in_hours == in_hours_; }

    void see(const place &where, const act &a, std::uint64_t n) {
        if (words_.take_act) see(where, a, n, words_.take_act(a), true);
    }
    /// `counted` is the fact as a board takes it.
    void see(const place &where, const sales::fact &f, const sales::fact &counted, std::uint64_t n,
             bool counts) {
        if (words_.take_fact) see(where, f, n, words_.take_fact(counted), counts);
    }
    /// A case in which nothing was seen: its last row, and the kinds of all its rows.
    void see_silent(const place &where, case_kind which, const act &last, kinds rows, std::uint64_t n) {
        if ((cases_ >> static_cast<unsigned>(which) & 1u) == 0) return;
        add(where, last, n, {}, true);
        all_.back().rows = rows;
    }
    /// Moves the contents of slot `from` of a reading to slot `to`.
    void move_slots(std::size_t reading, std::size_t from, std::size_t to) {
        for (seen &each : all_)
            if (each.where.reading == reading) each.where.slot = each.where.slot - from + to;
    }
    [[nodiscard]] const std::vector<seen> &all() const { return all_; }

private:
    void see(const place &where, const auto &what, std::uint64_t n, const taken &how, bool counts) {
        if (how.named != 0) add(where, what, n, how, counts);
    }
    void add(const place &where, const auto &what, std::uint64_t n, const taken &how, bool counts) {
        seen one{how, kpi::name_of(what.kind), {what.prospect, what.lead, what.deal, what.customer}};
        if constexpr (requires { what.message; }) one.ids[message_part] = what.message;
        if (what.deal.has_value()) one.stage = what.k;
        one.at = what.at.seconds, one.elapsed = what.elapsed, one.value = what.value, one.n = n;
        one.labels = where.labels, one.where = where, one.counts = counts;
        one.of_everyone = where.groups.front() == everyone;
        one.of_group = where.groups.back() != everyone, one.group = where.groups.back();
        one.where.groups = {};
        all_.push_back(one);
    }

    words_of_metric words_;
    bool in_hours_;         ///< at times in business hours
    std::uint32_t cases_{}; ///< a bit for each kind
    std::vector<seen> all_;
};

} // namespace report
