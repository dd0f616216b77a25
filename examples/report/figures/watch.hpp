// SPDX-License-Identifier: MIT
#pragma once

/// What a metric is made of: every act and fact that one of its words names, with where it was put. A log
/// that is to be explained is told with a watch; nothing else about the telling is different.

#include "figures/taken.hpp"
#include "story/act.hpp"
#include "story/reading.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/fact.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace report {

/// How a metric's words take what is put.
struct words_of_metric {
    taken (*take_act)(const act &){};
    taken (*take_fact)(const sales::fact &){};
};

struct seen {
    taken how;
    std::string_view kind; ///< of the act or outcome
    std::array<kpi::maybe<std::uint64_t>, id_parts.size()> ids{};
    std::int64_t at{};
    kpi::maybe<std::uint32_t> elapsed{};
    kpi::maybe<std::int64_t> value{};
    std::uint64_t n{};
    std::uint32_t stage{};  ///< of a deal: the furthest that it entered, or the one that it was in
    std::uint32_t labels{}; ///< of the row that told it
    place where{};          ///< but for its groups
    bool of_everyone{}, of_group{};
    std::uint32_t group{};
    bool counts{}; ///< it is old enough, and has a date where it has to
};

class watch {
public:
    explicit watch(words_of_metric words) : words_{words} {}

    void see(const place &where, const act &a, std::uint64_t n) {
        if (words_.take_act != nullptr) see(where, a, n, words_.take_act(a), true);
    }
    /// `counted` is the same as a board takes it.
    void see(const place &where, const sales::fact &f, const sales::fact &counted, std::uint64_t n,
             bool counts) {
        if (words_.take_fact != nullptr) see(where, f, n, words_.take_fact(counted), counts);
    }
    /// What was in slot `from` of a reading is in slot `to`.
    void move_slots(std::size_t reading, std::size_t from, std::size_t to) {
        for (seen &each : all_)
            if (each.where.reading == reading) each.where.slot = each.where.slot - from + to;
    }
    [[nodiscard]] const std::vector<seen> &all() const { return all_; }

private:
    void see(const place &where, const auto &what, std::uint64_t n, const taken &how, bool counts) {
        if (how.named == 0) return;
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
    std::vector<seen> all_;
};

} // namespace report
